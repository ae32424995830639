import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addMonths, localDate, localMinuteOfDay, parseLocalDate, startOfDay } from './localDate.ts';
import '../../../test/harness/propertySeed.ts';

describe('dates in Illinois', () => {
  test.each([
    ['2026-01-01T05:59:59.999Z', '2025-12-31'],
    ['2026-01-01T06:00:00.000Z', '2026-01-01'],
    ['2026-07-01T04:59:59.999Z', '2026-06-30'],
    ['2026-07-01T05:00:00.000Z', '2026-07-01'],
  ])('at %s it is %s', (instant, date) => expect(localDate(new Date(instant))).toBe(date));

  test.each([
    ['2026-03-08', 23],
    ['2026-11-01', 25],
    ['2026-03-09', 24],
  ])('%s has %d hours', (date, hours) => {
    const day = parseLocalDate(date);
    expect(startOfDay(addDays(day, 1)).getTime() - startOfDay(day).getTime()).toBe(hours * 3_600_000);
  });

  test('the wall clock jumps from 2 to 3 a.m. when daylight saving begins', () => {
    expect(localMinuteOfDay(new Date('2026-03-08T07:59:00Z'))).toBe(119);
    expect(localMinuteOfDay(new Date('2026-03-08T08:00:00Z'))).toBe(180);
  });

  test.each(['2026-2-1', '2026-02-30', '2027-02-29', 'soon', '', '2026-13-01'])('"%s" is refused', (text) => {
    expect(() => parseLocalDate(text)).toThrow(RangeError);
  });

  test.each([
    ['2026-12-01', 12, '2027-12-01'],
    ['2028-02-29', 12, '2029-03-01'],
    ['2028-02-29', 48, '2032-02-29'],
    ['2026-08-31', 1, '2026-10-01'],
    ['2026-08-31', 6, '2027-03-01'],
    ['2026-12-31', 1, '2027-01-31'],
    ['2026-11-30', 3, '2027-03-01'],
  ])('a period from %s of %d months is over on %s', (date, months, end) => {
    expect(addMonths(parseLocalDate(date), months)).toBe(end);
  });

  test('a day begins in itself, and ends a moment before the next begins', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 365 * 60 }), (days) => {
        const day = addDays(parseLocalDate('1990-01-01'), days);
        const start = startOfDay(day);
        expect(localDate(start)).toBe(day);
        expect(localMinuteOfDay(start)).toBe(0);
        expect(localDate(new Date(start.getTime() - 1))).toBe(addDays(day, -1));
      }),
      { numRuns: 500 },
    );
  });
});
