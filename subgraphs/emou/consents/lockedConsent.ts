import { isUuid } from '../../../schema/values/uuid.ts';
import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import { CONSENT_COLUMNS, type ConsentRecord } from './consentRecord.ts';

const lockConsent = statement<ConsentRecord>(
  'lockConsent',
  `select ${CONSENT_COLUMNS} from consent where consent_id = $1 for update`,
);

/** Locks the consent until the transaction ends, if it may still change. Throws NOT_FOUND, or CONFLICT once revoked. */
export async function lockedConsent(
  queries: Queries,
  consentId: string,
  mayHandle: (consent: ConsentRecord) => void,
): Promise<ConsentRecord> {
  const [consent] = isUuid(consentId) ? await queries.rows(lockConsent, [consentId]) : [];
  if (consent === undefined) throw new PublicError('NOT_FOUND', 'This consent does not exist.');
  mayHandle(consent);
  if (consent.revokedAt !== null) throw new PublicError('CONFLICT', 'This consent has already been revoked.');
  return consent;
}
