import { businessDaysBetween } from '../../calendar/businessDays.ts';
import type { BusinessCalendar } from '../../calendar/calendar.ts';
import { type LocalDate, localDate } from '../../calendar/localDate.ts';
import type { AgreementEvent, Side } from '../move.ts';
import { isDecidedByAppealOffice } from '../permits.ts';
import type { AgreementSettings } from '../settings.ts';
import type { Term } from '../terms/term.ts';
import type { ApprovedTerms, Denial, FieldTerm, RequestTerms } from '../terms/terms.ts';
import { type Proceedings, type ResponseBasis, replay, settle, standingGrants } from './proceedings.ts';
import { canBeAppealed, isRevoked, keepsClosed } from './revocation.ts';

export type Status =
  | 'DRAFTED'
  | 'SUBMITTED'
  | 'INFORMATION_ASKED'
  | 'EXTENDED'
  /** The next five: granted, and waiting for the requested start date. */
  | 'APPROVED'
  | 'PARTIALLY_APPROVED'
  | 'DEEMED_APPROVED'
  | 'OVERTURNED'
  | 'SUSTAINED'
  | 'DENIED'
  | 'ESCALATED'
  | 'UPHELD'
  | 'APPEALED'
  | 'DENIAL_REINSTATED'
  | 'PENDING_FEDERAL_APPROVAL'
  | 'FEDERALLY_REFUSED'
  | 'IN_FORCE'
  | 'SUSPENDED'
  | 'EXPIRED'
  | 'REVOKED'
  /** Revoked and under review by the CIO; access stays closed meanwhile. */
  | 'REVOCATION_ESCALATED'
  | 'WITHDRAWN';

/** Legal basis of the access, whatever the agreement's status. */
export type Basis = ResponseBasis | 'OVERTURNED' | 'SUSTAINED';

export interface Access {
  readonly inForce: boolean;
  /** Fields open now. Empty unless in force, so that a missing check cannot open a field. */
  readonly fields: readonly FieldTerm[];
  /** Inclusive. */
  readonly validFrom: Date | null;
  /** Exclusive. */
  readonly validUntil: Date | null;
  readonly reviewOn: LocalDate | null;
}

export interface AgreementState {
  readonly status: Status;
  readonly basis: Basis | null;
  /** Number of the last event that counts. A move names it to prove that it was made on this state. */
  readonly sequence: number;
  readonly requester: string;
  readonly owner: string;
  readonly terms: RequestTerms;
  readonly submittedAt: Date | null;
  /** Set while the owner's response is pending. */
  readonly due: {
    readonly moment: Date;
    /** Last day on which a response is in time. */
    readonly date: LocalDate;
    /** Business days after today, up to and including the last; 0 on the last day itself. */
    readonly businessDaysLeft: number;
  } | null;
  readonly extended: boolean;
  /** Total business days that the owner has. */
  readonly dueDays: number;
  /** Business days beyond the first ten that the owner proposes and the requester may agree to. */
  readonly extensionProposed: number | null;
  readonly access: Access;
  /** Fields granted by decisions, open or not. */
  readonly granted: readonly FieldTerm[];
  readonly refused: {
    readonly fields: readonly string[];
    readonly denials: readonly Denial[];
    readonly offer: ApprovedTerms | null;
  } | null;
  /** Next change of status or access that happens without a move. `to` is the present status if only access changes. */
  readonly nextChange: { readonly at: Date; readonly to: Status } | null;
  /** The side that the procedure is waiting for. Others may still have moves (see possibleMoves). */
  readonly turn: { readonly side: Side; readonly agency: string } | null;
  /** The owner may appeal until just before this instant. */
  readonly appealUntil: Date | null;
  /** Service target for the COO's decision; missing it has no effect. */
  readonly decisionTarget: Date | null;
  readonly renewals: number;
  /** Months for which the requester has asked the owner to renew. */
  readonly renewalAsked: number | null;
  readonly suspended: boolean;
  /** True if a revocation keeps access closed. */
  readonly revoked: boolean;
}

/**
 * Computes the state of an agreement at an instant from its history, the calendar and the clock alone, so nothing needs
 * to run for a deadline to take effect. Events later than `now` are ignored, so any past instant can be evaluated.
 * Undefined if there was no draft yet.
 */
export function statusAt(
  events: readonly AgreementEvent[],
  now: Date,
  calendar: BusinessCalendar,
  settings: AgreementSettings,
): AgreementState | undefined {
  const proceedings = replay(events, now, calendar, settings);
  if (proceedings === undefined) return undefined;
  const status = statusOf(proceedings, now);
  const awaited = proceedings.response === null && !proceedings.withdrawn ? proceedings.due : null;
  const disputed = proceedings.dispute?.stage === 'OVERTURNED' ? proceedings.dispute.appealUntil : null;
  const appealUntil = canBeAppealed(proceedings.revocation, now)
    ? (proceedings.revocation?.appealUntil ?? null)
    : disputed;
  return {
    status,
    basis: basisOf(proceedings),
    sequence: proceedings.sequence,
    requester: proceedings.requester,
    owner: proceedings.owner,
    terms: proceedings.terms,
    submittedAt: proceedings.submittedAt,
    due: awaited === null ? null : describeDue(awaited, now, calendar),
    extended: proceedings.extended,
    dueDays: settings.responseBusinessDays + proceedings.extraDays,
    extensionProposed: awaited === null ? null : proceedings.proposedDays,
    access: accessOf(proceedings, now, settings),
    granted: standingGrants(proceedings),
    refused: describeRefused(proceedings),
    nextChange: nextChange(proceedings, now, settings),
    turn: turnOf(status, proceedings, settings),
    appealUntil: appealUntil !== null && now < appealUntil && !isOver(status) ? appealUntil : null,
    decisionTarget: isBeforeAppealOffice(status, proceedings, settings) ? decisionTarget(proceedings, settings) : null,
    renewals: proceedings.renewed,
    renewalAsked: status === 'IN_FORCE' ? proceedings.renewalAsked : null,
    suspended: proceedings.suspendedBy !== null,
    revoked: keepsClosed(proceedings.revocation, settings),
  };
}

export function statusOf(proceedings: Proceedings, now: Date): Status {
  if (proceedings.withdrawn) return 'WITHDRAWN';
  if (isRevoked(proceedings.revocation)) return 'REVOKED';
  if (proceedings.submittedAt === null) return 'DRAFTED';
  if (proceedings.response === null) {
    if (proceedings.informationAsked) return 'INFORMATION_ASKED';
    return proceedings.extended ? 'EXTENDED' : 'SUBMITTED';
  }
  // The end of a term also ends an open dispute: anything still wanted must be requested again.
  if (proceedings.term !== null && now >= proceedings.term.until) return 'EXPIRED';
  if (proceedings.revocation?.stage === 'ESCALATED') return 'REVOCATION_ESCALATED';
  if (proceedings.dispute?.stage === 'ESCALATED') return 'ESCALATED';
  if (proceedings.dispute?.stage === 'APPEALED' || proceedings.revocation?.stage === 'APPEALED') return 'APPEALED';
  const basis = basisOf(proceedings);
  if (basis === null) {
    if (proceedings.dispute?.stage === 'UPHELD') return 'UPHELD';
    return proceedings.dispute?.stage === 'REVERSED' ? 'DENIAL_REINSTATED' : 'DENIED';
  }
  if (proceedings.federal === 'PENDING') return 'PENDING_FEDERAL_APPROVAL';
  if (proceedings.federal === 'REFUSED') return 'FEDERALLY_REFUSED';
  if (proceedings.suspendedBy !== null) return 'SUSPENDED';
  return hasBegun(proceedings.term, now) ? 'IN_FORCE' : basis;
}

export function isOver(status: Status): boolean {
  return status === 'EXPIRED' || status === 'REVOKED' || status === 'WITHDRAWN';
}

function basisOf(proceedings: Proceedings): Basis | null {
  if (standingGrants(proceedings).length === 0) return null;
  const stage = proceedings.dispute?.stage;
  if (stage === 'SUSTAINED') return 'SUSTAINED';
  if (stage === 'OVERTURNED' || stage === 'APPEALED') return 'OVERTURNED';
  const basis = proceedings.response?.basis;
  return basis === undefined || basis === 'DENIED' ? null : basis;
}

function hasBegun(term: Term | null, now: Date): boolean {
  return term !== null && now >= term.from;
}

function accessOf(proceedings: Proceedings, now: Date, settings: AgreementSettings): Access {
  const { term } = proceedings;
  const dates = {
    validFrom: term?.from ?? null,
    validUntil: term?.until ?? null,
    reviewOn: term?.reviewOn ?? null,
  };
  const shut =
    proceedings.withdrawn ||
    keepsClosed(proceedings.revocation, settings) ||
    proceedings.suspendedBy !== null ||
    proceedings.federal === 'PENDING' ||
    proceedings.federal === 'REFUSED' ||
    term === null ||
    now < term.from ||
    now >= term.until;
  const fields = shut ? [] : openFields(proceedings, settings);
  return { inForce: fields.length > 0, fields, ...dates };
}

function openFields(proceedings: Proceedings, settings: AgreementSettings): readonly FieldTerm[] {
  const stayed = proceedings.dispute?.stage === 'APPEALED' && settings.appealStaysAccess;
  return stayed ? (proceedings.response?.granted ?? []) : standingGrants(proceedings);
}

function describeDue(moment: Date, now: Date, calendar: BusinessCalendar): NonNullable<AgreementState['due']> {
  const lastInstant = new Date(moment.getTime() - 1);
  return { moment, date: localDate(lastInstant), businessDaysLeft: businessDaysBetween(now, lastInstant, calendar) };
}

function describeRefused(proceedings: Proceedings): AgreementState['refused'] {
  const { response } = proceedings;
  if (response === null || response.denials.length === 0) return null;
  return { fields: response.refused, denials: response.denials, offer: response.offer };
}

function decisionTarget({ revocation, dispute }: Proceedings, settings: AgreementSettings): Date | null {
  const isOpen = revocation?.stage === 'APPEALED' || revocation?.stage === 'ESCALATED';
  const since = isOpen ? revocation.since : dispute?.since;
  return since === undefined ? null : new Date(since.getTime() + settings.appealTargetHours * 3_600_000);
}

/**
 * Finds the first instant after now at which the status or access changes although nobody moves. A part granted from a
 * later day may open while the rest is still escalated: then the status stays and access changes.
 */
function nextChange(proceedings: Proceedings, now: Date, settings: AgreementSettings): AgreementState['nextChange'] {
  const status = statusOf(proceedings, now);
  const open = accessOf(proceedings, now, settings).inForce;
  const instants = [
    proceedings.response === null ? proceedings.due : null,
    proceedings.term?.from ?? null,
    proceedings.term?.until ?? null,
  ];
  for (const at of instants) {
    if (at === null || at <= now) continue;
    const later = settle(proceedings, at);
    const to = statusOf(later, at);
    if (to !== status || accessOf(later, at, settings).inForce !== open) return { at, to };
  }
  return null;
}

function isBeforeAppealOffice(status: Status, proceedings: Proceedings, settings: AgreementSettings): boolean {
  if (status === 'APPEALED') return true;
  const isEscalated = status === 'ESCALATED' || status === 'REVOCATION_ESCALATED';
  return isEscalated && isDecidedByAppealOffice(proceedings, settings);
}

function turnOf(status: Status, proceedings: Proceedings, settings: AgreementSettings): AgreementState['turn'] {
  if (isBeforeAppealOffice(status, proceedings, settings)) return { side: 'COO', agency: settings.appealAgency };
  switch (status) {
    case 'DRAFTED':
    case 'INFORMATION_ASKED':
    case 'DENIED':
      return { side: 'REQUESTER', agency: proceedings.requester };
    case 'SUBMITTED':
    case 'EXTENDED':
      return { side: 'OWNER', agency: proceedings.owner };
    case 'IN_FORCE':
      return proceedings.renewalAsked === null ? null : { side: 'OWNER', agency: proceedings.owner };
    case 'ESCALATED':
    case 'REVOCATION_ESCALATED':
      return { side: 'CIO', agency: settings.stewardAgency };
    case 'APPEALED':
      return { side: 'COO', agency: settings.appealAgency };
    case 'PENDING_FEDERAL_APPROVAL':
      return { side: 'FEDERAL', agency: proceedings.owner };
    case 'SUSPENDED':
      return proceedings.suspendedBy === 'CIO'
        ? { side: 'CIO', agency: settings.stewardAgency }
        : { side: 'OWNER', agency: proceedings.owner };
    case 'APPROVED':
    case 'PARTIALLY_APPROVED':
    case 'DEEMED_APPROVED':
    case 'OVERTURNED':
    case 'SUSTAINED':
    case 'UPHELD':
    case 'DENIAL_REINSTATED':
    case 'FEDERALLY_REFUSED':
    case 'EXPIRED':
    case 'REVOKED':
    case 'WITHDRAWN':
      return null;
  }
}
