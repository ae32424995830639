import type { LogCompleteness } from '../../../schema/generated/audit.ts';
import type { Database } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import { checkStep } from './checkStep.ts';

interface CheckedTree {
  readonly treeId: number;
  readonly origin: string;
  readonly entries: string;
  readonly checked: string | null;
  readonly comparedSince: Date | null;
}

interface OpenProblem {
  readonly id: string;
  readonly what: string;
  readonly foundAt: Date;
  readonly problems: string;
}

const checkedTrees = statement<CheckedTree>(
  'audit.completeness',
  `select t.tree_id as "treeId", t.origin, t.size::text as entries, h.through::text as checked,
     s.compared_since as "comparedSince"
   from ledger.tree t
     left join index_check h on h.tree_id = t.tree_id and h.part = 'head'
     left join index_check s on s.tree_id = t.tree_id and s.part = 'sweep'
   where t.size > 0 order by t.tree_id`,
);
const openProblems = statement<OpenProblem>(
  'audit.problems',
  `select tree_id || '-' || first_index || case when last_index > first_index then ' to ' || last_index else '' end as id,
     what, min(found_at) over () as "foundAt", count(*) over ()::text as problems
   from index_problem where cleared_at is null order by found_at, tree_id, first_index limit 10`,
);

/** Steps of 1,024 entries that a response waits for, to cover what was written since the background job last looked. */
const STEPS_AHEAD = 4;

/**
 * Reports whether lookups in the log find everything as of now. First compares entries that the background job has not
 * reached yet, up to STEPS_AHEAD steps.
 */
export async function readCompleteness(database: Database, clock: () => Date): Promise<LogCompleteness> {
  let trees = await database.rows(checkedTrees, []);
  // Entries written from now on are not part of the result.
  const ends = new Map(trees.map(({ treeId, entries }) => [treeId, Number(entries)]));
  const countUnchecked = (): number =>
    trees.reduce((sum, { treeId, checked }) => sum + Math.max(0, (ends.get(treeId) ?? 0) - Number(checked ?? 0)), 0);
  for (let step = 0; step < STEPS_AHEAD && countUnchecked() > 0; step += 1) {
    await checkStep(database, 'head', clock);
    trees = await database.rows(checkedTrees, []);
  }
  const unchecked = countUnchecked();
  const problems = await database.rows(openProblems, []);
  const since = trees.map(({ comparedSince }) => comparedSince);
  const [first] = problems;
  return {
    complete: first === undefined && unchecked === 0,
    checkedThrough: trees.map(({ treeId, origin, entries, checked }) => ({
      ...{ treeId, origin },
      entries: Number(entries),
      checked: Number(checked ?? 0),
    })),
    // Before the first sweep has ended, every entry was compared once, when the head passed it.
    comparedSince: since.every((time) => time !== null) && since.length > 0 ? earliest(since).toISOString() : null,
    mismatchSince: first?.foundAt.toISOString() ?? null,
    mismatches: Number(first?.problems ?? 0),
    problems: problems.map(({ id, what }) => ({ entries: id, what })),
    explanation: explain(first, unchecked),
  };
}

function explain(problem: OpenProblem | undefined, unchecked: number): string {
  if (problem !== undefined) {
    return `The index of the log does not match its entries (found ${problem.foundAt.toISOString()}; ${problem.problems} places, such as entry ${problem.id}: ${problem.what}). Responses may omit entries. Export the log and run person360 verify.`;
  }
  if (unchecked > 0) return `${unchecked} entries have not been compared with the index yet. Try again later.`;
  return 'Every entry was compared with the index that finds it, and nothing differs.';
}

function earliest(times: readonly (Date | null)[]): Date {
  return new Date(Math.min(...times.flatMap((time) => (time === null ? [] : [time.getTime()]))));
}
