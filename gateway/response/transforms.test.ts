import { expect, test } from '@jest/globals';
import { createTransforms } from './transforms.ts';

/** The last minute of February 28 in Illinois; in UTC it is March already. */
const form = createTransforms(() => new Date('2026-03-01T05:59:00Z'));

test.each([
  ['2026-02-28', '0-5'],
  ['2020-03-01', '0-5'],
  ['2020-02-28', '6-17'],
  ['2008-03-01', '6-17'],
  ['2008-02-28', '18-29'],
  ['1996-03-01', '18-29'],
  ['1996-02-28', '30-39'],
  ['1936-03-01', '80-89'],
  ['1936-02-28', '90+'],
  ['1899-12-31', '90+'],
])('who was born on %s is in the group %s, by the day in Illinois', (born, group) => {
  expect(form('AGE_BAND')(born)).toBe(group);
});

test.each([
  ['60601', '606'],
  ['62999-1234', '629'],
  // So few people live there that three digits would tell who it is.
  ['82190', '000'],
  ['05901', '000'],
  ['6060', null],
  ['606011', null],
  [60_601, null],
])('of the ZIP code %s the area %s is shown', (zip, area) => {
  expect(form('ZIP3')(zip)).toBe(area);
});

test.each([
  ['LAST4', '1234', null],
  ['LAST4', '12345', '2345'],
  ['LAST4', 12_345, null],
  ['MONTH', '2026-02-28T10:00:00Z', '2026-02'],
  ['YEAR_ONLY', '28 February 2026', null],
  ['YEAR_ONLY', { year: 2026 }, null],
  ['REDACT', 'anything', null],
  ['COUNTY', 'anything', null],
] as const)('%s of %p is %p', (transform, value, shown) => {
  expect(form(transform)(value)).toBe(shown);
});
