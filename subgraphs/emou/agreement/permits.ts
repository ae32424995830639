import type { MoveKind, Side } from './move.ts';
import { type Actor, GOVERNORS_OFFICE, type Role, STEWARD_AGENCY } from './vocabulary.ts';

interface Permit {
  readonly side: Side;
  readonly roles: readonly Role[];
}

const REQUESTERS_STAFF: Permit = {
  side: 'REQUESTER',
  roles: ['DATA_OFFICER', 'SUPERVISOR', 'INVESTIGATOR', 'CASEWORKER'],
};
/** Who may bind the requesting agency. */
const REQUESTER: Permit = { side: 'REQUESTER', roles: ['DATA_OFFICER', 'SUPERVISOR'] };
const OWNER: Permit = { side: 'OWNER', roles: ['DATA_OFFICER'] };
const CIO: Permit = { side: 'CIO', roles: ['DATA_STEWARD'] };
const COO: Permit = { side: 'COO', roles: ['COO'] };
const FEDERAL: Permit = { side: 'FEDERAL', roles: ['FEDERAL_LIAISON'] };

/** Who may make which move; the first permit that fits names the side for which it is made. */
const PERMITS: Readonly<Record<MoveKind, readonly Permit[]>> = {
  DRAFT: [REQUESTERS_STAFF],
  REVISE: [REQUESTERS_STAFF],
  SUBMIT: [REQUESTER],
  WITHDRAW: [REQUESTER],
  ASK_INFORMATION: [OWNER],
  GIVE_INFORMATION: [REQUESTERS_STAFF],
  EXTEND: [OWNER],
  PROPOSE_EXTENSION: [OWNER],
  AGREE_EXTENSION: [REQUESTER],
  APPROVE: [OWNER],
  DENY: [OWNER],
  ACCEPT_OFFER: [REQUESTER],
  ESCALATE: [REQUESTER],
  OVERTURN: [CIO],
  UPHOLD: [CIO],
  APPEAL: [OWNER],
  DECIDE: [COO],
  FEDERAL_APPROVE: [FEDERAL],
  FEDERAL_REFUSE: [FEDERAL],
  SUSPEND: [OWNER, CIO],
  LIFT: [OWNER, CIO],
  ASK_RENEWAL: [REQUESTER],
  RENEW: [OWNER],
  REVOKE: [OWNER, REQUESTER, CIO],
};

/** The side and role in which the actor may make the move, or undefined. */
export function permitFor(
  kind: MoveKind,
  actor: Actor,
  parties: { readonly requester: string; readonly owner: string },
): { readonly side: Side; readonly role: Role } | undefined {
  for (const permit of PERMITS[kind]) {
    if (!agenciesOf(permit.side, parties).includes(actor.agency)) continue;
    const role = permit.roles.find((allowed) => actor.roles.includes(allowed));
    if (role !== undefined) return { side: permit.side, role };
  }
  return undefined;
}

/** The side that the actor has moved for before, when that keeps them from moving for this one. A liaison takes no side. */
export function otherSideServed(
  { sides }: { readonly sides: ReadonlyMap<string, Side> },
  { subject }: Actor,
  side: Side,
): Side | undefined {
  const served = sides.get(subject);
  return served === side || side === 'FEDERAL' ? undefined : served;
}

/** In words, for the refusal of everyone else. */
export function whoMay(kind: MoveKind, parties: { readonly requester: string; readonly owner: string }): string {
  return PERMITS[kind]
    .map((permit) => `${permit.roles.join(' or ')} of ${agenciesOf(permit.side, parties).join(' or ')}`)
    .join('; ');
}

function agenciesOf(side: Side, parties: { readonly requester: string; readonly owner: string }): readonly string[] {
  switch (side) {
    case 'REQUESTER':
      return [parties.requester];
    case 'OWNER':
      return [parties.owner];
    case 'CIO':
      return [STEWARD_AGENCY];
    case 'COO':
      return [GOVERNORS_OFFICE];
    case 'FEDERAL':
      return [parties.owner, STEWARD_AGENCY];
  }
}
