import type { MoveKind, Side } from './move.ts';
import type { AgreementSettings } from './settings.ts';
import type { Actor, Role } from './terms/vocabulary.ts';

interface Permit {
  readonly side: Side;
  readonly roles: readonly Role[];
}

const REQUESTERS_STAFF: Permit = {
  side: 'REQUESTER',
  roles: ['DATA_OFFICER', 'SUPERVISOR', 'INVESTIGATOR', 'CASEWORKER'],
};
/** Roles that may bind the requesting agency. */
const REQUESTER: Permit = { side: 'REQUESTER', roles: ['DATA_OFFICER', 'SUPERVISOR'] };
const OWNER: Permit = { side: 'OWNER', roles: ['DATA_OFFICER'] };
const CIO: Permit = { side: 'CIO', roles: ['DATA_STEWARD'] };
const COO: Permit = { side: 'COO', roles: ['COO'] };
const FEDERAL: Permit = { side: 'FEDERAL', roles: ['FEDERAL_LIAISON'] };

/** Permits by move. The first one that matches determines the side for which the move is made. */
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
  REQUEST_FEDERAL_APPROVAL: [FEDERAL],
  FEDERAL_APPROVE: [FEDERAL],
  FEDERAL_REFUSE: [FEDERAL],
  SUSPEND: [OWNER, CIO],
  LIFT: [OWNER, CIO],
  ASK_RENEWAL: [REQUESTER],
  RENEW: [OWNER],
  REVOKE: [OWNER, REQUESTER, CIO],
};

interface Parties {
  readonly requester: string;
  readonly owner: string;
}
type Offices = Pick<AgreementSettings, 'stewardAgency' | 'appealAgency'>;

/** Returns the side and role in which the actor may make the move, or undefined. */
export function permitFor(
  kind: MoveKind,
  actor: Actor,
  parties: Parties,
  offices: Offices,
): { readonly side: Side; readonly role: Role } | undefined {
  for (const permit of permitsFor(kind, parties, offices)) {
    if (!agenciesOf(permit.side, parties, offices).includes(actor.agency)) continue;
    const role = permit.roles.find((allowed) => actor.roles.includes(allowed));
    if (role !== undefined) return { side: permit.side, role };
  }
  return undefined;
}

/**
 * True if the COO decides at once. Nobody decides on their own refusal: where the CIO's agency owns the data, its
 * refusals and revocations go straight to the COO, and its data steward moves for the owner.
 */
export function isDecidedByAppealOffice({ owner }: Pick<Parties, 'owner'>, { stewardAgency }: Offices): boolean {
  return owner === stewardAgency;
}

function permitsFor(kind: MoveKind, parties: Parties, offices: Offices): readonly Permit[] {
  if (!isDecidedByAppealOffice(parties, offices)) return PERMITS[kind];
  if (kind === 'OVERTURN' || kind === 'UPHOLD') return [COO];
  return PERMITS[kind].map((permit) => (permit === CIO ? { ...CIO, side: 'OWNER' } : permit));
}

/**
 * Returns the side that the actor has moved for before, if that bars them from moving for this one. A liaison takes no
 * side.
 */
export function conflictingSide(
  { sides }: { readonly sides: ReadonlyMap<string, Side> },
  { subject }: Actor,
  side: Side,
): Side | undefined {
  const served = sides.get(subject);
  return served === side || side === 'FEDERAL' ? undefined : served;
}

/** Describes who may make the move, for the error message to anyone else. */
export function whoMay(kind: MoveKind, parties: Parties, offices: Offices): string {
  return permitsFor(kind, parties, offices)
    .map((permit) => `${permit.roles.join(' or ')} of ${agenciesOf(permit.side, parties, offices).join(' or ')}`)
    .join('; ');
}

function agenciesOf(side: Side, parties: Parties, { stewardAgency, appealAgency }: Offices): readonly string[] {
  switch (side) {
    case 'REQUESTER':
      return [parties.requester];
    case 'OWNER':
      return [parties.owner];
    case 'CIO':
      return [stewardAgency];
    case 'COO':
      return [appealAgency];
    case 'FEDERAL':
      return [parties.owner, stewardAgency];
  }
}
