import { isUuid } from '../values/uuid.ts';

/** Description of a Person.id for messages. */
export const PERSON_ID_FORM = 'a UUID such as 6f9619ff-8b86-4d01-b42d-00cf4fc964ff';

/**
 * Returns a Person.id in its canonical form, a lowercase UUID; undefined for anything else. The same id in uppercase
 * identifies the same person (RFC 9562, section 4), but texts are compared exactly, so every id from a caller must be
 * converted here before it is stored or compared.
 */
export function parsePersonId(text: string): string | undefined {
  return isUuid(text) ? text.toLowerCase() : undefined;
}
