import { holdsHiddenCharacters } from '../../../schema/values/hiddenCharacters.ts';
import { isStorableText } from '../../../schema/values/storableText.ts';
import { LinkProblem } from './problems.ts';

const SHORTEST = 10;
const LONGEST = 1_000;
const PERSON_ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
/** Social Security and phone numbers, and the numbers of most systems. */
const LONG_NUMBER = /\d([ .-]?\d){6,}/;
const ISO_DATE = /\d{4}-\d\d-\d\d/g;

/** Values that a reason must not repeat. */
export interface NamedPersonData {
  readonly given: string | null;
  readonly middle: string | null;
  readonly family: string | null;
  readonly birthDate: string | null;
}

/**
 * The reason, without spaces around it. The log and the database have it in clear text, so it must not say who the persons
 * are. Throws INVALID_REASON.
 */
export function checkReason(text: string, about: readonly NamedPersonData[]): string {
  const reason = text.trim();
  const length = [...reason].length;
  if (length < SHORTEST || length > LONGEST) {
    throw invalid(`Give the reason in ${SHORTEST} to 1,000 characters; this has ${length.toLocaleString('en-US')}.`);
  }
  if (!isStorableText(reason) || holdsHiddenCharacters(reason) || /\p{Cc}/u.test(reason.replace(/[\n\r\t]/g, ' '))) {
    throw invalid('The reason must be plain text: it holds control characters, hidden ones or broken Unicode.');
  }
  const dates = new Set(about.flatMap(({ birthDate }) => birthDate ?? []));
  const namesSomebody =
    PERSON_ID.test(reason) ||
    (reason.match(ISO_DATE) ?? []).some((date) => dates.has(date)) ||
    LONG_NUMBER.test(reason.replace(ISO_DATE, '')) ||
    about.some((person) => namesOf(person).some((name) => holdsWord(reason, name)));
  if (namesSomebody) {
    throw invalid(
      'The log keeps the reason in clear text, so it must not contain names, birth dates, ids, or numbers of the persons. ' +
        'Say what the evidence is, such as a birth certificate.',
    );
  }
  return reason;
}

const invalid = (message: string): LinkProblem => new LinkProblem('INVALID_REASON', message);

/** Names of at least three letters. Shorter ones are also words. */
function namesOf({ given, middle, family }: NamedPersonData): readonly string[] {
  return [given, middle, family]
    .flatMap((name) => name?.split(/[^\p{L}\p{M}'’]+/u) ?? [])
    .filter((word) => [...word].length >= 3);
}

/** As a name is written: "Will" is one, and "will" is a word. */
function holdsWord(text: string, name: string): boolean {
  const lower = name.toLowerCase();
  return text
    .split(/[^\p{L}\p{M}'’]+/u)
    .some((word) => word.toLowerCase() === lower && word.charAt(0) !== word.charAt(0).toLowerCase());
}
