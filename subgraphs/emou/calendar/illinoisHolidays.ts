import type { CalendarData } from './calendar.ts';

const RULE = '80 Ill. Adm. Code 303.190';
const MONDAY = 1;
const THURSDAY = 4;

/**
 * Days on which Illinois state offices are closed. Casimir Pulaski Day, Good Friday and Christmas Eve are left out on
 * purpose: many lists of "Illinois holidays" include them, but state offices are open.
 */
export const ILLINOIS_STATE_OFFICES: CalendarData = {
  version: 'illinois-state-offices-2026.1',
  holidays: [
    { name: "New Year's Day", source: RULE, kind: 'date', month: 1, day: 1, observed: 'NEAREST_WEEKDAY' },
    { name: 'Martin Luther King Jr. Day', source: RULE, kind: 'nthWeekday', month: 1, weekday: MONDAY, nth: 3 },
    { name: "Lincoln's Birthday", source: RULE, kind: 'date', month: 2, day: 12, observed: 'NEAREST_WEEKDAY' },
    { name: "Washington's Birthday", source: RULE, kind: 'nthWeekday', month: 2, weekday: MONDAY, nth: 3 },
    { name: 'Memorial Day', source: RULE, kind: 'lastWeekday', month: 5, weekday: MONDAY },
    {
      name: 'Juneteenth National Freedom Day',
      source: '5 ILCS 490/63: not moved when it falls on a weekend',
      fromYear: 2022,
      kind: 'date',
      month: 6,
      day: 19,
      observed: 'NOT_MOVED',
    },
    { name: 'Independence Day', source: RULE, kind: 'date', month: 7, day: 4, observed: 'NEAREST_WEEKDAY' },
    { name: 'Labor Day', source: RULE, kind: 'nthWeekday', month: 9, weekday: MONDAY, nth: 1 },
    { name: 'Columbus Day', source: RULE, kind: 'nthWeekday', month: 10, weekday: MONDAY, nth: 2 },
    { name: 'General Election Day', source: RULE, kind: 'generalElection' },
    { name: 'Veterans Day', source: RULE, kind: 'date', month: 11, day: 11, observed: 'NEAREST_WEEKDAY' },
    { name: 'Thanksgiving Day', source: RULE, kind: 'nthWeekday', month: 11, weekday: THURSDAY, nth: 4 },
    {
      name: 'Day after Thanksgiving',
      source: "the state's published holiday calendar of every year (not in the rule)",
      kind: 'dayAfterNthWeekday',
      month: 11,
      weekday: THURSDAY,
      nth: 4,
    },
    { name: 'Christmas Day', source: RULE, kind: 'date', month: 12, day: 25, observed: 'NEAREST_WEEKDAY' },
  ],
  proclaimed: [{ date: '2021-06-18', name: 'Juneteenth, proclaimed', source: "Governor's proclamation" }],
  cutOff: null,
};
