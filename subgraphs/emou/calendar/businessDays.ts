import type { BusinessCalendar } from './calendar.ts';
import {
  type DayNumber,
  fromDayNumber,
  type LocalDate,
  localDayNumber,
  localMinuteOfDay,
  startOfDayNumber,
} from './localDate.ts';

/** Returns the day of receipt: the local date, or the next business day after the cutoff. */
function receiptDay(received: Date, calendar: BusinessCalendar): DayNumber {
  const day = localDayNumber(received);
  if (calendar.cutOffMinute === null) return day;
  if (calendar.isBusinessDay(day) && localMinuteOfDay(received) < calendar.cutOffMinute) return day;
  return nthBusinessDayAfter(day, 1, calendar);
}

function nthBusinessDayAfter(day: DayNumber, nth: number, calendar: BusinessCalendar): DayNumber {
  let found = day;
  for (let counted = 0; counted < nth; ) {
    found += 1;
    if (calendar.isBusinessDay(found)) counted += 1;
  }
  return found;
}

function dueDay(received: Date, businessDays: number, calendar: BusinessCalendar): DayNumber {
  if (!Number.isInteger(businessDays) || businessDays < 1) {
    throw new RangeError(`a time limit is a whole number of business days from 1, not ${businessDays}`);
  }
  return nthBusinessDayAfter(receiptDay(received, calendar), businessDays, calendar);
}

/**
 * Returns the last day on which a response is in time. The day of receipt is not counted; the last day is. See 5 ILCS
 * 70/1.11.
 */
export function dueDate(received: Date, businessDays: number, calendar: BusinessCalendar): LocalDate {
  return fromDayNumber(dueDay(received, businessDays, calendar));
}

/**
 * Returns the instant at which the time to respond ends: midnight in Chicago at the end of the nth business day. A
 * response is in time before this instant and late at it.
 */
export function dueMoment(received: Date, businessDays: number, calendar: BusinessCalendar): Date {
  return startOfDayNumber(dueDay(received, businessDays, calendar) + 1);
}

/**
 * Counts the business days after the local day of `from` up to and including the local day of `to`; 0 if `to` is not
 * later.
 */
export function businessDaysBetween(from: Date, to: Date, calendar: BusinessCalendar): number {
  const last = localDayNumber(to);
  let count = 0;
  for (let day = localDayNumber(from) + 1; day <= last; day += 1) {
    if (calendar.isBusinessDay(day)) count += 1;
  }
  return count;
}
