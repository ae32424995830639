import { alignWithLog } from '../../../kit/administration/alignWithLog.ts';
import { findTableDifference, rowsOf } from '../../../kit/administration/findDifference.ts';
import type { LoggedRow, LoggedTable } from '../../../kit/administration/loggedTable.ts';
import type { Queries } from '../../../kit/database/database.ts';
import { statement } from '../../../kit/database/statement.ts';
import { PublicError } from '../../../kit/errors/publicError.ts';
import { createIndexCheck } from '../index/indexCheck.ts';
import type { Register } from '../register.ts';
import { createRegisterCheck } from './checkRegister.ts';
import { emouRegister } from './emouRegister.ts';

/** Comparison of the register with its log, which was read to its end and verified. */
export interface RegisterComparison {
  /** Number of entries in the log. */
  readonly entries: number;
  /** Number of entries that the register claims to contain. */
  readonly held: number;
  /** Tables that differ, each with a description of its first difference. */
  readonly tables: ReadonlyMap<string, string>;
  /** Difference in the index, which is derived from the tables; checked only if those match the log. */
  readonly index: string | undefined;
}

/** A row that the rebuild removes, as it was. */
export interface ReplacedRow {
  readonly table: string;
  readonly row: LoggedRow;
}

export interface Rebuilt {
  readonly comparison: RegisterComparison;
  /** Number of undelivered notices. They are among the replaced rows and are never sent. */
  readonly undelivered: number;
}

/** Tables that are not in the log and are lost: notices sent or waiting to be sent. */
const NOTICE_TABLES = ['notice', 'notice_delivery'];

const beginWork = statement<unknown>(
  'beginRebuild',
  `select set_config('TimeZone', 'UTC', true), set_config('lock_timeout', '10s', true),
     set_config('idle_in_transaction_session_timeout', '10min', true)`,
);
const lockRegister = statement<{ readonly held: number }>(
  'lockRegisterToRebuild',
  'select log_size::float8 as held from register for update',
);
const runningEmous = statement<{ readonly connections: number }>(
  'runningEmous',
  `select count(*)::int as connections from pg_stat_activity
   where datname = current_database() and application_name = 'person360-emou' and pid <> pg_backend_pid()`,
);
const countUndelivered = statement<{ readonly count: number }>(
  'countUndelivered',
  `select count(*)::int as count from notice
   where (not addressed and at <= $1) or exists (
     select from notice_delivery as delivery where delivery.notice_id = notice.notice_id and delivered_at is null)`,
);

export function isEqual({ entries, held, tables, index }: RegisterComparison): boolean {
  return entries === held && tables.size === 0 && index === undefined;
}

/** Compares the whole register with its log. Rejects with LogTampered if the log is not what was signed. */
export async function compareRegister(register: Register): Promise<RegisterComparison> {
  return await register.database.transaction((queries) => compareLocked(register, queries));
}

/**
 * Empties the tables and rewrites them from the log in one transaction. Nothing changes unless everything matches
 * afterwards. The database login must own the tables, because triggers protect their rows.
 *
 * @param approve called under the register's lock; if it throws, nothing changes
 * @param save stores the rows that are replaced; nothing is touched before it resolves
 */
export async function rebuildRegister(
  register: Register,
  approve: (comparison: RegisterComparison) => void,
  save: (rows: AsyncIterable<ReplacedRow>) => Promise<void>,
): Promise<Rebuilt> {
  const rebuilt = await register.database.transaction(async (queries) => {
    // An emou that has found the difference decides nothing until it is restarted.
    if (((await queries.rows(runningEmous, []))[0]?.connections ?? 0) > 0) {
      throw new PublicError('CONFLICT', 'An emou is connected to this database. Stop every emou and try again.');
    }
    const comparison = await compareLocked(register, queries);
    approve(comparison);
    const [waiting] = await queries.rows(countUndelivered, [register.clock()]);
    await save(replacedRows(queries, [...comparison.tables.keys(), ...NOTICE_TABLES]));
    await emptyTables(queries, register.log.tables);
    await alignWithLog(emouRegister(register), queries, 0, register.clock());
    const after = await compareLocked(register, queries);
    if (!isEqual(after)) throw new Error(`The register still differs: ${differencesOf(after).join('; ')}`);
    return { comparison, undelivered: waiting?.count ?? 0 };
  });
  await createRegisterCheck(register)();
  return rebuilt;
}

/** Lists all differences as sentences. */
export function differencesOf({ entries, held, tables, index }: RegisterComparison): readonly string[] {
  return [
    ...(entries === held ? [] : [`the register holds ${held} entries of the log, which has ${entries}`]),
    ...tables.values(),
    ...(index === undefined ? [] : [index]),
  ];
}

async function compareLocked(register: Register, queries: Queries): Promise<RegisterComparison> {
  const { log } = register;
  await queries.rows(beginWork, []);
  const [place] = await queries.rows(lockRegister, []);
  if (place === undefined) throw new Error('The register has lost its row; restore the database.');
  await log.follow();
  const tables = new Map<string, string>();
  for (const table of log.tables) {
    const difference = await findTableDifference(queries, log, table);
    if (difference !== undefined) tables.set(table.name, difference);
  }
  const index = tables.size > 0 ? undefined : await createIndexCheck(register)(queries);
  return { entries: log.size, held: place.held, tables, index };
}

async function* replacedRows(queries: Queries, tables: readonly string[]): AsyncGenerator<ReplacedRow> {
  for (const table of tables) {
    for await (const row of rowsOf(queries, { name: table })) yield { table, row };
  }
}

async function emptyTables(queries: Queries, tables: readonly LoggedTable[]): Promise<void> {
  const names = tables.map(({ name }) => name);
  const send = (name: string, text: string) => queries.rows(statement<unknown>(name, text), []);
  for (const name of names) await send(`unprotect.${name}`, `alter table ${name} disable trigger user`);
  await send('emptyRegister', `truncate ${names.join(', ')}, agreement, ${NOTICE_TABLES.join(', ')} cascade`);
  // Triggers are enabled again before the rows come back, including any that somebody disabled.
  for (const name of names) await send(`protect.${name}`, `alter table ${name} enable trigger user`);
  await send('holdNothing', 'update register set log_size = 0');
}
