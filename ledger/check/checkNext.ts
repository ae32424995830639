import type { Queryable } from '../read/storedTree.ts';
import { type CheckProgress, checkEntries, type IndexProblem, type TreeToCheck } from './checkEntries.ts';
import { BLOCK_ENTRIES, checkPostings, checkStrayRows } from './checkPostings.ts';
import type { ReadIndexes } from './compareColumns.ts';
import { readStoredMonths } from './storedMonths.ts';

/**
 * Checks the next entries of a stored tree (at most `limit`): columns, months, postings, and at the end of the tree its
 * root and stray rows. Covers everything that lookups rely on and that the tree itself does not prove.
 */
export async function checkNext(
  reader: Queryable,
  tree: TreeToCheck,
  from: CheckProgress,
  limit: number,
  readIndexes: ReadIndexes,
): Promise<{ readonly progress: CheckProgress; readonly problems: readonly IndexProblem[] }> {
  const end = Math.min(from.through + limit, tree.size);
  const months = await readStoredMonths(reader, tree.treeId);
  const { progress, problems } = await checkEntries(reader, tree, from, end, months, readIndexes);
  const [firstBlock, lastBlock] = [Math.floor(from.through / BLOCK_ENTRIES), Math.floor(end / BLOCK_ENTRIES)];
  const postings = await checkPostings(reader, tree.treeId, firstBlock, lastBlock, months.firstKept);
  const strays = end === tree.size ? await checkStrayRows(reader, tree) : [];
  return { progress, problems: [...problems, ...postings, ...strays] };
}

/** Reads the trees of a database with their signed sizes and roots. */
export async function readTreesToCheck(
  reader: Queryable,
  origin?: string,
): Promise<readonly (TreeToCheck & { readonly origin: string })[]> {
  const { rows } = await reader.query<{ tree_id: number; origin: string; size: string; root: Buffer }>(
    'select tree_id, origin, size::text as size, root from ledger.tree where $1::text is null or origin = $1 order by tree_id',
    [origin ?? null],
  );
  return rows.map(({ tree_id, size, ...row }) => ({
    treeId: tree_id,
    origin: row.origin,
    root: row.root,
    size: Number(size),
  }));
}
