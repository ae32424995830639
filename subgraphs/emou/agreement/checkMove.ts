import type { Catalogues, DatasetEntry } from './catalogues.ts';
import { checkDenial, checkDenials, checkOfferMade, isLess } from './checkDenials.ts';
import { checkGrant } from './checkGrant.ts';
import { checkMonths, checkSignatories } from './checkTerms.ts';
import { type Facts, standingGrants } from './facts.ts';
import type { Move, Side } from './move.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { Rules } from './rules.ts';
import type { AgreementSettings } from './settings.ts';

/** What the move itself must satisfy, in a status that allows it and by someone who may. */
export function checkMove(move: Move, facts: Facts, side: Side, now: Date, rules: Rules): Refusal | undefined {
  const { catalogues, settings } = rules;
  const dataset = catalogues.datasets.get(facts.terms.dataset);
  if (dataset === undefined) {
    return refuse('UNKNOWN_DATASET', `${facts.terms.dataset} is no longer a dataset.`, 'Ask for its successor.');
  }
  const refused = facts.response?.refused ?? [];
  switch (move.kind) {
    case 'EXTEND':
      return checkExtension(move.businessDays, facts, settings);
    case 'APPROVE': {
      const wrong =
        checkSignatories(facts.requester, facts.owner, catalogues) ??
        checkGrant(move.grant, facts.fields, facts.terms, dataset, settings, now);
      if (wrong !== undefined) return wrong;
      const given = new Set(move.grant.fields ?? facts.fields);
      const rest = facts.fields.filter((field) => !given.has(field));
      return checkDenials(move.denials, rest, dataset, catalogues);
    }
    case 'DENY':
      return (
        checkDenials(move.denials, facts.fields, dataset, catalogues) ??
        checkOfferMade(move.denials, move.offer, facts.fields, dataset, catalogues) ??
        checkOffer(move, facts, dataset, settings, now)
      );
    case 'ACCEPT_OFFER':
      if (facts.response?.offer !== null && facts.response?.offer !== undefined) {
        return checkSignatories(facts.requester, facts.owner, catalogues);
      }
      return refuse('NO_OFFER', 'The denial came without an offer.', 'Escalate it, or draft another request.');
    case 'ESCALATE':
      if (refused.length > 0 && facts.dispute === null) return undefined;
      return refuse(
        'NOTHING_TO_ESCALATE',
        facts.dispute === null ? 'Nothing was refused.' : 'The CIO has already had this refusal.',
        'Draft another request for what is still missing.',
      );
    case 'OVERTURN':
      return (
        checkSignatories(facts.requester, facts.owner, catalogues) ??
        checkGrant(move.grant, refused, facts.terms, dataset, settings, now)
      );
    case 'WITHDRAW':
      if (standingGrants(facts).length === 0) return undefined;
      return refuse('NOT_POSSIBLE_NOW', 'Access was already given.', 'Give it back: REVOKE as NO_LONGER_NEEDED.');
    case 'APPEAL':
      return checkAppeal(facts, now);
    case 'FEDERAL_APPROVE':
    case 'FEDERAL_REFUSE':
      if (facts.federalApprovalBy !== null) return checkReference(move.reference);
      return refuse(
        'FEDERAL_APPROVAL_NOT_NEEDED',
        `${dataset.id} needs no federal approval.`,
        'Nothing is to be done.',
      );
    case 'SUSPEND':
      if (standingGrants(facts).length === 0) {
        return refuse('NOT_POSSIBLE_NOW', 'No access was given that could be suspended.', 'Nothing is to be done.');
      }
      if (facts.suspendedBy === null) return undefined;
      return refuse('ALREADY_SUSPENDED', 'The access is already suspended.', 'Lift it, or revoke it.');
    case 'LIFT':
      return checkLift(facts, side);
    case 'RENEW':
      return checkRenewal(move.months, facts, now, rules);
    case 'REVOKE':
      return checkRevocation(move, facts, side, dataset, catalogues);
    case 'DRAFT':
    case 'REVISE':
    case 'SUBMIT':
    case 'ASK_INFORMATION':
    case 'GIVE_INFORMATION':
    case 'UPHOLD':
    case 'DECIDE':
      return undefined;
  }
}

function checkExtension(days: number, facts: Facts, settings: AgreementSettings): Refusal | undefined {
  if (facts.extended) {
    return refuse('ALREADY_EXTENDED', 'The time was extended once; it cannot be again.', 'Give the data or deny it.');
  }
  if (Number.isInteger(days) && days >= 1 && days <= settings.extensionBusinessDays) return undefined;
  return refuse(
    'EXTENSION_NOT_ALLOWED',
    `An extension is for 1 to ${settings.extensionBusinessDays} business days, not for ${days}.`,
    'Choose fewer days.',
  );
}

function checkOffer(
  move: Extract<Move, { kind: 'DENY' }>,
  facts: Facts,
  dataset: DatasetEntry,
  settings: AgreementSettings,
  now: Date,
): Refusal | undefined {
  if (move.offer === null) return undefined;
  if (!isLess(move.offer, facts.fields)) {
    return refuse('PARTIAL_OFFER_MISSING', 'The offer holds all that was asked for.', 'Approve, or offer less.');
  }
  return checkGrant(move.offer, facts.fields, facts.terms, dataset, settings, now);
}

function checkAppeal(facts: Facts, now: Date): Refusal | undefined {
  if (facts.dispute?.stage !== 'OVERTURNED' || facts.dispute.appealUntil === null) {
    return refuse('NOTHING_TO_APPEAL', 'The CIO has overturned nothing here.', 'Nothing is to be done.');
  }
  if (now < facts.dispute.appealUntil) return undefined;
  return refuse('APPEAL_PERIOD_OVER', 'The time to appeal is over; the overturn is final.', 'Nothing is to be done.');
}

function checkReference(reference: string): Refusal | undefined {
  if (reference.trim() !== '') return undefined;
  return refuse('REASON_MISSING', 'The federal decision is not named.', "Give the federal agency's letter or number.");
}

function checkLift(facts: Facts, side: Side): Refusal | undefined {
  if (facts.suspendedBy === null) return refuse('NOT_SUSPENDED', 'Nothing is suspended.', 'Nothing is to be done.');
  if (facts.suspendedBy !== 'CIO' || side === 'CIO') return undefined;
  return refuse('SUSPENDED_BY_THE_CIO', 'The CIO suspended it.', 'Ask the data steward to lift it.');
}

function checkRenewal(months: number, facts: Facts, now: Date, rules: Rules): Refusal | undefined {
  const allowed =
    checkMonths(months, rules.settings) ?? checkSignatories(facts.requester, facts.owner, rules.catalogues);
  if (allowed !== undefined || facts.term === null) return allowed;
  const opens = new Date(facts.term.until.getTime() - rules.settings.renewalWindowDays * 86_400_000);
  if (now >= opens) return undefined;
  return refuse(
    'TOO_EARLY_TO_RENEW',
    `An agreement is renewed in its last ${rules.settings.renewalWindowDays} days.`,
    `Renew from ${opens.toISOString()} on.`,
  );
}

function checkRevocation(
  move: Extract<Move, { kind: 'REVOKE' }>,
  facts: Facts,
  side: Side,
  dataset: DatasetEntry,
  catalogues: Catalogues,
): Refusal | undefined {
  if (standingGrants(facts).length === 0) {
    return refuse('NOT_POSSIBLE_NOW', 'No access was given that could be revoked.', 'Withdraw the request instead.');
  }
  if ((move.ground === 'NO_LONGER_NEEDED') !== (side === 'REQUESTER')) {
    return refuse(
      'GROUND_NOT_YOURS',
      side === 'REQUESTER'
        ? 'A requester gives access back; nothing else.'
        : 'Whether it is needed, the requester says.',
      side === 'REQUESTER' ? 'Use NO_LONGER_NEEDED.' : 'Use LEGAL_BAR, BREACH_OF_TERMS or SECURITY_INCIDENT.',
    );
  }
  if (move.ground !== 'LEGAL_BAR') return undefined;
  if (
    side === 'OWNER' &&
    facts.dispute !== null &&
    facts.dispute.opened.length > 0 &&
    facts.dispute.stage !== 'REVERSED'
  ) {
    return refuse(
      'ORDER_STANDS',
      'The CIO overturned the denial: the law was weighed.',
      'Appeal to the COO while there is time, or report a breach.',
    );
  }
  if (move.denial === null) return refuse('CITATION_MISSING', 'A legal bar must be cited.', 'Add code and citation.');
  return checkDenial(move.denial, dataset, catalogues);
}
