import type { PublicationLineFragment } from '../generated/graphql.ts';

/** When a publication took effect: with the second person's approval, or at once. */
export function inServiceSince({ publishedAt, decision }: PublicationLineFragment): string {
  return decision?.outcome === 'APPROVED' ? decision.decidedAt : publishedAt;
}

/** The agency that runs the registry. Its data steward may be the second person for every subgraph. */
const OPERATOR = 'DOIT';

interface Actor {
  readonly agency: string;
  readonly roles: readonly string[];
}

/** Whether the page offers changes of a subgraph to this user. The registry decides. */
export function isPublisherOf(user: Actor, owner: string): boolean {
  return user.roles.includes('SCHEMA_PUBLISHER') && user.agency === owner;
}

/** Whether the page offers decisions about publications of this owner to this user. The registry decides. */
export function isSecondPersonFor(user: Actor, owner: string): boolean {
  const isOwners = user.roles.includes('DATA_OFFICER') && user.agency === owner;
  return isOwners || (user.roles.includes('DATA_STEWARD') && user.agency === OPERATOR);
}
