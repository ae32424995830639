import { type CompactRange, EMPTY_RANGE, extendRange, rangeRoot } from '../merkle/compactRange.ts';
import { leafHash } from '../merkle/hash.ts';
import type { Queryable } from '../read/storedTree.ts';
import { differingColumns, type ReadIndexes, type SetColumns, type StoredColumns } from './compareColumns.ts';
import type { StoredMonths } from './storedMonths.ts';

/** A problem that makes lookups miss entries or return what is not in the log. */
export interface IndexProblem {
  readonly first: number;
  readonly last: number;
  readonly what: string;
}

/** Progress of checking a tree. Can be saved and resumed. */
export interface CheckProgress {
  /** The next entry to check. */
  readonly through: number;
  /** Range of the leaves so far; undefined: some were archived, so no root can be computed. */
  readonly range: CompactRange | undefined;
}

export const NOTHING_CHECKED: CheckProgress = { through: 0, range: EMPTY_RANGE };

export interface TreeToCheck {
  readonly treeId: number;
  readonly size: number;
  readonly root: Buffer;
}

interface CheckedRow extends StoredColumns {
  readonly leafIndex: string;
  readonly month: string;
  readonly body: Buffer;
  readonly hasFacets: boolean;
  readonly isExact: boolean;
}

const ENTRIES = `select e.leaf_index::text as "leafIndex", e.month::text as month, e.body, e.person, e.requester,
    e.recorded_at as "recordedAt", e.recorded_at = date_trunc('milliseconds', e.recorded_at) as "isExact",
    s.sort is not null as "hasFacets", s.kind, s.agency, s.dataset, s.approval
  from ledger.entry e left join ledger.entry_sort s using (sort)
  where e.tree_id = $1 and e.leaf_index >= $2 and e.leaf_index < $3 order by e.leaf_index, e.month`;

/**
 * Compares the entries of a stored tree up to `end` (excluded) with their bodies: index columns, month, position, and
 * the root at the end of the tree. Needs only a reader's rights. Problems are returned, never thrown.
 */
export async function checkEntries(
  reader: Queryable,
  tree: TreeToCheck,
  { through, range }: CheckProgress,
  end: number,
  months: StoredMonths,
  readIndexes: ReadIndexes,
): Promise<{ readonly progress: CheckProgress; readonly problems: readonly IndexProblem[] }> {
  const { rows } = await reader.query<CheckedRow>(ENTRIES, [tree.treeId, through, end]);
  const setsOf = await readReferred(reader, rows, readIndexes);
  const problems: IndexProblem[] = [];
  const leaves: Buffer[] = [];
  let isWhole = range !== undefined;
  let next = through;
  for (const row of rows) {
    const index = Number(row.leafIndex);
    if (index > next) isWhole = reportMissing(next, index - 1, months, problems) && isWhole;
    const what = index < next ? ['the entry is stored twice'] : problemsOf(row, months.of(index), readIndexes, setsOf);
    problems.push(...what.map((text) => ({ first: index, last: index, what: text })));
    if (index >= next) leaves.push(leafHash(row.body));
    next = index + 1;
  }
  if (next < end) isWhole = reportMissing(next, end - 1, months, problems) && isWhole;
  // A root needs every leaf; a missing one is reported above.
  const checked =
    isWhole && range !== undefined && leaves.length === end - through ? extendRange(range, leaves) : undefined;
  if (checked !== undefined && end === tree.size && !rangeRoot(checked).equals(tree.root)) {
    problems.push({ first: 0, last: Math.max(end - 1, 0), what: 'the entries are not those of the signed root' });
  }
  return { progress: { through: end, range: checked }, problems };
}

function problemsOf(
  row: CheckedRow,
  month: string | undefined,
  readIndexes: ReadIndexes,
  setsOf: (hash: Buffer, month: string) => SetColumns | undefined,
): readonly string[] {
  const wanted = readIndexes(row.body);
  if (wanted === undefined) return ['the entry has a form that is not known here'];
  const sets = 'of' in wanted.sets ? setsOf(wanted.sets.of, row.month) : wanted.sets;
  if (sets === undefined) return ['the entry that it refers to is not found in its month'];
  const columns = [...differingColumns(row, wanted, sets)];
  if (!row.isExact) columns.push('recorded_at');
  if (!row.hasFacets) columns.push('sort');
  if (row.month !== month) columns.push('month');
  return [...new Set(columns)].map((column) => `the column ${column} does not hold what the entry says`);
}

/** Reports a gap unless its months were archived. Returns whether the leaves before and after it still form a range. */
function reportMissing(first: number, last: number, months: StoredMonths, problems: IndexProblem[]): boolean {
  let from = first;
  while (from <= last && months.isArchived(from)) from += 1;
  if (from <= last) problems.push({ first: from, last, what: 'the entry is missing' });
  return false;
}

/**
 * Reads set columns that the entries of a batch take from others, the way lookups do: by hash, within the same month.
 */
async function readReferred(
  reader: Queryable,
  rows: readonly CheckedRow[],
  readIndexes: ReadIndexes,
): Promise<(hash: Buffer, month: string) => SetColumns | undefined> {
  const wanted = new Map<string, readonly [Buffer, string]>();
  for (const { body, month } of rows) {
    const sets = readIndexes(body)?.sets;
    if (sets !== undefined && 'of' in sets) wanted.set(keyOf(sets.of, month), [sets.of, month]);
  }
  const found = new Map<string, SetColumns>();
  if (wanted.size > 0) {
    const pairs = [...wanted.values()];
    const { rows: referred } = await reader.query<{ hash: Buffer; month: string; body: Buffer }>(
      `select w.hash, w.month::text as month, f.body from unnest($1::bytea[], $2::date[]) as w(hash, month),
         lateral (select body from ledger.entry where person = w.hash and month = w.month) as f`,
      [pairs.map(([hash]) => hash), pairs.map(([, month]) => month)],
    );
    for (const { hash, month, body } of referred) {
      const provides = leafHash(body).equals(hash) ? readIndexes(body)?.provides : undefined;
      if (provides !== undefined) found.set(keyOf(hash, month), provides);
    }
  }
  return (hash, month) => found.get(keyOf(hash, month));
}

function keyOf(hash: Buffer, month: string): string {
  return `${month} ${hash.toString('base64url')}`;
}
