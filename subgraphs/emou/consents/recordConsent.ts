import { randomUUID } from 'node:crypto';
import type { AgencyCode } from '../../../schema/catalog/agencies.ts';
import type { DatasetCatalogue } from '../../../schema/catalog/datasetCatalogue.ts';
import type { Purpose } from '../../../schema/catalog/purposes.ts';
import { statement } from '../../kit/database/statement.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import type { FactsOfPersons } from '../../kit/facts/personFacts.ts';
import { requirePersonId } from '../../kit/values/requirePersonId.ts';
import { localDate } from '../calendar/localDate.ts';
import { changeRegister } from '../register/changeRegister.ts';
import type { Actor } from '../register/commands/actor.ts';
import { statedText } from '../register/commands/statedText.ts';
import type { Register } from '../register/register.ts';
import { sha256Of } from './consentDocument.ts';
import { type ConsentRecord, recordWrite, type WrittenConsent, writtenConsent } from './consentRecord.ts';
import { refuseUnlessMayHandle } from './mayHandleConsent.ts';
import { requirePerson } from './requirePerson.ts';

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
  /** SHA-256 of the signed document in hex or base64url, and its date. */
  readonly document: { readonly sha256: string; readonly date: string };
}

const MOST_DATASETS = 50;

const insertConsent = statement<WrittenConsent>(
  'insertConsent',
  `insert into consent (consent_id, person_id, discloser, recipient, datasets, purpose, description, signed_by, given_on,
     expires_on, document_sha256, document_dated, recorded_at, recorded_by, recorded_for, confirmed_at, confirmed_by,
     confirmed_for, confirmed_as)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
   returning ${writtenConsent()}`,
);

/**
 * Records a consent. It is in force at once if the discloser records it, since the data is its own. If the recipient
 * records it, it needs a confirmation (confirmConsent.ts), since the recipient benefits. A consent alone opens nothing:
 * approvals say whether one is required.
 */
export async function recordConsent(
  register: Register,
  actor: Actor,
  input: RecordConsentInput,
  facts: FactsOfPersons | undefined,
): Promise<ConsentRecord> {
  refuseUnlessMayHandle(actor, input);
  const { discloser, recipient, purpose, givenOn, expiresOn } = input;
  const personId = requirePersonId('personId', input.personId);
  const datasets = datasetsOf(input, register.catalogue);
  const sha256 = sha256Of(input.document.sha256);
  const words = [
    statedText('description', input.description, 3, 4_000),
    statedText('signedBy', input.signedBy, 3, 200),
  ];
  await requirePerson(facts, actor, personId);
  if (expiresOn < givenOn) throw new PublicError('BAD_USER_INPUT', 'expiresOn lies before givenOn.');
  const { result } = await changeRegister(register, async (transaction) => {
    const { queries, now } = transaction;
    const today = localDate(now);
    if (givenOn > today) throw new PublicError('BAD_USER_INPUT', 'givenOn lies in the future.');
    if (input.document.date > today) throw new PublicError('BAD_USER_INPUT', 'document.date lies in the future.');
    const byDiscloser = actor.agency === discloser;
    const [consent] = await queries.rows(insertConsent, [
      ...[randomUUID(), personId, discloser, recipient, datasets, purpose, ...words, givenOn, expiresOn],
      ...[sha256, input.document.date, now, actor.subject, actor.agency],
      ...(byDiscloser ? [now, actor.subject, actor.agency, 'DISCLOSER'] : [null, null, null, null]),
    ]);
    if (consent === undefined) throw new Error('A consent just written is not there.');
    return recordWrite(transaction, consent, actor);
  });
  return result;
}

function datasetsOf(
  { datasets: named, discloser, recipient }: RecordConsentInput,
  catalogue: DatasetCatalogue,
): readonly string[] {
  if (discloser === recipient) {
    throw new PublicError('BAD_USER_INPUT', 'A consent must name two different agencies as discloser and recipient.');
  }
  const datasets = [...new Set(named)];
  if (datasets.length === 0 || datasets.length > MOST_DATASETS) {
    throw new PublicError('BAD_USER_INPUT', `A consent must name 1 to ${MOST_DATASETS} datasets.`);
  }
  if (datasets.some((id) => catalogue.datasets.get(id)?.owner !== discloser)) {
    throw new PublicError(
      'BAD_USER_INPUT',
      `One of the datasets does not belong to ${discloser}. Name only its datasets.`,
    );
  }
  return datasets;
}
