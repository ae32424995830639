import { closedDayFor, type HolidayRule } from './holidayRule.ts';
import {
  addDays,
  type DayNumber,
  dayNumberOf,
  fromDayNumber,
  type LocalDate,
  parseLocalDate,
  startOfDay,
  toDayNumber,
  weekdayOf,
} from './localDate.ts';

/** A one-off day on which the Governor or the President closed the offices. */
export interface ProclaimedDay {
  readonly date: string;
  readonly name: string;
  readonly source: string;
}

/** A version of the calendar, as data. */
export interface CalendarData {
  readonly version: string;
  readonly holidays: readonly HolidayRule[];
  readonly proclaimed: readonly ProclaimedDay[];
  /**
   * Close of business as "HH:MM" local time. If set, anything received at or after it, or on a closed day, counts as
   * received on the next business day. Null (the default): the date of receipt counts, at any hour.
   */
  readonly cutOff: string | null;
}

export interface Closure {
  readonly date: LocalDate;
  readonly name: string;
  readonly source: string;
}

export interface BusinessCalendar {
  readonly data: CalendarData;
  readonly cutOffMinute: number | null;
  /** Weekdays on which offices are closed in a year, in order; weekends are not listed. */
  closuresOf(year: number): readonly Closure[];
  isBusinessDay(day: DayNumber): boolean;
}

/** Validates the data. Each year's closed days are computed once and cached. */
export function createCalendar(data: CalendarData): BusinessCalendar {
  const proclaimed = data.proclaimed.map((day) => ({ ...day, date: parseLocalDate(day.date) }));
  const years = new Map<number, { readonly list: readonly Closure[]; readonly days: ReadonlySet<DayNumber> }>();

  function year(of: number): { readonly list: readonly Closure[]; readonly days: ReadonlySet<DayNumber> } {
    const cached = years.get(of);
    if (cached !== undefined) return cached;
    const first = dayNumberOf(of, 1, 1);
    const last = dayNumberOf(of, 12, 31);
    const byDay = new Map<DayNumber, Closure>();
    const close = (day: DayNumber, name: string, source: string): void => {
      const weekend = weekdayOf(day) === 0 || weekdayOf(day) === 6;
      if (day < first || day > last || weekend || byDay.has(day)) return;
      byDay.set(day, { date: fromDayNumber(day), name, source });
    };
    for (const rule of data.holidays) {
      // The next year's New Year's Day may close this year's last Friday.
      for (const holidayYear of [of, of + 1]) {
        const day = closedDayFor(rule, holidayYear);
        if (day !== undefined) close(day, rule.name, rule.source);
      }
    }
    for (const day of proclaimed) close(toDayNumber(day.date), day.name, day.source);
    const list = [...byDay.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
    const found = { list, days: new Set(byDay.keys()) };
    years.set(of, found);
    return found;
  }

  return {
    data,
    cutOffMinute: data.cutOff === null ? null : parseCutOff(data.cutOff),
    closuresOf: (of) => year(of).list,
    isBusinessDay(day) {
      const weekday = weekdayOf(day);
      if (weekday === 0 || weekday === 6) return false;
      return !year(new Date(day * 86_400_000).getUTCFullYear()).days.has(day);
    },
  };
}

function parseCutOff(text: string): number {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  if (match === null) throw new RangeError(`cut-off "${text}" is not a time of the form HH:MM`);
  return Number(match[1]) * 60 + Number(match[2]);
}

/**
 * Adds a proclaimed day and returns the new version. Rejected once that day is over: a deadline that counted it may
 * have passed, and a later proclamation must not undo a deemed approval.
 */
export function proclaimDay(data: CalendarData, day: ProclaimedDay, announcedAt: Date, version: string): CalendarData {
  const date = parseLocalDate(day.date);
  if (announcedAt >= startOfDay(addDays(date, 1))) {
    throw new RangeError(`${date} is over: a day can be proclaimed closed until its end, not afterwards`);
  }
  if (version === data.version) throw new RangeError('a changed calendar needs a version of its own');
  return { ...data, version, proclaimed: [...data.proclaimed, day] };
}
