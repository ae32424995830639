import type { MoveKind } from './move.ts';
import type { Status } from './status/statusAt.ts';

const FEDERAL: readonly MoveKind[] = ['REQUEST_FEDERAL_APPROVAL', 'FEDERAL_APPROVE', 'FEDERAL_REFUSE'];
const ANSWERS: readonly MoveKind[] = [
  'APPROVE',
  'DENY',
  'EXTEND',
  'PROPOSE_EXTENSION',
  'AGREE_EXTENSION',
  'WITHDRAW',
  ...FEDERAL,
];
const GRANTED: readonly MoveKind[] = ['SUSPEND', 'REVOKE', 'ESCALATE', 'APPEAL', ...FEDERAL];

/**
 * The whole procedure as a table: the moves possible in each status. A listed move may still be rejected for its
 * content or its actor; a move that is not listed is never accepted.
 */
export const POSSIBLE_MOVES: Readonly<Record<Status, readonly MoveKind[]>> = {
  DRAFTED: ['REVISE', 'SUBMIT', 'WITHDRAW'],
  SUBMITTED: ['ASK_INFORMATION', ...ANSWERS],
  INFORMATION_ASKED: ['GIVE_INFORMATION', ...ANSWERS],
  EXTENDED: ['ASK_INFORMATION', ...ANSWERS],
  APPROVED: GRANTED,
  PARTIALLY_APPROVED: GRANTED,
  DEEMED_APPROVED: GRANTED,
  OVERTURNED: GRANTED,
  SUSTAINED: GRANTED,
  /** An owner may always reconsider and grant. */
  DENIED: ['APPROVE', 'ACCEPT_OFFER', 'ESCALATE', 'WITHDRAW', ...FEDERAL],
  ESCALATED: ['OVERTURN', 'UPHOLD', 'WITHDRAW', 'SUSPEND', 'LIFT', 'REVOKE', ...FEDERAL],
  UPHELD: ['ACCEPT_OFFER'],
  APPEALED: ['DECIDE', 'SUSPEND', 'LIFT', 'REVOKE', ...FEDERAL],
  DENIAL_REINSTATED: ['ACCEPT_OFFER'],
  PENDING_FEDERAL_APPROVAL: ['REVOKE', 'ESCALATE', 'APPEAL', ...FEDERAL],
  FEDERALLY_REFUSED: ['REVOKE', 'APPEAL', ...FEDERAL],
  IN_FORCE: ['ASK_RENEWAL', 'RENEW', ...GRANTED],
  SUSPENDED: ['LIFT', 'REVOKE', 'APPEAL', ...FEDERAL],
  EXPIRED: [],
  REVOKED: ['ESCALATE'],
  REVOCATION_ESCALATED: ['OVERTURN', 'UPHOLD'],
  WITHDRAWN: [],
};
