import { type Clusters, cluster, type RefusedPair } from '../linkage/cluster/cluster.ts';
import { LinkContradictionError, type LinkDecision } from '../linkage/cluster/decisions.ts';
import type { Decider } from '../linkage/decide/decide.ts';
import { isContradiction } from '../linkage/decide/guards.ts';
import { componentOf, type LinkState, type RecordState } from './linkState.ts';

/** Largest component that is decided by weight. */
export const MOST_IN_COMPONENT = 200;

export type Reclustering =
  | {
      readonly kind: 'clustered';
      /** Links that were not obeyed, by ids of records. */
      readonly refused: readonly RefusedPair[];
      /** Persons without records now, with those who have them. */
      readonly replaced: ReadonlyMap<string, string>;
    }
  /** Nothing has moved. `SIZE`: the component is too large. `DECISION`: people's decisions contradict each other. */
  | { readonly kind: 'stopped'; readonly cause: 'SIZE' | 'DECISION' };

/**
 * Decides again whose the records are that links and decisions connect with the given ones, and gives each its person. The
 * grouping is a function of the records, their links, and the decisions, not of the order in which they came.
 *
 * @param newPerson makes the id of a person who is new
 */
export function recluster(
  state: LinkState,
  decider: Decider,
  ids: Iterable<string>,
  newPerson: () => string,
): Reclustering {
  const component = componentOf(state, ids, MOST_IN_COMPONENT);
  if (component.size > MOST_IN_COMPONENT) return { kind: 'stopped', cause: 'SIZE' };
  const records = [...component].flatMap((id) => state.records.get(id) ?? []);
  let clusters: Clusters;
  try {
    clusters = clusterOf(state, decider, records);
  } catch (error) {
    if (error instanceof LinkContradictionError) return { kind: 'stopped', cause: 'DECISION' };
    throw error;
  }
  const byKey = new Map(records.map((record) => [keyOf(record), record]));
  const idOf = (key: string): string => byKey.get(key)?.id ?? '';
  const groups = clusters.clusters.map((keys) => keys.flatMap((key) => byKey.get(key) ?? []));
  const replaced = assignPersons(state, groups, newPerson);
  const refused = clusters.refused.map((pair) => ({ ...pair, one: idOf(pair.one), other: idOf(pair.other) }));
  return { kind: 'clustered', refused, replaced };
}

/** Text that orders records whose weights are equal, whenever they came. */
const keyOf = ({ system, number }: RecordState): string => `${system}|${number}`;

function clusterOf(state: LinkState, decider: Decider, records: readonly RecordState[]): Clusters {
  const byKey = new Map(records.map((record) => [keyOf(record), record]));
  const keys = new Map(records.map((record) => [record.id, keyOf(record)]));
  const named = <Pair extends { readonly one: string; readonly other: string }>(pair: Pair): readonly Pair[] => {
    const [one, other] = [keys.get(pair.one), keys.get(pair.other)];
    return one === undefined || other === undefined ? [] : [{ ...pair, one, other }];
  };
  const links = records.flatMap(({ id }) => [...(state.links.get(id)?.values() ?? [])].filter(({ one }) => one === id));
  const scores = new Map<string, { readonly weight: number; readonly contradicts: boolean }>();
  return cluster({
    records: [...byKey.keys()],
    pairs: links.flatMap(named).map((pair) => ({ ...pair, guarded: false })),
    // Every link has reached the join threshold of its time.
    thresholds: { join: Number.NEGATIVE_INFINITY, fracture: decider.scorer.model.thresholds.fracture },
    decisions: state.decisions.flatMap<LinkDecision>(named),
    systemOf: (key) => byKey.get(key)?.system ?? key,
    score(one, other) {
      const pair = one < other ? `${one}\0${other}` : `${other}\0${one}`;
      const cached = scores.get(pair);
      if (cached !== undefined) return cached;
      const [a, b] = [byKey.get(one), byKey.get(other)];
      if (a === undefined || b === undefined) throw new RangeError('A pair is not among the records.');
      const { weight, guard } = decider.decide(a.scored, b.scored);
      const score = { weight, contradicts: isContradiction(guard) };
      scores.set(pair, score);
      return score;
    },
  });
}

interface Claim {
  readonly group: readonly RecordState[];
  readonly personId: string;
  readonly records: number;
  readonly isKnown: boolean;
  readonly oldest: bigint;
}

/**
 * Gives each group a person. A person who has records in several groups goes to the one with the most of them; of several
 * persons in a group, the one with the most records stays. Returns who has lost all records, and to whom.
 */
function assignPersons(
  state: LinkState,
  groups: readonly (readonly RecordState[])[],
  newPerson: () => string,
): ReadonlyMap<string, string> {
  const claims = groups.flatMap((group) => claimsOf(group, state)).sort(strongestFirst);
  const personOf = new Map<readonly RecordState[], string>();
  const assigned = new Set<string>();
  for (const { group, personId } of claims) {
    if (personOf.has(group) || assigned.has(personId)) continue;
    personOf.set(group, personId);
    assigned.add(personId);
  }
  for (const group of groups) {
    const personId = personOf.get(group) ?? newPerson();
    for (const record of group) record.personId = personId;
  }
  const remaining = new Set([...state.records.values()].map(({ personId }) => personId));
  const replaced = new Map<string, string>();
  for (const { group, personId } of claims) {
    const successor = group[0]?.personId;
    if (successor == null || remaining.has(personId) || replaced.has(personId)) continue;
    replaced.set(personId, successor);
  }
  return replaced;
}

function claimsOf(group: readonly RecordState[], { persons }: LinkState): readonly Claim[] {
  const claims = new Map<string, Claim>();
  for (const { id, personId } of group) {
    if (personId === null) continue;
    const claim = claims.get(personId);
    const oldest = BigInt(id);
    claims.set(personId, {
      ...{ group, personId, records: (claim?.records ?? 0) + 1 },
      isKnown: persons.has(personId),
      oldest: claim === undefined || oldest < claim.oldest ? oldest : claim.oldest,
    });
  }
  return [...claims.values()];
}

function strongestFirst(a: Claim, b: Claim): number {
  if (a.isKnown !== b.isKnown) return a.isKnown ? -1 : 1;
  if (a.records !== b.records) return b.records - a.records;
  return a.oldest < b.oldest ? -1 : a.oldest > b.oldest ? 1 : 0;
}
