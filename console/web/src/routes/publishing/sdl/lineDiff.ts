/** One line that only one of two texts has. */
export interface LineChange {
  readonly kind: 'added' | 'removed';
  /** Number in the text that has it, from 1. */
  readonly line: number;
  readonly text: string;
}

/** Beyond this many changed lines the shortest list costs too much, and the whole middle counts as replaced. */
const MOST_CHANGES = 500;

/** The shortest list of lines to remove from `before` and to add for `after`, in the order of the texts (Myers 1986). */
export function lineDiff(before: string, after: string): readonly LineChange[] {
  if (before === after) return [];
  const [old, next] = [linesOf(before), linesOf(after)];
  let start = 0;
  while (start < old.length && start < next.length && old[start] === next[start]) start++;
  let end = 0;
  while (end < old.length - start && end < next.length - start && old.at(-1 - end) === next.at(-1 - end)) end++;
  const middle = [old.slice(start, old.length - end), next.slice(start, next.length - end)] as const;
  return (shortest(...middle) ?? replaced(...middle)).map(({ line, ...change }) => ({
    ...change,
    line: line + start,
  }));
}

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
}

function shortest(old: readonly string[], next: readonly string[]): LineChange[] | undefined {
  const most = Math.min(old.length + next.length, MOST_CHANGES);
  /** Furthest line of `old` on each diagonal, one map for each number of changes. */
  const rounds: Map<number, number>[] = [];
  let furthest = new Map([[1, 0]]);
  for (let changes = 0; changes <= most; changes++) {
    rounds.push(new Map(furthest));
    furthest = new Map(furthest);
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      let x =
        stepOf(furthest, diagonal, changes) === 'added' ? at(furthest, diagonal + 1) : at(furthest, diagonal - 1) + 1;
      while (x < old.length && x - diagonal < next.length && old[x] === next[x - diagonal]) x++;
      furthest.set(diagonal, x);
      if (x >= old.length && x - diagonal >= next.length) return walkBack(old, next, rounds);
    }
  }
  return undefined;
}

function walkBack(old: readonly string[], next: readonly string[], rounds: readonly Map<number, number>[]) {
  const changes: LineChange[] = [];
  let [x, y] = [old.length, next.length];
  for (let round = rounds.length - 1; round > 0; round--) {
    const furthest = rounds[round] ?? new Map<number, number>();
    const diagonal = x - y;
    const kind = stepOf(furthest, diagonal, round);
    const from = kind === 'added' ? diagonal + 1 : diagonal - 1;
    x = at(furthest, from);
    y = x - from;
    changes.push(
      kind === 'added'
        ? { kind, line: y + 1, text: next[y] ?? '' }
        : { kind: 'removed', line: x + 1, text: old[x] ?? '' },
    );
  }
  return changes.reverse();
}

const at = (furthest: ReadonlyMap<number, number>, diagonal: number): number => furthest.get(diagonal) ?? -1;

function stepOf(furthest: ReadonlyMap<number, number>, diagonal: number, changes: number): LineChange['kind'] {
  const isAdded =
    diagonal === -changes || (diagonal !== changes && at(furthest, diagonal - 1) < at(furthest, diagonal + 1));
  return isAdded ? 'added' : 'removed';
}

function replaced(old: readonly string[], next: readonly string[]): LineChange[] {
  return [
    ...old.map((text, index) => ({ kind: 'removed' as const, line: index + 1, text })),
    ...next.map((text, index) => ({ kind: 'added' as const, line: index + 1, text })),
  ];
}
