import { PublicError } from '../../kit/publicError.ts';
import { statement } from '../../kit/statement.ts';
import type { ApprovalRecord } from '../records.ts';
import { type Actor, hasRole } from './actor.ts';
import { appendEvents } from './appendEvents.ts';
import { changeRegister } from './changeRegister.ts';
import { readApprovals } from './readRegister.ts';
import type { Register } from './register.ts';
import { statedText } from './statedText.ts';

export interface RevokeApprovalInput {
  readonly approvalId: string;
  readonly reason: string;
}

/** The agency at which the role DATA_STEWARD stands for the state's chief information officer. */
const stewardsAgency = 'DOIT';

const markRevoked = statement<unknown>(
  'markRevoked',
  'UPDATE approval SET revoked_at = $2, revoked_because = $3 WHERE approval_id = $1',
);

/** Revokes an approval, one that is not in force yet included; from this revision on no snapshot of the feed holds it. */
export async function revokeApproval(
  register: Register,
  actor: Actor,
  input: RevokeApprovalInput,
): Promise<{ readonly approval: ApprovalRecord; readonly revision: number }> {
  const reason = statedText('reason', input.reason, 10, 4_000);
  const { result, revision } = await changeRegister(register, 'approvals', async (transaction) => {
    const { queries, now } = transaction;
    const [approval] = await readApprovals(queries, [input.approvalId]);
    if (approval === undefined) {
      throw new PublicError('NOT_FOUND', 'There is no such approval. The query approvals lists them.');
    }
    refuseUnlessMayRevoke(register, actor, approval);
    if (approval.revokedAt !== null) {
      const since = `This approval was revoked already, at ${approval.revokedAt}.`;
      throw new PublicError('CONFLICT', `${since} Nothing is left to revoke.`);
    }
    if (Date.parse(approval.validUntil) <= now.getTime()) {
      throw new PublicError('CONFLICT', `This approval ended at ${approval.validUntil}. Nothing is left to revoke.`);
    }
    await queries.rows(markRevoked, [approval.id, now, reason]);
    await appendEvents(transaction, actor, [
      { kind: 'APPROVAL_REVOKED', approvalId: approval.id, details: { reason } },
    ]);
    return { ...approval, revokedAt: now.toISOString(), revokedBecause: reason };
  });
  return { approval: result, revision };
}

function refuseUnlessMayRevoke(register: Register, actor: Actor, approval: ApprovalRecord): void {
  // A dataset that left the catalogue has no owner any more; the data steward can still close its approvals.
  const owner = register.catalogue.datasets.get(approval.datasetId)?.owner;
  if (owner !== undefined && owner === actor.agency && hasRole(actor, 'DATA_OFFICER')) return;
  if (actor.agency === stewardsAgency && hasRole(actor, 'DATA_STEWARD')) return;
  const officer = owner === undefined ? '' : `a DATA_OFFICER of ${owner}, which owns ${approval.datasetId}, or `;
  const who = `Only ${officer}the DATA_STEWARD at ${stewardsAgency} may revoke this approval.`;
  throw new PublicError('FORBIDDEN', who);
}
