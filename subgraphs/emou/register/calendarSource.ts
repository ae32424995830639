import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import { type BusinessCalendar, type CalendarData, createCalendar, type ProclaimedDay } from '../calendar/calendar.ts';

/** The calendar in force: the holidays of the rule, and the days proclaimed so far. */
export type CalendarSource = (queries: Queries) => Promise<BusinessCalendar>;

const proclaimedDays = statement<ProclaimedDay>(
  'proclaimedDays',
  'SELECT day::text AS date, name, source FROM proclaimed_day ORDER BY day',
);

/** Reads the proclaimed days at each call, one small statement; the calendar is made anew only when they have changed. */
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
