/** A calendar day as the number of days since 1970-01-01: cheap to compare and to add to. */
export type CalendarDay = number;

export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Days from civil date (proleptic Gregorian), counted in eras of 400 years that start in March. */
export function calendarDay(year: number, month: number, day: number): CalendarDay {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export function calendarDate(calendarDayNumber: CalendarDay): CalendarDate {
  const shifted = calendarDayNumber + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/** ISO 8601: 2026-11-02. */
export function isoDate(day: CalendarDay): string {
  return formatDate(calendarDate(day));
}

export function formatDate({ year, month, day }: CalendarDate): string {
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

/** The first day of the month that is `months` after the month of `day`. */
export function firstOfMonth(day: CalendarDay, months: number): CalendarDay {
  const { year, month } = calendarDate(day);
  const absolute = year * 12 + month - 1 + months;
  return calendarDay(Math.floor(absolute / 12), (absolute % 12) + 1, 1);
}

/** The last day of the month that is `months` after the month of `day`. */
export function lastOfMonth(day: CalendarDay, months: number): CalendarDay {
  return firstOfMonth(day, months + 1) - 1;
}

/** Completed years of life on `day`. */
export function ageOn(birthDay: CalendarDay, day: CalendarDay): number {
  const birth = calendarDate(birthDay);
  const now = calendarDate(day);
  const hadBirthday = now.month > birth.month || (now.month === birth.month && now.day >= birth.day);
  return now.year - birth.year - (hadBirthday ? 0 : 1);
}
