import { COMPARISONS } from '../comparisons/comparisons.ts';

/** Number of values of each position: its levels, and no evidence. */
const SIZES = COMPARISONS.map(({ levels }) => levels.length + 1);

/** A comparison vector as one integer, so that vectors can be counted in a map. */
export function vectorCode(levels: Int8Array): number {
  let code = 0;
  for (let at = 0; at < SIZES.length; at++) code = code * (SIZES[at] ?? 1) + (levels[at] ?? -1) + 1;
  return code;
}

/** Levels of a code. */
export function vectorLevels(code: number): Int8Array {
  const levels = new Int8Array(SIZES.length);
  let rest = code;
  for (let at = SIZES.length - 1; at >= 0; at--) {
    const size = SIZES[at] ?? 1;
    levels[at] = (rest % size) - 1;
    rest = Math.floor(rest / size);
  }
  return levels;
}

/** Number of pairs with each comparison vector. */
export type VectorCounts = ReadonlyMap<number, number>;
