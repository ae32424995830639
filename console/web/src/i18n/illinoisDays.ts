const hourOf = new Intl.DateTimeFormat('en-US', { hour: 'numeric', hourCycle: 'h23', timeZone: 'America/Chicago' });
const dayOf = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone: 'America/Chicago' });

/** The instant at which a calendar day (`2026-12-04`) begins in Illinois. Undefined: the text is not a day. */
export function startOfDay(day: string): string | undefined {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? [];
  if (date === undefined) return undefined;
  // Central Daylight Time is five hours behind UTC, Central Standard Time six. Clocks never change at midnight.
  const starts = [5, 6].map((hour) => new Date(Date.UTC(Number(year), Number(month) - 1, Number(date), hour)));
  return starts.find((start) => Number(hourOf.format(start)) === 0)?.toISOString();
}

/** The calendar day in Illinois at an instant. */
export function illinoisDay(instant: Date): string {
  return dayOf.format(instant);
}

/** The day so many days after another one. */
export function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The first day of the month that is so many months after that of a day. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}
