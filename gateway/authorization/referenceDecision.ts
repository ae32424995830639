import { createMongoAbility, subject } from '@casl/ability';
import type { FeedApproval } from '../../schema/approvalFeed.ts';
import type { DatasetCatalogue } from '../../schema/datasetCatalogue.ts';
import type { Requester } from '../authentication/requester.ts';
import type { PolicyTable } from './policyTable.ts';

/** What is asked about: may this requester, at this moment, be shown anything of this field of some person? */
export interface ReferenceQuestion {
  readonly requester: Omit<Requester, 'subject'>;
  readonly typeName: string;
  readonly fieldName: string;
  readonly now: Date;
}

interface Dataset {
  readonly id: string;
  readonly now: number;
}

/**
 * Reads the rules of authorization literally, once more and differently, for tests to hold the real decisions against:
 * nothing is compiled, kept or ordered. CASL is only ever asked about an instance and a field, under names of our own;
 * what is unknown is denied before it is asked; rules that forbid come last.
 */
export function referenceDecision(
  { requester, typeName, fieldName, now }: ReferenceQuestion,
  { policies, catalogue }: { readonly policies: PolicyTable; readonly catalogue: DatasetCatalogue },
  approvals: readonly FeedApproval[],
): boolean {
  const guard = policies.guardOf(typeName, fieldName);
  if (guard.kind === 'public' || guard.kind === 'key') return true;
  if (guard.kind !== 'guarded') return false;
  const shape = policies.shapeOf(typeName, fieldName);
  const isOpen = (id: string): boolean => {
    const dataset = catalogue.datasets.get(id);
    if (dataset === undefined) return false;
    const rules: {
      action: 'show';
      subject: 'GuardedDataset';
      fields: string[];
      conditions: object;
      inverted?: boolean;
    }[] = [];
    const permit = (conditions: object) =>
      rules.push({ action: 'show', subject: 'GuardedDataset', fields: ['value'], conditions });
    const { agency, purpose, roles } = requester;
    if (agency === dataset.owner) {
      const actsAsOwner =
        dataset.ownerPurposes.includes(purpose) && roles.some((role) => dataset.ownerRoles.includes(role));
      if (actsAsOwner) permit({ id });
    } else if (dataset.requestable) {
      for (const approval of approvals) {
        if (approval.requestingAgency !== agency || approval.purpose !== purpose || approval.dataset !== id) continue;
        if (approval.roles !== undefined && !approval.roles.some((role) => roles.includes(role))) continue;
        const names = approval.fields?.map(({ field }) => field);
        const county =
          approval.fields?.filter(({ transform }) => transform === 'COUNTY').map(({ field }) => field) ?? [];
        const isCountyLevel = ['state', 'county', 'countyFips'].includes(fieldName);
        const isNamed = names === undefined || names.includes(shape.coordinate);
        const inside = shape.composite && names?.some((name) => shape.inside.includes(name));
        const ofCounty = isCountyLevel && shape.returnedBy.some((by) => county.includes(by));
        if (!isNamed && !inside && !ofCounty) continue;
        permit({ id, now: { $gte: Date.parse(approval.validFrom), $lt: Date.parse(approval.validUntil) } });
      }
    }
    const ability = createMongoAbility(rules);
    const asked: Dataset = { id, now: now.getTime() };
    return ability.can('show', subject('GuardedDataset', { ...asked }), 'value');
  };
  return guard.all.every((alternatives) => alternatives.some((all) => all.length > 0 && all.every(isOpen)));
}
