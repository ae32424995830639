const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * True if a text is a day of the Gregorian calendar, YYYY-MM-DD, in the years 0001 to 9999. PostgreSQL has no year 0.
 */
export function isCalendarDay(text: string): boolean {
  const [, year, month, day] = DAY.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  return year >= 1 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  if (month < 1 || month > 12) return 0;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
