import type { Column, NormalizedRecord } from '../normalize/normalizedRecord.ts';

/** Part of a blocking key, in TypeScript and in SQL over the columns of a normalized record. Null: no key. */
export interface KeyPart {
  value(record: NormalizedRecord): string | null;
  readonly sql: string;
}

/** A whole column. */
export const column = (name: Column): KeyPart => ({ value: (record) => record[name], sql: name });

/** The first `length` characters. */
export const prefix = (name: Column, length: number): KeyPart => ({
  value: (record) => record[name]?.slice(0, length) ?? null,
  sql: `left(${name}, ${length})`,
});

/** The first `length` characters of a text that has at least as many. */
export const longPrefix = (name: Column, length: number): KeyPart => ({
  value: (record) => {
    const text = record[name];
    return text === null || text.length < length ? null : text.slice(0, length);
  },
  sql: `case when length(${name}) >= ${length} then left(${name}, ${length}) end`,
});

/** The characters from `start` (0-based) to `end`. */
export const slice = (name: Column, start: number, end: number): KeyPart => ({
  value: (record) => record[name]?.slice(start, end) ?? null,
  sql: `substring(${name}, ${start + 1}, ${end - start})`,
});

/** Two parts in alphabetical order, so that a record with swapped names has the same key. */
export const unordered = (one: KeyPart, other: KeyPart): KeyPart => ({
  value: (record) => {
    const a = one.value(record);
    const b = other.value(record);
    if (a === null || b === null) return null;
    return a < b ? `${a} ${b}` : `${b} ${a}`;
  },
  sql: `case when ${one.sql} < ${other.sql} then ${one.sql} || ' ' || ${other.sql} else ${other.sql} || ' ' || ${one.sql} end`,
});
