import type { AdministrationEvent } from '../../../schema/administration.ts';

/** A row as PostgreSQL's to_jsonb gives it, in a session whose time zone is UTC. */
export type LoggedRow = Readonly<Record<string, unknown>>;

/** A table whose rows decide about access: every write of a row is an entry of the log. */
export interface LoggedTable {
  readonly name: string;
  /** Columns of the primary key. */
  readonly key: readonly string[];
  /** A column that PostgreSQL numbers by itself. */
  readonly identity?: string;
  /** Rows change after they were inserted. */
  readonly changes?: true;
  readonly event: AdministrationEvent;
  /** Column with the id by which disclosures name the approval. */
  readonly approval?: string;
  /** Columns that say who wrote a row, for which agency, and when: an import takes them from there. */
  readonly writtenBy: { readonly subject: string; readonly agency: string; readonly time: string };
}

/** One write of a row, to be recorded. */
export interface AdministrationWrite {
  readonly event: AdministrationEvent;
  readonly table: string;
  /** As the write's `RETURNING to_jsonb(...)` gave it. */
  readonly row: LoggedRow;
  readonly by: { readonly subject: string; readonly agency: string };
  readonly approval?: string | undefined;
  readonly imported?: true;
  /** Default: when the transaction began. */
  readonly time?: Date;
}

export function keyOf({ key }: Pick<LoggedTable, 'key'>, row: LoggedRow): string {
  return key.map((column) => String(row[column])).join('/');
}
