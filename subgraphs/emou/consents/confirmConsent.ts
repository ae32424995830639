import type { GrantClaims } from '../../../schema/tokens/grant.ts';
import { statement } from '../../kit/database/statement.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import { changeRegister } from '../register/changeRegister.ts';
import { actorOf } from '../register/commands/actor.ts';
import type { Register } from '../register/register.ts';
import { sha256Of } from './consentDocument.ts';
import {
  type Confirmation,
  type ConsentRecord,
  consentState,
  recordWrite,
  type WrittenConsent,
  writtenConsent,
} from './consentRecord.ts';
import { lockedConsent } from './lockedConsent.ts';
import { officersConfirmation, personOfGrant } from './mayHandleConsent.ts';

const markConfirmed = statement<WrittenConsent>(
  'markConsentConfirmed',
  `update consent set confirmed_at = $2, confirmed_by = $3, confirmed_for = $4, confirmed_as = $5 where consent_id = $1
   returning ${writtenConsent()}`,
);

interface Confirmer {
  readonly subject: string;
  /** Null: confirmed by the person. */
  readonly agency: string | null;
  readonly confirmedAs: Confirmation;
}

/**
 * Confirms a recorded consent, which puts it in force. The discloser's staff, the person, or a second officer of the
 * recipient may confirm; officers repeat the digest of the signed document to show that they have the same one in front
 * of them.
 */
export async function confirmConsent(
  register: Register,
  grant: GrantClaims,
  { consentId, documentSha256 }: { readonly consentId: string; readonly documentSha256?: string | null | undefined },
): Promise<ConsentRecord> {
  const { result } = await changeRegister(register, async (transaction) => {
    const { queries, now } = transaction;
    let confirmer: Confirmer | undefined;
    const consent = await lockedConsent(queries, consentId, (found) => {
      confirmer = confirmerOf(grant, found);
    });
    if (confirmer === undefined) throw new Error('Nobody confirms this consent.');
    const state = consentState(consent, now);
    if (state === 'IN_FORCE') throw new PublicError('CONFLICT', 'This consent has already been confirmed.');
    if (state !== 'RECORDED') throw new PublicError('CONFLICT', 'This consent has expired. Record a new one.');
    if (consent.documentSha256 === null) {
      throw new PublicError('CONFLICT', 'This consent names no signed document. Record it again with one.');
    }
    const isSeen = documentSha256 != null && sha256Of(documentSha256) === consent.documentSha256;
    if (documentSha256 == null ? confirmer.confirmedAs !== 'PERSON' : !isSeen) {
      throw new PublicError(
        'BAD_USER_INPUT',
        'documentSha256 must be the digest of the signed document that was recorded. Compare the documents.',
      );
    }
    const { subject, agency, confirmedAs } = confirmer;
    const [confirmed] = await queries.rows(markConfirmed, [consent.id, now, subject, agency, confirmedAs]);
    if (confirmed === undefined) throw new Error('A consent just confirmed is not there.');
    return recordWrite(transaction, confirmed, { subject, agency: agency ?? 'PERSON' });
  });
  return result;
}

function confirmerOf(grant: GrantClaims, consent: ConsentRecord): Confirmer {
  const person = personOfGrant(grant);
  if (person !== undefined && person === consent.personId) {
    return { subject: grant.sub ?? '', agency: null, confirmedAs: 'PERSON' };
  }
  const actor = actorOf(grant);
  return { ...actor, confirmedAs: officersConfirmation(actor, consent) };
}
