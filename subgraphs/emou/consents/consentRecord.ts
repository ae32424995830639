import type { AgencyCode } from '../../../schema/agencies.ts';
import type { Purpose } from '../../../schema/purposes.ts';

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
  readonly recordedAt: Date;
  readonly revokedAt: Date | null;
  readonly revokedBecause: string | null;
}

export const consentColumns = `consent_id AS id, person_id AS "personId", discloser, recipient, datasets, purpose,
  description, signed_by AS "signedBy", given_on::text AS "givenOn", expires_on::text AS "expiresOn",
  recorded_at AS "recordedAt", revoked_at AS "revokedAt", revoked_because AS "revokedBecause"`;
