import { type RequestEnd, SharedEnding } from '../limits/requestEnd.ts';
import type { KeyedStatement, Statement } from './statement.ts';

/** The records that have a key, in the statement's order; a key that none has is not in it. */
export type RowsByKey<Row> = ReadonlyMap<string, readonly Row[]>;

export interface CoalescedReads {
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

/** Sends a statement, and cancels it when the ending comes first. */
type SendUntil = <Row>(
  end: RequestEnd,
  statement: Statement<Row>,
  values: readonly unknown[],
) => Promise<readonly Row[]>;

interface Batch {
  readonly keys: Set<string>;
  /** Over once every request of the batch is. */
  readonly end: SharedEnding;
  readonly rows: Promise<RowsByKey<unknown>>;
}

/** What a statement is given of several requests; who asks for more has one of their own, and nobody waits for that. */
const MAX_SHARED_KEYS = 1_000;

/**
 * One statement under way, the next leaves when it returns, for all who came meanwhile; the first leaves when everything
 * that has just arrived at this process was looked at. So there is no waiting when idle, and the busier the system the
 * fewer statements. Nobody joins a statement that has left: everybody reads what was true when they asked, or later.
 * Records are shared between grants, as they are in the database: what of them is shown is decided field by field under
 * each request's own grant (guardSchema.ts). A statement is cancelled when all of its requests have ended.
 *
 * @returns the reads of one request; without an end, of somebody who always waits
 */
export function createCoalescedReads(rows: SendUntil): (end: RequestEnd | undefined) => CoalescedReads {
  /** Not yet sent, by statement and other values. */
  const gathering = new Map<string, Batch>();
  /** Settles when the statement has returned, however it went. */
  const underway = new Map<string, Promise<void>>();

  async function read(
    end: RequestEnd,
    statement: KeyedStatement<unknown>,
    keys: readonly string[],
    others: readonly unknown[],
  ): Promise<RowsByKey<unknown>> {
    const byKey = new Map<string, unknown[]>();
    for (const row of await rows(end, statement, [keys, ...others])) {
      const key = statement.keyOf(row);
      const group = byKey.get(key);
      if (group === undefined) byKey.set(key, [row]);
      else group.push(row);
    }
    return byKey;
  }

  function open(name: string, statement: KeyedStatement<unknown>, others: readonly unknown[]): Batch {
    const keys = new Set<string>();
    const end = new SharedEnding();
    const turn = underway.get(name) ?? new Promise<void>((resolve) => setImmediate(resolve));
    const rows = turn.then(() => {
      if (gathering.get(name) === batch) gathering.delete(name);
      const answer = read(end, statement, [...keys], others);
      const returned = answer.then(ignore, ignore);
      underway.set(name, returned);
      void returned.then(() => underway.get(name) === returned && underway.delete(name));
      return answer;
    });
    const batch: Batch = { keys, end, rows };
    gathering.set(name, batch);
    return batch;
  }

  function byKey(
    end: RequestEnd | undefined,
    statement: KeyedStatement<unknown>,
    keys: readonly string[],
    others: readonly unknown[],
  ): Promise<RowsByKey<unknown>> {
    const name = others.length === 0 ? statement.name : JSON.stringify([statement.name, ...others]);
    const waiting = gathering.get(name);
    if ((waiting?.keys.size ?? 0) + keys.length > MAX_SHARED_KEYS)
      return read(end ?? new SharedEnding(), statement, keys, others);
    // What everybody has left is not joined: it will not be sent.
    const batch = waiting === undefined || waiting.end.isOver ? open(name, statement, others) : waiting;
    batch.end.join(end);
    for (const key of keys) batch.keys.add(key);
    return batch.rows;
  }

  return (end) => {
    const ofRequest = (
      statement: KeyedStatement<unknown>,
      keys: readonly string[],
      ...others: readonly unknown[]
    ): Promise<RowsByKey<unknown>> => byKey(end, statement, keys, others);
    // What a statement's batches answer with are the records of that statement.
    return { byKey: ofRequest as CoalescedReads['byKey'] };
  };
}

const ignore = (): void => undefined;
