import { dueMoment } from '../../calendar/businessDays.ts';
import type { BusinessCalendar } from '../../calendar/calendar.ts';
import type { AgreementEvent, Side } from '../move.ts';
import type { AgreementSettings } from '../settings.ts';
import { endedBy, renewedTerm, startOfTerm, type Term } from '../terms/term.ts';
import { type Denial, type FieldTerm, fieldTerms, type Grant, type RequestTerms } from '../terms/terms.ts';
import { type Revocation, revocationAfter } from './revocation.ts';

/** On what an answer that gives something rests. */
export type ResponseBasis = 'APPROVED' | 'PARTIALLY_APPROVED' | 'DEEMED_APPROVED';

export interface Response {
  readonly basis: ResponseBasis | 'DENIED';
  readonly granted: readonly FieldTerm[];
  /** Fields that were refused and may be escalated. */
  readonly refused: readonly string[];
  readonly denials: readonly Denial[];
  readonly offer: Grant | null;
  readonly months: number | null;
  readonly until: Date | null;
}

export interface Dispute {
  readonly stage: 'ESCALATED' | 'UPHELD' | 'OVERTURNED' | 'APPEALED' | 'SUSTAINED' | 'REVERSED';
  readonly since: Date;
  /** What the CIO opened; empty while escalated and when upheld. */
  readonly opened: readonly FieldTerm[];
  readonly months: number | null;
  readonly until: Date | null;
  readonly appealUntil: Date | null;
}

/** What a history says at an instant, before it is put into one word. */
export interface Facts {
  readonly sequence: number;
  readonly lastAt: Date;
  readonly requester: string;
  readonly owner: string;
  readonly terms: RequestTerms;
  readonly fields: readonly string[];
  readonly federalApprovalBy: string | null;
  readonly federal: 'NOT_NEEDED' | 'PENDING' | 'APPROVED' | 'REFUSED';
  readonly submittedAt: Date | null;
  /** The instant at which silence approves; null until submitted. */
  readonly due: Date | null;
  readonly extended: boolean;
  /** Business days that the owner has beyond the first ones. */
  readonly extraDays: number;
  /** Business days beyond the first ones that the owner has proposed, until the requester agrees. */
  readonly proposedDays: number | null;
  readonly informationAsked: boolean;
  readonly response: Response | null;
  readonly dispute: Dispute | null;
  readonly term: Term | null;
  readonly renewed: number;
  /** Months for which the requester has asked to renew, until the owner does. */
  readonly renewalAsked: number | null;
  readonly suspendedBy: Side | null;
  readonly revocation: Revocation | null;
  readonly withdrawn: boolean;
  /** For which side each person has moved: nobody serves two. */
  readonly sides: ReadonlyMap<string, Side>;
}

/** The facts of a history at an instant; later events are left out. Undefined before the first draft. */
export function factsAt(
  events: readonly AgreementEvent[],
  now: Date,
  calendar: BusinessCalendar,
  settings: AgreementSettings,
): Facts | undefined {
  let facts: Facts | undefined;
  for (const event of events) {
    if (event.at > now) break;
    if (facts !== undefined) facts = settle(facts, event.at);
    facts = applyEvent(facts, event, calendar, settings);
  }
  return facts === undefined ? undefined : settle(facts, now);
}

/** Silence approves: once the due moment has passed without an answer, everything asked for is granted as of that moment. */
export function settle(facts: Facts, now: Date): Facts {
  if (facts.due === null || facts.response !== null || facts.withdrawn || now < facts.due) return facts;
  const granted = fieldTerms(
    facts.terms,
    { fields: null, conditions: null, transforms: [], months: null, until: null },
    facts.fields,
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
  return beginTerm({ ...facts, response }, facts.due);
}

/** Fields that some decision gives, whether or not anything else keeps them shut. */
export function standingGrants(facts: Facts): readonly FieldTerm[] {
  const opened = facts.dispute === null || facts.dispute.stage === 'REVERSED' ? [] : facts.dispute.opened;
  return [...(facts.response?.granted ?? []), ...opened];
}

/** The agreement's time runs from the first instant at which a grant stands that no federal approval is missing for. */
function beginTerm(facts: Facts, at: Date): Facts {
  const federal = facts.federal === 'NOT_NEEDED' || facts.federal === 'APPROVED';
  if (facts.term !== null || !federal || standingGrants(facts).length === 0) return facts;
  const ordered = facts.dispute?.stage === 'REVERSED' ? null : facts.dispute;
  const months = facts.response?.months ?? ordered?.months ?? facts.terms.months;
  const until = facts.response?.until ?? ordered?.until ?? null;
  return { ...facts, term: endedBy(startOfTerm(at, months, facts.terms), until) };
}

function applyEvent(
  before: Facts | undefined,
  event: AgreementEvent,
  calendar: BusinessCalendar,
  settings: AgreementSettings,
): Facts {
  const { move } = event;
  if (move.kind === 'DRAFT') {
    if (before !== undefined || event.dataset === null) throw new Error('a history has one draft, and it comes first');
    return drafted(event, move.terms, event.dataset);
  }
  if (before === undefined) throw new Error('a history begins with a draft');
  const facts: Facts = {
    ...before,
    // Revising and submitting measure the terms by the catalogues of that day.
    ...(event.dataset === null ? {} : ownership(event.dataset)),
    sequence: event.sequence,
    lastAt: event.at,
    // A liaison takes no side; noting it would let an officer shed the side that he has served.
    sides: event.by.side === 'FEDERAL' ? before.sides : new Map(before.sides).set(event.by.subject, event.by.side),
  };
  const revocation = revocationAfter(before.revocation, event, calendar, settings);
  if (revocation !== undefined) return { ...facts, revocation };
  switch (move.kind) {
    case 'REVISE':
      return { ...facts, terms: move.terms, fields: move.terms.fields ?? [] };
    case 'SUBMIT':
      return {
        ...facts,
        submittedAt: event.at,
        due: dueMoment(event.at, settings.responseBusinessDays, calendar),
      };
    case 'WITHDRAW':
      return { ...facts, withdrawn: true };
    case 'ASK_INFORMATION':
      return { ...facts, informationAsked: true };
    case 'GIVE_INFORMATION':
      return { ...facts, informationAsked: false };
    case 'EXTEND':
      return extended(facts, move.businessDays, calendar, settings);
    case 'PROPOSE_EXTENSION':
      return { ...facts, proposedDays: move.businessDays };
    case 'AGREE_EXTENSION':
      return extended(facts, facts.proposedDays ?? facts.extraDays, calendar, settings);
    case 'APPROVE':
      return beginTerm({ ...facts, response: approved(facts, move.grant, move.denials) }, event.at);
    case 'DENY': {
      const { denials, offer } = move;
      const refused = { granted: [], refused: facts.fields, denials, offer, months: null, until: null };
      return { ...facts, response: { basis: 'DENIED', ...refused } };
    }
    case 'ACCEPT_OFFER': {
      const { response } = facts;
      if (response === null || response.offer === null) return facts;
      const accepted = approved(facts, response.offer, response.denials);
      // Who accepts the offer settles for it: the rest can be asked for anew, not escalated.
      return beginTerm({ ...facts, response: { ...accepted, refused: [] } }, event.at);
    }
    case 'ESCALATE':
      return { ...facts, dispute: disputed('ESCALATED', event.at) };
    case 'UPHOLD':
      return { ...facts, dispute: disputed('UPHELD', event.at) };
    case 'OVERTURN': {
      const opened = fieldTerms(facts.terms, move.grant, facts.response?.refused ?? []);
      // What the COO has opened is final.
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
      return beginTerm({ ...facts, dispute }, event.at);
    }
    case 'APPEAL':
      return { ...facts, dispute: moveDispute(facts, 'APPEALED', event.at) };
    case 'DECIDE': {
      if (move.outcome === 'SUSTAIN') return { ...facts, dispute: moveDispute(facts, 'SUSTAINED', event.at) };
      const reversed: Facts = { ...facts, dispute: moveDispute(facts, 'REVERSED', event.at) };
      return standingGrants(reversed).length > 0 ? reversed : { ...reversed, term: null };
    }
    case 'REQUEST_FEDERAL_APPROVAL':
      return facts;
    case 'FEDERAL_APPROVE':
      return beginTerm({ ...facts, federal: 'APPROVED' }, event.at);
    case 'FEDERAL_REFUSE':
      return { ...facts, federal: 'REFUSED' };
    case 'SUSPEND':
      return { ...facts, suspendedBy: event.by.side };
    case 'LIFT':
      return { ...facts, suspendedBy: null };
    case 'RENEW': {
      const term = facts.term === null ? null : renewedTerm(facts.term, move.months, facts.terms);
      return { ...facts, term, renewed: facts.renewed + 1, renewalAsked: null };
    }
    case 'ASK_RENEWAL':
      return { ...facts, renewalAsked: move.months };
    case 'REVOKE':
      throw new Error('a revocation is always about itself');
  }
}

/** Counted from the receipt, whenever the days were taken. What was proposed before is settled by it. */
function extended(facts: Facts, extraDays: number, calendar: BusinessCalendar, settings: AgreementSettings): Facts {
  const days = settings.responseBusinessDays + extraDays;
  const due = facts.submittedAt === null ? null : dueMoment(facts.submittedAt, days, calendar);
  return { ...facts, extended: true, extraDays, proposedDays: null, due };
}

function ownership(
  dataset: NonNullable<AgreementEvent['dataset']>,
): Pick<Facts, 'owner' | 'federalApprovalBy' | 'federal'> {
  const { owner, federalApprovalBy } = dataset;
  return { owner, federalApprovalBy, federal: federalApprovalBy === null ? 'NOT_NEEDED' : 'PENDING' };
}

function drafted(event: AgreementEvent, terms: RequestTerms, dataset: NonNullable<AgreementEvent['dataset']>): Facts {
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

function approved(facts: Facts, grant: Grant, denials: readonly Denial[]): Response {
  const granted = fieldTerms(facts.terms, grant, facts.fields);
  const given = new Set(granted.map(({ field }) => field));
  const refused = facts.fields.filter((field) => !given.has(field));
  const basis = refused.length === 0 ? 'APPROVED' : 'PARTIALLY_APPROVED';
  return { basis, granted, refused, denials, offer: null, months: grant.months, until: instantOf(grant.until) };
}

function disputed(stage: Dispute['stage'], since: Date): Dispute {
  return { stage, since, opened: [], months: null, until: null, appealUntil: null };
}

function moveDispute(facts: Facts, stage: Dispute['stage'], since: Date): Dispute {
  return { ...(facts.dispute ?? disputed(stage, since)), stage, since };
}

function instantOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
