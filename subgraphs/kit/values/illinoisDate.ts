const illinoisDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Chicago' });

/** YYYY-MM-DD: assignments begin and end , and people come of age, by the calendar of Illinois. */
export function illinoisDate(now: Date): string {
  return illinoisDay.format(now);
}
