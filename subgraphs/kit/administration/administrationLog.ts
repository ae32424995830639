import {
  canonicalJson,
  followTree,
  type JsonValue,
  type Ledger,
  LedgerUnavailable,
  LedgerUnfit,
  openLedger,
  type TreeFollower,
  verifierKeyOf,
} from '../../../ledger/index.ts';
import {
  ADMINISTRATION_KIND,
  type AdministrationEntry,
  readAdministrationEntry,
} from '../../../schema/ledger/administration.ts';
import { PublicError } from '../errors/publicError.ts';
import { LogMoved, LogTampered, TablesDiffer } from './logErrors.ts';
import { type AdministrationWrite, keyOf, type LoggedRow, type LoggedTable } from './loggedTable.ts';
import { createShapes, isSameRow, type RecordedRow } from './recordedRow.ts';

export interface AdministrationLogSettings {
  /** Database login that is a member of ledger_writer and ledger_administration, and of nothing else. */
  readonly connectionString: string;
  /** Name of the tree. All processes of a system share one tree; the process that holds the register's lock appends. */
  readonly origin: string;
  /** Ed25519, PKCS #8 PEM. */
  readonly signingKey: string;
  /** Verifier keys of this origin that signed before, if the key was changed. */
  readonly formerKeys?: readonly string[];
}

/** The log of one system's decisions, and the state of the system's tables according to the log. */
export interface AdministrationLog {
  readonly origin: string;
  readonly tables: readonly LoggedTable[];
  /** Entries read and verified so far. */
  readonly size: number;
  /**
   * Reads and verifies the entries appended since the last call. Rejects with LogTampered if they are not what was
   * signed.
   */
  follow(): Promise<void>;
  /** True if the last entry for this row matches it exactly. Not of tables that are never compared. */
  isRecorded(table: LoggedTable, row: LoggedRow): boolean;
  /** Keys of the table's rows. */
  keysOf(table: LoggedTable): ReadonlyMap<string, unknown>;
  /** Every entry, verified, in order. */
  readAll(): Promise<readonly AdministrationEntry[]>;
  /**
   * Appends all of the writes or none, right after entry number `after`. They are durable once this resolves. Rejects
   * with LogMoved, appending nothing, if the tree does not end at `after`.
   */
  append(writes: readonly AdministrationWrite[], after: number, now: Date): Promise<void>;
  /** Stops all further decisions, because the tables differ from the log. Returns the error to throw. */
  invalidate(difference: string): TablesDiffer;
  /** Throws TablesDiffer once a difference was found, and LogTampered once an entry could not be processed. */
  assertTrusted(): void;
  close(): Promise<void>;
}

/** A register is imported as one batch. */
const limits = { maxQueuedEntries: 1_000_000, maxBatchEntries: 1_000_000, appendTimeoutMs: 12_000 };
/** Shorter than the lease of 15 s. */
const STATEMENT_TIMEOUT_MS = 10_000;

/**
 * Connects on first use, so that the system can start while the database is down.
 *
 * @param onEntry called with every verified entry, in order, as `follow` reads it; an error that it throws rejects that
 * `follow`
 */
export function createAdministrationLog(
  settings: AdministrationLogSettings,
  tables: readonly LoggedTable[],
  onEntry: (entry: AdministrationEntry) => void = () => undefined,
): AdministrationLog {
  const { connectionString, origin, signingKey, formerKeys = [] } = settings;
  const verifierKeys = [verifierKeyOf(origin, signingKey), ...formerKeys];
  const createFollower = () =>
    followTree({ connectionString, origin, verifierKeys, statementTimeoutMs: STATEMENT_TIMEOUT_MS });
  const follower = createFollower();
  /** Last recorded state of each row, by table and key. */
  const rows = new Map(tables.map((table) => [table.name, new Map<string, RecordedRow>()]));
  const shapes = createShapes();
  let writer: Ledger | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let invalidatedBy: TablesDiffer | undefined;
  let unprocessed: unknown;

  /** Runs calls one at a time: the follower and the writer must not overlap. */
  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = last.then(work, work);
    last = result.catch(() => undefined);
    return result;
  }

  function rowsOf({ name }: Pick<LoggedTable, 'name'>): Map<string, RecordedRow> {
    const known = rows.get(name);
    if (known !== undefined) return known;
    throw new LogTampered(`the log ${origin} has entries for the table ${name}, which this version does not know`);
  }

  function processEntry(entry: AdministrationEntry): void {
    const { table: name, row } = entry;
    const table = tables.find((candidate) => candidate.name === name);
    const known = rowsOf({ name });
    if (table !== undefined && table.uncompared !== true) known.set(keyOf(table, row), shapes.recorded(row));
    onEntry(entry);
  }

  async function discardWriter(): Promise<void> {
    const closing = writer;
    writer = undefined;
    await closing?.close().catch(() => undefined);
  }

  /** Opens the tree, or reopens it if this process's writer is not at `after`: another process may have appended. */
  async function writerBehind(after: number): Promise<Ledger> {
    if (writer !== undefined && (writer.state !== 'open' || writer.head.size !== after)) await discardWriter();
    // All processes use the same holder, so the one that has the register's lock can take over the tree at once.
    writer ??= await openLedger({
      ...{
        connectionString,
        origin,
        holder: origin,
        signingKey,
        formerKeys,
        limits,
        statementTimeoutMs: STATEMENT_TIMEOUT_MS,
      },
      readsBack: true,
    });
    if (writer.head.size !== after) {
      throw new LogMoved(`the log ${origin} has ${writer.head.size} entries, not ${after}`);
    }
    return writer;
  }

  return {
    origin,
    tables,
    get size() {
      return follower.size;
    },
    follow: () =>
      inTurn(async () => {
        const first = follower.size;
        const bodies = await readNew(follower);
        try {
          for (const entry of parse(origin, first, bodies)) processEntry(entry);
        } catch (error) {
          // The follower is already past these entries, so the state without them must not decide anything.
          unprocessed ??= error;
          throw error;
        }
      }),
    isRecorded: (table, row) => isSameRow(rowsOf(table).get(keyOf(table, row)), row),
    keysOf: rowsOf,
    async readAll() {
      const reader = createFollower();
      try {
        return parse(origin, 0, await readNew(reader));
      } finally {
        await reader.close();
      }
    },
    append: (writes, after, now) =>
      inTurn(async () => {
        const entries = writes.map((write, at) => entryOf(write, after + at + 1, now));
        try {
          const ledger = await writerBehind(after);
          await ledger.append(entries);
        } catch (error) {
          await discardWriter();
          throw asAppendError(error);
        }
      }),
    invalidate(difference) {
      invalidatedBy ??= new TablesDiffer(origin, difference);
      return invalidatedBy;
    },
    assertTrusted() {
      if (invalidatedBy !== undefined) throw invalidatedBy;
      if (unprocessed !== undefined) throw unprocessed;
    },
    async close() {
      await inTurn(discardWriter);
      await follower.close();
    },
  };
}

async function readNew(follower: TreeFollower): Promise<readonly Buffer[]> {
  try {
    return await follower.follow();
  } catch (error) {
    throw error instanceof LedgerUnfit ? new LogTampered(error.message) : logUnavailable();
  }
}

function parse(origin: string, first: number, bodies: readonly Buffer[]): readonly AdministrationEntry[] {
  return bodies.map((body, at) => {
    const entry = readAdministrationEntry(body);
    if (entry?.seq === first + at + 1) return entry;
    throw new LogTampered(`entry ${first + at} of ${origin} is not administration entry ${first + at + 1}`);
  });
}

function entryOf({ event, table, row, by, approval, imported, time }: AdministrationWrite, seq: number, now: Date) {
  const at = time ?? now;
  const { subject, agency } = by;
  const entry: AdministrationEntry = {
    ...{ v: 1, kind: ADMINISTRATION_KIND, event, seq, table, row, by: { subject, agency }, time: at.toISOString() },
    ...(approval === undefined ? {} : { approval }),
    ...(imported === undefined ? {} : { imported }),
  };
  return {
    // Rows come from JSON and can be written as JSON.
    body: canonicalJson(entry as JsonValue),
    time: at,
    indexes: { kind: ADMINISTRATION_KIND, agency, approval, requester: subject },
  };
}

/** Translates the failure of an append into the error for the change that it was part of. */
function asAppendError(error: unknown): unknown {
  if (error instanceof TypeError) {
    return new PublicError('BAD_USER_INPUT', 'This is too long for one entry of the log. Shorten its texts.');
  }
  if (error instanceof LedgerUnfit) return new LogTampered(error.message);
  if (error instanceof LedgerUnavailable && error.outcome === 'not-recorded') {
    return new LogMoved(error.message);
  }
  if (error instanceof LedgerUnavailable) {
    return new PublicError(
      'AUDIT_UNAVAILABLE',
      'The log did not confirm this in time. It may have been recorded, so check the register before you repeat it.',
    );
  }
  if (error instanceof LogMoved) return error;
  return logUnavailable();
}

function logUnavailable(): PublicError {
  return new PublicError('AUDIT_UNAVAILABLE', 'The log is unavailable, so nothing was changed. Try again.');
}
