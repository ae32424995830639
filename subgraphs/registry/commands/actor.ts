import { signatories } from '../../../schema/catalog/agencies.ts';
import { SCHEMA_PUBLISHER, STAFF_ROLES } from '../../../schema/catalog/roles.ts';
import type { GrantClaims } from '../../../schema/tokens/grant.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import { mayBeSamePerson } from '../../kit/values/samePerson.ts';
import type { PublicationRecord } from '../state/publicationRecord.ts';

/** The person who acts, as named in the log. */
export interface Actor {
  readonly subject: string;
  readonly agency: string;
}

type Grant = Pick<GrantClaims, 'sub' | 'agency' | 'roles'>;

/** The agency that runs the gateway and the registry. */
const OPERATOR = 'DOIT';
const READERS: readonly string[] = [...STAFF_ROLES, SCHEMA_PUBLISHER];

/** Throws FORBIDDEN unless the caller is staff: the registry is no secret among them, and nothing that residents need. */
export function requireStaff({ roles }: Pick<GrantClaims, 'roles'>): void {
  if (roles.some((role) => READERS.includes(role))) return;
  throw new PublicError('FORBIDDEN', 'Only staff of an agency can read the registry.');
}

/** Returns the publisher of this owner. Throws FORBIDDEN for everyone else. */
export function publisherOf(grant: Grant, owner: string): Actor {
  const actor = actorOf(grant);
  if (!grant.roles.includes(SCHEMA_PUBLISHER)) {
    throw new PublicError('FORBIDDEN', `This requires the role ${SCHEMA_PUBLISHER} of ${owner}.`);
  }
  if (actor.agency !== owner) {
    throw new PublicError('FORBIDDEN', `This subgraph belongs to ${owner}; only its publishers may change it.`);
  }
  return actor;
}

/** Returns the second person for a publication. Throws FORBIDDEN for everyone else, the publisher first of all. */
export function secondPersonFor(grant: Grant, { owner, publishedBy }: PublicationRecord): Actor {
  const actor = actorOf(grant);
  requireSecondRole(grant, owner);
  if (mayBeSamePerson(actor.subject, publishedBy)) {
    throw new PublicError('FORBIDDEN', 'You published this, so another person must decide about it.');
  }
  return actor;
}

/** Returns who may reject a publication: a second person, or its author, who withdraws it. */
export function rejecterOf(grant: Grant, { owner, publishedBy }: PublicationRecord): Actor {
  const actor = actorOf(grant);
  const isAuthor = mayBeSamePerson(actor.subject, publishedBy) && actor.agency === owner;
  if (!isAuthor) requireSecondRole(grant, owner);
  return actor;
}

function requireSecondRole({ roles, agency }: Grant, owner: string): void {
  const isOwners = agency === owner && roles.includes('DATA_OFFICER');
  const isSteward = agency === OPERATOR && roles.includes('DATA_STEWARD');
  if (isOwners || isSteward) return;
  throw new PublicError(
    'FORBIDDEN',
    `A data officer of ${owner} or the data steward of ${OPERATOR} decides about this publication.`,
  );
}

function actorOf({ sub, agency }: Grant): Actor {
  if (sub === undefined || sub.trim() === '') {
    throw new PublicError(
      'FORBIDDEN',
      'Your token has no subject (claim sub), so this cannot be recorded. Sign in as a person.',
    );
  }
  if (!signatories.some(({ code }) => code === agency)) {
    throw new PublicError('FORBIDDEN', 'Only signatories of the agreement may publish, and your agency is not one.');
  }
  return { subject: sub, agency };
}
