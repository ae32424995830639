const illinoisDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Chicago' });

/** YYYY-MM-DD: assignments begin and end by the department's calendar. */
export function illinoisDate(now: Date): string {
  return illinoisDay.format(now);
}
