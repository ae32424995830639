declare const rowType: unique symbol;

/** One SQL statement with the record that its columns make. `name` is unique in its system: PostgreSQL plans it once per connection. */
export interface Statement<Row> {
  readonly name: string;
  readonly text: string;
  /** Only for the compiler. */
  readonly [rowType]?: Row;
}

/** PostgreSQL cuts longer names off, and two statements cut to the same name would be taken for one. */
const maxNameLength = 63;

/**
 * Names a statement. The columns it selects carry the names (`as "clientId"`) and types of `Row`: the migration fixes
 * them, and every statement is run against a real database in the tests.
 */
export function statement<Row>(name: string, text: string): Statement<Row> {
  if (name.length > maxNameLength) throw new Error(`The statement's name is too long: ${name}.`);
  return { name, text };
}
