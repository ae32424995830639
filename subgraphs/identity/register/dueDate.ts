import { illinoisDate } from '../../kit/values/illinoisDate.ts';

const DAY_MS = 86_400_000;

/** The date (ISO 8601) this many working days after today in Illinois. Holidays count: reviews are not late by law. */
export function dueDate(now: Date, workingDays: number): string {
  let day = Date.parse(illinoisDate(now));
  for (let left = workingDays; left > 0; ) {
    day += DAY_MS;
    const weekday = new Date(day).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return new Date(day).toISOString().slice(0, 10);
}
