import { type Language, localeOf, useLanguage } from './language.tsx';

const ZONE = 'America/Chicago';

/** Dates and numbers in words, in Illinois time. Dates that an approval masked are shown as far as they go. */
export interface Formats {
  /** A calendar date: "December 4, 2026". */
  date(date: string): string;
  /** A calendar date with its day of the week: "Friday, December 4, 2026". */
  longDate(date: string): string;
  /** "Dec 2026" */
  month(date: string): string;
  /** An instant: "December 4, 2026, 3:08 PM". */
  instant(instant: string): string;
  /** The day of an instant in Illinois, with the day of the week. */
  dayOf(instant: string): string;
  time(instant: string | Date): string;
  number(count: number): string;
  /** Cents as dollars. */
  money(cents: number): string;
  list(items: readonly string[]): string;
  alternatives(items: readonly string[]): string;
}

const made = new Map<Language, Formats>();

export function formatsOf(language: Language): Formats {
  const known = made.get(language);
  if (known !== undefined) return known;
  const locale = localeOf[language];
  const on = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options);
  const date = on({ dateStyle: 'long', timeZone: 'UTC' });
  const longDate = on({ dateStyle: 'full', timeZone: 'UTC' });
  const month = on({ month: 'short', year: 'numeric', timeZone: 'UTC' });
  const instant = on({ dateStyle: 'long', timeStyle: 'short', timeZone: ZONE });
  const dayOf = on({ dateStyle: 'full', timeZone: ZONE });
  const time = on({ timeStyle: 'short', timeZone: ZONE });
  const number = new Intl.NumberFormat(locale);
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const alternatives = new Intl.ListFormat(locale, { type: 'disjunction' });
  const year = on({ year: 'numeric', timeZone: 'UTC' });
  /** A date with the form that it can be shown in: an approval may leave only its month or year. */
  const shown = (text: string, format: Intl.DateTimeFormat) => {
    const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T|$)/.exec(text);
    if (parts === null) return text;
    const [, inYear = '', inMonth, ofMonth] = parts;
    const day = new Date(`${inYear}-${inMonth ?? '01'}-${ofMonth ?? '01'}T00:00:00Z`);
    if (Number.isNaN(day.getTime())) return text;
    return (inMonth === undefined ? year : ofMonth === undefined ? month : format).format(day);
  };
  const formats: Formats = {
    date: (text) => shown(text, date),
    longDate: (text) => shown(text, longDate),
    month: (text) => shown(text, month),
    instant: (text) => instant.format(new Date(text)),
    dayOf: (text) => dayOf.format(new Date(text)),
    time: (text) => time.format(new Date(text)),
    number: (count) => number.format(count),
    money: (cents) => money.format(cents / 100),
    list: (items) => list.format(items),
    alternatives: (items) => alternatives.format(items),
  };
  made.set(language, formats);
  return formats;
}

export function useFormats(): Formats {
  return formatsOf(useLanguage().language);
}
