import { type LinkDecision, requireConsistent } from './decisions.ts';

/** A scored pair of records. */
export interface ScoredPair {
  readonly one: string;
  readonly other: string;
  /** Match weight in bits. */
  readonly weight: number;
  /** True if a guard keeps the pair from being linked automatically. */
  readonly guarded: boolean;
}

export interface ClusterOptions {
  /** Keys of all records, each once. */
  readonly records: readonly string[];
  /** Pairs with at least the fracture weight; others change nothing. */
  readonly pairs: readonly ScoredPair[];
  readonly thresholds: { readonly join: number; readonly fracture: number };
  readonly decisions?: readonly LinkDecision[];
  /**
   * Scores any two records that would come together, directly or through others. `contradicts`: they must stay apart.
   */
  score(one: string, other: string): { readonly weight: number; readonly contradicts: boolean };
  /** Cluster of each record until now. A pair of one cluster stays together down to the fracture threshold. */
  readonly previous?: ReadonlyMap<string, string>;
  /** Most records that are put together without a person's decision. */
  readonly maxSize?: number;
  /** System of a record. Without it, the number of records of a system is not limited. */
  systemOf?(key: string): string;
}

export interface Clusters {
  /** Keys in ascending order; clusters in the order of their first keys. */
  readonly clusters: readonly (readonly string[])[];
  /** Pairs with enough weight that were not joined, for review. */
  readonly refused: readonly RefusedPair[];
}

export interface RefusedPair extends ScoredPair {
  readonly reason: 'guard' | 'decision' | 'bridge' | 'size';
}

/** A person has records in some ten systems, a few of them twice. */
const MAX_SIZE = 50;
/** Systems hold duplicates, but hardly more of one person. Somebody who registers many records reaches no further. */
const MAX_OF_SYSTEM = 5;

/**
 * Groups records to persons. Pairs are joined in the order of their weights, the heaviest first. Two groups become one
 * only if no decision or guard keeps any of their records apart, and if the mean weight between their records reaches
 * the fracture threshold: one record that resembles two persons does not make them one. Records that people linked count
 * as one record. The result does not depend on the order of records and pairs.
 */
export function cluster(options: ClusterOptions): Clusters {
  const { records, pairs, thresholds, decisions = [], score, previous, maxSize = MAX_SIZE, systemOf } = options;
  requireConsistent(decisions);
  const groupOf = new Map<string, string[]>(records.map((key) => [key, [key]]));
  const apart = keptApart(decisions);
  const refused: RefusedPair[] = [];

  function union(a: string[], b: string[]): void {
    const [larger, smaller] = a.length >= b.length ? [a, b] : [b, a];
    for (const key of smaller) {
      larger.push(key);
      groupOf.set(key, larger);
    }
  }

  for (const { kind, one, other } of decisions) {
    const [a, b] = [groupOf.get(one), groupOf.get(other)];
    if (kind === 'LINK' && a !== undefined && b !== undefined && a !== b) union(a, b);
  }
  const linked = linkedByPeople(groupOf);
  function tooManyOfSystem(a: readonly string[], b: readonly string[]): boolean {
    if (systemOf === undefined || a.length + b.length <= MAX_OF_SYSTEM) return false;
    const counts = new Map<string, number>();
    for (const key of [...a, ...b]) counts.set(systemOf(key), (counts.get(systemOf(key)) ?? 0) + 1);
    return Math.max(...counts.values()) > MAX_OF_SYSTEM;
  }
  function obstacle(a: readonly string[], b: readonly string[]): RefusedPair['reason'] | undefined {
    if (a.length + b.length > maxSize || tooManyOfSystem(a, b)) return 'size';
    let sum = 0;
    let contradicts = false;
    for (const one of apart.size === 0 ? [] : a) {
      for (const other of b) {
        if (apart.get(one)?.has(other)) return 'decision';
      }
    }
    const [ofA, ofB] = [oneOfEach(a), oneOfEach(b)];
    for (const ones of ofA) {
      for (const others of ofB) {
        const pair = bestOf(ones, others);
        sum += pair.weight;
        contradicts ||= pair.contradicts;
      }
    }
    if (contradicts) return 'guard';
    return sum / (ofA.length * ofB.length) < thresholds.fracture ? 'bridge' : undefined;
  }

  /** Records that people linked are of one person, written in several ways: the best of them counts. */
  function bestOf(ones: readonly string[], others: readonly string[]) {
    let weight = Number.NEGATIVE_INFINITY;
    let contradicts = true;
    for (const one of ones) {
      for (const other of others) {
        const pair = score(one, other);
        weight = Math.max(weight, pair.weight);
        contradicts &&= pair.contradicts;
      }
    }
    return { weight, contradicts };
  }
  function oneOfEach(group: readonly string[]): readonly (readonly string[])[] {
    if (linked.size === 0) return group.map((key) => [key]);
    const byLinked = new Map<unknown, string[]>();
    for (const key of group) {
      const together = linked.get(key) ?? key;
      const keys = byLinked.get(together);
      if (keys === undefined) byLinked.set(together, [key]);
      else keys.push(key);
    }
    return [...byLinked.values()];
  }

  for (const pair of [...pairs].sort(byWeight)) {
    const together = previous?.get(pair.one) !== undefined && previous.get(pair.one) === previous.get(pair.other);
    if (pair.weight < (together ? thresholds.fracture : thresholds.join)) continue;
    const [a, b] = [groupOf.get(pair.one), groupOf.get(pair.other)];
    if (a === undefined || b === undefined || a === b) continue;
    const reason = pair.guarded ? 'guard' : obstacle(a, b);
    if (reason === undefined) union(a, b);
    else refused.push({ ...pair, reason });
  }
  return {
    clusters: [...new Set(groupOf.values())]
      .map((group) => group.sort())
      .sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1)),
    // Records that came together through others after all need no review.
    refused: refused.filter(({ one, other }) => groupOf.get(one) !== groupOf.get(other)),
  };
}

/** Records that decisions link, by key: the first of them. */
function linkedByPeople(groupOf: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, string> {
  const linked = new Map<string, string>();
  for (const [key, group] of groupOf) {
    const [first = key] = group;
    if (group.length > 1) linked.set(key, first);
  }
  return linked;
}

function keptApart(decisions: readonly LinkDecision[]): ReadonlyMap<string, ReadonlySet<string>> {
  const apart = new Map<string, Set<string>>();
  for (const { kind, one, other } of decisions) {
    if (kind !== 'NOT_LINK') continue;
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      const others = apart.get(from) ?? new Set();
      apart.set(from, others.add(to));
    }
  }
  return apart;
}

/** Heaviest first. Equal weights in the order of the records' keys, whichever of the two is named first. */
function byWeight(a: ScoredPair, b: ScoredPair): number {
  if (a.weight !== b.weight) return b.weight - a.weight;
  const [a1, a2] = a.one < a.other ? [a.one, a.other] : [a.other, a.one];
  const [b1, b2] = b.one < b.other ? [b.one, b.other] : [b.other, b.one];
  if (a1 !== b1) return a1 < b1 ? -1 : 1;
  return a2 < b2 ? -1 : a2 > b2 ? 1 : 0;
}
