import type { Queries } from '../../kit/database.ts';
import { PublicError } from '../../kit/publicError.ts';
import { statement } from '../../kit/statement.ts';
import { STEWARD_AGENCY } from '../agreement/vocabulary.ts';
import { localDate } from '../calendar/localDate.ts';
import { type Actor, hasRole } from '../register/actor.ts';
import { type ConsentRecord, consentColumns } from './consentRecord.ts';

const consentList = statement<ConsentRecord>(
  'consentList',
  `SELECT ${consentColumns} FROM consent
   WHERE ($1::text IS NULL OR person_id = $1) AND ($2::text IS NULL OR discloser = $2 OR recipient = $2)
   ORDER BY recorded_at DESC, consent_id LIMIT 200`,
);

/** Consents that the actor's agency is named in; the data steward's are all. */
export async function readConsents(
  queries: Queries,
  actor: Actor,
  personId: string | null,
): Promise<readonly ConsentRecord[]> {
  const isSteward = actor.agency === STEWARD_AGENCY && hasRole(actor, 'DATA_STEWARD');
  if (!isSteward && !hasRole(actor, 'CASEWORKER', 'INVESTIGATOR', 'SUPERVISOR', 'DATA_OFFICER')) {
    throw new PublicError('FORBIDDEN', 'Consents are for the staff of the agencies that they name.');
  }
  // No id holds a NUL, and PostgreSQL cannot be asked for one.
  if (personId?.includes('\0')) return [];
  return await queries.rows(consentList, [personId, isSteward ? null : actor.agency]);
}

export function isConsentInForce({ givenOn, expiresOn, revokedAt }: ConsentRecord, now: Date): boolean {
  const today = localDate(now);
  return revokedAt === null && givenOn <= today && today <= expiresOn;
}
