import { type RequestEnd, SharedEnding } from '../limits/requestEnd.ts';
import type { KeyedStatement, Statement } from './statement.ts';

/** Records by key, in the statement's order. Keys without a record are absent. */
export type RowsByKey<Row> = ReadonlyMap<string, readonly Row[]>;

export interface CoalescedReads {
  /**
   * Reads at least the records with these keys. Concurrent requests for the same statement share one execution and its
   * result, and each picks its own keys. `others`: further values of the statement, from $2 on.
   */
  byKey<Row>(
    statement: KeyedStatement<Row>,
    keys: readonly string[],
    ...others: readonly unknown[]
  ): Promise<RowsByKey<Row>>;
}

/** Sends a statement and cancels it if the ending comes first. */
type SendUntil = <Row>(
  end: RequestEnd,
  statement: Statement<Row>,
  values: readonly unknown[],
) => Promise<readonly Row[]>;

interface Batch {
  readonly keys: Set<string>;
  /** Ends when every request of the batch has ended. */
  readonly end: SharedEnding;
  readonly rows: Promise<RowsByKey<unknown>>;
}

/**
 * Most keys that requests share in one statement. A request for more gets a statement of its own, so nobody else waits
 * for it.
 */
const MAX_SHARED_KEYS = 1_000;

/**
 * Keeps one execution of each statement in flight. Reads that arrive meanwhile share the next one, which leaves when
 * the first returns; the first leaves once everything that has just arrived at this process was processed. So an idle
 * system adds no waiting, and a busier one sends fewer statements. A read never joins a statement already sent, so it
 * sees what was true when it was requested, or later. Records are shared between grants, as in the database: each
 * request's own grant decides field by field what is shown (guardSchema.ts). A statement is canceled when all of its
 * requests have ended.
 *
 * @returns the reads of one request; without an end, the caller is assumed to wait forever
 */
export function createCoalescedReads(rows: SendUntil): (end: RequestEnd | undefined) => CoalescedReads {
  /** Batches not yet sent, by statement and other values. */
  const gathering = new Map<string, Batch>();
  /** Settles when the statement has returned, whether it succeeded or failed. */
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
    // A batch that every request has left will not be sent, so it is not joined.
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
    // The batches of a statement return the records of that statement.
    return { byKey: ofRequest as CoalescedReads['byKey'] };
  };
}

const ignore = (): void => undefined;
