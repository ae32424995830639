import type { BusinessCalendar } from '../../calendar/calendar.ts';
import type { AgreementEvent } from '../move.ts';
import type { AgreementSettings } from '../settings.ts';
import { type Status, statusAt } from './statusAt.ts';

/** A period during which an agreement's state does not change. */
export interface ForceInterval {
  /** Inclusive. */
  readonly from: Date;
  /** Exclusive; null: no end. */
  readonly until: Date | null;
  readonly inForce: boolean;
  /** Type.field; empty unless in force. */
  readonly fields: readonly string[];
  readonly status: Status;
}

/**
 * Lists the periods of an agreement from its first event on; each one starts where the previous one ends. Empty for an
 * empty history. `calendarAt` returns the calendar as known at an instant, and `calendarChanges` the instants at which
 * it changed, in any order: deadlines that had passed before a day was proclaimed stay passed.
 */
export function forceIntervals(
  events: readonly AgreementEvent[],
  calendarAt: (instant: Date) => BusinessCalendar,
  calendarChanges: readonly Date[],
  settings: AgreementSettings,
): readonly ForceInterval[] {
  const [first] = events;
  if (first === undefined) return [];
  const known = [...events.map(({ at }) => at), ...calendarChanges].sort((one, next) => one.getTime() - next.getTime());
  const intervals: ForceInterval[] = [];
  let from: Date | undefined = first.at;
  while (from !== undefined) {
    const now: Date = from;
    const state = statusAt(events, now, calendarAt(now), settings);
    if (state === undefined) break;
    const later = [known.find((instant) => instant > now), state.nextChange?.at].filter(
      (instant): instant is Date => instant !== undefined && instant > now,
    );
    const until = later.sort((one, next) => one.getTime() - next.getTime())[0];
    const fields = state.access.fields.map(({ field }) => field);
    intervals.push({ from: now, until: until ?? null, inForce: state.access.inForce, fields, status: state.status });
    from = until;
  }
  return intervals;
}
