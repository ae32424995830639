import type { Column } from '../normalize/normalizedRecord.ts';

/**
 * Texts of which a batch keeps the letters, to see without reading them that two cannot be close. Its sketches have four
 * columns for each, such as givenLetters, givenSlack, givenFirst, and givenIsInitial.
 */
export const LETTER_COLUMNS = ['given', 'middle', 'family', 'streetName', 'secondary', 'city'] as const;
export type LetterColumn = Column & (typeof LETTER_COLUMNS)[number];

/** Which letters and digits a text has: one bit each, A lowest, an integer of less than 2^36. */
export function lettersOf(text: string | null): number | null {
  if (text === null) return null;
  let letters = 0;
  let digits = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 65 && code <= 90) letters |= 1 << (code - 65);
    // Others share the places of digits, which only makes texts look more alike.
    else digits |= 1 << (code % 10);
  }
  return digits * 2 ** 26 + letters;
}

/**
 * Columns of a sketch. Slack is the most letters that another text, no longer than this one, can have or lack if
 * `isClose` finds the two close. One edit changes at most two. Otherwise the Jaro similarity is at least 0.867, which is
 * 0.92 without the highest bonus for a common start. Of texts with lengths p and q and m matching characters, then
 * m/p + m/q is at least 1.6, and p + q - 2m have no partner: at most 0.4 of the longer length.
 */
export const letterColumnsSql = (column: LetterColumn): readonly string[] => [
  `cast(${column}Letters as bigint) as ${column}Letters`,
  `greatest(2, cast(ceil(0.4 * length(${column})) as integer)) as ${column}Slack`,
  `ascii(${column}) as ${column}First`,
  `length(${column}) = 1 as ${column}IsInitial`,
];

const mayBeCloseSqlOf = (one: LetterColumn, other: LetterColumn): string =>
  `bit_count(xor(a.${one}Letters, b.${other}Letters)) <= greatest(a.${one}Slack, b.${other}Slack)`;

/** Condition on letters that holds wherever `isClose` does. */
export const mayBeCloseSql = (column: LetterColumn): string => mayBeCloseSqlOf(column, column);

/** Condition on letters that holds wherever `isSimilar` does. */
export const mayBeSimilarSql = (column: LetterColumn): string => `a.${column}First = b.${column}First`;

/** Condition on letters that one text is the initial of the other. */
export const mayBeInitialSql = (column: LetterColumn): string =>
  `a.${column}First = b.${column}First and (a.${column}IsInitial or b.${column}IsInitial)`;

/** Condition on letters that holds wherever one text contains the other. */
export const mayContainSql = (column: LetterColumn): string => {
  const [one, other] = [`a.${column}Letters`, `b.${column}Letters`];
  return `(${one} & ${other} = ${one} or ${one} & ${other} = ${other})`;
};

/** Condition on letters that holds wherever `isSwapped` does. */
export const mayBeSwappedSql = (one: LetterColumn, other: LetterColumn): string => {
  const crosswise = [
    [one, other],
    [other, one],
  ] as const;
  const missing = crosswise.map(([of, and]) => `(a.${of}Letters is null or b.${and}Letters is null)`);
  const close = crosswise.map(([of, and]) => `coalesce(${mayBeCloseSqlOf(of, and)}, true)`);
  return `not (${missing.join(' and ')}) and ${close.join(' and ')}`;
};
