import { createHash } from 'node:crypto';
import { canonicalJson, type JsonValue } from '../../../ledger/index.ts';
import type { LoggedRow } from './loggedTable.ts';

/** Compact in-memory form of a row as recorded in the log. */
export interface RecordedRow {
  readonly hash: string;
  /** Columns of the row when it was recorded. Thousands of rows share one list. */
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

/**
 * Compares a row with its record. Columns added to the table later must be empty, because nothing records their values.
 */
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
      // Parsed from JSON, so it can be serialized as JSON.
      .update(canonicalJson(row as JsonValue))
      .digest('base64')
  );
}
