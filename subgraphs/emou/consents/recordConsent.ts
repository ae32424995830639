import { randomUUID } from 'node:crypto';
import type { AgencyCode } from '../../../schema/agencies.ts';
import type { DatasetCatalogue } from '../../../schema/datasetCatalogue.ts';
import type { Purpose } from '../../../schema/purposes.ts';
import type { Queries } from '../../kit/database.ts';
import { PublicError } from '../../kit/publicError.ts';
import { statement } from '../../kit/statement.ts';
import { localDate } from '../calendar/localDate.ts';
import type { Actor } from '../register/actor.ts';
import { statedText } from '../register/statedText.ts';
import { type ConsentRecord, consentColumns } from './consentRecord.ts';
import { refuseUnlessMayHandle } from './mayHandleConsent.ts';

export interface RecordConsentInput {
  readonly personId: string;
  readonly discloser: AgencyCode;
  readonly recipient: AgencyCode;
  readonly datasets: readonly string[];
  readonly purpose: Purpose;
  readonly description: string;
  readonly signedBy: string;
  readonly givenOn: string;
  readonly expiresOn: string;
}

const mostDatasets = 50;

const insertConsent = statement<ConsentRecord>(
  'insertConsent',
  `INSERT INTO consent (consent_id, person_id, discloser, recipient, datasets, purpose, description, signed_by, given_on,
     expires_on, recorded_at, recorded_by, recorded_for)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING ${consentColumns}`,
);

/** Puts a consent on file. The agreement's approvals say whether it is asked for; it opens nothing by itself. */
export async function recordConsent(
  queries: Queries,
  catalogue: DatasetCatalogue,
  actor: Actor,
  input: RecordConsentInput,
  now: Date,
): Promise<ConsentRecord> {
  refuseUnlessMayHandle(actor, input);
  const { discloser, recipient, purpose, givenOn, expiresOn } = input;
  if (discloser === recipient) {
    throw new PublicError('BAD_USER_INPUT', 'A consent is to a disclosure from one agency to another.');
  }
  const datasets = [...new Set(input.datasets)];
  if (datasets.length === 0 || datasets.length > mostDatasets) {
    throw new PublicError('BAD_USER_INPUT', `A consent names 1 to ${mostDatasets} datasets.`);
  }
  if (datasets.some((id) => catalogue.datasets.get(id)?.owner !== discloser)) {
    throw new PublicError('BAD_USER_INPUT', `A dataset that is named does not belong to ${discloser}.`);
  }
  if (givenOn > localDate(now)) throw new PublicError('BAD_USER_INPUT', 'givenOn lies in the future.');
  if (expiresOn < givenOn) throw new PublicError('BAD_USER_INPUT', 'expiresOn lies before givenOn.');
  const [consent] = await queries.rows(insertConsent, [
    randomUUID(),
    statedText('personId', input.personId, 1, 200),
    discloser,
    recipient,
    datasets,
    purpose,
    statedText('description', input.description, 3, 4_000),
    statedText('signedBy', input.signedBy, 3, 200),
    givenOn,
    expiresOn,
    now,
    actor.subject,
    actor.agency,
  ]);
  if (consent === undefined) throw new Error('A consent just written is not there.');
  return consent;
}
