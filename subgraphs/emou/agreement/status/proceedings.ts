import { dueMoment } from '../../calendar/businessDays.ts';
import type { BusinessCalendar } from '../../calendar/calendar.ts';
import type { AgreementEvent, Side } from '../move.ts';
import type { AgreementSettings } from '../settings.ts';
import { endedBy, renewedTerm, startOfTerm, type Term } from '../terms/term.ts';
import { type ApprovedTerms, type Denial, type FieldTerm, fieldTerms, type RequestTerms } from '../terms/terms.ts';
import { type Revocation, revocationAfter } from './revocation.ts';

/** Basis of a response that grants something. */
export type ResponseBasis = 'APPROVED' | 'PARTIALLY_APPROVED' | 'DEEMED_APPROVED';

export interface Response {
  readonly basis: ResponseBasis | 'DENIED';
  readonly granted: readonly FieldTerm[];
  /** Refused fields that may be escalated. */
  readonly refused: readonly string[];
  readonly denials: readonly Denial[];
  readonly offer: ApprovedTerms | null;
  readonly months: number | null;
  readonly until: Date | null;
}

export interface Dispute {
  readonly stage: 'ESCALATED' | 'UPHELD' | 'OVERTURNED' | 'APPEALED' | 'SUSTAINED' | 'REVERSED';
  readonly since: Date;
  /** Fields that the CIO opened; empty while escalated and when upheld. */
  readonly opened: readonly FieldTerm[];
  readonly months: number | null;
  readonly until: Date | null;
  readonly appealUntil: Date | null;
}

/** State of a history at an instant, before it is reduced to one status. */
export interface Proceedings {
  readonly sequence: number;
  readonly lastAt: Date;
  readonly requester: string;
  readonly owner: string;
  readonly terms: RequestTerms;
  readonly fields: readonly string[];
  readonly federalApprovalBy: string | null;
  readonly federal: 'NOT_NEEDED' | 'PENDING' | 'APPROVED' | 'REFUSED';
  readonly submittedAt: Date | null;
  /** The instant at which silence becomes approval; null until submitted. */
  readonly due: Date | null;
  readonly extended: boolean;
  /** The owner's business days beyond the initial ones. */
  readonly extraDays: number;
  /** Business days beyond the initial ones that the owner has proposed, until the requester agrees. */
  readonly proposedDays: number | null;
  readonly informationAsked: boolean;
  readonly response: Response | null;
  readonly dispute: Dispute | null;
  readonly term: Term | null;
  readonly renewed: number;
  /** Months for which the requester has asked to renew, until the owner renews. */
  readonly renewalAsked: number | null;
  readonly suspendedBy: Side | null;
  readonly revocation: Revocation | null;
  readonly withdrawn: boolean;
  /** The side that each person has moved for: nobody serves two. */
  readonly sides: ReadonlyMap<string, Side>;
}

/** Replays a history up to an instant, ignoring later events. Undefined before the first draft. */
export function replay(
  events: readonly AgreementEvent[],
  now: Date,
  calendar: BusinessCalendar,
  settings: AgreementSettings,
): Proceedings | undefined {
  let proceedings: Proceedings | undefined;
  for (const event of events) {
    if (event.at > now) break;
    if (proceedings !== undefined) proceedings = settle(proceedings, event.at);
    proceedings = applyEvent(proceedings, event, calendar, settings);
  }
  return proceedings === undefined ? undefined : settle(proceedings, now);
}

/**
 * Applies deemed approval: if the due moment passes without a response, the whole request is granted as of that moment.
 */
export function settle(proceedings: Proceedings, now: Date): Proceedings {
  if (proceedings.due === null || proceedings.response !== null || proceedings.withdrawn || now < proceedings.due)
    return proceedings;
  const granted = fieldTerms(
    proceedings.terms,
    { fields: null, conditions: null, transforms: [], months: null, until: null },
    proceedings.fields,
  );
  const response: Response = {
    basis: 'DEEMED_APPROVED',
    granted,
    refused: [],
    denials: [],
    offer: null,
    months: null,
    until: null,
  };
  return beginTerm({ ...proceedings, response }, proceedings.due);
}

/** Lists the fields granted by some decision, whether or not something else keeps them closed. */
export function standingGrants(proceedings: Proceedings): readonly FieldTerm[] {
  const opened =
    proceedings.dispute === null || proceedings.dispute.stage === 'REVERSED' ? [] : proceedings.dispute.opened;
  return [...(proceedings.response?.granted ?? []), ...opened];
}

/** Starts the term at the first instant at which a grant exists and no federal approval is missing for it. */
function beginTerm(proceedings: Proceedings, at: Date): Proceedings {
  const federal = proceedings.federal === 'NOT_NEEDED' || proceedings.federal === 'APPROVED';
  if (proceedings.term !== null || !federal || standingGrants(proceedings).length === 0) return proceedings;
  const ordered = proceedings.dispute?.stage === 'REVERSED' ? null : proceedings.dispute;
  const months = proceedings.response?.months ?? ordered?.months ?? proceedings.terms.months;
  const until = proceedings.response?.until ?? ordered?.until ?? null;
  return { ...proceedings, term: endedBy(startOfTerm(at, months, proceedings.terms), until) };
}

function applyEvent(
  before: Proceedings | undefined,
  event: AgreementEvent,
  calendar: BusinessCalendar,
  settings: AgreementSettings,
): Proceedings {
  const { move } = event;
  if (move.kind === 'DRAFT') {
    if (before !== undefined || event.dataset === null) throw new Error('a history has one draft, and it comes first');
    return drafted(event, move.terms, event.dataset);
  }
  if (before === undefined) throw new Error('a history begins with a draft');
  const proceedings: Proceedings = {
    ...before,
    // Revising and submitting check the terms against the catalogs of that day.
    ...(event.dataset === null ? {} : ownership(event.dataset)),
    sequence: event.sequence,
    lastAt: event.at,
    // A liaison takes no side; recording one would let an officer drop the side that he has served.
    sides: event.by.side === 'FEDERAL' ? before.sides : new Map(before.sides).set(event.by.subject, event.by.side),
  };
  const revocation = revocationAfter(before.revocation, event, calendar, settings);
  if (revocation !== undefined) return { ...proceedings, revocation };
  switch (move.kind) {
    case 'REVISE':
      return { ...proceedings, terms: move.terms, fields: move.terms.fields ?? [] };
    case 'SUBMIT':
      return {
        ...proceedings,
        submittedAt: event.at,
        due: dueMoment(event.at, settings.responseBusinessDays, calendar),
      };
    case 'WITHDRAW':
      return { ...proceedings, withdrawn: true };
    case 'ASK_INFORMATION':
      return { ...proceedings, informationAsked: true };
    case 'GIVE_INFORMATION':
      return { ...proceedings, informationAsked: false };
    case 'EXTEND':
      return extended(proceedings, move.businessDays, calendar, settings);
    case 'PROPOSE_EXTENSION':
      return { ...proceedings, proposedDays: move.businessDays };
    case 'AGREE_EXTENSION':
      return extended(proceedings, proceedings.proposedDays ?? proceedings.extraDays, calendar, settings);
    case 'APPROVE':
      return beginTerm({ ...proceedings, response: approved(proceedings, move.grant, move.denials) }, event.at);
    case 'DENY': {
      const { denials, offer } = move;
      const refused = { granted: [], refused: proceedings.fields, denials, offer, months: null, until: null };
      return { ...proceedings, response: { basis: 'DENIED', ...refused } };
    }
    case 'ACCEPT_OFFER': {
      const { response } = proceedings;
      if (response === null || response.offer === null) return proceedings;
      const accepted = approved(proceedings, response.offer, response.denials);
      // Accepting the offer settles the rest: it can be requested again, but not escalated.
      return beginTerm({ ...proceedings, response: { ...accepted, refused: [] } }, event.at);
    }
    case 'ESCALATE':
      return { ...proceedings, dispute: disputed('ESCALATED', event.at) };
    case 'UPHOLD':
      return { ...proceedings, dispute: disputed('UPHELD', event.at) };
    case 'OVERTURN': {
      const opened = fieldTerms(proceedings.terms, move.grant, proceedings.response?.refused ?? []);
      // The COO's decision is final.
      const isFinal = event.by.side === 'COO';
      const appealUntil = isFinal ? null : dueMoment(event.at, settings.appealBusinessDays, calendar);
      const dispute: Dispute = {
        stage: isFinal ? 'SUSTAINED' : 'OVERTURNED',
        since: event.at,
        opened,
        months: move.grant.months,
        until: instantOf(move.grant.until),
        appealUntil,
      };
      return beginTerm({ ...proceedings, dispute }, event.at);
    }
    case 'APPEAL':
      return { ...proceedings, dispute: moveDispute(proceedings, 'APPEALED', event.at) };
    case 'DECIDE': {
      if (move.outcome === 'SUSTAIN')
        return { ...proceedings, dispute: moveDispute(proceedings, 'SUSTAINED', event.at) };
      const reversed: Proceedings = { ...proceedings, dispute: moveDispute(proceedings, 'REVERSED', event.at) };
      return standingGrants(reversed).length > 0 ? reversed : { ...reversed, term: null };
    }
    case 'REQUEST_FEDERAL_APPROVAL':
      return proceedings;
    case 'FEDERAL_APPROVE':
      return beginTerm({ ...proceedings, federal: 'APPROVED' }, event.at);
    case 'FEDERAL_REFUSE':
      return { ...proceedings, federal: 'REFUSED' };
    case 'SUSPEND':
      return { ...proceedings, suspendedBy: event.by.side };
    case 'LIFT':
      return { ...proceedings, suspendedBy: null };
    case 'RENEW': {
      const term = proceedings.term === null ? null : renewedTerm(proceedings.term, move.months, proceedings.terms);
      return { ...proceedings, term, renewed: proceedings.renewed + 1, renewalAsked: null };
    }
    case 'ASK_RENEWAL':
      return { ...proceedings, renewalAsked: move.months };
    case 'REVOKE':
      throw new Error('a revocation is always about itself');
  }
}

/** Extends the deadline, counted from receipt whenever the days were taken. Settles any earlier proposal. */
function extended(
  proceedings: Proceedings,
  extraDays: number,
  calendar: BusinessCalendar,
  settings: AgreementSettings,
): Proceedings {
  const days = settings.responseBusinessDays + extraDays;
  const due = proceedings.submittedAt === null ? null : dueMoment(proceedings.submittedAt, days, calendar);
  return { ...proceedings, extended: true, extraDays, proposedDays: null, due };
}

function ownership(
  dataset: NonNullable<AgreementEvent['dataset']>,
): Pick<Proceedings, 'owner' | 'federalApprovalBy' | 'federal'> {
  const { owner, federalApprovalBy } = dataset;
  return { owner, federalApprovalBy, federal: federalApprovalBy === null ? 'NOT_NEEDED' : 'PENDING' };
}

function drafted(
  event: AgreementEvent,
  terms: RequestTerms,
  dataset: NonNullable<AgreementEvent['dataset']>,
): Proceedings {
  return {
    sequence: event.sequence,
    lastAt: event.at,
    requester: event.by.agency,
    ...ownership(dataset),
    terms,
    fields: terms.fields ?? [],
    submittedAt: null,
    due: null,
    extended: false,
    extraDays: 0,
    proposedDays: null,
    informationAsked: false,
    response: null,
    dispute: null,
    term: null,
    renewed: 0,
    renewalAsked: null,
    suspendedBy: null,
    revocation: null,
    withdrawn: false,
    sides: new Map([[event.by.subject, event.by.side]]),
  };
}

function approved(proceedings: Proceedings, grant: ApprovedTerms, denials: readonly Denial[]): Response {
  const granted = fieldTerms(proceedings.terms, grant, proceedings.fields);
  const given = new Set(granted.map(({ field }) => field));
  const refused = proceedings.fields.filter((field) => !given.has(field));
  const basis = refused.length === 0 ? 'APPROVED' : 'PARTIALLY_APPROVED';
  return { basis, granted, refused, denials, offer: null, months: grant.months, until: instantOf(grant.until) };
}

function disputed(stage: Dispute['stage'], since: Date): Dispute {
  return { stage, since, opened: [], months: null, until: null, appealUntil: null };
}

function moveDispute(proceedings: Proceedings, stage: Dispute['stage'], since: Date): Dispute {
  return { ...(proceedings.dispute ?? disputed(stage, since)), stage, since };
}

function instantOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
