import type { Member } from './view.ts';

type Kind = NonNullable<NonNullable<Member['relationships']>[number]['kind']>;

/** Generations from one person to another, by what the other is to the first. */
const STEP: Readonly<Record<Kind, number>> = {
  MTH: -1,
  FTH: -1,
  PRNFOST: -1,
  GUARD: -1,
  GRPRN: -2,
  CHILD: 1,
  CHLDFOST: 1,
  GRCHILD: 2,
  SIB: 0,
  SPS: 0,
  DOMPART: 0,
};

const PARENTS: ReadonlySet<string> = new Set(['MTH', 'FTH', 'PRNFOST']);
const PARTNERS: ReadonlySet<string> = new Set(['SPS', 'DOMPART']);

export interface Family {
  /** Members by generation, the oldest first. */
  readonly rows: readonly (readonly Member[])[];
  /** Pairs of parent and child inside the household. */
  readonly parentOf: readonly (readonly [string, string])[];
  readonly partners: readonly (readonly [string, string])[];
}

/** Arranges a household by generations, seen from one person. Those without a known relationship stand next to them. */
export function familyOf(members: readonly Member[], focusId: string): Family {
  const byId = new Map(members.map((member) => [member.id, member]));
  const generation = generationsFrom(byId, focusId);
  const rows = new Map<number, Member[]>();
  for (const member of members) {
    const at = generation.get(member.id) ?? 0;
    rows.set(at, [...(rows.get(at) ?? []), member]);
  }
  const pairs = members.flatMap((member) =>
    (member.relationships ?? []).flatMap(({ kind, person }) =>
      kind !== null && person !== null && byId.has(person.id) ? [{ kind, of: member.id, to: person.id }] : [],
    ),
  );
  const once = (found: readonly (readonly [string, string])[]) => [
    ...new Map(found.map((pair) => [pair.join(' '), pair])).values(),
  ];
  return {
    rows: [...rows].sort(([a], [b]) => a - b).map(([, row]) => row),
    parentOf: once(
      pairs.flatMap(({ kind, of, to }) =>
        PARENTS.has(kind) ? [[to, of] as const] : kind === 'CHILD' || kind === 'CHLDFOST' ? [[of, to] as const] : [],
      ),
    ),
    partners: once(
      pairs.flatMap(({ kind, of, to }) =>
        PARTNERS.has(kind) ? [of < to ? ([of, to] as const) : ([to, of] as const)] : [],
      ),
    ),
  };
}

/** Walks the relationships outward from the focus; the nearest path decides. */
function generationsFrom(byId: ReadonlyMap<string, Member>, focusId: string): ReadonlyMap<string, number> {
  const generation = new Map([[focusId, 0]]);
  const queue = [focusId];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    const own = generation.get(id) ?? 0;
    for (const { kind, person } of byId.get(id)?.relationships ?? []) {
      if (kind === null || person === null || !byId.has(person.id) || generation.has(person.id)) continue;
      generation.set(person.id, own + STEP[kind]);
      queue.push(person.id);
    }
  }
  return generation;
}

/** What a member is to the focus, directly or over one other member; undefined if no relationship is known. */
export interface Relation {
  readonly kind: Kind;
  /** What the member in between is to the focus: the partner of the mother. */
  readonly via: Kind | undefined;
}

export function relationTo(members: readonly Member[], focusId: string, memberId: string): Relation | undefined {
  const own = members.find(({ id }) => id === focusId)?.relationships ?? [];
  const kindOf = (relations: Member['relationships'], id: string) =>
    relations?.find(({ person }) => person?.id === id)?.kind ?? undefined;
  const direct = kindOf(own, memberId);
  if (direct !== undefined) return { kind: direct, via: undefined };
  for (const { kind: via, person } of own) {
    const between = members.find(({ id }) => id === person?.id);
    const kind = kindOf(between?.relationships ?? null, memberId);
    if (kind !== undefined && via !== null) return { kind, via };
  }
  return undefined;
}
