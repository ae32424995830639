/** Federal poverty level a month in cents, 48 states: the 2026 guideline, $15,960 a year and $5,680 for each further person. */
export function monthlyPovertyLevel(people: number): number {
  return Math.round((1_596_000 + 568_000 * (people - 1)) / 12);
}
