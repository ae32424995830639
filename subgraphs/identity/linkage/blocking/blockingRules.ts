import type { NormalizedRecord } from '../normalize/normalizedRecord.ts';
import { column, type KeyPart, prefix, slice, unordered } from './keyParts.ts';

/** Two records are candidates if they share a key of a rule. */
export interface BlockingRule {
  /** Part of stored keys and tokens: never reused with another meaning. */
  readonly name: string;
  /** In plain words, for explanations. */
  readonly description: string;
  /** Each alternative gives a key of its own, which meets the keys of all alternatives of the rule. */
  readonly alternatives: readonly (readonly KeyPart[])[];
  /** Comparisons that the rule decides, so that their m probabilities cannot be learned from its pairs. */
  readonly decides: readonly string[];
}

const birthYear = slice('birthText', 0, 4);
const birthDay = slice('birthText', 4, 8);
const names = unordered(column('givenCode'), column('familyCode'));

/** One list for the online search (an index on tokens of the keys) and for batches (joins). */
export const BLOCKING_RULES: readonly BlockingRule[] = [
  {
    name: 'ssn',
    description: 'same Social Security number',
    alternatives: [[column('ssn')]],
    decides: ['ssn'],
  },
  {
    name: 'birth-initials',
    description: 'same birth date and initials, in either order',
    alternatives: [[column('birthText'), unordered(prefix('given', 1), prefix('family', 1))]],
    decides: ['birthDate'],
  },
  {
    name: 'birth-family',
    description: 'same birth date and family name by sound',
    alternatives: [
      [column('birthText'), column('familyCode')],
      [column('birthText'), column('givenCode')],
    ],
    decides: ['birthDate', 'name'],
  },
  {
    name: 'names-year',
    description: 'same names by sound and year of birth',
    alternatives: [[names, birthYear]],
    decides: ['name'],
  },
  {
    name: 'names-day',
    description: 'same names by sound and day of birth',
    alternatives: [[names, birthDay]],
    decides: ['name'],
  },
  {
    name: 'names-zip',
    description: 'same names by sound and ZIP code',
    alternatives: [[names, column('zip')]],
    decides: ['name', 'zip'],
  },
  {
    name: 'root-family-month',
    description: 'same given name or nickname, family name by sound, and month of birth',
    alternatives: (['root1', 'root2', 'root3'] as const).map((root) => [
      column(root),
      column('familyCode'),
      slice('birthText', 0, 6),
    ]),
    decides: ['name', 'birthDate'],
  },
  {
    name: 'last4-year',
    description: 'same last four digits of the Social Security number and year of birth',
    alternatives: [[column('ssnLast4'), birthYear]],
    decides: ['ssn'],
  },
  {
    name: 'phone',
    description: 'same phone number',
    alternatives: [[column('phone')]],
    decides: ['phone'],
  },
  {
    name: 'address',
    description: 'same house number, street, and ZIP code',
    alternatives: [[column('houseNumber'), prefix('streetName', 4), column('zip')]],
    decides: ['houseNumber', 'streetName', 'zip'],
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
