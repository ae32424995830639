declare const rowType: unique symbol;

/** One SQL statement with the record that its columns make. `name` is unique in its system: PostgreSQL plans it once per connection. */
export interface Statement<Row> {
  readonly name: string;
  readonly text: string;
  /** Only for the compiler. */
  readonly [rowType]?: Row;
}

/** One that gives the records of a list of keys, which is `$1`. */
export interface KeyedStatement<Row> extends Statement<Row> {
  readonly keyOf: (row: Row) => string;
}

/** PostgreSQL cuts longer names off, and two statements cut to the same name would be taken for one. */
const MAX_NAME_LENGTH = 63;

/**
 * Names a statement. The columns it selects carry the names (`as "clientId"`) and types of `Row`: the migration fixes
 * them, and every statement is run against a real database in the tests.
 */
export function statement<Row>(name: string, text: string): Statement<Row> {
  if (name.length > MAX_NAME_LENGTH) throw new Error(`The statement's name is too long: ${name}.`);
  return { name, text };
}

/** As above; `keyOf` gives of each record the key that asked for it. */
export function keyedStatement<Row>(name: string, keyOf: (row: Row) => string, text: string): KeyedStatement<Row> {
  return { ...statement<Row>(name, text), keyOf };
}
