import type { Column, NormalizedRecord } from '../normalize/normalizedRecord.ts';
import { jaroWinkler, jaroWinklerSql } from './jaroWinkler.ts';
import { withinOneEdit, withinOneEditSql } from './withinOneEdit.ts';

/** No evidence: at least one record lacks the trait. */
export const NO_EVIDENCE = -1;

export interface ComparisonLevel {
  readonly name: string;
  /** In plain words, for explanations: "given names are the same". */
  readonly description: string;
  /** Condition over the columns of `a` and `b`, for records that match no earlier level. The last level is `true`. */
  readonly sql: string;
  /**
   * Cheap condition over the columns of sketches (batch/sketch.ts), true wherever the level holds. Absent: `sql` is cheap,
   * and holds for sketches as it is.
   */
  readonly mayHoldSql?: string;
}

/** How one trait of two records is compared: the first level that holds, from the strictest to "different". */
export interface Comparison {
  readonly name: string;
  /** Condition for NO_EVIDENCE. */
  readonly noEvidenceSql: string;
  readonly levels: readonly ComparisonLevel[];
  /** Column of which common values count for less at the first level. */
  readonly termFrequency?: TermFrequencyColumn;
  /** True for what the members of a household share, so that it cannot prove who someone is. */
  readonly household?: true;
  /** True for parts of an address, which all change when a person moves. */
  readonly address?: true;
  /** Position in `levels`, or NO_EVIDENCE. Symmetric, pure, and allocates nothing. */
  level(a: NormalizedRecord, b: NormalizedRecord): number;
}

export const TERM_FREQUENCY_COLUMNS = ['given', 'family', 'streetName', 'city', 'zip'] as const;
export type TermFrequencyColumn = (typeof TERM_FREQUENCY_COLUMNS)[number];

/** Condition that a column is null in one of the records. */
export const missingSql = (column: Column): string => `a.${column} is null or b.${column} is null`;

/** Condition that a column is the same in both. */
export const sameSql = (column: Column): string => `a.${column} = b.${column}`;

/** Similarity from which names count as the same name with a small error. */
const CLOSE = 0.92;

/** One edit apart in texts of at least three characters; or the same first letter and Jaro-Winkler of at least 0.92. */
export function isClose(a: string, b: string): boolean {
  if (a.length > 2 && b.length > 2 && withinOneEdit(a, b)) return true;
  return a.charCodeAt(0) === b.charCodeAt(0) && jaroWinkler(a, b) >= CLOSE;
}

/** A case, not `or`: its conditions are evaluated only where the earlier ones do not hold. */
export const isCloseSql = (a: string, b: string): string =>
  `case when length(${a}) > 2 and length(${b}) > 2 and ${withinOneEditSql(a, b)} then true ` +
  `when left(${a}, 1) <> left(${b}, 1) then false else ${jaroWinklerSql(a, b)} >= ${CLOSE} end`;

/** Similarity from which names with the same first letter resemble each other. */
const SIMILAR = 0.8;
export const isSimilar = (a: string, b: string): boolean =>
  a.charCodeAt(0) === b.charCodeAt(0) && jaroWinkler(a, b) >= SIMILAR;
export const isSimilarSql = (a: string, b: string): string =>
  `case when left(${a}, 1) <> left(${b}, 1) then false else ${jaroWinklerSql(a, b)} >= ${SIMILAR} end`;

/**
 * Crosswise closeness: each trait of one record is close to the other trait of the other record. Where one of the four is
 * missing, one close pair is enough.
 */
export function isSwapped(a1: string | null, a2: string | null, b1: string | null, b2: string | null): boolean {
  const first = a1 === null || b2 === null ? null : isClose(a1, b2);
  if (first === false) return false;
  const second = a2 === null || b1 === null ? null : isClose(a2, b1);
  return second ?? first ?? false;
}

export const isSwappedSql = (one: Column, other: Column): string => {
  const first = isCloseSql(`a.${one}`, `b.${other}`);
  const second = isCloseSql(`a.${other}`, `b.${one}`);
  const secondOr = (missing: boolean): string =>
    `case when a.${other} is null or b.${one} is null then ${missing} else ${second} end`;
  return (
    `case when a.${one} is null or b.${other} is null then ${secondOr(false)} ` +
    `when ${first} then ${secondOr(true)} else false end`
  );
};
