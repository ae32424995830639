import { isCalendarDay } from './calendarDay.ts';

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})[Tt]((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(\.\d{1,9})?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const ZONE = /(?:[Zz]|[+-]\d{2}:\d{2})$/;

/**
 * Converts an RFC 3339 instant to UTC and keeps the digits of its fraction: 2026-12-01T09:00:00.123456-06:00 becomes
 * 2026-12-01T15:00:00.123456Z. Undefined for anything else: no zone, no seconds, a day that does not exist, a leap
 * second (PostgreSQL has none), or a year that is not 0001 to 9999 in UTC.
 */
export function parseInstant(text: string): string | undefined {
  const [, day = '', time, fraction = ''] = INSTANT.exec(text) ?? [];
  if (time === undefined || !isCalendarDay(day)) return undefined;
  const [zone = 'Z'] = ZONE.exec(text) ?? [];
  const shifted = new Date(`${day}T${time}${zone.toUpperCase()}`).toISOString();
  // A year before 0 or after 9999 has a sign and six digits.
  if (!isCalendarDay(shifted.slice(0, 10))) return undefined;
  return `${shifted.slice(0, 19)}${fraction}Z`;
}
