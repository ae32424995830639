import type { Move, Side } from '../move.ts';
import type { Rules } from '../rules.ts';
import type { AgreementSettings } from '../settings.ts';
import type { Proceedings } from '../status/proceedings.ts';
import type { DatasetEntry } from '../terms/catalogues.ts';
import { checkApprovedTerms } from './checkApprovedTerms.ts';
import { checkDenials, checkOfferMade, isLess } from './checkDenials.ts';
import { checkExtension, checkProposedExtension } from './checkExtension.ts';
import { checkPossible } from './checkPossible.ts';
import { checkRevocation, checkWhole } from './checkRevocation.ts';
import { checkMonths } from './checkTerms.ts';
import { type Refusal, refuse } from './refusal.ts';

/**
 * Checks the agreement's preconditions and the move's content. The status and the actor's permission were checked
 * before.
 */
export function checkMove(
  move: Move,
  proceedings: Proceedings,
  side: Side,
  now: Date,
  rules: Rules,
): Refusal | undefined {
  const dataset = rules.catalogues.datasets.get(proceedings.terms.dataset);
  if (dataset === undefined) {
    return refuse(
      'UNKNOWN_DATASET',
      `${proceedings.terms.dataset} is no longer a dataset.`,
      'Request the dataset that replaced it.',
    );
  }
  return (
    checkPossible(move.kind, proceedings, side, dataset, now, rules) ??
    checkContent(move, proceedings, side, dataset, now, rules)
  );
}

function checkContent(
  move: Move,
  proceedings: Proceedings,
  side: Side,
  dataset: DatasetEntry,
  now: Date,
  { catalogues, settings }: Rules,
): Refusal | undefined {
  switch (move.kind) {
    case 'EXTEND':
      return checkExtension(move.businessDays, settings);
    case 'PROPOSE_EXTENSION':
      return checkProposedExtension(move.businessDays, proceedings, settings);
    case 'APPROVE': {
      const wrong = checkApprovedTerms(
        move.grant,
        proceedings.fields,
        proceedings.terms,
        dataset,
        settings,
        now,
        proceedings.requester,
      );
      if (wrong !== undefined) return wrong;
      const given = new Set(move.grant.fields ?? proceedings.fields);
      const rest = proceedings.fields.filter((field) => !given.has(field));
      return checkDenials(move.denials, rest, dataset, catalogues);
    }
    case 'DENY':
      return (
        checkDenials(move.denials, proceedings.fields, dataset, catalogues) ??
        checkOfferMade(move.denials, move.offer, proceedings.fields, dataset, catalogues) ??
        checkOffer(move, proceedings, dataset, settings, now)
      );
    case 'OVERTURN':
      return proceedings.revocation?.stage === 'ESCALATED'
        ? checkWhole(move.grant)
        : checkApprovedTerms(
            move.grant,
            proceedings.response?.refused ?? [],
            proceedings.terms,
            dataset,
            settings,
            now,
            proceedings.requester,
          );
    case 'REQUEST_FEDERAL_APPROVAL':
      return checkFederalRequest(move);
    case 'FEDERAL_APPROVE':
    case 'FEDERAL_REFUSE':
      return checkReference(move.reference);
    case 'ASK_RENEWAL':
    case 'RENEW':
      return checkMonths(move.months, settings);
    case 'REVOKE':
      return checkRevocation(move, proceedings, side, dataset, catalogues);
    default:
      return undefined;
  }
}

function checkOffer(
  move: Extract<Move, { kind: 'DENY' }>,
  proceedings: Proceedings,
  dataset: DatasetEntry,
  settings: AgreementSettings,
  now: Date,
): Refusal | undefined {
  if (move.offer === null) return undefined;
  if (!isLess(move.offer, proceedings.fields)) {
    return refuse(
      'PARTIAL_OFFER_MISSING',
      'The offer contains everything that was requested.',
      'Approve the request, or offer less.',
    );
  }
  return checkApprovedTerms(
    move.offer,
    proceedings.fields,
    proceedings.terms,
    dataset,
    settings,
    now,
    proceedings.requester,
  );
}

function checkReference(reference: string): Refusal | undefined {
  if (reference.trim() !== '') return undefined;
  return refuse('REASON_MISSING', 'The federal decision is not named.', "Give the federal agency's letter or number.");
}

function checkFederalRequest({
  from,
  rule,
  reference,
}: Extract<Move, { kind: 'REQUEST_FEDERAL_APPROVAL' }>): Refusal | undefined {
  if (from.trim() === '') {
    return refuse(
      'REASON_MISSING',
      'The federal agency is not named.',
      'Give the federal agency from which the approval was requested.',
    );
  }
  if (rule.trim() === '') {
    return refuse('REASON_MISSING', 'The rule is not named.', 'Cite the rule under which the approval is needed.');
  }
  if (reference === null || reference.trim() !== '') return undefined;
  return refuse('REASON_MISSING', 'The reference is blank.', 'Give the number or title of the request, or omit it.');
}
