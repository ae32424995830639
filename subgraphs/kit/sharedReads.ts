import type { Queries } from './database.ts';
import type { KeyedStatement } from './statement.ts';

/** The records that have a key, in the statement's order; a key that none has is not in it. */
export type RowsByKey<Row> = ReadonlyMap<string, readonly Row[]>;

export interface SharedReads {
  /**
   * At least the records with these keys: requests that ask the same at the same time share a statement and its answer,
   * and each takes what it asked for. `others`: values of the statement beside the keys, from $2 on.
   */
  byKey<Row>(
    statement: KeyedStatement<Row>,
    keys: readonly string[],
    ...others: readonly unknown[]
  ): Promise<RowsByKey<Row>>;
}

interface Batch {
  readonly keys: Set<string>;
  readonly rows: Promise<RowsByKey<unknown>>;
}

/** What a statement is given of several requests; who asks for more has one of their own, and nobody waits for that. */
const maxSharedKeys = 1_000;

/**
 * One statement under way, the next leaves when it returns, for all who came meanwhile; the first leaves when everything
 * that has just arrived at this process was looked at. So there is no waiting when idle, and the busier the system the
 * fewer statements. Nobody joins a statement that has left: everybody reads what was true when they asked, or later.
 * Records are shared between grants, as they are in the database: what of them is shown is decided field by field under
 * each request's own grant (guardSchema.ts).
 */
export function createSharedReads({ rows }: Queries): SharedReads {
  /** Not yet sent, by statement and other values. */
  const gathering = new Map<string, Batch>();
  /** Settles when the statement has returned, however it went. */
  const underway = new Map<string, Promise<void>>();

  async function read(
    statement: KeyedStatement<unknown>,
    keys: readonly string[],
    others: readonly unknown[],
  ): Promise<RowsByKey<unknown>> {
    const byKey = new Map<string, unknown[]>();
    for (const row of await rows(statement, [keys, ...others])) {
      const key = statement.keyOf(row);
      const group = byKey.get(key);
      if (group === undefined) byKey.set(key, [row]);
      else group.push(row);
    }
    return byKey;
  }

  function open(name: string, statement: KeyedStatement<unknown>, others: readonly unknown[]): Batch {
    const keys = new Set<string>();
    const turn = underway.get(name) ?? new Promise<void>((resolve) => setImmediate(resolve));
    const rows = turn.then(() => {
      gathering.delete(name);
      const answer = read(statement, [...keys], others);
      const returned = answer.then(ignore, ignore);
      underway.set(name, returned);
      void returned.then(() => underway.get(name) === returned && underway.delete(name));
      return answer;
    });
    const batch = { keys, rows };
    gathering.set(name, batch);
    return batch;
  }

  function byKey(
    statement: KeyedStatement<unknown>,
    keys: readonly string[],
    ...others: readonly unknown[]
  ): Promise<RowsByKey<unknown>> {
    const name = others.length === 0 ? statement.name : JSON.stringify([statement.name, ...others]);
    if ((gathering.get(name)?.keys.size ?? 0) + keys.length > maxSharedKeys) return read(statement, keys, others);
    const batch = gathering.get(name) ?? open(name, statement, others);
    for (const key of keys) batch.keys.add(key);
    return batch.rows;
  }

  // What a statement's batches answer with are the records of that statement.
  return { byKey: byKey as SharedReads['byKey'] };
}

const ignore = (): void => undefined;
