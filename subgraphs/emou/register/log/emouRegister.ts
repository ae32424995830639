import type { LoggedRegister, RestoredEntries } from '../../../kit/administration/loggedRegister.ts';
import type { Queries } from '../../../kit/database/database.ts';
import { statement } from '../../../kit/database/statement.ts';
import { rebuildIndex, reindex } from '../index/rebuildIndex.ts';
import type { Register } from '../register.ts';
import { REGISTER_CHANNEL } from '../registerChannel.ts';
import { loggedTables } from './loggedTables.ts';

interface LockedRegister {
  readonly size: number;
  readonly revision: number;
}

const lock = statement<LockedRegister>(
  'lockRegister',
  'select revision::float8 as revision, log_size::float8 as size from register for update',
);
const setSize = statement<unknown>('advanceLog', 'update register set log_size = $1');
/** Makes feed readers receive everything again, because no event says what changed. */
const markRestored = statement<{ readonly revision: string }>(
  'markRestored',
  `update register set revision = greatest(revision, $1) + 1, rebuilt_with = greatest(revision, $1) + 1
   returning revision::text as revision`,
);
const tellRestored = statement<unknown>('tellRestored', 'select pg_notify($1, $2)');

/** emou's register with its log. The stall limit is short: while a change stalls, nobody can revoke an approval. */
export function emouRegister(register: Register): LoggedRegister<LockedRegister> {
  const { log, database, clock } = register;
  return {
    name: 'the register',
    ...{ log, database, clock, lock, setSize },
    stallLimits: { change: '5s', wholeRegister: '120s' },
    onRestored: (queries, restored) => rebuildFrom(register, queries, restored),
  };
}

async function rebuildFrom(
  { calendarOf, catalogues, settings }: Register,
  queries: Queries,
  { entries, sizeBefore, now }: RestoredEntries,
): Promise<void> {
  const moves = entries.filter(({ table }) => table === loggedTables.agreementEvent.name);
  const revisions = moves.map(({ row }) => Number(row.revision));
  const rules = { calendar: await calendarOf(queries), catalogues, settings };
  const isWhole = sizeBefore === 0 || entries.some(({ table }) => table === loggedTables.proclaimedDay.name);
  if (isWhole) await rebuildIndex(queries, rules, now);
  else {
    const ids = [...new Set(moves.flatMap(({ approval }) => approval ?? []))];
    await reindex(queries, ids, rules, now, 'move and time');
  }
  const greatest = revisions.reduce((most, revision) => Math.max(most, revision), 0);
  const [row] = await queries.rows(markRestored, [greatest]);
  await queries.rows(tellRestored, [REGISTER_CHANNEL, row?.revision ?? '']);
}
