import { PLACEHOLDER_DATES } from './placeholders.ts';

export interface NormalizedDate {
  readonly birthDate: string | null;
  readonly birthText: string | null;
}

const NO_DATE: NormalizedDate = { birthDate: null, birthText: null };
/** Nobody in a system was born before. */
const FIRST_YEAR = 1880;

/**
 * Birth date as eight digits. Reads ISO 8601 with or without hyphens or a time, and US dates (`3/7/1984`). A date that
 * does not exist or is after `today` (YYYYMMDD) has only its text.
 */
export function normalizeDate(text: string | null, today: string): NormalizedDate {
  if (text === null) return NO_DATE;
  const digits = eightDigits(text.trim());
  if (digits === undefined || PLACEHOLDER_DATES.has(digits)) return NO_DATE;
  const real = isDate(digits) && digits <= today && Number(digits.slice(0, 4)) >= FIRST_YEAR;
  return { birthDate: real ? digits : null, birthText: digits };
}

function eightDigits(text: string): string | undefined {
  const iso = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ].*)?$/.exec(text);
  if (iso !== null) return `${iso[1]}${iso[2]}${iso[3]}`;
  const us = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (us === null) return undefined;
  return `${us[3]}${us[1]?.padStart(2, '0')}${us[2]?.padStart(2, '0')}`;
}

function isDate(digits: string): boolean {
  const [year, month, day] = [Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6))];
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
