import type { MoveKind, Side } from '../move.ts';
import type { Rules } from '../rules.ts';
import { type Proceedings, standingGrants } from '../status/proceedings.ts';
import { canBeAppealed } from '../status/revocation.ts';
import type { DatasetEntry } from '../terms/catalogues.ts';
import { startOfTerm } from '../terms/term.ts';
import { fittingReasons } from './checkDenials.ts';
import { checkEscalatedRevocation } from './checkRevocation.ts';
import { checkSignatories, checkTerms } from './checkTerms.ts';
import { type Refusal, refuse } from './refusal.ts';

/**
 * Checks a kind of move against the agreement, whatever its content: if this refuses, no content could be accepted.
 * Assumes that the status allows the kind and that `side` may make it.
 */
export function checkPossible(
  kind: MoveKind,
  proceedings: Proceedings,
  side: Side,
  dataset: DatasetEntry,
  now: Date,
  rules: Rules,
): Refusal | undefined {
  const { catalogues, settings } = rules;
  const signatories = (): Refusal | undefined => checkSignatories(proceedings.requester, proceedings.owner, catalogues);
  switch (kind) {
    case 'SUBMIT': {
      const checked = checkTerms(proceedings.terms, proceedings.requester, catalogues, settings);
      return checked.accepted ? undefined : checked;
    }
    case 'EXTEND':
      if (!proceedings.extended) return undefined;
      return refuse(
        'ALREADY_EXTENDED',
        'The time was already extended once and cannot be extended again.',
        'Grant the data or deny it.',
      );
    case 'PROPOSE_EXTENSION':
      if (proceedings.extraDays < settings.agreedExtensionBusinessDays) return undefined;
      return refuse(
        'EXTENSION_NOT_ALLOWED',
        `Both sides have agreed on ${proceedings.extraDays} business days beyond the first, which is the maximum.`,
        'Grant the data or deny it.',
      );
    case 'AGREE_EXTENSION':
      if (proceedings.proposedDays !== null) return undefined;
      return refuse('NOTHING_PROPOSED', 'The owner has proposed no extension.', 'Wait for its answer.');
    case 'APPROVE':
      return signatories() ?? checkSomethingToGive(proceedings.fields, dataset);
    case 'DENY':
      if (fittingReasons(dataset, catalogues).length > 0) return undefined;
      return refuse(
        'UNKNOWN_DENIAL_CODE',
        `The catalog has no legal reason to deny ${dataset.id}.`,
        'Grant the data, or ask the data steward to add the reason to the catalog.',
      );
    case 'ACCEPT_OFFER':
      return checkAcceptance(proceedings, now) ?? signatories();
    case 'ESCALATE':
      return checkEscalation(proceedings, now);
    case 'OVERTURN':
      if (proceedings.revocation?.stage === 'ESCALATED') return signatories();
      return signatories() ?? checkSomethingToGive(proceedings.response?.refused ?? [], dataset);
    case 'WITHDRAW':
      if (standingGrants(proceedings).length === 0) return undefined;
      return refuse('NOT_POSSIBLE_NOW', 'Access was already given.', 'Give it back: REVOKE as NO_LONGER_NEEDED.');
    case 'APPEAL':
      return checkAppeal(proceedings, now);
    case 'REQUEST_FEDERAL_APPROVAL':
      return checkFederalApproval(proceedings, dataset) ?? checkNotYetApproved(proceedings);
    case 'FEDERAL_APPROVE':
    case 'FEDERAL_REFUSE':
      return checkFederalApproval(proceedings, dataset);
    case 'SUSPEND':
      if (standingGrants(proceedings).length === 0) {
        return refuse('NOT_POSSIBLE_NOW', 'No access was given that could be suspended.', 'Nothing is to be done.');
      }
      if (proceedings.suspendedBy === null) return undefined;
      return refuse('ALREADY_SUSPENDED', 'The access is already suspended.', 'Lift it, or revoke it.');
    case 'LIFT':
      return checkLift(proceedings, side);
    case 'ASK_RENEWAL':
      if (proceedings.renewalAsked === null) return signatories() ?? checkRenewalWindow(proceedings, now, rules);
      return refuse('ALREADY_ASKED', 'The owner has been asked to renew.', 'Wait for it, or draft another request.');
    case 'RENEW':
      return signatories() ?? checkRenewalWindow(proceedings, now, rules);
    case 'REVOKE':
      if (standingGrants(proceedings).length === 0) {
        return refuse(
          'NOT_POSSIBLE_NOW',
          'No access was given that could be revoked.',
          'Withdraw the request instead.',
        );
      }
      if (proceedings.revocation?.stage !== 'APPEALED') return undefined;
      return refuse('NOT_POSSIBLE_NOW', 'The COO has to decide about its revocation.', 'Wait for the decision.');
    case 'DRAFT':
    case 'REVISE':
    case 'ASK_INFORMATION':
    case 'GIVE_INFORMATION':
    case 'UPHOLD':
    case 'DECIDE':
      return undefined;
  }
}

function checkSomethingToGive(fields: readonly string[], dataset: DatasetEntry): Refusal | undefined {
  const isBarred = (field: string): boolean => dataset.fields.get(field)?.hardBar !== null;
  if (!fields.every(isBarred)) return undefined;
  return refuse('HARD_BAR', 'Every field is barred by law, or no longer exists.', 'Deny the request.');
}

/** Checks that there is an offer and that its own end has not passed. */
function checkAcceptance(proceedings: Proceedings, now: Date): Refusal | undefined {
  const offer = proceedings.response?.offer ?? null;
  if (offer === null) {
    return refuse('NO_OFFER', 'The denial has no offer.', 'Escalate it, or draft another request.');
  }
  if (offer.until === null) return undefined;
  const { from } = startOfTerm(now, offer.months ?? proceedings.terms.months, proceedings.terms);
  if (from < new Date(offer.until)) return undefined;
  return refuse(
    'OFFER_OVER',
    `The offered access would have ended at ${offer.until}.`,
    'Escalate the denial, or draft another request.',
  );
}

function checkEscalation(proceedings: Proceedings, now: Date): Refusal | undefined {
  if (proceedings.revocation?.stage === 'STANDS') return checkEscalatedRevocation(proceedings, now);
  if (proceedings.revocation?.stage !== 'UPHELD' && proceedings.revocation?.stage !== 'REVERSED') {
    if ((proceedings.response?.refused ?? []).length > 0 && proceedings.dispute === null) return undefined;
  }
  return refuse(
    'NOTHING_TO_ESCALATE',
    proceedings.dispute === null && proceedings.revocation === null
      ? 'Nothing was denied.'
      : 'The CIO or the COO has already decided about it.',
    'Draft another request for what is still missing.',
  );
}

function checkAppeal(proceedings: Proceedings, now: Date): Refusal | undefined {
  if (canBeAppealed(proceedings.revocation, now)) return undefined;
  if (proceedings.dispute?.stage !== 'OVERTURNED' || proceedings.dispute.appealUntil === null) {
    return refuse('NOTHING_TO_APPEAL', 'The CIO has not overturned anything here.', 'No action is needed.');
  }
  if (now < proceedings.dispute.appealUntil) return undefined;
  return refuse(
    'APPEAL_PERIOD_OVER',
    'The time to appeal has passed, so the overturn is final.',
    'No action is possible.',
  );
}

function checkFederalApproval({ federalApprovalBy }: Proceedings, { id }: DatasetEntry): Refusal | undefined {
  if (federalApprovalBy !== null) return undefined;
  return refuse('FEDERAL_APPROVAL_NOT_NEEDED', `${id} needs no federal approval.`, 'No action is needed.');
}

/** Refuses once the federal agency has approved. After a refusal it may be asked again. */
function checkNotYetApproved({ federal }: Proceedings): Refusal | undefined {
  if (federal !== 'APPROVED') return undefined;
  return refuse('FEDERAL_APPROVAL_NOT_NEEDED', 'The federal agency has already approved.', 'No action is needed.');
}

function checkLift(proceedings: Proceedings, side: Side): Refusal | undefined {
  if (proceedings.suspendedBy === null)
    return refuse('NOT_SUSPENDED', 'Access is not suspended.', 'No action is needed.');
  if (proceedings.suspendedBy !== 'CIO' || side === 'CIO') return undefined;
  return refuse('SUSPENDED_BY_THE_CIO', 'The CIO suspended it.', 'Ask the data steward to lift it.');
}

function checkRenewalWindow(proceedings: Proceedings, now: Date, { settings }: Rules): Refusal | undefined {
  if (proceedings.term === null) return undefined;
  const opens = new Date(proceedings.term.until.getTime() - settings.renewalWindowDays * 86_400_000);
  if (now >= opens) return undefined;
  return refuse(
    'TOO_EARLY_TO_RENEW',
    `An agreement can be renewed only in its last ${settings.renewalWindowDays} days.`,
    `Renew it at ${opens.toISOString()} or later.`,
  );
}
