import { describe, expect, test } from '@jest/globals';
import { scalars } from './scalars.ts';

const accepts = (name: string, value: unknown): boolean => {
  try {
    scalars[name]?.parseValue(value);
    return true;
  } catch {
    return false;
  }
};

describe('scalars', () => {
  test.each([
    ['2026-12-01', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2026-13-01', false],
    ['2026-04-31', false],
    ['2026-00-10', false],
    ['2026-1-1', false],
    ['2026-12-01T00:00:00Z', false],
    [20261201, false],
    [null, false],
  ])('Date %p: %p', (value, expected) => {
    expect(accepts('Date', value)).toBe(expected);
  });

  test.each([
    ['2026-12-01T15:00:00Z', true],
    ['2026-12-01T15:00:00.123Z', true],
    ['2026-12-01T24:00:00Z', false],
    ['2026-12-01T15:00:00+01:00', false],
    ['2026-02-30T15:00:00Z', false],
    [1, false],
  ])('DateTime %p: %p', (value, expected) => {
    expect(accepts('DateTime', value)).toBe(expected);
  });

  test.each([
    [0, true],
    [-5, true],
    [9_007_199_254_740_991, true],
    [9_007_199_254_740_992, false],
    [1.5, false],
    ['100', false],
    [Number.NaN, false],
  ])('Cents %p: %p', (value, expected) => {
    expect(accepts('Cents', value)).toBe(expected);
  });

  test('an instant of the database is written in UTC', () => {
    expect(scalars.DateTime?.serialize(new Date(0))).toBe('1970-01-01T00:00:00.000Z');
  });
});
