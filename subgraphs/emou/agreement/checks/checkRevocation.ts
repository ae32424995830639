import type { Move, Side } from '../move.ts';
import type { Proceedings } from '../status/proceedings.ts';
import type { Catalogues, DatasetEntry } from '../terms/catalogues.ts';
import type { ApprovedTerms } from '../terms/terms.ts';
import { checkDenial } from './checkDenials.ts';
import { type Refusal, refuse } from './refusal.ts';

export function checkRevocation(
  move: Extract<Move, { kind: 'REVOKE' }>,
  proceedings: Proceedings,
  side: Side,
  dataset: DatasetEntry,
  catalogues: Catalogues,
): Refusal | undefined {
  if ((move.ground === 'NO_LONGER_NEEDED') !== (side === 'REQUESTER')) {
    return refuse(
      'GROUND_NOT_YOURS',
      side === 'REQUESTER'
        ? 'A requester can only give up its access.'
        : 'Only the requester can say that access is no longer needed.',
      side === 'REQUESTER' ? 'Use NO_LONGER_NEEDED.' : 'Use LEGAL_BAR, BREACH_OF_TERMS, or SECURITY_INCIDENT.',
    );
  }
  if (move.ground !== 'LEGAL_BAR') return undefined;
  if (side === 'OWNER' && isOrdered(proceedings)) {
    return refuse(
      'ORDER_STANDS',
      'The CIO has ordered this access, after weighing the law.',
      'Appeal to the COO in time, or revoke it because of a breach.',
    );
  }
  if (move.denial === null)
    return refuse('CITATION_MISSING', 'A legal bar must be cited.', 'Add the code and the citation.');
  return checkDenial(move.denial, dataset, catalogues);
}

/** True for access that the CIO or the COO has ordered, against a refusal or against an earlier revocation. */
function isOrdered({ dispute, revocation }: Proceedings): boolean {
  const opened = dispute !== null && dispute.opened.length > 0 && dispute.stage !== 'REVERSED';
  return opened || revocation?.stage === 'OVERTURNED' || revocation?.stage === 'SUSTAINED';
}

/**
 * Checks an escalation: the requester takes a revocation to the CIO while there is time left that could be restored.
 */
export function checkEscalatedRevocation({ revocation, term }: Proceedings, now: Date): Refusal | undefined {
  const remedy = 'Draft another request.';
  if (revocation?.by !== 'OWNER') {
    const why = revocation?.by === 'CIO' ? 'The CIO has revoked it.' : 'The requester has given it up.';
    return refuse('NOTHING_TO_ESCALATE', why, remedy);
  }
  if (term === null || now < term.until) return undefined;
  return refuse('NOTHING_TO_ESCALATE', 'The term of the agreement has ended.', remedy);
}

/** Requires that a revocation is overturned as a whole: the earlier grant reopens on its own terms. */
export function checkWhole({ fields, conditions, transforms, months, until }: ApprovedTerms): Refusal | undefined {
  if ([fields, conditions, months, until].every((part) => part === null) && transforms.length === 0) return undefined;
  return refuse(
    'WIDER_THAN_ASKED',
    'A revocation can only be overturned as a whole.',
    'Overturn it without other terms.',
  );
}
