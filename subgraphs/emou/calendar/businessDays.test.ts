import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { businessDaysBetween, dueDate, dueMoment } from './businessDays.ts';
import { createCalendar } from './calendar.ts';
import { ILLINOIS_STATE_OFFICES } from './illinoisHolidays.ts';
import { localDate, parseLocalDate, startOfDay } from './localDate.ts';
import '../../../test/harness/propertySeed.ts';

const illinois = createCalendar(ILLINOIS_STATE_OFFICES);
const noonOf = (date: string): Date => new Date(startOfDay(parseLocalDate(date)).getTime() + 12 * 3_600_000);

/** Any instant in the product's expected lifetime. */
const instants = fc.date({
  min: new Date('2016-01-01T00:00:00Z'),
  max: new Date('2045-12-31T00:00:00Z'),
  noInvalidDate: true,
});
const limits = fc.integer({ min: 1, max: 40 });

describe('time limits in business days', () => {
  test.each([
    ['2016-05-26', '2016-06-10', '2016-06-17'],
    ['2026-02-06', '2026-02-24', '2026-03-03'],
    ['2026-06-15', '2026-06-30', '2026-07-08'],
    ['2026-11-20', '2026-12-08', '2026-12-15'],
    ['2027-12-20', '2028-01-05', '2028-01-12'],
  ])('received %s: due %s, extended by five days %s', (received, ten, fifteen) => {
    expect(dueDate(noonOf(received), 10, illinois)).toBe(ten);
    expect(dueDate(noonOf(received), 15, illinois)).toBe(fifteen);
  });

  test.each([
    ['2028-02-22', '2028-03-07', 'leap day counts as a day'],
    ['2026-10-23', '2026-11-09', 'general election in between'],
    ['2027-10-22', '2027-11-05', 'no election in an odd year'],
    ['2027-06-11', '2027-06-25', 'Juneteenth on a Saturday takes no day'],
    ['2026-06-12', '2026-06-29', 'Juneteenth on a Friday takes one'],
    ['2026-05-30', '2026-06-12', 'received on a Saturday: Monday is day one'],
    ['2026-05-31', '2026-06-12', 'received on a Sunday: Monday is day one'],
    ['2026-05-25', '2026-06-08', 'received on a holiday: Tuesday is day one'],
  ])('received %s: due %s (%s)', (received, due) => {
    expect(dueDate(noonOf(received), 10, illinois)).toBe(due);
  });

  test('the due moment is local midnight, in summer and in winter', () => {
    expect(dueMoment(noonOf('2026-06-15'), 10, illinois)).toEqual(new Date('2026-07-01T05:00:00Z'));
    expect(dueMoment(noonOf('2026-11-20'), 10, illinois)).toEqual(new Date('2026-12-09T06:00:00Z'));
  });

  test.each([
    ['2026-02-27', '2026-03-14T05:00:00Z', 'clocks go forward on 8 Mar 2026'],
    ['2026-10-23', '2026-11-10T06:00:00Z', 'clocks go back on 1 Nov 2026'],
    ['2026-10-16', '2026-10-31T05:00:00Z', 'due on the last business day before clocks go back'],
  ])('received %s: over at %s (%s)', (received, moment) => {
    expect(dueMoment(noonOf(received), 10, illinois)).toEqual(new Date(moment));
  });

  test('the day of receipt is the Chicago date, not the UTC date', () => {
    // 11:30 p.m. on Thursday in Chicago is Friday in UTC.
    expect(dueDate(new Date('2026-03-06T05:30:00Z'), 1, illinois)).toBe('2026-03-06');
    expect(dueDate(new Date('2026-03-06T06:00:00Z'), 1, illinois)).toBe('2026-03-09');
  });

  test.each([0, -1, 1.5, Number.NaN])('a limit of %s days is refused', (days) => {
    expect(() => dueMoment(noonOf('2026-03-06'), days, illinois)).toThrow(RangeError);
  });
});

describe('after-hours receipt with a cut-off at 5 p.m.', () => {
  const office = createCalendar({ ...ILLINOIS_STATE_OFFICES, cutOff: '17:00' });
  test.each([
    ['2026-03-06T22:59:59Z', '2026-03-09', 'a second before five on Friday'],
    ['2026-03-06T23:00:00Z', '2026-03-10', 'at five on Friday: received on Monday'],
    ['2026-03-07T18:00:00Z', '2026-03-10', 'on Saturday: received on Monday'],
    ['2026-03-09T22:00:00Z', '2026-03-11', 'at five in summer time: received on Tuesday'],
    ['2026-03-09T21:59:59Z', '2026-03-10', 'before five in summer time'],
    ['2026-12-24T23:30:00Z', '2026-12-29', 'on Christmas Eve after five: received on Monday the 28th'],
  ])('received %s: day one is %s (%s)', (received, due) => {
    expect(dueDate(new Date(received), 1, office)).toBe(due);
  });
});

describe('properties', () => {
  test('the due moment is the start of a local day that follows a business day', () => {
    fc.assert(
      fc.property(instants, limits, (received, days) => {
        const moment = dueMoment(received, days, illinois);
        expect(startOfDay(localDate(moment))).toEqual(moment);
        const lastInstant = new Date(moment.getTime() - 1);
        expect(localDate(lastInstant)).toBe(dueDate(received, days, illinois));
        expect(businessDaysBetween(new Date(lastInstant.getTime() - 86_400_000), lastInstant, illinois)).toBe(1);
      }),
      { numRuns: 300 },
    );
  });

  test('exactly the asked number of business days lies between receipt and due date', () => {
    fc.assert(
      fc.property(instants, limits, (received, days) => {
        const last = new Date(dueMoment(received, days, illinois).getTime() - 1);
        expect(businessDaysBetween(received, last, illinois)).toBe(days);
      }),
      { numRuns: 300 },
    );
  });

  test('a later receipt is never due earlier, and more days are always due later', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 10 * 86_400_000 }), limits, (received, delay, days) => {
        const moment = dueMoment(received, days, illinois).getTime();
        expect(dueMoment(new Date(received.getTime() + delay), days, illinois).getTime()).toBeGreaterThanOrEqual(
          moment,
        );
        expect(dueMoment(received, days + 1, illinois).getTime()).toBeGreaterThan(moment);
      }),
      { numRuns: 300 },
    );
  });

  test('ten business days take between two weeks and three and a half', () => {
    fc.assert(
      fc.property(instants, (received) => {
        const days = (dueMoment(received, 10, illinois).getTime() - received.getTime()) / 86_400_000;
        expect(days).toBeGreaterThan(11.9);
        expect(days).toBeLessThan(21);
      }),
      { numRuns: 300 },
    );
  });
});
