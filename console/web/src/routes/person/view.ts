import { type Answer, decisionAt, type Path, type PlaceDecision } from '@person360/client';
import type { PersonViewQuery } from './generated/graphql.ts';

export type PersonAnswer = Answer<PersonViewQuery>;
export type ViewedPerson = NonNullable<PersonViewQuery['person']>;
export type ViewedHousehold = NonNullable<ViewedPerson['household']>;
export type Member = NonNullable<ViewedHousehold['members']>[number];

export const programs = [
  'snap',
  'tanf',
  'medicaid',
  'education',
  'corrections',
  'weatherization',
  'childWelfare',
] as const;
export type Program = (typeof programs)[number];

/** Names of the systems in the agreement's words. */
export const systemOf: Readonly<Record<Program, string>> = {
  snap: 'snap',
  tanf: 'tanf',
  medicaid: 'medicaid',
  education: 'education',
  corrections: 'corrections',
  weatherization: 'weatherization',
  childWelfare: 'childwelfare',
};

/** Fields of a program that have a dataset of their own, so that they can be withheld while the program is shown. */
const parts: Readonly<Record<Program, readonly string[]>> = {
  snap: ['monthlyAllotment', 'grossIncome'],
  tanf: ['grantAmount'],
  medicaid: ['primaryCareProvider'],
  education: ['iepIndicator'],
  corrections: [],
  weatherization: ['measures'],
  childWelfare: ['placementType', 'investigationStatus'],
};

const MEMBERS: Path = ['person', 'household', 'members'];

export function memberPath(index: number, ...more: Path): Path {
  return [...MEMBERS, index, ...more];
}

export function membersOf(answer: PersonAnswer): readonly Member[] {
  return answer.data?.person?.household?.members ?? [];
}

/** A place of the page about one member that is not shown. */
export interface ClosedPlace {
  readonly member: Member;
  readonly decision: Extract<PlaceDecision, { kind: 'withheld' | 'notInCaseload' }>;
}

/** Everything that is withheld on the page, place by place. */
export function closedPlaces(answer: PersonAnswer): readonly ClosedPlace[] {
  return membersOf(answer).flatMap((member, index) =>
    programs.flatMap((program) => {
      const own = decisionAt(answer, memberPath(index, program));
      if (isClosed(own)) return [{ member, decision: own }];
      if (member[program] === null) return [];
      return parts[program].flatMap((part) => {
        const decision = decisionAt(answer, memberPath(index, program, part));
        return isClosed(decision) ? [{ member, decision }] : [];
      });
    }),
  );
}

export function isClosed(decision: PlaceDecision): decision is ClosedPlace['decision'] {
  return decision.kind === 'withheld' || decision.kind === 'notInCaseload';
}

/** Places with the same reason, for one sentence about all of them. */
export interface ClosedGroup {
  readonly decision: ClosedPlace['decision'];
  readonly members: readonly Member[];
  readonly count: number;
}

export function closedGroups(answer: PersonAnswer): readonly ClosedGroup[] {
  const groups = new Map<string, { decision: ClosedPlace['decision']; members: Set<Member>; count: number }>();
  for (const { member, decision } of closedPlaces(answer)) {
    const { reason, dataset, remedy } = decision;
    const key = JSON.stringify([reason, dataset, remedy?.conditions]);
    const group = groups.get(key) ?? { decision, members: new Set(), count: 0 };
    group.members.add(member);
    group.count += 1;
    groups.set(key, group);
  }
  return [...groups.values()]
    .map(({ decision, members, count }) => ({ decision, members: [...members], count }))
    .sort((a, b) => b.count - a.count);
}

/** Age in whole years on a day. Undefined for a masked date such as an age band or a year. */
export function ageOn(birthDate: string | null, today: Date): number | undefined {
  const match = birthDate === null ? null : /^(\d{4})-(\d{2})-(\d{2})$/.exec(birthDate);
  if (match === null) return undefined;
  const [, year, month, day] = match.map(Number);
  const before = today.getMonth() + 1 - (month ?? 0) || today.getDate() - (day ?? 0);
  return today.getFullYear() - (year ?? 0) - (before < 0 ? 1 : 0);
}

type Name = Member['name'];

export function fullName(name: Name, fallback: string): string {
  const text = [name?.given, name?.middle, name?.family, name?.suffix].filter(Boolean).join(' ');
  return text === '' ? fallback : text;
}

export function shortName(
  name: { readonly given: string | null; readonly family: string | null } | null,
  fallback: string,
): string {
  const text = [name?.given, name?.family].filter(Boolean).join(' ');
  return text === '' ? fallback : text;
}

export function initials(name: Name): string {
  const first = (text: string | null | undefined) => (text === null || text === undefined ? '' : ([...text][0] ?? ''));
  return `${first(name?.given)}${first(name?.family)}`.toUpperCase() || '?';
}
