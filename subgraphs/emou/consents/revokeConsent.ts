import type { GrantClaims } from '../../../schema/tokens/grant.ts';
import { statement } from '../../kit/database/statement.ts';
import { changeRegister } from '../register/changeRegister.ts';
import { actorOf } from '../register/commands/actor.ts';
import { statedText } from '../register/commands/statedText.ts';
import type { Register } from '../register/register.ts';
import { type ConsentRecord, recordWrite, type WrittenConsent, writtenConsent } from './consentRecord.ts';
import { lockedConsent } from './lockedConsent.ts';
import { personOfGrant, refuseUnlessMayHandle } from './mayHandleConsent.ts';

const markConsentRevoked = statement<WrittenConsent>(
  'markConsentRevoked',
  `update consent set revoked_at = $2, revoked_by = $3, revoked_because = $4 where consent_id = $1
   returning ${writtenConsent()}`,
);

/** Revokes a consent, which a person may do at any time; earlier disclosures are not undone. See 42 CFR 2.31(a)(6). */
export async function revokeConsent(
  register: Register,
  grant: GrantClaims,
  { consentId, reason }: { readonly consentId: string; readonly reason: string },
): Promise<ConsentRecord> {
  const because = statedText('reason', reason, 3, 4_000);
  const { result } = await changeRegister(register, async (transaction) => {
    const { queries, now } = transaction;
    const consent = await lockedConsent(queries, consentId, (found) => {
      if (personOfGrant(grant) !== found.personId) refuseUnlessMayHandle(actorOf(grant), found);
    });
    const [revoked] = await queries.rows(markConsentRevoked, [consent.id, now, grant.sub, because]);
    if (revoked === undefined) throw new Error('A consent just revoked is not there.');
    const agency = personOfGrant(grant) === consent.personId ? 'PERSON' : grant.agency;
    return recordWrite(transaction, revoked, { subject: grant.sub ?? '', agency });
  });
  return result;
}
