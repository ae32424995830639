import type pg from 'pg';
import type { Encryption } from './encryption.ts';

/**
 * A table with encrypted columns, as rotation rewrites it. It has the column `key_generation` (encryption_key), null in
 * rows where nothing is encrypted. If a row has one encrypted value, `sealedTable` makes this.
 */
export interface EncryptedTable {
  readonly name: string;
  /** Columns of the primary key and their types, in its order. Rows are rewritten in this order. */
  readonly key: Readonly<Record<string, string>>;
  /** Further columns that `rewrite` needs. */
  readonly columns: readonly string[];
  /** Columns that `rewrite` sets, with their types. */
  readonly rewritten: Readonly<Record<string, string>>;
  /** Decrypts a row and returns its columns for the newest generation. */
  rewrite(row: EncryptedRow, encryption: Encryption): EncryptedRow;
  /** Called after a batch in the same transaction, such as for tokens in a table of their own. */
  afterBatch?(client: pg.ClientBase, rows: readonly EncryptedRow[], encryption: Encryption): Promise<void>;
}

export type EncryptedRow = Readonly<Record<string, unknown>>;
