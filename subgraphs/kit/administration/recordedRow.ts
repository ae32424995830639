import { createHash } from 'node:crypto';
import { canonicalJson, type JsonValue } from '../../../ledger/index.ts';
import type { LoggedRow } from './loggedTable.ts';

/** What stands in memory for a row as the log recorded it. */
export interface RecordedRow {
  readonly hash: string;
  /** The row's columns when it was recorded; thousands of rows share one list. */
  readonly columns: readonly string[];
}

export function createShapes(): { recorded(row: LoggedRow): RecordedRow } {
  const shapes = new Map<string, readonly string[]>();
  return {
    recorded(row) {
      const names = Object.keys(row).sort();
      const name = names.join();
      const columns = shapes.get(name) ?? names;
      shapes.set(name, columns);
      return { hash: rowHash(row), columns };
    },
  };
}

/** Columns that the table got after the row was recorded must be empty: nothing says what else they may hold. */
export function isSameRow(recorded: RecordedRow | undefined, row: LoggedRow): boolean {
  if (recorded === undefined) return false;
  const { hash, columns } = recorded;
  if (Object.keys(row).length === columns.length) return rowHash(row) === hash;
  const known = new Set(columns);
  const added = Object.keys(row).filter((column) => !known.has(column));
  const asRecorded = Object.fromEntries(Object.entries(row).filter(([column]) => known.has(column)));
  return added.every((column) => row[column] === null) && rowHash(asRecorded) === hash;
}

function rowHash(row: LoggedRow): string {
  return (
    createHash('sha256')
      // What came from JSON can be written as JSON.
      .update(canonicalJson(row as JsonValue))
      .digest('base64')
  );
}
