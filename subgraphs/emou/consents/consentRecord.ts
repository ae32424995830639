import type { AgencyCode } from '../../../schema/catalog/agencies.ts';
import type { Purpose } from '../../../schema/catalog/purposes.ts';
import type { LoggedRow } from '../../kit/administration/loggedTable.ts';
import { localDate } from '../calendar/localDate.ts';
import { loggedTables } from '../register/log/loggedTables.ts';
import type { RegisterTransaction } from '../register/registerTransaction.ts';

/**
 * The party that confirmed a consent: someone other than the party that wants the data, or a second officer of that
 * party.
 */
export type Confirmation = 'DISCLOSER' | 'PERSON' | 'SECOND_OFFICER';

/** RECORDED waits for a confirmation and opens nothing. */
export type ConsentState = 'RECORDED' | 'IN_FORCE' | 'REVOKED' | 'EXPIRED';

/** A consent. Dates are days in Illinois. */
export interface ConsentRecord {
  readonly id: string;
  readonly personId: string;
  readonly discloser: AgencyCode;
  readonly recipient: AgencyCode;
  readonly datasets: readonly string[];
  readonly purpose: Purpose;
  readonly description: string;
  readonly signedBy: string;
  readonly givenOn: string;
  /** Last day on which it is valid. */
  readonly expiresOn: string;
  /** Digest of the signed document, in hex; null: recorded before documents were required. */
  readonly documentSha256: string | null;
  readonly documentDate: string | null;
  readonly recordedAt: Date;
  readonly recordedBy: string;
  readonly recordedFor: AgencyCode;
  readonly confirmedAt: Date | null;
  readonly confirmedBy: string | null;
  readonly confirmedAs: Confirmation | null;
  readonly revokedAt: Date | null;
  readonly revokedBecause: string | null;
}

/** A row as written, with the part that goes into the log. */
export interface WrittenConsent extends ConsentRecord {
  readonly row: LoggedRow;
}

/** Columns for the RETURNING of every write, whose row must be recorded (recordWrite). */
export const writtenConsent = (): string => `${CONSENT_COLUMNS}, to_jsonb(consent) as row`;

/** Records the written row in the log and returns it without the part meant for the log. */
export function recordWrite(
  { record }: Pick<RegisterTransaction, 'record'>,
  { row, ...consent }: WrittenConsent,
  by: { readonly subject: string; readonly agency: string },
): ConsentRecord {
  const { event, name: table } = loggedTables.consent;
  record({ event, table, row, by });
  return consent;
}

/**
 * Reads person ids in lowercase: they were once stored as sent, and the log contains those rows, so they stay
 * unchanged.
 */
export const CONSENT_COLUMNS = `consent_id as id, lower(person_id) as "personId", discloser, recipient, datasets, purpose,
  description, signed_by as "signedBy", given_on::text as "givenOn", expires_on::text as "expiresOn",
  document_sha256 as "documentSha256", document_dated::text as "documentDate",
  recorded_at as "recordedAt", recorded_by as "recordedBy", recorded_for as "recordedFor",
  confirmed_at as "confirmedAt", confirmed_by as "confirmedBy", confirmed_as as "confirmedAs",
  revoked_at as "revokedAt", revoked_because as "revokedBecause"`;

/** SQL for the state of a row of `consent`; $n is today in Illinois. Must match `consentState`. */
export const consentStateAt = (today: string): string => `case when revoked_at is not null then 'REVOKED'
  when expires_on < ${today}::date then 'EXPIRED' when confirmed_at is null then 'RECORDED' else 'IN_FORCE' end`;

export function consentState(consent: ConsentRecord, now: Date): ConsentState {
  if (consent.revokedAt !== null) return 'REVOKED';
  if (consent.expiresOn < localDate(now)) return 'EXPIRED';
  return consent.confirmedAt === null ? 'RECORDED' : 'IN_FORCE';
}
