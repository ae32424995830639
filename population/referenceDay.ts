import { calendarDate, calendarDay, formatDate } from './calendarDay.ts';

/**
 * Reference day of the population: ages, certifications and sentences are as of it. Fixed, and never the machine's
 * date, so that a seed gives the same bytes on any day.
 */
export const referenceDay = calendarDay(2026, 11, 2);
/** The same in ISO 8601. */
export const REFERENCE_DATE = formatDate(calendarDate(referenceDay));
/** Ages for school count on this day of the school year (105 ILCS 5/10-20.12). */
export const schoolAgeDay = calendarDay(2026, 9, 1);
/** The school year that runs on the reference day, by the calendar year it ends in. */
export const CURRENT_SCHOOL_YEAR = 2027;
