import { PublicError } from '../../kit/errors/publicError.ts';

/**
 * A calendar day in Illinois, as YYYY-MM-DD. The whole state uses America/Chicago (5 ILCS 70/1.11 counts days, not
 * hours), so a day may last 23, 24 or 25 hours.
 */
export type LocalDate = string & { readonly __brand: 'LocalDate' };

/** Days since 1970-01-01 of a local date: whole numbers make day arithmetic immune to daylight saving. */
export type DayNumber = number;

const MILLISECONDS_PER_DAY = 86_400_000;
const LAST_DAY: DayNumber = Date.UTC(9_999, 11, 31) / MILLISECONDS_PER_DAY;

const chicagoClock = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/Chicago',
  calendar: 'gregory',
  numberingSystem: 'latn',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
});

const HOUR = 3_600_000;
const REMEMBERED_HOURS = 20_000;
/**
 * Cache of UTC offsets by hour, since clocks change on whole hours of UTC. A call of Intl takes tens of microseconds,
 * and an inbox of 10,000 requests covers few different hours. Caches only the results of a pure function.
 */
const offsetsByHour = new Map<number, number>();

/** Returns the wall clock time in Chicago at an instant, read as if it were UTC (milliseconds). */
function wallClock(instant: Date): number {
  const time = instant.getTime();
  const hour = Math.floor(time / HOUR);
  let offset = offsetsByHour.get(hour);
  if (offset === undefined) {
    offset = askIntl(new Date(hour * HOUR)) - hour * HOUR;
    if (offsetsByHour.size >= REMEMBERED_HOURS) offsetsByHour.clear();
    offsetsByHour.set(hour, offset);
  }
  return time + offset;
}

function askIntl(instant: Date): number {
  const parts: Record<string, number> = {};
  for (const part of chicagoClock.formatToParts(instant)) {
    if (part.type !== 'literal') parts[part.type] = Number(part.value);
  }
  const { year = Number.NaN, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  // Date.UTC interprets the years 0 to 99 as 1900 to 1999.
  return new Date(Date.UTC(2000, month - 1, day, hour, minute, second)).setUTCFullYear(year, month - 1, day);
}

/** Parses YYYY-MM-DD. Throws for a day that does not exist (2027-02-29). */
export function parseLocalDate(text: string): LocalDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new RangeError(`"${text}" is not a date of the form YYYY-MM-DD`);
  const time = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) {
    throw new RangeError(`"${text}" is not a day of the calendar`);
  }
  // The checks above are what the brand guarantees.
  return text as LocalDate;
}

/** Returns the date in Illinois at an instant. */
export function localDate(instant: Date): LocalDate {
  return fromDayNumber(localDayNumber(instant));
}

export function localDayNumber(instant: Date): DayNumber {
  return Math.floor(wallClock(instant) / MILLISECONDS_PER_DAY);
}

/** Returns the minutes since local midnight on the wall clock at an instant. */
export function localMinuteOfDay(instant: Date): number {
  const clock = wallClock(instant);
  return Math.floor((clock - Math.floor(clock / MILLISECONDS_PER_DAY) * MILLISECONDS_PER_DAY) / 60_000);
}

/** Returns the first instant of a local day. Chicago changes its clocks at 2 a.m., so midnight exists exactly once. */
export function startOfDay(date: LocalDate): Date {
  return startOfDayNumber(toDayNumber(date));
}

export function startOfDayNumber(day: DayNumber): Date {
  const midnight = day * MILLISECONDS_PER_DAY;
  const offsetAt = (time: number): number => wallClock(new Date(time)) - time;
  // A second step is needed on days when the offset at UTC midnight differs from the one at local midnight.
  const guess = midnight - offsetAt(midnight);
  return new Date(midnight - offsetAt(guess));
}

export function toDayNumber(date: LocalDate): DayNumber {
  return Date.parse(`${date}T00:00:00Z`) / MILLISECONDS_PER_DAY;
}

/** Throws BAD_USER_INPUT beyond the year 9999, which only a date from a caller can reach. */
export function fromDayNumber(day: DayNumber): LocalDate {
  if (day > LAST_DAY) throw new PublicError('BAD_USER_INPUT', 'The date is after the year 9999. Give an earlier one.');
  return parseLocalDate(new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10));
}

export function dayNumberOf(year: number, month: number, day: number): DayNumber {
  return Date.UTC(year, month - 1, day) / MILLISECONDS_PER_DAY;
}

/** 0 = Sunday ... 6 = Saturday. Day 0 was a Thursday. */
export function weekdayOf(day: DayNumber): number {
  return (((day + 4) % 7) + 7) % 7;
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/**
 * Returns the first day after a period of whole months that began on `date`: the day with the same number, or the first
 * of the following month if there is none. A year from 29 Feb 2028 runs through 28 Feb 2029, and this returns 1 Mar
 * 2029.
 */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  // Date.UTC carries an overflowing month into the year, and day 0 is the last of the month before.
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  const end = day <= lastOfMonth ? Date.UTC(year, month - 1 + months, day) : Date.UTC(year, month - 1 + months + 1, 1);
  return fromDayNumber(end / MILLISECONDS_PER_DAY);
}
