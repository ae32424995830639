import type { FeedApproval } from '../../../schema/approvals/approvalFeed.ts';
import type { Dataset } from '../../../schema/catalog/datasetCatalogue.ts';
import type { FieldShape } from '../../../supergraph/read/fieldShape.ts';
import type { AccessRule } from '../../model/accessRule.ts';
import type { Decision } from '../../model/decision.ts';
import type { Requester } from '../../model/requester.ts';
import { datasetAlternatives } from './accessRules.ts';
import { decideApproved } from './decideApproved.ts';
import { type DatasetDecision, decideDataset } from './decideDataset.ts';
import type { DecisionInputs } from './decisionInputs.ts';
import { denyUnknown } from './denials.ts';

/** Decisions on each dataset for one kind of requester. */
export interface DatasetDecisions {
  /** Decides for a field that a dataset guards. */
  decideFieldOf(id: string, field: FieldShape): Decision;
  /** Decides for the dataset whatever the field. */
  decideWholeDataset(id: string): Decision;
  approval(id: string): FeedApproval | undefined;
  /** The dataset of the approval that gives the first of the rules. */
  datasetOf(rules: readonly AccessRule[]): Dataset | undefined;
  /** Datasets of one system that are not denied. */
  allowedDatasets(system: string): readonly string[];
  /** Datasets among them that are open for some persons only, with what must hold of the person. */
  conditionsOn(system: string): DatasetConditions;
}

/** Alternatives that a person must meet, by dataset. */
type DatasetConditions = ReadonlyMap<string, AccessRule['anyOf']>;

export function createDatasetDecisions(
  requester: Omit<Requester, 'subject'>,
  { catalogue, approvals, now }: DecisionInputs,
): DatasetDecisions {
  const byDataset = new Map<string, DatasetDecision>();
  for (const dataset of catalogue.datasets.values()) {
    byDataset.set(dataset.id, decideDataset(dataset, requester, approvals, now.getTime()));
  }
  const conditions = new Map<string, DatasetConditions>();
  const approvalsById = new Map(
    [...byDataset.values()]
      .flatMap((decision) => (decision.kind === 'approved' ? decision.approvals : []))
      .map((approval) => [approval.id, approval]),
  );
  return {
    decideFieldOf(id, field) {
      const dataset = catalogue.datasets.get(id);
      const decision = byDataset.get(id);
      if (dataset === undefined || decision === undefined) return denyUnknown(id);
      return decision.kind === 'approved'
        ? decideApproved(dataset, decision.terms, field, requester.purpose)
        : decision;
    },
    decideWholeDataset(id) {
      const decision = byDataset.get(id) ?? denyUnknown(id);
      if (decision.kind !== 'approved') return decision;
      return { kind: 'allow', basis: { kind: 'approval', approvalIds: decision.approvals.map((each) => each.id) } };
    },
    approval: (id) => approvalsById.get(id),
    datasetOf: (rules) => catalogue.datasets.get(approvalsById.get(rules[0]?.approvalIds[0] ?? '')?.dataset ?? ''),
    allowedDatasets: (system) =>
      [...byDataset].filter(([id, { kind }]) => kind !== 'deny' && id.startsWith(`${system}.`)).map(([id]) => id),
    conditionsOn(system) {
      let ofSystem = conditions.get(system);
      if (ofSystem === undefined) {
        ofSystem = conditionsIn(byDataset, system);
        conditions.set(system, ofSystem);
      }
      return ofSystem;
    },
  };
}

function conditionsIn(byDataset: ReadonlyMap<string, DatasetDecision>, system: string): DatasetConditions {
  const ofSystem = new Map<string, AccessRule['anyOf']>();
  for (const [id, decision] of byDataset) {
    if (decision.kind !== 'approved' || !id.startsWith(`${system}.`)) continue;
    const anyOf = datasetAlternatives(decision.terms);
    if (anyOf !== undefined) ofSystem.set(id, anyOf);
  }
  return ofSystem;
}
