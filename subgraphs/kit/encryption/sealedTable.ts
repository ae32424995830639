import type { EncryptedRow, EncryptedTable } from './encryptedTable.ts';
import type { Encryption } from './encryption.ts';
import { paddedJson } from './paddedJson.ts';

/** Texts of a row by name; null: the row has none. */
export type SealedValues<Name extends string> = Readonly<Record<Name, string | null>>;

export interface SealedTableOptions<Name extends string> {
  readonly name: string;
  /** Columns of the primary key and their types, in its order: text, uuid, integer or bigint. */
  readonly key: Readonly<Record<string, string>>;
  /** Column (bytea) with the encrypted values of a row, all in one; null in a row that has none. */
  readonly column: string;
  /** Names of the values. Stored rows are read by their order: append new ones, and remove or move none. */
  readonly values: readonly Name[];
  /**
   * Columns (bytea) with tokens, by which rows are found, and the text of each token. Normalize it here: spelling, case,
   * spaces. Null: the row is not found by this column.
   */
  readonly tokens?: Readonly<Record<string, (values: SealedValues<Name>) => string | null>>;
}

/** Columns to write: the encrypted values, the tokens, and `key_generation`. */
export type SealedColumns = Readonly<Record<string, Buffer | number | null>>;

/** A table whose personal data is one encrypted value a row. */
export interface SealedTable<Name extends string> extends EncryptedTable {
  /** @param key values of the primary key in its order, as PostgreSQL writes them */
  seal(encryption: Encryption, key: readonly string[], values: SealedValues<Name>): SealedColumns;
  /** Values of the encrypted column; all null if that is null. Throws if it belongs to another row, or was changed. */
  open(encryption: Encryption, key: readonly string[], sealed: Buffer | null): SealedValues<Name>;
  /** Tokens that rows with these values may have in the column, one for each generation. Empty: no row is found by them. */
  searchTokens(encryption: Encryption, column: string, values: Partial<SealedValues<Name>>): readonly Buffer[];
}

/**
 * Declares a table with encrypted values, for `encryptedTables` of a system's definition: it writes, reads and finds rows,
 * and rotation rewrites them. The table has the column `key_generation integer references encryption_key`, null where
 * nothing is encrypted. See docs/encryption-at-rest.md.
 */
export function sealedTable<const Name extends string>(options: SealedTableOptions<Name>): SealedTable<Name> {
  const { name, key, column, values: names, tokens = {} } = options;
  const tokenColumns = Object.keys(tokens);

  function complete(values: Partial<SealedValues<Name>>): SealedValues<Name> {
    const pairs = names.map((each) => [each, values[each] ?? null] as const);
    // One pair for each name.
    return Object.fromEntries(pairs) as SealedValues<Name>;
  }
  function textOf(tokenColumn: string, values: SealedValues<Name>): string | null {
    const text = tokens[tokenColumn];
    if (text === undefined) throw new Error(`${name} declares no tokens in ${tokenColumn}.`);
    return text(values);
  }
  const kindOf = (tokenColumn: string): string => `${name}/${tokenColumn}`;

  function seal(encryption: Encryption, row: readonly string[], values: SealedValues<Name>): SealedColumns {
    const sealed = encryption.column(name, column).encrypt(rowOf(row), paddedJson(names.map((each) => values[each])));
    const found = tokenColumns.map((each) => {
      const text = textOf(each, values);
      return [each, text === null ? null : encryption.token(kindOf(each), text)] as const;
    });
    return { [column]: sealed, ...Object.fromEntries(found), key_generation: encryption.generation() };
  }

  function open(encryption: Encryption, row: readonly string[], sealed: Buffer | null): SealedValues<Name> {
    if (sealed === null) return complete({});
    // Only `seal` writes these values, and AES-GCM authenticates them. Rows of before a name was appended are shorter.
    const texts = JSON.parse(encryption.column(name, column).decrypt(rowOf(row), sealed)) as (string | null)[];
    const pairs = names.map((each, at) => [each, texts[at] ?? null] as const);
    return Object.fromEntries(pairs) as SealedValues<Name>;
  }

  return {
    name,
    key,
    columns: [column],
    rewritten: Object.fromEntries([column, ...tokenColumns].map((each) => [each, 'bytea'])),
    rewrite(row: EncryptedRow, encryption) {
      const id = Object.keys(key).map((each) => String(row[each]));
      // The column is bytea, and rotation reads only rows whose values are encrypted.
      return seal(encryption, id, open(encryption, id, row[column] as Buffer));
    },
    seal,
    open,
    searchTokens(encryption, tokenColumn, values) {
      const text = textOf(tokenColumn, complete(values));
      return text === null ? [] : encryption.searchTokens(kindOf(tokenColumn), text);
    },
  };
}

/** No key of PostgreSQL contains a zero character, so different keys have different texts. */
function rowOf(key: readonly string[]): string {
  return key.join('\0');
}
