import type { NormalizedRecord } from '../normalize/normalizedRecord.ts';
import { column, type KeyPart, longPrefix, prefix, slice, unordered } from './keyParts.ts';

/** Two records are candidates if they share a key of a rule. */
export interface BlockingRule {
  /** Part of stored keys and tokens: never reused with another meaning. */
  readonly name: string;
  /** In plain words, for explanations. */
  readonly description: string;
  /** Each alternative gives a key of its own, which meets the keys of all alternatives of the rule. */
  readonly alternatives: readonly (readonly KeyPart[])[];
  /**
   * Blocks with more records are skipped in batches: their key is a value that says little. Absent: LARGEST_BLOCK. Keys
   * that strangers share find few persons whom no other rule finds, so there the limit is low, and only rare names count.
   */
  readonly largestBlock?: number;
}

/** As many as the online search considers. */
export const LARGEST_BLOCK = 200;
const LARGEST_BLOCK_OF_STRANGERS = 20;

const birthYear = slice('birthText', 0, 4);
const birthDay = slice('birthText', 4, 8);
/** Two names by sound, in either order. */
const names = unordered(column('givenCode'), column('familyCode'));
/** Either name, so that swapped names meet. */
const eitherSound = [column('givenCode'), column('familyCode')];
const eitherStart = [prefix('given', 3), prefix('family', 3)];
/** Either address line, so that swapped lines meet. Short second lines are numbers of apartments. */
const eitherLine = [prefix('streetName', 4), longPrefix('secondary', 4)];
const house = column('houseNumber');
const zip = column('zip');
const city = prefix('city', 4);

/** All alternatives that take one part of each list. */
function combine(...lists: readonly (readonly KeyPart[])[]): KeyPart[][] {
  return lists.reduce<KeyPart[][]>((keys, parts) => keys.flatMap((key) => parts.map((part) => [...key, part])), [[]]);
}

/** One list for the online search (an index on tokens of the keys) and for batches (joins). */
export const BLOCKING_RULES: readonly BlockingRule[] = [
  { name: 'ssn', description: 'same Social Security number', alternatives: [[column('ssn')]] },
  {
    name: 'last4-year',
    description: 'same last four digits of the Social Security number and year of birth',
    alternatives: [[column('ssnLast4'), birthYear]],
  },
  { name: 'phone', description: 'same phone number', alternatives: [[column('phone')]] },
  {
    name: 'birth-initial',
    description: 'same birth date and an initial',
    alternatives: combine([column('birthText')], [prefix('given', 1), prefix('family', 1)]),
  },
  {
    name: 'birth-street',
    description: 'same birth date and street',
    alternatives: combine([column('birthText')], eitherLine),
  },
  {
    name: 'month-name',
    description: 'same month and year of birth, and a name by sound',
    alternatives: combine([slice('birthText', 0, 6)], eitherSound),
    largestBlock: LARGEST_BLOCK_OF_STRANGERS,
  },
  {
    name: 'day-name',
    description: 'same day and year of birth, and a name by sound',
    alternatives: combine([birthYear], [slice('birthText', 6, 8)], eitherSound),
    largestBlock: LARGEST_BLOCK_OF_STRANGERS,
  },
  { name: 'names-year', description: 'same names by sound and year of birth', alternatives: [[names, birthYear]] },
  { name: 'names-day', description: 'same names by sound and day of birth', alternatives: [[names, birthDay]] },
  { name: 'names-zip', description: 'same names by sound and ZIP code', alternatives: [[names, zip]] },
  {
    name: 'names-city',
    description: 'same names by sound and city',
    alternatives: [[names, city]],
    largestBlock: LARGEST_BLOCK_OF_STRANGERS,
  },
  { name: 'names-house', description: 'same names by sound and house number', alternatives: [[names, house]] },
  { name: 'names-street', description: 'same names by sound and street', alternatives: combine([names], eitherLine) },
  {
    name: 'address-zip',
    description: 'same house number, street, and ZIP code',
    alternatives: combine([house], eitherLine, [zip]),
  },
  {
    name: 'address-city',
    description: 'same house number, street, and city',
    alternatives: combine([house], eitherLine, [city]),
  },
  {
    name: 'street-name-city',
    description: 'same street and city, and the start of a name',
    alternatives: combine(eitherLine, [city], eitherStart),
    largestBlock: LARGEST_BLOCK_OF_STRANGERS,
  },
  {
    name: 'street-name-house',
    description: 'same street and house number, and the start of a name',
    alternatives: combine(eitherLine, [house], eitherStart),
  },
  {
    name: 'street-name-zip',
    description: 'same street and ZIP code, and the start of a name',
    alternatives: combine(eitherLine, [zip], eitherStart),
  },
];

/** Key of one alternative, or null if the record lacks a part. Parts are separated by `|`. */
export function alternativeKey(parts: readonly KeyPart[], record: NormalizedRecord): string | null {
  let key = '';
  for (const part of parts) {
    const value = part.value(record);
    if (value === null || value === '') return null;
    key = key === '' ? value : `${key}|${value}`;
  }
  return key;
}

export interface BlockingKey {
  readonly rule: string;
  readonly key: string;
}

/** All blocking keys of a record, each once. */
export function blockingKeys(record: NormalizedRecord, rules: readonly BlockingRule[] = BLOCKING_RULES): BlockingKey[] {
  const found: BlockingKey[] = [];
  for (const { name: rule, alternatives } of rules) {
    const start = found.length;
    for (const parts of alternatives) {
      const key = alternativeKey(parts, record);
      if (key !== null && !found.some((other, at) => at >= start && other.key === key)) found.push({ rule, key });
    }
  }
  return found;
}
