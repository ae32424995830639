import type { EmergencyReason } from '../../../schema/approvals/emergency.ts';
import type { AgencyCode } from '../../../schema/catalog/agencies.ts';
import type { Purpose } from '../../../schema/catalog/purposes.ts';

/** An emergency as declared by a requester. It never changes, except that it may end early. */
export interface DeclaredEmergency {
  readonly id: string;
  /** Subject of the token. */
  readonly requester: string;
  readonly agency: AgencyCode;
  readonly purpose: Purpose;
  readonly roles: readonly string[];
  readonly personId: string;
  /** Everyone in the person's household when it was declared, including the person. */
  readonly household: readonly string[];
  readonly reason: EmergencyReason;
  readonly words: string;
  readonly openedAt: Date;
  /** From this instant on it opens nothing: it has expired, or an owner has found it not justified. */
  readonly endsAt: Date;
}

/**
 * SQL for the end of an emergency, whichever comes first. If one owner finds it not justified, it ends for all of them.
 */
export const END_OF_EMERGENCY = `least(emergency.ends_at, (select min(reviewed_at) from emergency_review
  where emergency_review.emergency_id = emergency.emergency_id and outcome = 'NOT_JUSTIFIED'))`;

export const EMERGENCY_COLUMNS = `emergency.emergency_id as id, requester, agency, purpose, roles, person_id as "personId",
  household, reason, words, opened_at as "openedAt", ${END_OF_EMERGENCY} as "endsAt"`;
