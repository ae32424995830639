import { type DayNumber, dayNumberOf, weekdayOf } from './localDate.ts';

/**
 * Years in which a rule is in force. A change of law ends one rule and adds another, so that old deadlines keep their
 * days.
 */
interface InForceBetween {
  readonly name: string;
  readonly source: string;
  readonly fromYear?: number;
  readonly untilYear?: number;
}

/** Rule that finds a state holiday in a year. Plain data, so that lawyers can compare it with the text of the law. */
export type HolidayRule = InForceBetween &
  (
    | {
        readonly kind: 'date';
        readonly month: number;
        readonly day: number;
        /** NEAREST_WEEKDAY: Saturday closes Friday, Sunday closes Monday. NOT_MOVED: a weekend holiday closes nothing. */
        readonly observed: 'NEAREST_WEEKDAY' | 'NOT_MOVED';
      }
    | { readonly kind: 'nthWeekday'; readonly month: number; readonly weekday: number; readonly nth: number }
    | { readonly kind: 'lastWeekday'; readonly month: number; readonly weekday: number }
    | { readonly kind: 'dayAfterNthWeekday'; readonly month: number; readonly weekday: number; readonly nth: number }
    /** The Tuesday after the first Monday of November in even years, when members of the House are elected. */
    | { readonly kind: 'generalElection' }
  );

const SATURDAY = 6;
const SUNDAY = 0;
const MONDAY = 1;

/**
 * Returns the day that offices close for the holiday of `year`, or undefined if they do not. It may lie in the year
 * before: 1 Jan 2028 is a Saturday and closes 31 Dec 2027.
 */
export function closedDayFor(rule: HolidayRule, year: number): DayNumber | undefined {
  if (rule.fromYear !== undefined && year < rule.fromYear) return undefined;
  if (rule.untilYear !== undefined && year > rule.untilYear) return undefined;
  switch (rule.kind) {
    case 'date':
      return observed(dayNumberOf(year, rule.month, rule.day), rule.observed);
    case 'nthWeekday':
      return nthWeekday(year, rule.month, rule.weekday, rule.nth);
    case 'lastWeekday':
      return lastWeekday(year, rule.month, rule.weekday);
    case 'dayAfterNthWeekday':
      return nthWeekday(year, rule.month, rule.weekday, rule.nth) + 1;
    case 'generalElection':
      return year % 2 === 0 ? nthWeekday(year, 11, MONDAY, 1) + 1 : undefined;
  }
}

function observed(day: DayNumber, shift: 'NEAREST_WEEKDAY' | 'NOT_MOVED'): DayNumber | undefined {
  const weekday = weekdayOf(day);
  if (weekday !== SATURDAY && weekday !== SUNDAY) return day;
  if (shift === 'NOT_MOVED') return undefined;
  return weekday === SATURDAY ? day - 1 : day + 1;
}

function nthWeekday(year: number, month: number, weekday: number, nth: number): DayNumber {
  const first = dayNumberOf(year, month, 1);
  return first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7;
}

function lastWeekday(year: number, month: number, weekday: number): DayNumber {
  const last = dayNumberOf(year, month + 1, 1) - 1;
  return last - ((weekdayOf(last) - weekday + 7) % 7);
}
