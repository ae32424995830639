import { describe, expect, test } from '@jest/globals';
import { type DutyRecords, dutiesOf } from './caseDuties.ts';

const ward: DutyRecords = {
  openedOn: '2025-08-31',
  nextHearing: '2026-12-15',
  legalStatus: 'GUARDIANSHIP',
  removalDate: '2025-08-31',
  investigationStatus: 'CLOSED',
};
const datesOf = (records: DutyRecords, today: string) =>
  dutiesOf(records, today).map(({ kind, dueOn, overdue }) => [kind, dueOn, overdue]);

describe('what is due about a child', () => {
  test('follows from the removal, the court’s date and the calendar, earliest first', () => {
    expect(datesOf(ward, '2026-11-28')).toEqual([
      ['MONTHLY_VISIT', '2026-11-30', false],
      ['COURT_HEARING', '2026-12-15', false],
      ['CASE_PLAN_REVIEW', '2027-02-28', false],
      ['PERMANENCY_HEARING', '2027-02-28', false],
    ]);
  });

  test('begins with the review after 6 months and the permanency hearing after 12', () => {
    expect(datesOf({ ...ward, nextHearing: null }, '2025-09-01')).toEqual([
      ['MONTHLY_VISIT', '2025-09-30', false],
      ['CASE_PLAN_REVIEW', '2026-02-28', false],
      ['PERMANENCY_HEARING', '2026-08-31', false],
    ]);
  });

  test('is due on the day itself, and overdue the day after', () => {
    const atCourt = { ...ward, legalStatus: 'PROTECTIVE_SUPERVISION' } as const;
    expect(datesOf(atCourt, '2026-12-15')).toEqual([['COURT_HEARING', '2026-12-15', false]]);
    expect(datesOf(atCourt, '2026-12-16')).toEqual([['COURT_HEARING', '2026-12-15', true]]);
  });

  test('includes the finding of a pending investigation after 60 days, whatever the legal status', () => {
    const pending = { ...ward, nextHearing: null, legalStatus: 'INTACT', removalDate: null } as const;
    expect(datesOf({ ...pending, investigationStatus: 'PENDING' }, '2025-10-30')).toEqual([
      ['INVESTIGATION_FINDING', '2025-10-30', false],
    ]);
    expect(datesOf({ ...pending, investigationStatus: 'PENDING' }, '2025-10-31')).toEqual([
      ['INVESTIGATION_FINDING', '2025-10-30', true],
    ]);
    expect(datesOf(pending, '2025-10-31')).toEqual([]);
  });
});
