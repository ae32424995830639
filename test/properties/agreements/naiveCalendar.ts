/**
 * The calendar as a clerk would keep it: a list of closed days pinned to the wall, and a rule of thumb for daylight
 * saving time. Shares no code with the calendar that it is compared with.
 */
const CLOSED = new Set(
  `2026-01-01 2026-01-19 2026-02-12 2026-02-16 2026-05-25 2026-06-19 2026-07-03 2026-09-07 2026-10-12 2026-11-03
   2026-11-11 2026-11-26 2026-11-27 2026-12-25 2027-01-01 2027-01-18 2027-02-12 2027-02-15 2027-05-31 2027-07-05
   2027-09-06 2027-10-11 2027-11-11 2027-11-25 2027-11-26 2027-12-24 2027-12-31 2028-01-17 2028-02-11 2028-02-21
   2028-05-29 2028-06-19 2028-07-04 2028-09-04 2028-10-09 2028-11-07 2028-11-10 2028-11-23 2028-11-24 2028-12-25`
    .split(/\s+/)
    .filter((day) => day !== ''),
);

export function nextDay(date: string, days = 1): string {
  return new Date(Date.parse(`${date}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function isOpen(date: string): boolean {
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !CLOSED.has(date);
}

/** Days on which the clocks go forward (second Sunday of March) and back (first Sunday of November), until 2032. */
const SUMMERS: Readonly<Record<string, readonly [forward: string, back: string]>> = {
  2025: ['2025-03-09', '2025-11-02'],
  2026: ['2026-03-08', '2026-11-01'],
  2027: ['2027-03-14', '2027-11-07'],
  2028: ['2028-03-12', '2028-11-05'],
  2029: ['2029-03-11', '2029-11-04'],
  2030: ['2030-03-10', '2030-11-03'],
  2031: ['2031-03-09', '2031-11-02'],
  2032: ['2032-03-14', '2032-11-07'],
};

function isSummerAtMidnight(date: string): boolean {
  const summer = SUMMERS[date.slice(0, 4)];
  if (summer === undefined) throw new RangeError(`the wall has no calendar for ${date}`);
  // Clocks change at two in the morning: the midnight before still has the old time.
  return date > summer[0] && date <= summer[1];
}

/** Milliseconds of the midnight with which a day begins in Chicago. */
export function midnight(date: string): number {
  return Date.parse(`${date}T${isSummerAtMidnight(date) ? '05' : '06'}:00:00Z`);
}

/** Days looked up before, by the hour: in Chicago they begin on a full one. */
const days = new Map<number, string>();

export function dayOf(time: number): string {
  const hour = Math.floor(time / 3_600_000);
  const known = days.get(hour) ?? lookUpDay(hour * 3_600_000);
  days.set(hour, known);
  return known;
}

function lookUpDay(time: number): string {
  // In Chicago it is the day that UTC shows, or still the one before.
  const date = new Date(time).toISOString().slice(0, 10);
  return midnight(date) <= time ? date : nextDay(date, -1);
}

/** Deadlines that were computed before; the same few are needed thousands of times. */
const noted = new Map<string, number>();

/** The midnight that ends the nth open day after the day of receipt. */
export function endOfNthOpenDay(received: number, count: number): number {
  const day = dayOf(received);
  const note = `${day} + ${count}`;
  const known = noted.get(note) ?? countOpenDays(day, count);
  noted.set(note, known);
  return known;
}

function countOpenDays(received: string, count: number): number {
  let date = received;
  for (let left = count; left > 0; ) {
    date = nextDay(date);
    if (isOpen(date)) left -= 1;
  }
  return midnight(nextDay(date));
}

/** Turns the pages of a wall calendar month by month; a day that the last month lacks becomes the first of the next. */
export function monthsLater(date: string, months: number): string {
  let [year = 0, month = 0] = date.split('-').map(Number);
  for (let page = 0; page < months; page += 1) {
    month += 1;
    if (month === 13) {
      month = 1;
      year += 1;
    }
  }
  const wanted = `${year}-${String(month).padStart(2, '0')}-${date.slice(8)}`;
  const real = new Date(`${wanted}T12:00:00Z`);
  if (!Number.isNaN(real.getTime()) && real.toISOString().slice(0, 10) === wanted) return wanted;
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
}
