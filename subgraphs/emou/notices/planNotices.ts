import type { AgreementEvent } from '../agreement/move.ts';
import type { Rules } from '../agreement/rules.ts';
import type { AgreementSettings } from '../agreement/settings.ts';
import type { AgreementState } from '../agreement/status/statusAt.ts';
import type { BusinessCalendar } from '../calendar/calendar.ts';
import { addDays, type LocalDate, localDate, startOfDay, toDayNumber } from '../calendar/localDate.ts';
import type { IndexedAgreement } from '../register/index/agreementIndex.ts';
import type { NoticeKind } from './noticeBody.ts';

export interface PlannedNotice {
  readonly kind: NoticeKind;
  readonly agency: string;
  readonly at: Date;
  /** From this instant on the notice is no longer true and is not sent; null: it stays true. */
  readonly until: Date | null;
}

const WARNING_DAYS = 30;
const LAST_DAYS = 3;

/** Plans notices of an agreement's last move, to every party that did not make it. */
export function noticesOfMove(
  { at, by, move }: AgreementEvent,
  state: AgreementState,
  { stewardAgency, appealAgency }: AgreementSettings,
): PlannedNotice[] {
  const { requester, owner } = state;
  const to = (kind: NoticeKind, ...agencies: readonly string[]): PlannedNotice[] =>
    agencies.map((agency) => ({ kind, agency, at, until: null })).filter(firstOfAgency);
  const toOthers = (kind: NoticeKind): PlannedNotice[] =>
    to(kind, requester, owner).filter(({ agency }) => agency !== by.agency);
  switch (move.kind) {
    case 'DRAFT':
    case 'REVISE':
      return [];
    case 'SUBMIT':
      return to('NEW_REQUEST', owner);
    case 'WITHDRAW':
      return state.submittedAt === null ? [] : to('WITHDRAWN', owner);
    case 'ASK_INFORMATION':
      return to('INFORMATION_ASKED', requester);
    case 'GIVE_INFORMATION':
      return to('INFORMATION_GIVEN', owner);
    case 'EXTEND':
      return to('TIME_EXTENDED', requester);
    case 'PROPOSE_EXTENSION':
      return to('EXTENSION_PROPOSED', requester);
    case 'AGREE_EXTENSION':
      return to('EXTENSION_AGREED', owner);
    case 'APPROVE':
      return to('APPROVED', requester);
    case 'DENY':
      return to('DENIED', requester);
    case 'ACCEPT_OFFER':
      return to('OFFER_ACCEPTED', owner);
    case 'ESCALATE':
      return to('ESCALATED', owner === stewardAgency ? appealAgency : stewardAgency, owner);
    case 'OVERTURN':
      return to('OVERTURNED', owner, requester);
    case 'UPHOLD':
      return to('UPHELD', owner, requester);
    case 'APPEAL':
      return to('APPEALED', appealAgency, requester);
    case 'DECIDE':
      return to('APPEAL_DECIDED', owner, requester, stewardAgency);
    case 'REQUEST_FEDERAL_APPROVAL':
      return to('FEDERAL_APPROVAL_REQUESTED', requester, owner);
    case 'FEDERAL_APPROVE':
      return to('FEDERALLY_APPROVED', requester, owner);
    case 'FEDERAL_REFUSE':
      return to('FEDERALLY_REFUSED', requester, owner);
    case 'SUSPEND':
      return toOthers('SUSPENDED');
    case 'LIFT':
      return toOthers('SUSPENSION_LIFTED');
    case 'ASK_RENEWAL':
      return to('RENEWAL_ASKED', owner);
    case 'RENEW':
      return to('RENEWED', requester);
    case 'REVOKE':
      return toOthers('REVOKED');
  }
}

/**
 * Plans notices of what will happen if nobody moves. They are written in advance, so that nothing has to run at that
 * instant.
 */
export function noticesOfTime({ phases }: IndexedAgreement, { calendar, settings }: Rules, now: Date): PlannedNotice[] {
  const notices: PlannedNotice[] = [];
  for (const { startsAt, state } of phases) {
    const { requester, owner, due } = state;
    if (due !== null) {
      const fewDays = startOfDay(businessDaysBefore(due.date, LAST_DAYS, calendar));
      const lastDay = startOfDay(due.date);
      notices.push({ kind: 'THREE_DAYS_LEFT', agency: owner, at: fewDays, until: lastDay });
      notices.push({ kind: 'DUE_TODAY', agency: owner, at: lastDay, until: due.moment });
    }
    if (startsAt !== null && state.basis === 'DEEMED_APPROVED' && startsAt.getTime() === deemedAt(phases)) {
      for (const agency of [owner, requester]) {
        notices.push({ kind: 'DEEMED_APPROVED', agency, at: startsAt, until: null });
      }
    }
    if (state.decisionTarget !== null) {
      for (const agency of [settings.appealAgency, owner, requester]) {
        notices.push({ kind: 'DECISION_OVERDUE', agency, at: state.decisionTarget, until: null });
      }
    }
    const { validUntil } = state.access;
    if (validUntil !== null && state.status === 'IN_FORCE') {
      const warning = startOfDay(addDays(localDate(validUntil), -WARNING_DAYS));
      for (const agency of [requester, owner]) {
        notices.push({ kind: 'EXPIRES_IN_30_DAYS', agency, at: warning, until: validUntil });
      }
    }
  }
  return notices.filter(({ at }) => at > now).filter(isFirst);
}

/** End of the phase in which the owner's response was pending. */
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
