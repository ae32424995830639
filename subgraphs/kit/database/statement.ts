declare const rowType: unique symbol;

/**
 * A SQL statement and the type of its rows. `name` is unique in its system: PostgreSQL plans it once per connection.
 */
export interface Statement<Row> {
  readonly name: string;
  readonly text: string;
  /** Exists only for the compiler. */
  readonly [rowType]?: Row;
}

/** Reads the records of a list of keys, which is `$1`. */
export interface KeyedStatement<Row> extends Statement<Row> {
  readonly keyOf: (row: Row) => string;
}

/** PostgreSQL truncates longer names, so two statements could end up with the same name. */
const MAX_NAME_LENGTH = 63;

/** A connection that has prepared a name refuses another text for it, which only shows when both have run there. */
const textOfName = new Map<string, string>();

/**
 * Names a statement. Throws if another one has the name. Its columns have the names (`as "clientId"`) and types of `Row`; the migration fixes them, and the
 * tests run every statement against a real database.
 */
export function statement<Row>(name: string, text: string): Statement<Row> {
  if (name.length > MAX_NAME_LENGTH) throw new Error(`The statement's name is too long: ${name}.`);
  if ((textOfName.get(name) ?? text) !== text) throw new Error(`Two statements have the name ${name}.`);
  textOfName.set(name, text);
  return { name, text };
}

/** Names a keyed statement. `keyOf` returns the key that a record was requested by. */
export function keyedStatement<Row>(name: string, keyOf: (row: Row) => string, text: string): KeyedStatement<Row> {
  return { ...statement<Row>(name, text), keyOf };
}
