import { expect } from '@jest/globals';

/** The dates that are known do not run backward. */
export function expectOrder(...dates: readonly (string | null)[]): void {
  const known = dates.filter((date) => date !== null);
  expect(known).toEqual([...known].sort());
}
