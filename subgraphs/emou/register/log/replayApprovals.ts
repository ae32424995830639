import { z } from 'zod';
import type { AdministrationEntry } from '../../../../schema/ledger/administration.ts';
import { AgreementEvent } from '../../agreement/move.ts';
import type { AgreementSettings } from '../../agreement/settings.ts';
import { type ForceInterval, forceIntervals } from '../../agreement/status/forceIntervals.ts';
import {
  type BusinessCalendar,
  type CalendarData,
  createCalendar,
  type ProclaimedDay,
} from '../../calendar/calendar.ts';
import { loggedTables } from './loggedTables.ts';

/** State of an approval during a period, according to the log. */
export type Standing =
  | { readonly kind: 'in-force'; readonly terms: ReplayedTerms }
  /** No entry names it. */
  | { readonly kind: 'unknown' }
  /**
   * A description, with the entry that ended it, if any: `REVOKED since 2026-12-01T15:00:00.000Z, by entry 3 of ...`.
   */
  | { readonly kind: 'not-in-force'; readonly why: string };

/** Requesting agency, purpose and fields that an approval opens. */
export interface ReplayedTerms {
  readonly agency: string;
  readonly purpose: string;
  readonly roles: readonly string[];
  /** Type.field, open at any instant of the period. */
  readonly fields: ReadonlySet<string>;
}

/** The approvals of a register, reconstructed from the entries of its log alone. */
export interface ReplayedApprovals {
  /**
   * Applies the entry at this index. If it is unreadable or not the next move of its agreement, returns a description
   * of the problem. Ignores entries of other decisions.
   */
  add(entry: AdministrationEntry, index: number): string | undefined;
  /**
   * State of the approval between `from` and `to`, both inclusive: in force if it was at any instant. All entries must
   * have been added.
   */
  standing(approval: string, from: Date, to: Date): Standing;
}

const instant = z
  .string()
  .transform((text) => new Date(text))
  .refine((at) => !Number.isNaN(at.getTime()), 'no time');

const EventRow = z.object({
  ...{ agreement_id: z.string(), sequence: z.unknown(), at: instant, why: z.unknown(), move: z.unknown() },
  ...{ actor_subject: z.unknown(), actor_agency: z.unknown(), actor_role: z.unknown(), actor_side: z.unknown() },
  dataset: z.unknown(),
});
const DayRow = z.object({ day: z.string(), name: z.string(), source: z.string(), proclaimed_at: instant });

interface PlacedEvent {
  readonly event: AgreementEvent;
  readonly index: number;
}

/** Creates the replay. `origin`: the log's name, for messages. `calendar` and `settings`: those of the installation. */
export function replayApprovals(
  origin: string,
  calendar: CalendarData,
  settings: AgreementSettings,
): ReplayedApprovals {
  const histories = new Map<string, PlacedEvent[]>();
  const days: (ProclaimedDay & { readonly at: Date })[] = [];
  const calendars = new Map<number, BusinessCalendar>();
  const intervals = new Map<string, readonly ForceInterval[]>();
  const terms = new WeakMap<ForceInterval, ReplayedTerms>();

  function addEvent(row: unknown, index: number): string | undefined {
    const read = readEvent(row);
    if (read === undefined) return 'its row is no move of an agreement';
    const { id, event } = read;
    const history = histories.get(id) ?? [];
    if (event.sequence !== history.length + 1) {
      return `it is move ${event.sequence} of agreement ${id}, whose move ${history.length + 1} comes next`;
    }
    const before = history.at(-1)?.event;
    if (before !== undefined && event.at < before.at) return `it is older than move ${before.sequence} of ${id}`;
    history.push({ event, index });
    histories.set(id, history);
    return undefined;
  }

  function addDay(row: unknown): string | undefined {
    const read = DayRow.safeParse(row);
    if (!read.success) return 'its row is no proclaimed day';
    const { day, name, source, proclaimed_at: at } = read.data;
    days.push({ date: day, name, source, at });
    return undefined;
  }

  function calendarAt(now: Date): BusinessCalendar {
    const known = days.filter(({ at }) => at <= now);
    const made =
      calendars.get(known.length) ?? createCalendar({ ...calendar, proclaimed: [...calendar.proclaimed, ...known] });
    calendars.set(known.length, made);
    return made;
  }

  function intervalsOf(id: string): readonly ForceInterval[] {
    const made =
      intervals.get(id) ??
      forceIntervals(
        (histories.get(id) ?? []).map(({ event }) => event),
        calendarAt,
        days.map(({ at }) => at),
        settings,
      );
    intervals.set(id, made);
    return made;
  }

  function explainNotInForce(id: string, at: Date): string {
    const all = intervalsOf(id);
    const last = all.findLastIndex(({ from }) => from <= at);
    const status = all[last]?.status;
    if (status === undefined) return `requested only at ${all[0]?.from.toISOString()}`;
    const lastInForce = all.slice(0, last).findLastIndex(({ inForce }) => inForce);
    const since = all[lastInForce + 1]?.from ?? at;
    if (lastInForce < 0) return `${status}, and never in force before`;
    const by = histories.get(id)?.findLast(({ event }) => event.at.getTime() === since.getTime());
    const cause = by === undefined ? 'by time alone' : `by ${by.event.move.kind}, entry ${by.index} of ${origin}`;
    return `${status}; not in force since ${since.toISOString()}, ${cause}`;
  }

  /** Built once per interval, because a log has millions of records under the same approvals. */
  function termsOf(id: string, open: readonly ForceInterval[]): ReplayedTerms {
    const [first] = open;
    const cached = open.length === 1 && first !== undefined ? terms.get(first) : undefined;
    if (cached !== undefined) return cached;
    const events = (histories.get(id) ?? []).map(({ event }) => event);
    // They are fixed before an agreement can be in force.
    const stated = events
      .flatMap(({ move }) => (move.kind === 'DRAFT' || move.kind === 'REVISE' ? move.terms : []))
      .at(-1);
    const made = {
      agency: events[0]?.by.agency ?? '',
      purpose: stated?.purpose ?? '',
      roles: stated?.roles ?? [],
      fields: new Set(open.flatMap(({ fields }) => fields)),
    };
    if (open.length === 1 && first !== undefined) terms.set(first, made);
    return made;
  }

  return {
    add({ table, row }, index) {
      if (table === loggedTables.agreementEvent.name) return addEvent(row, index);
      if (table === loggedTables.proclaimedDay.name) return addDay(row);
      return undefined;
    },
    standing(id, from, to) {
      if (!histories.has(id)) return { kind: 'unknown' };
      const open = intervalsOf(id).filter(
        (interval) => interval.inForce && interval.from <= to && (interval.until === null || interval.until > from),
      );
      const [first] = open;
      if (first === undefined) return { kind: 'not-in-force', why: explainNotInForce(id, to) };
      return { kind: 'in-force', terms: termsOf(id, open) };
    },
  };
}

function readEvent(row: unknown): { readonly id: string; readonly event: AgreementEvent } | undefined {
  const read = EventRow.safeParse(row);
  if (!read.success) return undefined;
  const { agreement_id: id, sequence, at, why, move, dataset = null, ...actor } = read.data;
  const by = {
    subject: actor.actor_subject,
    agency: actor.actor_agency,
    role: actor.actor_role,
    side: actor.actor_side,
  };
  const event = AgreementEvent.safeParse({ sequence, at, why, move, dataset, by });
  return event.success ? { id, event: event.data } : undefined;
}
