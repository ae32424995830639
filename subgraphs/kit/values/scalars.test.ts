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
    ['0000-01-01', false],
    ['0001-01-01', true],
    ['9999-12-31', true],
    ['10000-01-01', false],
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
    ['2026-12-01T15:00:00+01:00', true],
    ['2026-12-01T15:00:00.123456-06:00', true],
    ['2026-12-01t15:00:00z', true],
    ['2026-12-01T15:00:00', false],
    ['2026-12-01T15:00Z', false],
    ['2026-12-01T15:00:60Z', false],
    ['2026-12-01T15:00:00+24:00', false],
    ['2026-12-01T15:00:00+0100', false],
    ['0000-12-01T15:00:00Z', false],
    ['0001-01-01T00:00:00+01:00', false],
    ['9999-12-31T23:59:59-01:00', false],
    ['2026-12-01', false],
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

  test.each([
    ['2026-12-01T09:00:00.123456-06:00', '2026-12-01T15:00:00.123456Z'],
    ['2026-01-01T00:30:00+01:00', '2025-12-31T23:30:00Z'],
    ['2024-02-29t23:59:59.9z', '2024-02-29T23:59:59.9Z'],
  ])('DateTime %s is the instant %s', (value, expected) => {
    expect(scalars.DateTime?.parseValue(value)).toBe(expected);
  });

  test('an instant of the database is written in UTC', () => {
    expect(scalars.DateTime?.serialize(new Date(0))).toBe('1970-01-01T00:00:00.000Z');
  });
});
