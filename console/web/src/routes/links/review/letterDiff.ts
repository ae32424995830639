/** A run of letters that both texts have, or that only this one has. */
export interface Run {
  readonly text: string;
  readonly differs: boolean;
}

/** Longer texts are compared as a whole: the table of the comparison grows with the square. */
const MOST_LETTERS = 200;

/**
 * Where two texts differ, letter by letter, as runs of each text. The longest common subsequence stays unmarked. Case and
 * accents count, because the reader looks for exactly these.
 */
export function letterDiff(one: string, other: string): readonly [readonly Run[], readonly Run[]] {
  const [a, b] = [[...one], [...other]];
  if (a.length > MOST_LETTERS || b.length > MOST_LETTERS) {
    const differs = one !== other;
    return [runsOf(a, () => differs), runsOf(b, () => differs)];
  }
  const inA = new Set<number>();
  const inB = new Set<number>();
  const lengths = commonLengths(a, b);
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      inA.add(i++);
      inB.add(j++);
    } else if ((lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0)) i++;
    else j++;
  }
  return [runsOf(a, (at) => !inA.has(at)), runsOf(b, (at) => !inB.has(at))];
}

/** Lengths of the longest common subsequences of the ends of both texts. */
function commonLengths(a: readonly string[], b: readonly string[]): readonly (readonly number[])[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = lengths[i];
      const below = lengths[i + 1];
      if (row === undefined || below === undefined) continue;
      row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}

function runsOf(letters: readonly string[], differsAt: (at: number) => boolean): readonly Run[] {
  const runs: { text: string; differs: boolean }[] = [];
  for (const [at, letter] of letters.entries()) {
    const differs = differsAt(at);
    const last = runs.at(-1);
    if (last?.differs === differs) last.text += letter;
    else runs.push({ text: letter, differs });
  }
  return runs;
}

/** How many letters of either text are not in the other, at most. */
export function differingLetters(one: string, other: string): number {
  const [a, b] = letterDiff(one, other).map((runs) =>
    runs.filter(({ differs }) => differs).reduce((sum, { text }) => sum + [...text].length, 0),
  );
  return Math.max(a ?? 0, b ?? 0);
}

/** Whether so few letters agree that they agree by chance: to mark single ones would mislead. */
export function isOtherText(one: string, other: string): boolean {
  return differingLetters(one, other) > Math.max([...one].length, [...other].length) / 2;
}
