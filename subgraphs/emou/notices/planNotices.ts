import type { AgreementEvent } from '../agreement/move.ts';
import type { AgreementState } from '../agreement/statusAt.ts';
import { GOVERNORS_OFFICE, STEWARD_AGENCY } from '../agreement/vocabulary.ts';
import type { BusinessCalendar } from '../calendar/calendar.ts';
import { addDays, type LocalDate, localDate, startOfDay, toDayNumber } from '../calendar/localDate.ts';
import type { IndexedAgreement } from '../register/agreementIndex.ts';
import type { NoticeKind } from './noticeBody.ts';

export interface PlannedNotice {
  readonly kind: NoticeKind;
  readonly agency: string;
  readonly at: Date;
}

const warningDays = 30;
const lastDays = 3;

/** What the last move of an agreement tells, and to whom. */
export function noticesOfMove({ at, move }: AgreementEvent, { requester, owner }: AgreementState): PlannedNotice[] {
  const to = (kind: NoticeKind, ...agencies: readonly string[]) => agencies.map((agency) => ({ kind, agency, at }));
  switch (move.kind) {
    case 'SUBMIT':
      return to('NEW_REQUEST', owner);
    case 'PROPOSE_EXTENSION':
      return to('EXTENSION_PROPOSED', requester);
    case 'ASK_RENEWAL':
      return to('RENEWAL_ASKED', owner);
    case 'ESCALATE':
      return to('ESCALATED', STEWARD_AGENCY, owner).filter(firstOfAgency);
    case 'OVERTURN':
      return to('OVERTURNED', owner, requester);
    case 'APPEAL':
      return to('APPEALED', GOVERNORS_OFFICE, requester);
    default:
      return [];
  }
}

/** What time will tell if nobody moves: written ahead, so that nothing has to run at the very instant. */
export function noticesOfTime({ phases }: IndexedAgreement, calendar: BusinessCalendar, now: Date): PlannedNotice[] {
  const notices: PlannedNotice[] = [];
  for (const { startsAt, state } of phases) {
    const { requester, owner, due } = state;
    if (due !== null) {
      const fewDays = startOfDay(businessDaysBefore(due.date, lastDays, calendar));
      notices.push({ kind: 'THREE_DAYS_LEFT', agency: owner, at: fewDays });
      notices.push({ kind: 'DUE_TODAY', agency: owner, at: startOfDay(due.date) });
    }
    if (startsAt !== null && state.basis === 'DEEMED_APPROVED' && startsAt.getTime() === deemedAt(phases)) {
      for (const agency of [owner, requester]) notices.push({ kind: 'DEEMED_APPROVED', agency, at: startsAt });
    }
    const { validUntil } = state.access;
    if (validUntil !== null && state.status === 'IN_FORCE') {
      const warning = startOfDay(addDays(localDate(validUntil), -warningDays));
      for (const agency of [requester, owner]) notices.push({ kind: 'EXPIRES_IN_30_DAYS', agency, at: warning });
    }
  }
  return notices.filter(({ at }) => at > now).filter(isFirst);
}

/** The end of the phase in which the owner's answer was awaited. */
function deemedAt(phases: IndexedAgreement['phases']): number | undefined {
  return phases.find(({ state }) => state.due !== null)?.state.due?.moment.getTime();
}

function businessDaysBefore(date: LocalDate, days: number, calendar: BusinessCalendar): LocalDate {
  let found = date;
  for (let counted = 0; counted < days; ) {
    found = addDays(found, -1);
    if (calendar.isBusinessDay(toDayNumber(found))) counted += 1;
  }
  return found;
}

function firstOfAgency(notice: PlannedNotice, place: number, all: readonly PlannedNotice[]): boolean {
  return all.findIndex(({ agency }) => agency === notice.agency) === place;
}

function isFirst({ kind, agency, at }: PlannedNotice, place: number, all: readonly PlannedNotice[]): boolean {
  const same = (other: PlannedNotice) =>
    other.kind === kind && other.agency === agency && other.at.getTime() === at.getTime();
  return all.findIndex(same) === place;
}
