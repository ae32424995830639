import { PublicError } from '../../kit/errors/publicError.ts';
import { type Actor, STEWARD_AGENCY } from '../agreement/terms/vocabulary.ts';
import { hasRole } from '../register/commands/actor.ts';

/** Returns the owner whose emergencies the actor may see; null: every owner's. */
export function ownerSeenBy(actor: Actor): string | null {
  if (!hasRole(actor, 'DATA_STEWARD')) {
    throw new PublicError(
      'FORBIDDEN',
      'Only the DATA_STEWARD of the agency that owns the data can review emergencies.',
    );
  }
  return actor.agency === STEWARD_AGENCY ? null : actor.agency;
}
