import type { Database } from '../../kit/database.ts';
import { PublicError } from '../../kit/publicError.ts';
import { statement } from '../../kit/statement.ts';
import type { Actor } from '../register/actor.ts';
import { isUuid } from '../register/isUuid.ts';
import { statedText } from '../register/statedText.ts';
import { type ConsentRecord, consentColumns } from './consentRecord.ts';
import { refuseUnlessMayHandle } from './mayHandleConsent.ts';

const lockConsent = statement<ConsentRecord>(
  'lockConsent',
  `SELECT ${consentColumns} FROM consent WHERE consent_id = $1 FOR UPDATE`,
);
const markConsentRevoked = statement<ConsentRecord>(
  'markConsentRevoked',
  `UPDATE consent SET revoked_at = $2, revoked_by = $3, revoked_because = $4 WHERE consent_id = $1
   RETURNING ${consentColumns}`,
);

/** A person may take a consent back at any time (42 CFR 2.31(a)(6)); what was disclosed before stays disclosed. */
export async function revokeConsent(
  database: Database,
  actor: Actor,
  { consentId, reason }: { readonly consentId: string; readonly reason: string },
  clock: () => Date,
): Promise<ConsentRecord> {
  const because = statedText('reason', reason, 3, 4_000);
  return await database.transaction(async (queries) => {
    const [consent] = isUuid(consentId) ? await queries.rows(lockConsent, [consentId]) : [];
    if (consent === undefined) throw new PublicError('NOT_FOUND', 'There is no such consent.');
    refuseUnlessMayHandle(actor, consent);
    if (consent.revokedAt !== null) throw new PublicError('CONFLICT', 'This consent was revoked already.');
    const [revoked] = await queries.rows(markConsentRevoked, [consentId, clock(), actor.subject, because]);
    return revoked ?? consent;
  });
}
