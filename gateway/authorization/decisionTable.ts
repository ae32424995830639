import type { FeedApproval } from '../../schema/approvalFeed.ts';
import type { Dataset, DatasetCatalogue } from '../../schema/datasetCatalogue.ts';
import type { Requester } from '../authentication/requester.ts';
import type { ApprovalSet } from './approvalSet.ts';
import type { Basis, Decision, DenialReason, Remedy } from './decision.ts';
import type { Policies, PolicyTable } from './policyTable.ts';

/** All decisions for one kind of requester (agency, roles, purpose) at one approval revision, until the next change by time alone. */
export interface DecisionTable {
  readonly agency: string;
  readonly roles: readonly string[];
  readonly purpose: string;
  /** Revision of the approvals the decisions were made at. */
  readonly revision: number;
  /** From this instant on (ms since 1970) the decisions may differ. */
  readonly validUntil: number;
  /** Decides for a field of an object type. Memoized: the same value for the same coordinate. */
  decide(typeName: string, fieldName: string): Decision;
  /** Datasets that this requester may see, of one system: what a grant names. */
  allowedDatasets(system: string): readonly string[];
}

export interface DecisionInputs {
  readonly policies: PolicyTable;
  readonly catalogue: DatasetCatalogue;
  /** Undefined when the approvals are not known to be current: then only owners see their own data. */
  readonly approvals: ApprovalSet | undefined;
  readonly revision: number;
  readonly now: Date;
}

type Denied = Extract<Decision, { kind: 'deny' }>;

export function buildDecisionTable(requester: Omit<Requester, 'subject'>, inputs: DecisionInputs): DecisionTable {
  const { agency, roles, purpose } = requester;
  const { policies, catalogue, approvals, now } = inputs;
  const byDataset = new Map<string, Decision>();
  for (const dataset of catalogue.datasets.values()) {
    byDataset.set(dataset.id, decideDataset(dataset, requester, approvals, now.getTime()));
  }

  const decideOnDataset = (id: string): Decision => byDataset.get(id) ?? denyUnknown(id);

  const decisions = new Map<string, Map<string, Decision>>();
  function decide(typeName: string, fieldName: string): Decision {
    const ofType = decisions.get(typeName) ?? new Map<string, Decision>();
    decisions.set(typeName, ofType);
    const known = ofType.get(fieldName);
    if (known !== undefined) return known;
    const decision = decideField(typeName, fieldName);
    ofType.set(fieldName, decision);
    return decision;
  }

  function decideField(typeName: string, fieldName: string): Decision {
    const guard = policies.guardOf(typeName, fieldName);
    switch (guard.kind) {
      case 'public':
      case 'key':
        return { kind: 'allow', basis: { kind: guard.kind } };
      case 'barred': {
        const bar = catalogue.hardBars.get(`${typeName}.${fieldName}`);
        return denyBarred(catalogue.datasets.get(guard.all[0]?.[0]?.[0] ?? ''), bar?.bar, bar?.law);
      }
      case 'guarded':
        return decideAll(guard.all, decideOnDataset);
      case 'unguarded':
        return denyUnknown(undefined);
    }
  }

  return {
    agency,
    roles,
    purpose,
    revision: inputs.revision,
    validUntil: approvals?.nextChange(agency, purpose, now.getTime()) ?? Number.POSITIVE_INFINITY,
    decide,
    allowedDatasets: (system) =>
      [...byDataset].filter(([id, { kind }]) => kind === 'allow' && id.startsWith(`${system}.`)).map(([id]) => id),
  };
}

/** Every guard must be held; of a guard's alternatives one is enough. */
function decideAll(all: readonly Policies[], decideOnDataset: (id: string) => Decision): Decision {
  const bases: Basis[] = [];
  for (const policies of all) {
    let firstDenial: Denied | undefined;
    let held: Basis[] | undefined;
    for (const alternative of policies) {
      const decisions = alternative.map(decideOnDataset);
      const denial = decisions.find((decision) => decision.kind === 'deny');
      if (denial === undefined && decisions.length > 0) {
        held = decisions.flatMap((decision) => (decision.kind === 'allow' ? [decision.basis] : []));
        break;
      }
      firstDenial ??= denial;
    }
    if (held === undefined) return firstDenial ?? denyUnknown(undefined);
    bases.push(...held);
  }
  return { kind: 'allow', basis: mergeBases(bases) };
}

function mergeBases(bases: readonly Basis[]): Basis {
  const approvalIds = new Set(bases.flatMap((basis) => (basis.kind === 'approval' ? basis.approvalIds : [])));
  const [first] = bases;
  if (approvalIds.size > 0 || first === undefined) return { kind: 'approval', approvalIds: [...approvalIds] };
  return first;
}

function decideDataset(
  dataset: Dataset,
  { agency, roles, purpose }: Omit<Requester, 'subject'>,
  approvals: ApprovalSet | undefined,
  now: number,
): Decision {
  const isOwner = dataset.owner === agency;
  if (isOwner && dataset.ownerPurposes.includes(purpose) && roles.some((role) => dataset.ownerRoles.includes(role))) {
    return { kind: 'allow', basis: { kind: 'owner', agency } };
  }
  const deny = (reason: DenialReason, remedy: Remedy): Decision => ({
    kind: 'deny',
    reason,
    dataset: dataset.id,
    owner: dataset.owner,
    remedy,
  });
  if (isOwner) return deny('ROLE_NOT_COVERED', ownerRemedy(dataset));
  if (!dataset.requestable) {
    return deny('OWNER_ONLY', { action: 'NONE', message: `${dataset.id} is for ${dataset.owner}'s own staff.` });
  }
  if (approvals === undefined) {
    return deny('APPROVALS_UNAVAILABLE', {
      action: 'TRY_LATER',
      message: 'The approvals in force are not known at the moment; data of other agencies is closed until they are.',
    });
  }
  const candidates = approvals.approvalsFor(agency, purpose, dataset.id);
  const inForce = candidates.filter(
    ({ validFrom, validUntil }) => Date.parse(validFrom) <= now && now < Date.parse(validUntil),
  );
  const covering = inForce.filter((approval) => coversRoles(approval, roles));
  if (covering.length > 0) {
    return { kind: 'allow', basis: { kind: 'approval', approvalIds: covering.map(({ id }) => id) } };
  }
  if (inForce.length > 0) {
    const needed = [...new Set(inForce.flatMap((approval) => approval.roles ?? []))].sort();
    return deny('ROLE_NOT_COVERED', {
      action: 'ASK_FOR_ROLE',
      message: `The approval covers the roles ${needed.join(', ')}.`,
    });
  }
  return deny(candidates.length > 0 ? 'NOT_IN_FORCE' : 'NO_APPROVAL', {
    action: 'REQUEST_ACCESS',
    message: `${agency} has no approval in force for ${dataset.id} with purpose ${purpose}; ask ${dataset.owner} with requestAccess.`,
    requestAccess: { datasets: [dataset.id], purpose },
  });
}

function coversRoles(approval: FeedApproval, roles: readonly string[]): boolean {
  return approval.roles === undefined || approval.roles.some((role) => roles.includes(role));
}

function ownerRemedy(dataset: Dataset): Remedy {
  return {
    action: 'ASK_FOR_ROLE',
    message:
      `${dataset.owner}'s own staff see ${dataset.id} for the purposes ${dataset.ownerPurposes.join(', ')} ` +
      `in the roles ${dataset.ownerRoles.join(', ')}.`,
  };
}

function denyBarred(dataset: Dataset | undefined, bar: string | undefined, law: string | undefined): Decision {
  return {
    kind: 'deny',
    reason: 'HARD_BAR',
    dataset: dataset?.id,
    owner: dataset?.owner,
    remedy: { action: 'NONE', message: `No approval opens this field${law === undefined ? '' : ` (${law})`}.` },
    ...(bar === undefined ? {} : { bar }),
  };
}

function denyUnknown(dataset: string | undefined): Decision {
  return {
    kind: 'deny',
    reason: 'UNKNOWN_DATASET',
    dataset,
    owner: undefined,
    remedy: { action: 'NONE', message: 'This field belongs to no known dataset; its agency has to describe it.' },
  };
}
