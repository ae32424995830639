import { isUuid } from './uuid.ts';

/** How a Person.id is written, for messages. */
export const PERSON_ID_FORM = 'a UUID such as 6f9619ff-8b86-4d01-b42d-00cf4fc964ff';

/**
 * A Person.id in its canonical form, a UUID in lower case; undefined for anything else. The same id in upper case names
 * the same person (RFC 9562, section 4), and texts are compared as they stand: every id that a caller sends goes through
 * here before it is stored or compared.
 */
export function parsePersonId(text: string): string | undefined {
  return isUuid(text) ? text.toLowerCase() : undefined;
}
