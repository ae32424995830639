import { createHash } from 'node:crypto';
import type { LoggedRow } from '../../kit/administration/loggedTable.ts';
import { statement } from '../../kit/database/statement.ts';
import { localDate, parseLocalDate, startOfDay } from '../calendar/localDate.ts';
import { nameBasedUuid } from '../nameBasedUuid.ts';
import { changeRegister } from '../register/changeRegister.ts';
import { loggedTables } from '../register/log/loggedTables.ts';
import { type RegisterSettings, withRegister } from '../register/openRegister.ts';
import type { Register } from '../register/register.ts';

/** A consent that exists from the start. */
export interface SeededConsent {
  readonly personId: string;
  readonly discloser: string;
  readonly recipient: string;
  readonly datasets: readonly string[];
  readonly purpose: string;
  readonly description: string;
  readonly signedBy: string;
  /**
   * `given` is valid until the end of next year, `expired` was valid until the end of last year, `revoked` has since
   * been revoked.
   */
  readonly state: 'given' | 'expired' | 'revoked';
}

const seedConsent = statement<{ readonly row: LoggedRow }>(
  'seedConsent',
  `insert into consent (consent_id, person_id, discloser, recipient, datasets, purpose, description, signed_by, given_on,
     expires_on, document_sha256, document_dated, recorded_at, recorded_by, recorded_for, confirmed_at, confirmed_by,
     confirmed_for, confirmed_as, revoked_at, revoked_by, revoked_because)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $9, $12, $13, $4, $12, $14, $3, 'DISCLOSER', $15, $16, $17)
   on conflict (consent_id) do nothing returning to_jsonb(consent) as row`,
);

/**
 * Writes consents. Their ids are the same everywhere, and existing ones stay unchanged. The migrations must have run.
 */
export async function seedConsents(
  settings: RegisterSettings & { readonly consents: readonly SeededConsent[] },
): Promise<void> {
  await withRegister(settings, async (register) => {
    // One transaction holds the register's lock, so it must not contain too many.
    for (let from = 0; from < settings.consents.length; from += CONSENTS_A_TRANSACTION) {
      await writeConsents(register, settings.consents.slice(from, from + CONSENTS_A_TRANSACTION));
    }
  });
}

const CONSENTS_A_TRANSACTION = 500;

async function writeConsents(register: Register, consents: readonly SeededConsent[]): Promise<void> {
  const year = Number(localDate(register.clock()).slice(0, 4));
  await changeRegister(register, async ({ queries, record }) => {
    for (const consent of consents) {
      const { personId, discloser, recipient, datasets, purpose, state } = consent;
      // A data directory from before consents referenced documents keeps its old rows in addition; they have no effect.
      const id = nameBasedUuid(
        `person360 seeded consent with a document: ${personId}/${recipient}/${purpose}/${datasets.join()}`,
      );
      const givenOn = `${year - 1}-02-02`;
      const expiresOn = `${state === 'expired' ? year - 1 : year + 1}-12-31`;
      const recordedBy = `register.${recipient.toLowerCase()}`;
      const confirmedBy = `register.${discloser.toLowerCase()}`;
      const documentSha256 = createHash('sha256').update(`The synthetic document of consent ${id}.`).digest('hex');
      const revocation =
        state === 'revoked' ? [startOfDay(parseLocalDate(`${year}-01-01`)), recordedBy, 'Taken back in writing.'] : [];
      const [inserted] = await queries.rows(seedConsent, [
        ...[id, personId, discloser, recipient, datasets, purpose, consent.description, consent.signedBy],
        ...[givenOn, expiresOn, documentSha256, startOfDay(parseLocalDate(givenOn)), recordedBy, confirmedBy],
        ...(revocation.length > 0 ? revocation : [null, null, null]),
      ]);
      const { event, name: table } = loggedTables.consent;
      if (inserted === undefined) continue;
      record({ event, table, row: inserted.row, by: { subject: recordedBy, agency: recipient } });
    }
  });
}
