import type { AdministrationEvent } from '../../../schema/ledger/administration.ts';

/** A row as returned by PostgreSQL's to_jsonb in a session whose time zone is UTC. */
export type LoggedRow = Readonly<Record<string, unknown>>;

/** A table whose rows decide about access. Every write of a row is an entry in the log. */
export interface LoggedTable {
  readonly name: string;
  /** Columns of the primary key. */
  readonly key: readonly string[];
  /** A column that PostgreSQL numbers itself. */
  readonly identity?: string;
  /** Set if rows change after they were inserted. */
  readonly changes?: true;
  /** Set if rows are never compared with the log: there may be millions, so the log does not hold them in memory. */
  readonly uncompared?: true;
  readonly event: AdministrationEvent;
  /** Column with the approval id that disclosure records use. */
  readonly approval?: string;
  /** Columns that say who wrote a row, for which agency, and when. An import copies them into its entries. */
  readonly writtenBy: { readonly subject: string; readonly agency: string; readonly time: string };
}

/** One write of a row, to be recorded. */
export interface AdministrationWrite {
  readonly event: AdministrationEvent;
  readonly table: string;
  /** As returned by the write's `RETURNING to_jsonb(...)`. */
  readonly row: LoggedRow;
  readonly by: { readonly subject: string; readonly agency: string };
  readonly approval?: string | undefined;
  readonly imported?: true;
  /** Defaults to the start of the transaction. */
  readonly time?: Date;
}

export function keyOf({ key }: Pick<LoggedTable, 'key'>, row: LoggedRow): string {
  return key.map((column) => String(row[column])).join('/');
}
