import { describe, expect, test } from '@jest/globals';
import { createCalendar, proclaimDay } from './calendar.ts';
import { ILLINOIS_STATE_OFFICES } from './illinoisHolidays.ts';
import { parseLocalDate, toDayNumber } from './localDate.ts';

const illinois = createCalendar(ILLINOIS_STATE_OFFICES);

/** Observed days that the state has published or will publish, as month-day lists. */
const OBSERVED: Readonly<Record<number, string>> = {
  2026: '01-01 01-19 02-12 02-16 05-25 06-19 07-03 09-07 10-12 11-03 11-11 11-26 11-27 12-25',
  2027: '01-01 01-18 02-12 02-15 05-31 07-05 09-06 10-11 11-11 11-25 11-26 12-24 12-31',
  2028: '01-17 02-11 02-21 05-29 06-19 07-04 09-04 10-09 11-07 11-10 11-23 11-24 12-25',
};

function isOpen(date: string): boolean {
  return illinois.isBusinessDay(toDayNumber(parseLocalDate(date)));
}

describe('days on which Illinois state offices are closed', () => {
  test.each(Object.entries(OBSERVED))('%s closes exactly the published days', (year, days) => {
    const closures = illinois.closuresOf(Number(year)).map((closure) => closure.date);
    expect(closures).toEqual(days.split(' ').map((day) => `${year}-${day}`));
  });

  test.each([
    ['2020-07-03', 'Independence Day on a Saturday closes the Friday'],
    ['2022-12-26', 'Christmas on a Sunday closes the Monday'],
    ['2027-12-31', "New Year's Day 2028 is a Saturday and closes the last Friday of 2027"],
    ['2021-06-18', 'proclaimed for Juneteenth 2021'],
    ['2026-11-27', 'day after Thanksgiving'],
    ['2028-11-07', 'general election in an even year'],
    ['2026-02-12', "Lincoln's Birthday"],
    ['2026-10-12', 'Columbus Day'],
  ])('%s is closed: %s', (date) => expect(isOpen(date)).toBe(false));

  test.each([
    ['2027-06-18', 'Juneteenth on a Saturday is not moved'],
    ['2022-06-20', 'Juneteenth on a Sunday is not moved'],
    ['2020-06-19', 'Juneteenth was not yet a holiday'],
    ['2026-03-02', 'Casimir Pulaski Day'],
    ['2026-04-03', 'Good Friday'],
    ['2026-12-24', 'Christmas Eve'],
    ['2027-11-02', 'no general election in an odd year'],
    ['2028-01-03', "New Year's Day 2028 was observed in 2027"],
    ['2028-02-29', 'leap day'],
  ])('%s is a business day: %s', (date) => expect(isOpen(date)).toBe(true));

  test('the election is the Tuesday after the first Monday, never 1 November', () => {
    // 1 Nov 2022 was a Tuesday: the election was on the 8th.
    expect(isOpen('2022-11-01')).toBe(true);
    expect(isOpen('2022-11-08')).toBe(false);
  });

  test('every closure names its holiday and its source', () => {
    for (const closure of illinois.closuresOf(2026)) {
      expect(closure.name).not.toBe('');
      expect(closure.source).not.toBe('');
    }
  });
});

describe('a proclaimed day', () => {
  const day = { date: '2026-03-02', name: 'Blizzard', source: 'Proclamation 2026-1' };

  test('closes the offices in a new version, the old one stays as it was', () => {
    const data = proclaimDay(ILLINOIS_STATE_OFFICES, day, new Date('2026-03-03T05:59:59Z'), 'illinois-2026.2');
    expect(createCalendar(data).isBusinessDay(toDayNumber(parseLocalDate(day.date)))).toBe(false);
    expect(isOpen(day.date)).toBe(true);
  });

  test('cannot be proclaimed once it is over, so that no passed deadline moves', () => {
    expect(() => proclaimDay(ILLINOIS_STATE_OFFICES, day, new Date('2026-03-03T06:00:00Z'), 'illinois-2026.2')).toThrow(
      '2026-03-02 is over',
    );
  });

  test('needs its own version and a real date', () => {
    const before = new Date('2026-03-01T12:00:00Z');
    expect(() => proclaimDay(ILLINOIS_STATE_OFFICES, day, before, ILLINOIS_STATE_OFFICES.version)).toThrow('version');
    expect(() => proclaimDay(ILLINOIS_STATE_OFFICES, { ...day, date: '2027-02-29' }, before, 'x')).toThrow(
      '2027-02-29',
    );
  });
});

test.each(['24:00', '9:00', '17:60', ''])('a cut-off of "%s" is refused', (cutOff) => {
  expect(() => createCalendar({ ...ILLINOIS_STATE_OFFICES, cutOff })).toThrow('HH:MM');
});
