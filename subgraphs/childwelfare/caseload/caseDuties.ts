import type {
  CaseDutyKind,
  ChildLegalStatus,
  InvestigationStatus,
} from '../../../schema/generated/enums/childwelfare.ts';

export interface CaseDutyRecord {
  readonly kind: CaseDutyKind;
  readonly dueOn: string;
  readonly overdue: boolean;
  readonly law: string | null;
}

/** Records that duties follow from. Dates are YYYY-MM-DD. */
export interface DutyRecords {
  readonly openedOn: string;
  readonly nextHearing: string | null;
  readonly legalStatus: ChildLegalStatus;
  readonly removalDate: string | null;
  readonly investigationStatus: InvestigationStatus | null;
}

/** Legal statuses of children for whom the department is responsible. */
const IN_CARE: readonly ChildLegalStatus[] = ['TEMPORARY_CUSTODY', 'GUARDIANSHIP'];
const FIRST_PERMANENCY_HEARING_MONTHS = 12;
const PERIOD_MONTHS = 6;
const INVESTIGATION_DAYS = 60;

/**
 * Duties about one child, earliest first. The records show neither reviews nor visits, so those dates are the next ones
 * of their period and never overdue. A hearing stays on record until the court sets the next one, and an investigation
 * stays pending until its finding is recorded, so those can be overdue.
 */
export function dutiesOf(records: DutyRecords, today: string): readonly CaseDutyRecord[] {
  const { openedOn, nextHearing, legalStatus, removalDate, investigationStatus } = records;
  const duties: CaseDutyRecord[] = [];
  const add = (kind: CaseDutyKind, dueOn: string, law: string | null): void => {
    duties.push({ kind, dueOn, overdue: dueOn < today, law });
  };
  if (nextHearing !== null) add('COURT_HEARING', nextHearing, null);
  if (investigationStatus === 'PENDING') {
    add('INVESTIGATION_FINDING', daysAfter(openedOn, INVESTIGATION_DAYS), '325 ILCS 5/7.12');
  }
  if (IN_CARE.includes(legalStatus)) {
    add('MONTHLY_VISIT', endOfMonth(today), '42 USC 624(f)');
    if (removalDate !== null) {
      add('CASE_PLAN_REVIEW', nextDate(removalDate, PERIOD_MONTHS, today), '42 USC 675(5)(B)');
      add(
        'PERMANENCY_HEARING',
        nextDate(removalDate, FIRST_PERMANENCY_HEARING_MONTHS, today),
        '42 USC 675(5)(C); 705 ILCS 405/2-28(2)',
      );
    }
  }
  return duties.sort((one, other) => (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0));
}

/** The first date from today on that is `first` months after a day, or a whole number of periods later. */
function nextDate(from: string, first: number, today: string): string {
  for (let months = first; ; months += PERIOD_MONTHS) {
    const date = monthsAfter(from, months);
    if (date >= today) return date;
  }
}

/** The same day of a later month; its last day if it is shorter. */
function monthsAfter(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return isoDate(Date.UTC(year, month - 1 + months, Math.min(day, last)));
}

function daysAfter(date: string, days: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return isoDate(Date.UTC(year, month - 1, day + days));
}

function endOfMonth(date: string): string {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return isoDate(Date.UTC(year, month, 0));
}

function isoDate(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
