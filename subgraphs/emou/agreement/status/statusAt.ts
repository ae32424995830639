import { businessDaysBetween } from '../../calendar/businessDays.ts';
import type { BusinessCalendar } from '../../calendar/calendar.ts';
import { type LocalDate, localDate } from '../../calendar/localDate.ts';
import type { AgreementEvent, Side } from '../move.ts';
import { isDecidedByAppealOffice } from '../permits.ts';
import type { AgreementSettings } from '../settings.ts';
import type { Term } from '../terms/term.ts';
import type { Denial, FieldTerm, Grant, RequestTerms } from '../terms/terms.ts';
import { type Facts, factsAt, type ResponseBasis, settle, standingGrants } from './facts.ts';
import { canBeAppealed, isRevoked, shuts } from './revocation.ts';

export type Status =
  | 'DRAFTED'
  | 'SUBMITTED'
  | 'INFORMATION_ASKED'
  | 'EXTENDED'
  /** The next five: granted, and waiting for the day from which access was asked. */
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
  /** Revoked, and before the CIO: access stays shut meanwhile. */
  | 'REVOCATION_ESCALATED'
  | 'WITHDRAWN';

/** On what the access rests, in whatever status the agreement is. */
export type Basis = ResponseBasis | 'OVERTURNED' | 'SUSTAINED';

export interface Access {
  readonly inForce: boolean;
  /** What is open now; empty unless in force, so that nobody opens a field by forgetting to look. */
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
  /** Number of the last event that counts; a move names it to prove that it was made on this state. */
  readonly sequence: number;
  readonly requester: string;
  readonly owner: string;
  readonly terms: RequestTerms;
  readonly submittedAt: Date | null;
  /** While the owner's answer is awaited. */
  readonly due: {
    readonly moment: Date;
    /** Last day on which an answer is in time. */
    readonly date: LocalDate;
    /** Business days after today, up to and with the last; 0 on the last day itself. */
    readonly businessDaysLeft: number;
  } | null;
  readonly extended: boolean;
  /** Business days that the owner has in all. */
  readonly dueDays: number;
  /** Business days beyond the first ten that the owner proposes, for the requester to agree to. */
  readonly extensionProposed: number | null;
  readonly access: Access;
  /** What decisions have given, open or not. */
  readonly granted: readonly FieldTerm[];
  readonly refused: {
    readonly fields: readonly string[];
    readonly denials: readonly Denial[];
    readonly offer: Grant | null;
  } | null;
  /** What time alone does next to the status or to access; `to` is the present status when only access changes. */
  readonly nextChange: { readonly at: Date; readonly to: Status } | null;
  /** Whose move the procedure waits for; others may still have moves (see possibleMoves). */
  readonly turn: { readonly side: Side; readonly agency: string } | null;
  /** Until just before this instant the owner may appeal. */
  readonly appealUntil: Date | null;
  /** When the COO should have decided: a service target, nothing follows from missing it. */
  readonly decisionTarget: Date | null;
  readonly renewals: number;
  /** Months for which the requester has asked the owner to renew. */
  readonly renewalAsked: number | null;
  readonly suspended: boolean;
  /** A revocation keeps access shut. */
  readonly revoked: boolean;
}

/**
 * Where an agreement stands at an instant, from its history, the calendar and the clock alone: nothing needs to run for
 * a deadline to take effect. Events later than `now` are left out, so that any past instant can be asked about.
 * Undefined when there was no draft yet.
 */
export function statusAt(
  events: readonly AgreementEvent[],
  now: Date,
  calendar: BusinessCalendar,
  settings: AgreementSettings,
): AgreementState | undefined {
  const facts = factsAt(events, now, calendar, settings);
  if (facts === undefined) return undefined;
  const status = statusOf(facts, now);
  const awaited = facts.response === null && !facts.withdrawn ? facts.due : null;
  const disputed = facts.dispute?.stage === 'OVERTURNED' ? facts.dispute.appealUntil : null;
  const appealUntil = canBeAppealed(facts.revocation, now) ? (facts.revocation?.appealUntil ?? null) : disputed;
  return {
    status,
    basis: basisOf(facts),
    sequence: facts.sequence,
    requester: facts.requester,
    owner: facts.owner,
    terms: facts.terms,
    submittedAt: facts.submittedAt,
    due: awaited === null ? null : describeDue(awaited, now, calendar),
    extended: facts.extended,
    dueDays: settings.responseBusinessDays + facts.extraDays,
    extensionProposed: awaited === null ? null : facts.proposedDays,
    access: accessOf(facts, now, settings),
    granted: standingGrants(facts),
    refused: describeRefused(facts),
    nextChange: nextChange(facts, now, settings),
    turn: turnOf(status, facts, settings),
    appealUntil: appealUntil !== null && now < appealUntil && !isOver(status) ? appealUntil : null,
    decisionTarget: isBeforeAppealOffice(status, facts, settings) ? decisionTarget(facts, settings) : null,
    renewals: facts.renewed,
    renewalAsked: status === 'IN_FORCE' ? facts.renewalAsked : null,
    suspended: facts.suspendedBy !== null,
    revoked: shuts(facts.revocation, settings),
  };
}

export function statusOf(facts: Facts, now: Date): Status {
  if (facts.withdrawn) return 'WITHDRAWN';
  if (isRevoked(facts.revocation)) return 'REVOKED';
  if (facts.submittedAt === null) return 'DRAFTED';
  if (facts.response === null) {
    if (facts.informationAsked) return 'INFORMATION_ASKED';
    return facts.extended ? 'EXTENDED' : 'SUBMITTED';
  }
  // A term that ends takes an open dispute with it: what is still wanted is asked for anew.
  if (facts.term !== null && now >= facts.term.until) return 'EXPIRED';
  if (facts.revocation?.stage === 'ESCALATED') return 'REVOCATION_ESCALATED';
  if (facts.dispute?.stage === 'ESCALATED') return 'ESCALATED';
  if (facts.dispute?.stage === 'APPEALED' || facts.revocation?.stage === 'APPEALED') return 'APPEALED';
  const basis = basisOf(facts);
  if (basis === null) {
    if (facts.dispute?.stage === 'UPHELD') return 'UPHELD';
    return facts.dispute?.stage === 'REVERSED' ? 'DENIAL_REINSTATED' : 'DENIED';
  }
  if (facts.federal === 'PENDING') return 'PENDING_FEDERAL_APPROVAL';
  if (facts.federal === 'REFUSED') return 'FEDERALLY_REFUSED';
  if (facts.suspendedBy !== null) return 'SUSPENDED';
  return hasBegun(facts.term, now) ? 'IN_FORCE' : basis;
}

export function isOver(status: Status): boolean {
  return status === 'EXPIRED' || status === 'REVOKED' || status === 'WITHDRAWN';
}

function basisOf(facts: Facts): Basis | null {
  if (standingGrants(facts).length === 0) return null;
  const stage = facts.dispute?.stage;
  if (stage === 'SUSTAINED') return 'SUSTAINED';
  if (stage === 'OVERTURNED' || stage === 'APPEALED') return 'OVERTURNED';
  const basis = facts.response?.basis;
  return basis === undefined || basis === 'DENIED' ? null : basis;
}

function hasBegun(term: Term | null, now: Date): boolean {
  return term !== null && now >= term.from;
}

function accessOf(facts: Facts, now: Date, settings: AgreementSettings): Access {
  const { term } = facts;
  const dates = {
    validFrom: term?.from ?? null,
    validUntil: term?.until ?? null,
    reviewOn: term?.reviewOn ?? null,
  };
  const shut =
    facts.withdrawn ||
    shuts(facts.revocation, settings) ||
    facts.suspendedBy !== null ||
    facts.federal === 'PENDING' ||
    facts.federal === 'REFUSED' ||
    term === null ||
    now < term.from ||
    now >= term.until;
  const fields = shut ? [] : openFields(facts, settings);
  return { inForce: fields.length > 0, fields, ...dates };
}

function openFields(facts: Facts, settings: AgreementSettings): readonly FieldTerm[] {
  const stayed = facts.dispute?.stage === 'APPEALED' && settings.appealStaysAccess;
  return stayed ? (facts.response?.granted ?? []) : standingGrants(facts);
}

function describeDue(moment: Date, now: Date, calendar: BusinessCalendar): NonNullable<AgreementState['due']> {
  const lastInstant = new Date(moment.getTime() - 1);
  return { moment, date: localDate(lastInstant), businessDaysLeft: businessDaysBetween(now, lastInstant, calendar) };
}

function describeRefused(facts: Facts): AgreementState['refused'] {
  const { response } = facts;
  if (response === null || response.denials.length === 0) return null;
  return { fields: response.refused, denials: response.denials, offer: response.offer };
}

function decisionTarget({ revocation, dispute }: Facts, settings: AgreementSettings): Date | null {
  const isOpen = revocation?.stage === 'APPEALED' || revocation?.stage === 'ESCALATED';
  const since = isOpen ? revocation.since : dispute?.since;
  return since === undefined ? null : new Date(since.getTime() + settings.appealTargetHours * 3_600_000);
}

/**
 * The first instant after now at which the status, or whether access is open, is another although nobody moves. A part
 * that was given from a later day may open while the rest is still escalated: then the status stays and access changes.
 */
function nextChange(facts: Facts, now: Date, settings: AgreementSettings): AgreementState['nextChange'] {
  const status = statusOf(facts, now);
  const open = accessOf(facts, now, settings).inForce;
  const instants = [facts.response === null ? facts.due : null, facts.term?.from ?? null, facts.term?.until ?? null];
  for (const at of instants) {
    if (at === null || at <= now) continue;
    const later = settle(facts, at);
    const to = statusOf(later, at);
    if (to !== status || accessOf(later, at, settings).inForce !== open) return { at, to };
  }
  return null;
}

function isBeforeAppealOffice(status: Status, facts: Facts, settings: AgreementSettings): boolean {
  if (status === 'APPEALED') return true;
  const isEscalated = status === 'ESCALATED' || status === 'REVOCATION_ESCALATED';
  return isEscalated && isDecidedByAppealOffice(facts, settings);
}

function turnOf(status: Status, facts: Facts, settings: AgreementSettings): AgreementState['turn'] {
  if (isBeforeAppealOffice(status, facts, settings)) return { side: 'COO', agency: settings.appealAgency };
  switch (status) {
    case 'DRAFTED':
    case 'INFORMATION_ASKED':
    case 'DENIED':
      return { side: 'REQUESTER', agency: facts.requester };
    case 'SUBMITTED':
    case 'EXTENDED':
      return { side: 'OWNER', agency: facts.owner };
    case 'IN_FORCE':
      return facts.renewalAsked === null ? null : { side: 'OWNER', agency: facts.owner };
    case 'ESCALATED':
    case 'REVOCATION_ESCALATED':
      return { side: 'CIO', agency: settings.stewardAgency };
    case 'APPEALED':
      return { side: 'COO', agency: settings.appealAgency };
    case 'PENDING_FEDERAL_APPROVAL':
      return { side: 'FEDERAL', agency: facts.owner };
    case 'SUSPENDED':
      return facts.suspendedBy === 'CIO'
        ? { side: 'CIO', agency: settings.stewardAgency }
        : { side: 'OWNER', agency: facts.owner };
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
