import { z } from 'zod';
import type { AdministrationEntry } from '../../schema/administration.ts';
import { type AdministrationLogSettings, createAdministrationLog } from '../kit/administration/administrationLog.ts';
import { findDifference } from '../kit/administration/findDifference.ts';
import { LogMoved, LogTampered, TablesDiffer } from '../kit/administration/logErrors.ts';
import { restoreRows } from '../kit/administration/restoreRows.ts';
import { rowsToImport } from '../kit/administration/rowsToImport.ts';
import type { Queries } from '../kit/database.ts';
import { PublicError } from '../kit/publicError.ts';
import { statement } from '../kit/statement.ts';
import type { SubgraphSystem } from '../kit/subgraphDefinition.ts';
import type { Suspension } from './suspensions.ts';
import { suspensionTable } from './suspensionTable.ts';

type SuspensionSystem = Pick<SubgraphSystem, 'clock' | 'database' | 'log' | 'name'>;

/** The suspensions as the log holds them. The table is a copy, and must not differ. */
export interface SuspensionRegister {
  /**
   * Brings the table up to the log, imports a table that is older than the log, and compares the two. Rejects with
   * TablesDiffer or LogTampered; the audit system then must not start.
   */
  align(system: SuspensionSystem): Promise<void>;
  /** Suspensions in force, of all persons when `persons` is undefined. Rejects when the log cannot be read. */
  inForce(now: Date, persons: readonly Buffer[] | undefined): Promise<readonly Suspension[]>;
  /** Resolves when the suspension is in the log and in the table. */
  add(
    system: SuspensionSystem,
    wanted: Suspension,
    by: { readonly subject: string; readonly agency: string },
  ): Promise<void>;
  close(): Promise<void>;
}

const MOST_ATTEMPTS = 5;

const limitStall = statement<unknown>(
  'audit.limitStall',
  "select set_config('idle_in_transaction_session_timeout', '30s', true)",
);
// The log holds times as PostgreSQL writes them.
const useUtc = statement<unknown>('audit.useUtc', "select set_config('TimeZone', 'UTC', true)");
const lockSize = statement<{ readonly size: number }>(
  'audit.lockSuspensions',
  'select size::float8 as size from suspension_log for update',
);
const setSize = statement<unknown>('audit.advanceSuspensions', 'update suspension_log set size = $1');
const insert = statement<{ readonly row: Readonly<Record<string, unknown>> }>(
  'audit.suspend',
  `insert into suspension (person, recipient_agency, starts_at, ends_at, oral, reference, entered_by)
   values ($1, $2, $3, $4, $5, $6, $7) returning to_jsonb(suspension) as row`,
);

export function createSuspensionRegister(settings: AdministrationLogSettings): SuspensionRegister {
  const known = new Map<number, Suspension>();
  const log = createAdministrationLog(settings, [suspensionTable], (entry) => {
    const { id, suspension } = suspensionOf(entry);
    known.set(id, suspension);
  });

  /** `behind`: the table has been brought up to the log, and `work` has yet to run. */
  async function attempt<Result>(
    queries: Queries,
    now: Date,
    work: (size: number) => Promise<Result>,
  ): Promise<Result | 'behind'> {
    await queries.rows(limitStall, []);
    await queries.rows(useUtc, []);
    const [locked] = await queries.rows(lockSize, []);
    if (locked === undefined) throw new Error('suspension_log has lost its row; restore the database.');
    const { size } = locked;
    await log.follow();
    if (log.size < size) throw log.distrust(`suspension_log counts ${size} entries of the log, which has ${log.size}`);
    if (log.size > size) {
      await restoreRows(queries, log.tables, (await log.readAll()).slice(size));
      await queries.rows(setSize, [log.size]);
      return 'behind';
    }
    if (size === 0) {
      const writes = await rowsToImport(queries, log.tables);
      if (writes.length > 0) {
        await queries.rows(setSize, [writes.length]);
        await log.append(writes, 0, now);
        return 'behind';
      }
    }
    const difference = await findDifference(queries, log);
    if (difference !== undefined) throw log.distrust(difference);
    return await work(size);
  }

  async function change<Result extends object>(
    { database, log: tell, name }: SuspensionSystem,
    now: Date,
    work: (queries: Queries, size: number) => Promise<Result>,
  ): Promise<Result> {
    log.assertTrusted();
    for (let count = 1; count <= MOST_ATTEMPTS; count += 1) {
      try {
        const result = await database.transaction((queries) => attempt(queries, now, (size) => work(queries, size)));
        if (result !== 'behind') return result;
      } catch (error) {
        if (error instanceof TablesDiffer) {
          tell({ level: 'error', system: name, event: error.message, code: 'TABLES_DIFFER' });
        }
        if (!(error instanceof LogMoved)) throw error;
      }
    }
    throw new PublicError('AUDIT_UNAVAILABLE', 'The log did not take this, so nothing was changed. Try again.');
  }

  return {
    async align(system) {
      await change(system, system.clock(), () => Promise.resolve({}));
    },
    async inForce(now, persons) {
      log.assertTrusted();
      await log.follow();
      return [...known.values()]
        .filter(({ from, until }) => from <= now && until > now)
        .filter(({ person }) => persons === undefined || persons.some((one) => one.equals(person)))
        .sort((one, other) => one.until.getTime() - other.until.getTime());
    },
    async add(system, wanted, by) {
      const { person, recipientAgency, from, until, oral, reference, enteredBy } = wanted;
      await change(system, from, async (queries, size) => {
        const values = [person, recipientAgency, from, until, oral, reference, enteredBy];
        const [inserted] = await queries.rows(insert, values);
        if (inserted === undefined) throw new Error('An insert returned no row.');
        await queries.rows(setSize, [size + 1]);
        // The last step before the commit: if the commit fails, the next start or change restores the row.
        await log.append([{ event: 'suspension', table: suspensionTable.name, row: inserted.row, by }], size, from);
        return inserted;
      });
    },
    close: () => log.close(),
  };
}

const Time = z.string().transform((text) => new Date(text));
const Row = z.object({
  suspension_id: z.number().int(),
  // As PostgreSQL writes bytes in JSON.
  person: z
    .string()
    .regex(/^\\x([0-9a-f]{2})+$/)
    .transform((text) => Buffer.from(text.slice(2), 'hex')),
  recipient_agency: z.string(),
  starts_at: Time,
  ends_at: Time,
  oral: z.boolean(),
  reference: z.string(),
  entered_by: z.string(),
});

function suspensionOf({ row, seq }: AdministrationEntry): { readonly id: number; readonly suspension: Suspension } {
  const parsed = Row.safeParse(row);
  if (!parsed.success) throw new LogTampered(`administration entry ${seq} holds no suspension`);
  const { suspension_id: id, person, recipient_agency, starts_at, ends_at, oral, reference, entered_by } = parsed.data;
  return {
    id,
    suspension: {
      ...{ person, recipientAgency: recipient_agency, from: starts_at, until: ends_at, oral, reference },
      enteredBy: entered_by,
    },
  };
}
