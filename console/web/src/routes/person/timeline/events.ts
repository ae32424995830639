import { type Answer, decisionAt, type PlaceDecision } from '@person360/client';
import type { PersonHistoryQuery } from '../generated/graphql.ts';

export type HistoryAnswer = Answer<PersonHistoryQuery>;
type WithHistory = NonNullable<NonNullable<PersonHistoryQuery['persons']>[number]>;

/** Histories by system, in the order of the lanes. */
export const histories = [
  { system: 'childwelfare', field: 'childWelfareHistory' },
  { system: 'education', field: 'educationHistory' },
  { system: 'medicaid', field: 'medicaidHistory' },
  { system: 'snap', field: 'snapHistory' },
  { system: 'tanf', field: 'tanfHistory' },
  { system: 'corrections', field: 'correctionsHistory' },
  { system: 'weatherization', field: 'weatherizationHistory' },
] as const;
export type HistorySystem = (typeof histories)[number]['system'];

/** One dated event of one person in one system. Times are days as milliseconds since the epoch, UTC. */
export interface TimelineEvent {
  readonly key: string;
  readonly system: HistorySystem;
  readonly who: string;
  readonly date: string;
  readonly from: number;
  /** Undefined for an event of one day, and for a period that goes on. */
  readonly to: number | undefined;
  readonly until: string | null;
  readonly isOngoing: boolean;
  readonly kind: string;
  /** Code or name of what the event is about: a placement, a plan, a school. */
  readonly detail: string | null;
}

export interface Lane {
  readonly system: HistorySystem;
  readonly events: readonly TimelineEvent[];
  /** For each person whose history is not shown in this lane: why. */
  readonly closed: readonly { readonly who: string; readonly decision: PlaceDecision }[];
}

/** A masked date counts from the first day of its month or year; NaN for anything else. */
const day = (date: string) =>
  Date.parse(`${date}${'-01-01'.slice(date.length === 4 ? 0 : date.length === 7 ? 3 : 6)}T00:00:00Z`);

/** Lanes of the timeline, each with its events in order and with what it does not show. */
export function lanesOf(answer: HistoryAnswer, unnamed: string): readonly Lane[] {
  const persons = answer.data?.persons ?? [];
  return histories.map(({ system, field }) => {
    const closed: { who: string; decision: PlaceDecision }[] = [];
    const events = persons.flatMap((person, index) => {
      if (person === null) return [];
      const who = person.name?.given ?? unnamed;
      const decision = decisionAt(answer, ['persons', index, field]);
      if (decision.kind !== 'shown' && decision.kind !== 'masked') {
        closed.push({ who, decision });
        return [];
      }
      return eventsOf(person, field, system, who);
    });
    return { system, closed, events: events.sort((a, b) => a.from - b.from) };
  });
}

function eventsOf(
  person: WithHistory,
  field: (typeof histories)[number]['field'],
  system: HistorySystem,
  who: string,
): readonly TimelineEvent[] {
  const found: readonly TimelineRow[] = person[field] ?? [];
  return found.flatMap((row, index) => {
    if (row.date === null || Number.isNaN(day(row.date))) return [];
    const { date, until, ongoing, kind } = row;
    return [
      {
        ...{ system, who, date, until },
        key: `${person.id} ${system} ${index}`,
        from: day(date),
        to: until === null || Number.isNaN(day(until)) ? undefined : day(until),
        isOngoing: ongoing === true,
        kind: kind ?? '',
        detail: detailOf(row),
      },
    ];
  });
}

interface TimelineRow {
  readonly date: string | null;
  readonly until: string | null;
  readonly ongoing: boolean | null;
  readonly kind: string | null;
  readonly placementType?: string | null;
  readonly school?: string | null;
  readonly plan?: string | null;
  readonly change?: string | null;
  readonly closureReason?: string | null;
  readonly facility?: string | null;
  readonly measure?: string | null;
}

function detailOf({
  placementType,
  school,
  plan,
  change,
  closureReason,
  facility,
  measure,
}: TimelineRow): string | null {
  return placementType ?? school ?? plan ?? change ?? closureReason ?? facility ?? measure ?? null;
}
