import { expect, test } from '@jest/globals';
import { yearsAfter } from './yearsAfter.ts';

test.each([
  ['2026-11-21T20:00:00.123Z', 1, '2027-11-21T20:00:00.123Z'],
  ['2026-11-21T20:00:00.000Z', 3, '2029-11-21T20:00:00.000Z'],
  ['2028-02-29T23:59:59.999Z', 1, '2029-02-28T23:59:59.999Z'],
  ['2028-02-29T00:00:00.000Z', 4, '2032-02-29T00:00:00.000Z'],
  ['2027-12-31T23:00:00.000Z', 1, '2028-12-31T23:00:00.000Z'],
])('%s and %d years: %s', (from, years, until) => {
  expect(yearsAfter(new Date(from), years).toISOString()).toBe(until);
});
