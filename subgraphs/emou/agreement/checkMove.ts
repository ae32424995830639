import type { DatasetEntry } from './catalogues.ts';
import { checkDenials, checkOfferMade, isLess } from './checkDenials.ts';
import { checkExtension, checkProposedExtension } from './checkExtension.ts';
import { checkGrant } from './checkGrant.ts';
import { checkEscalatedRevocation, checkRevocation, checkWhole } from './checkRevocation.ts';
import { checkMonths, checkSignatories } from './checkTerms.ts';
import { type Facts, standingGrants } from './facts.ts';
import type { Move, Side } from './move.ts';
import { type Refusal, refuse } from './refusal.ts';
import { canBeAppealed } from './revocation.ts';
import type { Rules } from './rules.ts';
import type { AgreementSettings } from './settings.ts';
import { startOfTerm } from './term.ts';

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
    case 'PROPOSE_EXTENSION':
      return checkProposedExtension(move.businessDays, facts, settings);
    case 'AGREE_EXTENSION':
      if (facts.proposedDays !== null) return undefined;
      return refuse('NOTHING_PROPOSED', 'The owner has proposed no extension.', 'Wait for its answer.');
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
      return checkAcceptance(facts, now) ?? checkSignatories(facts.requester, facts.owner, catalogues);
    case 'ESCALATE':
      if (facts.revocation?.stage === 'STANDS') return checkEscalatedRevocation(facts, now);
      if (facts.revocation?.stage !== 'UPHELD' && facts.revocation?.stage !== 'REVERSED') {
        if (refused.length > 0 && facts.dispute === null) return undefined;
      }
      return refuse(
        'NOTHING_TO_ESCALATE',
        facts.dispute === null && facts.revocation === null ? 'Nothing was refused.' : 'The CIO has already had this.',
        'Draft another request for what is still missing.',
      );
    case 'OVERTURN':
      return (
        checkSignatories(facts.requester, facts.owner, catalogues) ??
        (facts.revocation?.stage === 'ESCALATED'
          ? checkWhole(move.grant)
          : checkGrant(move.grant, refused, facts.terms, dataset, settings, now))
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
    case 'ASK_RENEWAL':
      if (facts.renewalAsked === null) return checkRenewal(move.months, facts, now, rules);
      return refuse('ALREADY_ASKED', 'The owner has been asked to renew.', 'Wait for it, or draft another request.');
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

/** An offer that is for a time ends with it. */
function checkAcceptance(facts: Facts, now: Date): Refusal | undefined {
  const offer = facts.response?.offer ?? null;
  if (offer === null) {
    return refuse('NO_OFFER', 'The denial came without an offer.', 'Escalate it, or draft another request.');
  }
  if (offer.until === null) return undefined;
  const { from } = startOfTerm(now, offer.months ?? facts.terms.months, facts.terms);
  if (from < new Date(offer.until)) return undefined;
  return refuse('OFFER_OVER', `What was offered ended at ${offer.until}.`, 'Escalate the denial, or ask anew.');
}

function checkAppeal(facts: Facts, now: Date): Refusal | undefined {
  if (canBeAppealed(facts.revocation, now)) return undefined;
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
