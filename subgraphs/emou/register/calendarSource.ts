import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import { type BusinessCalendar, type CalendarData, createCalendar, type ProclaimedDay } from '../calendar/calendar.ts';

/** Reads the calendar in force: the holidays by rule and the days proclaimed so far. */
export type CalendarSource = (queries: Queries) => Promise<BusinessCalendar>;

const proclaimedDays = statement<ProclaimedDay>(
  'proclaimedDays',
  'select day::text as date, name, source from proclaimed_day order by day',
);

/**
 * Reads the proclaimed days on each call, with one small statement, and rebuilds the calendar only if they have
 * changed.
 */
export function createCalendarSource(base: CalendarData): CalendarSource {
  let cached: { readonly proclaimed: string; readonly calendar: BusinessCalendar } | undefined;
  return async (queries) => {
    const days = await queries.rows(proclaimedDays, []);
    const proclaimed = JSON.stringify(days);
    if (cached?.proclaimed !== proclaimed) {
      const version = days.length === 0 ? base.version : `${base.version}+${days.length}`;
      cached = {
        proclaimed,
        calendar: createCalendar({ ...base, version, proclaimed: [...base.proclaimed, ...days] }),
      };
    }
    return cached.calendar;
  };
}
