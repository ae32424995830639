import type { PersonLinkProblem } from '../../../schema/generated/identity.ts';
import { parsePersonId } from '../../../schema/persons/personId.ts';
import { holdsHiddenCharacters } from '../../../schema/values/hiddenCharacters.ts';

/** A person's number in a system. */
export interface PersonLink {
  /** Position in the call. */
  readonly index: number;
  /** In canonical form. */
  readonly personId: string;
  readonly number: string;
}

/** Most links in one call: their pseudonyms fit into one entry of the log, which has at most 65,535 bytes. */
export const MOST_LINKS = 1_000;
const LONGEST_NUMBER = 100;
export const NUMBER_RULE = `A number is 1 to ${LONGEST_NUMBER} visible characters, without spaces around it.`;

/** Links whose form is right, and the problems of all others. */
export interface CheckedLinks {
  readonly links: readonly PersonLink[];
  readonly problems: readonly PersonLinkProblem[];
}

/** Checks what can be checked without the database: forms, and numbers that the call gives to two persons. */
export function checkLinks(given: readonly { readonly personId: string; readonly number: string }[]): CheckedLinks {
  const problems: PersonLinkProblem[] = [];
  const links: PersonLink[] = [];
  const personOfNumber = new Map<string, string>();
  for (const [index, { personId: text, number }] of given.entries()) {
    const personId = parsePersonId(text);
    if (personId === undefined) {
      problems.push({ index, kind: 'UNKNOWN_PERSON', message: 'There is no person with this id.' });
      continue;
    }
    if (!isNumber(number)) {
      problems.push({ index, kind: 'INVALID_NUMBER', message: NUMBER_RULE });
      continue;
    }
    const earlier = personOfNumber.get(number);
    if (earlier !== undefined && earlier !== personId) {
      problems.push({ index, kind: 'TWO_PERSONS', message: 'The call gives this number to two persons.' });
      continue;
    }
    if (earlier === undefined) links.push({ index, personId, number });
    personOfNumber.set(number, personId);
  }
  return { links, problems };
}

/** Whether a text may be a number of a person in a system. */
export function isNumber(text: string): boolean {
  return (
    text.length >= 1 &&
    text.length <= LONGEST_NUMBER &&
    text === text.trim() &&
    !/\p{Cc}/u.test(text) &&
    !holdsHiddenCharacters(text)
  );
}
