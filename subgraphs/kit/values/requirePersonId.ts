import { PERSON_ID_FORM, parsePersonId } from '../../../schema/persons/personId.ts';
import { PublicError } from '../errors/publicError.ts';

/** Returns the canonical form of a Person.id passed as the argument `name`. Throws BAD_USER_INPUT. */
export function requirePersonId(name: string, text: string): string {
  const personId = parsePersonId(text);
  if (personId !== undefined) return personId;
  throw new PublicError('BAD_USER_INPUT', `${name} must be a Person.id: ${PERSON_ID_FORM}.`);
}
