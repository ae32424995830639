import type { Database, Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import { type LinkChangeEntry, readLinkChange } from './linkChangeEntry.ts';

const STEP_ENTRIES = 1_000;
/** A log that was never read takes longer; the steps that were done stay done. */
const LONGEST_MS = 3_000;

const state = statement<{ readonly treeId: number; readonly size: string; readonly readUntil: string }>(
  'audit.linkChangeState',
  `select t.tree_id as "treeId", t.size::text as size, coalesce(p.read_until, 0)::text as "readUntil"
   from ledger.tree t left join link_change_progress p using (tree_id) where t.origin = $1`,
);
const begin = statement<never>(
  'audit.beginLinkChanges',
  'insert into link_change_progress (tree_id, read_until) values ($1, 0) on conflict do nothing',
);
const lock = statement<{ readonly readUntil: string }>(
  'audit.lockLinkChanges',
  'select read_until::text as "readUntil" from link_change_progress where tree_id = $1 for update',
);
const entries = statement<{ readonly leafIndex: string; readonly body: Buffer }>(
  'audit.linkChangeEntries',
  `select leaf_index::text as "leafIndex", body from ledger.entry
   where tree_id = $1 and leaf_index >= $2 and leaf_index < $3 order by leaf_index limit ${STEP_ENTRIES}`,
);
const advance = statement<never>(
  'audit.advanceLinkChanges',
  'update link_change_progress set read_until = $2 where tree_id = $1',
);
const replace = statement<never>(
  'audit.replacePseudonym',
  `insert into replaced_pseudonym (person, replaced_by) values ($1, $2)
   on conflict (person) do update set replaced_by = excluded.replaced_by`,
);
const restore = statement<never>('audit.restorePseudonym', 'delete from replaced_pseudonym where person = $1');
const keep = statement<never>(
  'audit.keepMovingChange',
  `insert into moving_change (link_change_id, kind, changed_at, moves) values ($1, $2, $3, $4::jsonb)
   on conflict do nothing`,
);

/**
 * Copies the changes of links that the person index's log has by now. Rejects with DATABASE_TIMEOUT if there are more than
 * one call can read: an accounting without them would be incomplete.
 *
 * @param origin of the person index's log
 */
export async function followLinkChanges(database: Database, origin: string): Promise<void> {
  const begun = performance.now();
  for (;;) {
    const [found] = await database.rows(state, [origin]);
    if (found === undefined || BigInt(found.readUntil) >= BigInt(found.size)) return;
    if (performance.now() - begun > LONGEST_MS) {
      throw new PublicError('DATABASE_TIMEOUT', 'The log of the person index is being read. Try again in a moment.');
    }
    await database.transaction((queries) => readNext(queries, found.treeId, found.size));
  }
}

async function readNext(queries: Queries, treeId: number, size: string): Promise<void> {
  await queries.rows(begin, [treeId]);
  const [locked] = await queries.rows(lock, [treeId]);
  // Another process may have read them meanwhile.
  if (locked === undefined || BigInt(locked.readUntil) >= BigInt(size)) return;
  const rows = await queries.rows(entries, [treeId, locked.readUntil, size]);
  for (const { body } of rows) {
    const change = readLinkChange(body);
    if (change !== undefined) await copy(queries, change);
  }
  const last = rows.at(-1);
  // Entries of old months may have gone to an archive.
  const next = last === undefined ? BigInt(size) : BigInt(last.leafIndex) + 1n;
  await queries.rows(advance, [treeId, next.toString()]);
}

async function copy(queries: Queries, change: LinkChangeEntry): Promise<void> {
  const { link_change_id: id, kind, changed_at: changedAt, moves, replacements } = change;
  for (const { person, by } of replacements) {
    if (by === null) await queries.rows(restore, [bytesOf(person)]);
    else await queries.rows(replace, [bytesOf(person), bytesOf(by)]);
  }
  const moved = moves.filter(({ from }) => from !== null);
  if (moved.length > 0) await queries.rows(keep, [id, kind, changedAt, JSON.stringify(moved)]);
}

const bytesOf = (pseudonym: string): Buffer => Buffer.from(pseudonym, 'base64url');
