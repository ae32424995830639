import { type Comparison, missingSql, NO_EVIDENCE, sameSql } from './comparison.ts';
import { mayBeDaySwappedSql, mayBeOneDigitOfDateSql, mayBeOneDigitSql, mayBeYearOnlySql } from './digits.ts';
import { withinOneEdit, withinOneEditSql } from './withinOneEdit.ts';

/** Day and month swapped: 3/7 for 7/3. */
function isDaySwapped(a: string, b: string): boolean {
  return a.slice(0, 4) === b.slice(0, 4) && a.slice(4, 6) === b.slice(6) && a.slice(6) === b.slice(4, 6);
}

/** Century, year, month, and day. */
const PARTS = [0, 2, 4, 6] as const;

/** One part differs by one: the day before, the year after, or 20 for 19. */
function isNeighbor(a: string, b: string): boolean {
  let apart = 0;
  for (const start of PARTS) apart += Math.abs(numberAt(a, start) - numberAt(b, start));
  return apart === 1;
}

/** January 1 is written where only the year is known. */
function isYearOnly(a: string, b: string): boolean {
  return a.slice(0, 4) === b.slice(0, 4) && (a.endsWith('0101') || b.endsWith('0101'));
}
const IS_YEAR_ONLY_SQL =
  "left(a.birthText, 4) = left(b.birthText, 4) and (right(a.birthText, 4) = '0101' or right(b.birthText, 4) = '0101')";

const numberAt = (text: string, start: number): number =>
  10 * (text.charCodeAt(start) - 48) + text.charCodeAt(start + 1) - 48;

const IS_NEIGHBOR_SQL = `${PARTS.map((start) => {
  const part = (record: string): string => `cast(substring(${record}.birthText, ${start + 1}, 2) as integer)`;
  return `abs(${part('a')} - ${part('b')})`;
}).join(' + ')} = 1`;

export const birthDateComparison: Comparison = {
  name: 'birthDate',
  // Two texts that are no dates are no evidence, but one may be a small error of the other's date.
  noEvidenceSql: `${missingSql('birthText')} or (a.birthDate is null and b.birthDate is null)`,
  levels: [
    { name: 'exact', description: 'birth dates are the same', sql: sameSql('birthText') },
    {
      name: 'swapped',
      description: 'day and month of birth are swapped',
      sql:
        'left(a.birthText, 4) = left(b.birthText, 4) and substring(a.birthText, 5, 2) = substring(b.birthText, 7, 2) ' +
        'and substring(a.birthText, 7, 2) = substring(b.birthText, 5, 2)',
      mayHoldSql: mayBeDaySwappedSql('birthText'),
    },
    {
      name: 'digit',
      description:
        'birth dates differ by one digit, two swapped digits, or one day, month, year, or century, or one is January 1',
      sql: `(${withinOneEditSql('a.birthText', 'b.birthText')}) or ${IS_NEIGHBOR_SQL} or ${IS_YEAR_ONLY_SQL}`,
      mayHoldSql: `${mayBeOneDigitOfDateSql('birthText')} or ${mayBeYearOnlySql('birthText')}`,
    },
    { name: 'different', description: 'birth dates are different', sql: 'true' },
  ],
  level(a, b) {
    if (a.birthText === null || b.birthText === null || (a.birthDate === null && b.birthDate === null)) {
      return NO_EVIDENCE;
    }
    if (a.birthText === b.birthText) return 0;
    if (isDaySwapped(a.birthText, b.birthText)) return 1;
    const { birthText: one } = a;
    const { birthText: other } = b;
    return withinOneEdit(one, other) || isNeighbor(one, other) || isYearOnly(one, other) ? 2 : 3;
  },
};

export const genderComparison: Comparison = {
  name: 'gender',
  noEvidenceSql: missingSql('gender'),
  levels: [
    { name: 'exact', description: 'genders are the same', sql: sameSql('gender') },
    { name: 'different', description: 'genders are different', sql: 'true' },
  ],
  level(a, b) {
    if (a.gender === null || b.gender === null) return NO_EVIDENCE;
    return a.gender === b.gender ? 0 : 1;
  },
};

const BOTH_WHOLE = 'a.ssn is not null and b.ssn is not null';

export const ssnComparison: Comparison = {
  name: 'ssn',
  noEvidenceSql: missingSql('ssnLast4'),
  levels: [
    {
      name: 'exact',
      description: 'Social Security numbers are the same',
      sql: `${BOTH_WHOLE} and a.ssn = b.ssn`,
    },
    {
      name: 'digit',
      description: 'Social Security numbers differ by one digit or two swapped digits',
      sql: `${BOTH_WHOLE} and ${withinOneEditSql('a.ssn', 'b.ssn')}`,
      mayHoldSql: `${BOTH_WHOLE} and ${mayBeOneDigitSql('ssn')}`,
    },
    {
      name: 'last4',
      description: 'the last four digits of the Social Security numbers are the same',
      sql: `not (${BOTH_WHOLE}) and ${sameSql('ssnLast4')}`,
    },
    { name: 'different', description: 'Social Security numbers are different', sql: 'true' },
  ],
  level(a, b) {
    if (a.ssnLast4 === null || b.ssnLast4 === null) return NO_EVIDENCE;
    if (a.ssn === null || b.ssn === null) return a.ssnLast4 === b.ssnLast4 ? 2 : 3;
    if (a.ssn === b.ssn) return 0;
    return withinOneEdit(a.ssn, b.ssn) ? 1 : 3;
  },
};

export const phoneComparison: Comparison = {
  name: 'phone',
  household: true,
  noEvidenceSql: missingSql('phone'),
  levels: [
    { name: 'exact', description: 'phone numbers are the same', sql: sameSql('phone') },
    {
      name: 'digit',
      description: 'phone numbers differ by one digit or two swapped digits',
      sql: withinOneEditSql('a.phone', 'b.phone'),
      mayHoldSql: mayBeOneDigitSql('phone'),
    },
    { name: 'different', description: 'phone numbers are different', sql: 'true' },
  ],
  level(a, b) {
    if (a.phone === null || b.phone === null) return NO_EVIDENCE;
    if (a.phone === b.phone) return 0;
    return withinOneEdit(a.phone, b.phone) ? 1 : 2;
  },
};
