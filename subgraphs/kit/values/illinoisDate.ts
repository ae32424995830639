const illinoisDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Chicago' });

/** Date in Illinois as YYYY-MM-DD. Assignments begin and end, and people come of age, by this calendar. */
export function illinoisDate(now: Date): string {
  return illinoisDay.format(now);
}
