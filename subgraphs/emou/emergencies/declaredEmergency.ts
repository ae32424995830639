import type { AgencyCode } from '../../../schema/agencies.ts';
import type { EmergencyReason } from '../../../schema/emergency.ts';
import type { Purpose } from '../../../schema/purposes.ts';

/** What a requester has declared, as it was declared: nothing of it ever changes. */
export interface DeclaredEmergency {
  readonly id: string;
  /** Subject of the token. */
  readonly requester: string;
  readonly agency: AgencyCode;
  readonly purpose: Purpose;
  readonly roles: readonly string[];
  readonly personId: string;
  /** Everybody in the person's household when it was declared, the person included. */
  readonly household: readonly string[];
  readonly reason: EmergencyReason;
  readonly words: string;
  readonly openedAt: Date;
  /** From this instant on it opens nothing. */
  readonly endsAt: Date;
}

export const emergencyColumns = `emergency.emergency_id AS id, requester, agency, purpose, roles, person_id AS "personId",
  household, reason, words, opened_at AS "openedAt", ends_at AS "endsAt"`;
