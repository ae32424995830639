import type { AgencyCode } from '../../../schema/agencies.ts';
import type { Purpose } from '../../../schema/purposes.ts';
import type { LoggedRow } from '../../kit/administration/loggedTable.ts';
import { localDate } from '../calendar/localDate.ts';
import { loggedTables } from '../register/log/loggedTables.ts';
import type { RegisterTransaction } from '../register/registerTransaction.ts';

/** Who made a consent count: somebody other than the party that wants the data, or a second officer of that party. */
export type Confirmation = 'DISCLOSER' | 'PERSON' | 'SECOND_OFFICER';

/** RECORDED waits for a confirmation and opens nothing. */
export type ConsentState = 'RECORDED' | 'IN_FORCE' | 'REVOKED' | 'EXPIRED';

/** Dates are days in Illinois. */
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
  /** The last day on which it holds. */
  readonly expiresOn: string;
  /** Of the signed document, in hex; null: recorded before documents were asked for. */
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

/** A row as a write left it, with what the log records of it. */
export interface WrittenConsent extends ConsentRecord {
  readonly row: LoggedRow;
}

/** For the RETURNING of every write: the row is to be recorded (recordWrite). */
export const writtenConsent = (): string => `${CONSENT_COLUMNS}, to_jsonb(consent) AS row`;

/** Has the written row recorded in the log; returns it without what was only for the log. */
export function recordWrite(
  { record }: Pick<RegisterTransaction, 'record'>,
  { row, ...consent }: WrittenConsent,
  by: { readonly subject: string; readonly agency: string },
): ConsentRecord {
  const { event, name: table } = loggedTables.consent;
  record({ event, table, row, by });
  return consent;
}

/** Person ids were once kept as they were sent. The log has those rows, so they stay as they are and are read in lower case. */
export const CONSENT_COLUMNS = `consent_id AS id, lower(person_id) AS "personId", discloser, recipient, datasets, purpose,
  description, signed_by AS "signedBy", given_on::text AS "givenOn", expires_on::text AS "expiresOn",
  document_sha256 AS "documentSha256", document_dated::text AS "documentDate",
  recorded_at AS "recordedAt", recorded_by AS "recordedBy", recorded_for AS "recordedFor",
  confirmed_at AS "confirmedAt", confirmed_by AS "confirmedBy", confirmed_as AS "confirmedAs",
  revoked_at AS "revokedAt", revoked_because AS "revokedBecause"`;

/** The state of a row of `consent`; $n is today in Illinois. Says what `consentState` says. */
export const consentStateAt = (today: string): string => `CASE WHEN revoked_at IS NOT NULL THEN 'REVOKED'
  WHEN expires_on < ${today}::date THEN 'EXPIRED' WHEN confirmed_at IS NULL THEN 'RECORDED' ELSE 'IN_FORCE' END`;

export function consentState(consent: ConsentRecord, now: Date): ConsentState {
  if (consent.revokedAt !== null) return 'REVOKED';
  if (consent.expiresOn < localDate(now)) return 'EXPIRED';
  return consent.confirmedAt === null ? 'RECORDED' : 'IN_FORCE';
}
