import { PublicError } from '../../kit/publicError.ts';
import { type Actor, hasRole } from '../register/actor.ts';

/** Who takes a consent, and takes it back: staff of one of the two agencies that it names. */
export function refuseUnlessMayHandle(
  actor: Actor,
  { discloser, recipient }: { readonly discloser: string; readonly recipient: string },
): void {
  const isParty = actor.agency === discloser || actor.agency === recipient;
  if (isParty && hasRole(actor, 'CASEWORKER', 'DATA_OFFICER')) return;
  throw new PublicError(
    'FORBIDDEN',
    `Only a CASEWORKER or DATA_OFFICER of ${discloser} or ${recipient} may do this with a consent between them.`,
  );
}
