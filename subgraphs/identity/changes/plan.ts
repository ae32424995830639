import type { LinkDecision } from '../linkage/cluster/decisions.ts';
import { requireConsistent } from '../linkage/cluster/decisions.ts';
import type { Decider } from '../linkage/decide/decide.ts';
import type { NumberMove, PersonNumber } from '../moves/personNumbers.ts';
import type { Part, PartRecord } from './readPart.ts';
import { assignPersons, type Group, regroup } from './regroup.ts';

/** What a decision changes. Nothing of it has happened yet. */
export interface Plan {
  /** Decisions about pairs, in place of earlier ones about the same pairs. */
  readonly decisions: readonly PairDecision[];
  /** Changes whose decisions do not count any more. */
  readonly withdrawn?: readonly string[];
  readonly moves: readonly NumberMove[];
  readonly added: readonly AddedPerson[];
  readonly replaced: readonly { readonly personId: string; readonly by: string }[];
  /** Persons who stand for themselves again; `from` stood for them. */
  readonly restored: readonly { readonly personId: string; readonly from: string }[];
}

export interface AddedPerson {
  readonly personId: string;
  readonly householdId: string;
  /** Person whose records these were. */
  readonly leaves: string;
  readonly records: readonly string[];
}

export type PairDecision = Pick<LinkDecision, 'kind' | 'one' | 'other'>;

export interface PlanContext {
  readonly part: Part;
  readonly decider: Decider;
  /** Names the new decisions. */
  readonly changeId: string;
  /** Ids of the change's new persons, always the same. */
  readonly newPerson: (index: number) => { readonly personId: string; readonly householdId: string };
}

/** The pair with the smaller id first, as tables have it. */
export function pairOf(kind: PairDecision['kind'], a: string, b: string): PairDecision {
  return BigInt(a) < BigInt(b) ? { kind, one: a, other: b } : { kind, one: b, other: a };
}

/** Two records are, or are not, of one person. Throws LinkContradictionError. */
export function planPair(context: PlanContext, decision: PairDecision): Plan {
  const { part, decider, changeId } = context;
  const { one, other } = decision;
  const start = [one, other];
  const group = (decisions: readonly PairDecision[]) =>
    regroup(part, withDecisions(part.decisions, decisions, changeId), start, decider);
  const groups = group([decision]);
  if (decision.kind === 'NOT_LINK') return planGroups(context, [decision], groups, ({ personId }) => personId);
  // Guards and weights would break what was together: the decision is about the two persons as they are.
  const persons = start.map((id) => part.records.get(id)?.personId);
  const united = groups.find((members) => members.some(({ id }) => id === one)) ?? [];
  const left = groups.filter((members) => members !== united).flat();
  if (!left.some(({ personId }) => persons.includes(personId))) {
    return planGroups(context, [decision], groups, ({ personId }) => personId);
  }
  const all = [decision];
  for (const { id, personId } of groups.flat()) {
    const anchor = start[persons.indexOf(personId)];
    if (anchor !== undefined && !start.includes(id)) all.push(pairOf('LINK', anchor, id));
  }
  return planGroups(context, all, group(all), ({ personId }) => personId);
}

/**
 * Two persons are one: all numbers come to the survivor. Throws LinkContradictionError.
 * @param merge.undone changes that unmerged persons of the part
 */
export function planMerge({ part, changeId }: PlanContext, merge: PersonsToMerge): Plan {
  const { survivorId, replacedId, undone } = merge;
  const both = part.numbers.filter(({ personId }) => personId === survivorId || personId === replacedId);
  const [first, ...others] = both.flatMap(({ recordId }) => recordId ?? []);
  // What people decided before stays their decision, or it would be gone once the merge is undone.
  const decided = new Set(
    part.decisions.flatMap(({ id, kind, one, other }) =>
      kind === 'LINK' && !undone.includes(id) ? [`${one} ${other}`] : [],
    ),
  );
  const decisions =
    first === undefined
      ? []
      : others.map((id) => pairOf('LINK', first, id)).filter(({ one, other }) => !decided.has(`${one} ${other}`));
  requireConsistent([
    ...part.decisions.filter(({ id }) => !undone.includes(id)),
    ...decisions.map((decision) => ({ ...decision, id: changeId })),
  ]);
  return {
    decisions,
    withdrawn: undone,
    moves: both.filter(({ personId }) => personId === replacedId).map((number) => ({ number, to: survivorId })),
    added: [],
    replaced: [{ personId: replacedId, by: survivorId }],
    restored: [],
  };
}

export interface PersonsToMerge {
  readonly survivorId: string;
  readonly replacedId: string;
  readonly undone: readonly string[];
}

export interface MergeToUndo {
  readonly changeId: string;
  readonly replacedId: string;
  /** Who stands for the replaced person now. */
  readonly survivorId: string;
  readonly mergedAt: Date;
  /** Records that came from the replaced person, and all that the merge moved. */
  readonly cameFrom: ReadonlySet<string>;
  readonly moved: ReadonlySet<string>;
  /** Tokens of the numbers without records that came from the replaced person, as `system token`. */
  readonly numbers: ReadonlySet<string>;
}

/**
 * The records of two merged persons are kept apart, and everything else is decided again by its evidence. Undefined: none
 * of the replaced person's records and numbers are with the survivor. Throws LinkContradictionError.
 */
export function planUnmerge(context: PlanContext, merge: MergeToUndo): Plan | undefined {
  const { part, decider, changeId } = context;
  const { survivorId, replacedId } = merge;
  const own = part.numbers.filter(({ personId }) => personId === survivorId);
  const records = own.flatMap(({ recordId, personSince }) => (recordId === null ? [] : [{ recordId, personSince }]));
  const returning = records.filter(({ recordId }) => merge.cameFrom.has(recordId)).map(({ recordId }) => recordId);
  const staying = records
    .filter(({ recordId, personSince }) => !merge.moved.has(recordId) && (personSince ?? 0) <= merge.mergedAt)
    .map(({ recordId }) => recordId);
  const numbers = own.filter(
    ({ recordId, system, token }) => recordId === null && merge.numbers.has(`${system} ${token}`),
  );
  if (returning.length === 0 && numbers.length === 0) return undefined;
  const decisions = returning.flatMap((one) => staying.map((other) => pairOf('NOT_LINK', one, other)));
  const kept = part.decisions.filter(({ id }) => id !== merge.changeId);
  const groups = regroup(part, withDecisions(kept, decisions, changeId), [...returning, ...staying], decider);
  const isReturning = new Set(returning);
  const claimant = ({ id, personId }: PartRecord) => (isReturning.has(id) ? replacedId : personId);
  const plan = planGroups(context, decisions, groups, claimant, survivorId);
  return {
    ...plan,
    withdrawn: [merge.changeId],
    moves: [...plan.moves, ...numbers.map((number) => ({ number, to: replacedId }))],
    restored: [{ personId: replacedId, from: survivorId }],
  };
}

function withDecisions(
  existing: readonly LinkDecision[],
  added: readonly PairDecision[],
  id: string,
): readonly LinkDecision[] {
  const pairs = new Set(added.map(({ one, other }) => `${one} ${other}`));
  return [
    ...existing.filter(({ one, other }) => !pairs.has(`${one} ${other}`)),
    ...added.map((decision) => ({ ...decision, id })),
  ];
}

/** @param stays a person whom nobody replaces, even without records */
function planGroups(
  { part, newPerson }: PlanContext,
  decisions: readonly PairDecision[],
  groups: readonly Group[],
  claimant: (record: PartRecord) => string,
  stays?: string,
): Plan {
  const added: AddedPerson[] = [];
  const personOf = assignPersons(supported(part, decisions, groups, claimant), claimant, (group) => {
    const ids = newPerson(added.length);
    added.push({ ...ids, leaves: group[0]?.personId ?? '', records: group.map(({ id }) => id) });
    return ids.personId;
  });
  const targets = new Map([...personOf].flatMap(([group, personId]) => group.map(({ id }) => [id, personId] as const)));
  const moves = part.numbers.flatMap((number): NumberMove[] => {
    const to = targets.get(number.recordId ?? '');
    return to === undefined || to === number.personId ? [] : [{ number, to }];
  });
  const replaced = emptied(part.numbers, moves, stays);
  const followers = part.numbers.flatMap((number): NumberMove[] => {
    const to = number.recordId === null ? replaced.get(number.personId) : undefined;
    return to === undefined ? [] : [{ number, to }];
  });
  return {
    decisions,
    moves: [...moves, ...followers],
    added,
    replaced: [...replaced].map(([personId, by]) => ({ personId, by })),
    restored: [],
  };
}

/** Joins the groups that nothing but their person connects: what was linked without evidence stays as it was. */
function supported(
  { links }: Part,
  decisions: readonly PairDecision[],
  groups: readonly Group[],
  claimant: (record: PartRecord) => string,
): readonly Group[] {
  const apart = new Set(
    decisions
      .filter(({ kind }) => kind === 'NOT_LINK')
      .flatMap(({ one, other }) => [`${one} ${other}`, `${other} ${one}`]),
  );
  const joined = [...groups];
  for (const group of groups) {
    const [first] = group;
    const own = new Set(group.map(({ id }) => id));
    // A group that another one has joined is not in the list any more; its records are.
    if (first === undefined || !joined.includes(group)) continue;
    if (links.some(({ one, other }) => own.has(one) !== own.has(other))) continue;
    const person = claimant(first);
    const at = joined.findIndex(
      (others) =>
        others !== group &&
        others.some((record) => claimant(record) === person) &&
        !others.some(({ id }) => group.some((record) => apart.has(`${record.id} ${id}`))),
    );
    if (at === -1) continue;
    joined[at] = [...(joined[at] ?? []), ...group];
    joined.splice(joined.indexOf(group), 1);
  }
  return joined;
}

/** Persons whose last record moves away, and to whom most of their records go. */
function emptied(
  numbers: readonly PersonNumber[],
  moves: readonly NumberMove[],
  stays: string | undefined,
): ReadonlyMap<string, string> {
  const moving = new Set(moves.map(({ number }) => number));
  const remaining = new Set(
    numbers.filter((number) => number.recordId !== null && !moving.has(number)).map(({ personId }) => personId),
  );
  const arriving = new Set(moves.map(({ to }) => to));
  const heirs = new Map<string, Map<string, number>>();
  for (const { number, to } of moves) {
    if (remaining.has(number.personId) || arriving.has(number.personId) || number.personId === stays) continue;
    const counts = heirs.get(number.personId) ?? new Map<string, number>();
    heirs.set(number.personId, counts.set(to, (counts.get(to) ?? 0) + 1));
  }
  return new Map(
    [...heirs].map(([personId, counts]) => {
      const [most] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
      // A person with a move has an heir.
      return [personId, most?.[0] ?? ''] as const;
    }),
  );
}
