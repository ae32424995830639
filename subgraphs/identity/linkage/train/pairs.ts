import { BLOCKING_RULES, type BlockingRule, blockingKeys, LARGEST_BLOCK } from '../blocking/blockingRules.ts';
import type { NormalizedRecord } from '../normalize/normalizedRecord.ts';

/** Records to link, and which of them may be paired. */
export interface PairSpace {
  readonly records: readonly NormalizedRecord[];
  /** Only pairs across two files: position of the first record of the second file. Absent: all pairs. */
  readonly secondFrom?: number;
}

/** Number of pairs that could be compared. */
export function possiblePairs({ records, secondFrom }: PairSpace): number {
  return secondFrom === undefined
    ? (records.length * (records.length - 1)) / 2
    : secondFrom * (records.length - secondFrom);
}

/** Candidate pairs of a batch, each once, the lower position first, in ascending order. */
export function candidatePairs(
  { records, secondFrom }: PairSpace,
  rules: readonly BlockingRule[] = BLOCKING_RULES,
): readonly (readonly [number, number])[] {
  const blocks = new Map<string, number[]>();
  for (const [at, record] of records.entries()) {
    for (const { rule, key } of blockingKeys(record, rules)) {
      const block = blocks.get(`${rule} ${key}`);
      if (block === undefined) blocks.set(`${rule} ${key}`, [at]);
      else block.push(at);
    }
  }
  const partners = records.map(() => new Set<number>());
  const largest = new Map(rules.map(({ name, largestBlock = LARGEST_BLOCK }) => [name, largestBlock]));
  for (const [key, block] of blocks) {
    if (block.length > (largest.get(key.slice(0, key.indexOf(' '))) ?? 0)) continue;
    for (const [position, one] of block.entries()) {
      for (let at = position + 1; at < block.length; at++) {
        const other = block[at] ?? one;
        const crosses = secondFrom === undefined || one < secondFrom !== other < secondFrom;
        if (crosses && one !== other) partners[Math.min(one, other)]?.add(Math.max(one, other));
      }
    }
  }
  return partners.flatMap((others, one) =>
    [...others].sort((a, b) => a - b).map((other): readonly [number, number] => [one, other]),
  );
}

/** Random pairs, the same for every run. */
export function* randomPairs({ records, secondFrom }: PairSpace, count: number): Generator<readonly [number, number]> {
  let state = 0x9e3779b9;
  const below = (limit: number): number => {
    // Mulberry32.
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
  for (let made = 0; made < count; ) {
    const one = below(secondFrom ?? records.length);
    const other = secondFrom === undefined ? below(records.length) : secondFrom + below(records.length - secondFrom);
    if (one === other) continue;
    made++;
    yield [one, other];
  }
}
