import { cluster } from '../linkage/cluster/cluster.ts';
import type { LinkDecision } from '../linkage/cluster/decisions.ts';
import type { Decider } from '../linkage/decide/decide.ts';
import { isContradiction } from '../linkage/decide/guards.ts';
import type { Part, PartRecord } from './readPart.ts';

/** Records of one person. */
export type Group = readonly PartRecord[];

/**
 * Groups the records that links and decisions connect with the given ones, as a function of records, links and decisions
 * alone. Throws LinkContradictionError.
 *
 * @param decisions in place of those of the part
 */
export function regroup(
  { records, links }: Pick<Part, 'links' | 'records'>,
  decisions: readonly LinkDecision[],
  start: readonly string[],
  decider: Decider,
): readonly Group[] {
  const component = connected(links, decisions, start);
  const members = [...records.values()].filter(({ id }) => component.has(id));
  const byKey = new Map(members.map((record) => [record.key, record]));
  const named = <Pair extends { readonly one: string; readonly other: string }>(pair: Pair): readonly Pair[] => {
    const [one, other] = [records.get(pair.one)?.key, records.get(pair.other)?.key];
    if (one === undefined || other === undefined || !byKey.has(one) || !byKey.has(other)) return [];
    return [{ ...pair, one, other }];
  };
  const { clusters } = cluster({
    records: [...byKey.keys()],
    pairs: links.flatMap(named).map((pair) => ({ ...pair, guarded: false })),
    // Every link has reached the join threshold of its time.
    thresholds: { join: Number.NEGATIVE_INFINITY, fracture: decider.scorer.model.thresholds.fracture },
    decisions: decisions.flatMap(named),
    score(one, other) {
      const [a, b] = [byKey.get(one), byKey.get(other)];
      if (a === undefined || b === undefined) throw new RangeError('A pair is not among the records.');
      const { weight, guard } = decider.decide(a.scored, b.scored);
      return { weight, contradicts: isContradiction(guard) };
    },
  });
  return clusters.map((keys) => keys.flatMap((key) => byKey.get(key) ?? []));
}

function connected(
  links: Part['links'],
  decisions: readonly LinkDecision[],
  start: readonly string[],
): ReadonlySet<string> {
  const next = new Map<string, string[]>();
  for (const { one, other } of [...links, ...decisions.filter(({ kind }) => kind === 'LINK')]) {
    next.set(one, [...(next.get(one) ?? []), other]);
    next.set(other, [...(next.get(other) ?? []), one]);
  }
  const found = new Set<string>();
  const queue = [...start];
  for (const id of queue) {
    if (found.has(id)) continue;
    found.add(id);
    queue.push(...(next.get(id) ?? []));
  }
  return found;
}

/**
 * Gives each group a person: of several, the one with the most records in it, then the one with the oldest. Groups that
 * nobody has a better claim to get a new person.
 *
 * @param claimant whose record it was, as far as the change is concerned
 */
export function assignPersons(
  groups: readonly Group[],
  claimant: (record: PartRecord) => string,
  newPerson: (group: Group) => string,
): ReadonlyMap<Group, string> {
  const claims = groups.flatMap((group) => {
    const byPerson = new Map<string, { readonly group: Group; readonly personId: string; ids: bigint[] }>();
    for (const record of group) {
      const personId = claimant(record);
      const claim = byPerson.get(personId) ?? { group, personId, ids: [] };
      claim.ids.push(BigInt(record.id));
      byPerson.set(personId, claim);
    }
    return [...byPerson.values()];
  });
  const oldest = (ids: readonly bigint[]): bigint => ids.reduce((least, id) => (id < least ? id : least));
  claims.sort((a, b) => b.ids.length - a.ids.length || (oldest(a.ids) < oldest(b.ids) ? -1 : 1));
  const personOf = new Map<Group, string>();
  const assigned = new Set<string>();
  for (const { group, personId } of claims) {
    if (personOf.has(group) || assigned.has(personId)) continue;
    personOf.set(group, personId);
    assigned.add(personId);
  }
  for (const group of groups) if (!personOf.has(group)) personOf.set(group, newPerson(group));
  return personOf;
}
