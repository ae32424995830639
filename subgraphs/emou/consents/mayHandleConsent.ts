import { RESIDENT } from '../../../schema/catalog/roles.ts';
import { residentOf } from '../../../schema/ledger/personPseudonym.ts';
import type { GrantClaims } from '../../../schema/tokens/grant.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import { type Actor, hasRole } from '../register/commands/actor.ts';
import type { Confirmation, ConsentRecord } from './consentRecord.ts';

interface Parties {
  readonly discloser: string;
  readonly recipient: string;
}

/** Allows only staff of the two agencies named in a consent to record or revoke it. */
export function refuseUnlessMayHandle(actor: Actor, { discloser, recipient }: Parties): void {
  const isParty = actor.agency === discloser || actor.agency === recipient;
  if (isParty && hasRole(actor, 'CASEWORKER', 'SUPERVISOR', 'DATA_OFFICER')) return;
  throw new PublicError(
    'FORBIDDEN',
    `Only a CASEWORKER, SUPERVISOR, or DATA_OFFICER of ${discloser} or ${recipient} may change a consent between them.`,
  );
}

/** Returns the person whom a resident's token identifies (role RESIDENT, purpose SUBJECT_REQUEST), or undefined. */
export function personOfGrant({
  sub,
  roles,
  purpose,
}: Pick<GrantClaims, 'sub' | 'roles' | 'purpose'>): string | undefined {
  if (!roles.includes(RESIDENT) || purpose !== 'SUBJECT_REQUEST') return undefined;
  return residentOf(sub ?? '');
}

/**
 * Returns the capacity in which an officer may confirm the consent. The party that benefits must not be the only one to
 * state it, so one of its officers counts only as a second one, and nobody confirms what they recorded. Throws
 * FORBIDDEN.
 */
export function officersConfirmation(
  actor: Actor,
  { discloser, recipient, recordedBy }: Parties & Pick<ConsentRecord, 'recordedBy'>,
): Exclude<Confirmation, 'PERSON'> {
  if (actor.subject === recordedBy) {
    throw new PublicError('FORBIDDEN', 'You recorded this consent, so another person must confirm it.');
  }
  if (actor.agency === discloser && hasRole(actor, 'CASEWORKER', 'SUPERVISOR', 'DATA_OFFICER')) return 'DISCLOSER';
  if (actor.agency === recipient && hasRole(actor, 'SUPERVISOR', 'DATA_OFFICER')) return 'SECOND_OFFICER';
  throw new PublicError(
    'FORBIDDEN',
    `A consent to ${recipient} can be confirmed by staff of ${discloser}, by the person, or by a second officer of ` +
      `${recipient} (SUPERVISOR or DATA_OFFICER).`,
  );
}
