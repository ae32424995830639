import type { Column } from '../normalize/normalizedRecord.ts';

/** Numbers of which a batch keeps the digits, by the length that nearly all have. */
export const DIGIT_COLUMNS = { birthText: 8, ssn: 9, phone: 10 } as const;
export type DigitColumn = Column & keyof typeof DIGIT_COLUMNS;

/** Expression of a number's digits, four bits each, or null for a text of another length or with other characters. */
export const digitsSql = (column: DigitColumn): string =>
  `case when length(${column}) = ${DIGIT_COLUMNS[column]} then try_cast('0x' || ${column} as bigint) end`;

const unlike = (column: DigitColumn): string => `xor(a.${column}Digits, b.${column}Digits)`;

/**
 * Condition on digits that holds for all numbers that `withinOneEdit` finds close. In numbers of one length, one edit
 * changes one digit or two neighbors, which are eight bits at most.
 */
export const mayBeOneDigitSql = (column: DigitColumn): string => `coalesce(bit_count(${unlike(column)}) <= 8, true)`;

/** The same for dates, and for dates of which a part differs by one: what differs is within eight bits from the lowest on. */
export const mayBeOneDigitOfDateSql = (column: DigitColumn): string =>
  `coalesce(${unlike(column)} <= (${unlike(column)} & -${unlike(column)}) * 255, true)`;

/** Condition on digits of dates that holds for all with day and month swapped: both change by the same bits. */
export const mayBeDaySwappedSql = (column: DigitColumn): string =>
  `coalesce(${unlike(column)} < 65536 and ${unlike(column)} & 255 = ${unlike(column)} >> 8, true)`;

/** Condition on digits that two dates are of one year, and one is January 1. */
export const mayBeYearOnlySql = (column: DigitColumn): string =>
  `(${unlike(column)} < 65536 and (a.${column}Digits & 65535 = 257 or b.${column}Digits & 65535 = 257))`;
