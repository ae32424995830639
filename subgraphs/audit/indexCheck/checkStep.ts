import { type CheckProgress, checkNext, type IndexProblem, readTreesToCheck } from '../../../ledger/index.ts';
import { indexesOfBody } from '../../../schema/ledger/entryIndexes.ts';
import type { Database } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import { queryable } from '../entries/ledgerQueries.ts';

export type CheckPart = 'head' | 'sweep';

/** Entries read at a time: about 4 MB of bodies. */
const STEP_ENTRIES = 1_024;
/** Pause after a completed sweep: a small log is compared again every few seconds, a large one without a pause. */
const REST_MS = 5_000;
/** Maximum problems stored in one step. One is enough to report a result as incomplete. */
const MOST_PROBLEMS = 100;

interface StateRow {
  readonly through: string;
  readonly peaks: readonly Buffer[] | null;
  readonly startedAt: Date;
}

const begin = statement<never>(
  'audit.check.begin',
  `insert into index_check (tree_id, part, started_at) values ($1, $2, $3) on conflict do nothing`,
);
const lock = statement<StateRow>(
  'audit.check.lock',
  `select through::text as through, peaks, started_at as "startedAt" from index_check
   where tree_id = $1 and part = $2 and rests_until <= $3 for update`,
);
const save = statement<never>(
  'audit.check.save',
  `update index_check set through = $3, peaks = $4, started_at = $5,
     compared_since = coalesce($6, compared_since), rests_until = $7 where tree_id = $1 and part = $2`,
);
const found = statement<{ readonly isNew: boolean }>(
  'audit.check.found',
  `insert into index_problem as p (tree_id, first_index, last_index, what, found_at, seen_at)
   select $1, f.first, f.last, f.what, $5, $5 from unnest($2::bigint[], $3::bigint[], $4::text[]) as f(first, last, what)
   on conflict (tree_id, first_index, what) do update set
     last_index = excluded.last_index, seen_at = excluded.seen_at,
     found_at = case when p.cleared_at is null then p.found_at else excluded.found_at end, cleared_at = null
   returning found_at = $5 as "isNew"`,
);
const clear = statement<never>(
  'audit.check.clear',
  `update index_problem set cleared_at = $3 where tree_id = $1 and cleared_at is null and seen_at <= $2 and seen_at < $3`,
);

export interface StepResult {
  /** True if there was anything left to compare. */
  readonly worked: boolean;
  /** Problems found for the first time. */
  readonly newProblems: readonly IndexProblem[];
}

/**
 * Compares the next entries of every tree and saves the progress. Replicas take turns by locking the saved row. The end
 * of a sweep clears problems that it did not find again.
 */
export async function checkStep(database: Database, part: CheckPart, clock: () => Date): Promise<StepResult> {
  let worked = false;
  const newProblems: IndexProblem[] = [];
  for (const { treeId, size } of await readTreesToCheck(queryable(database))) {
    if (size === 0) continue;
    await database.transaction(async (queries) => {
      await queries.rows(begin, [treeId, part, clock()]);
      const [state] = await queries.rows(lock, [treeId, part, clock()]);
      // Read after taking the lock: a size read earlier could be behind the saved one.
      const tree = (await readTreesToCheck(queryable(queries))).find((one) => one.treeId === treeId);
      if (state === undefined || tree === undefined) return;
      const from = progressOf(state);
      if (part === 'head' && from.through >= tree.size) return;
      const now = clock();
      const { progress, problems } = await checkNext(queryable(queries), tree, from, STEP_ENTRIES, indexesOfBody);
      const reported = problems.slice(0, MOST_PROBLEMS);
      const columns = [
        reported.map(({ first }) => first),
        reported.map(({ last }) => last),
        reported.map(({ what }) => what),
      ];
      const stored = reported.length === 0 ? [] : await queries.rows(found, [treeId, ...columns, now]);
      newProblems.push(...reported.filter((_, at) => stored[at]?.isNew === true));
      const swept = part === 'sweep' && progress.through >= tree.size;
      if (swept) await queries.rows(clear, [treeId, state.startedAt, now]);
      const next = swept ? { through: 0, range: { size: 0, peaks: [] } } : progress;
      await queries.rows(save, [
        ...[treeId, part, next.through, next.range?.peaks ?? null],
        ...[swept ? now : state.startedAt, swept ? state.startedAt : null],
        swept ? new Date(now.getTime() + REST_MS) : now,
      ]);
      worked = true;
    });
  }
  return { worked, newProblems };
}

function progressOf({ through, peaks }: StateRow): CheckProgress {
  const size = Number(through);
  return { through: size, range: peaks === null ? undefined : { size, peaks } };
}
