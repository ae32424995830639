import { createMongoAbility, subject } from '@casl/ability';
import type { Requester } from '../../../gateway/model/requester.ts';
import type { FeedApproval } from '../../../schema/approvals/approvalFeed.ts';
import { type FieldTerm, ownerOfRevealedFact } from '../../../schema/approvals/approvalTerms.ts';
import type { Dataset as CatalogueDataset, DatasetCatalogue } from '../../../schema/catalog/datasetCatalogue.ts';
import type { PolicyTable } from '../../../supergraph/read/policyTable.ts';

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
  /** True if a person could meet the terms about the field. */
  const opensSomething = (terms: readonly FieldTerm[], { emergency, owner }: CatalogueDataset): boolean => {
    const mayDeclare = emergency?.roles.some((role) => requester.roles.includes(role)) === true;
    const canBeMet = ({ conditions }: FieldTerm): boolean =>
      conditions === undefined ||
      conditions.some(
        (all) =>
          (mayDeclare || !all.includes('EMERGENCY')) &&
          all.every((condition) => ownerOfRevealedFact(condition, requester.agency, owner) === undefined),
      );
    const named = terms.filter(({ field }) => field === shape.coordinate);
    const inside = shape.composite ? terms.filter(({ field }) => shape.inside.includes(field)) : [];
    const isCountyLevel = ['state', 'county', 'countyFips'].includes(fieldName) && !shape.composite;
    const ofCounty = isCountyLevel
      ? terms.filter(({ field, transform }) => transform === 'COUNTY' && shape.returnedBy.includes(field))
      : [];
    // What is named on its own is narrowed by its own term.
    if (named.length > 0 && inside.length > 0) return named.some(canBeMet) && inside.some(canBeMet);
    return (named.length > 0 ? named : [...inside, ...ofCounty]).some(canBeMet);
  };
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
        if (!approval.roles.some((role) => roles.includes(role))) continue;
        if (approval.fields !== undefined && !opensSomething(approval.fields, dataset)) continue;
        permit({ id, now: { $gte: Date.parse(approval.validFrom), $lt: Date.parse(approval.validUntil) } });
      }
    }
    const ability = createMongoAbility(rules);
    const asked: Dataset = { id, now: now.getTime() };
    return ability.can('show', subject('GuardedDataset', { ...asked }), 'value');
  };
  return guard.all.every((alternatives) => alternatives.some((all) => all.length > 0 && all.every(isOpen)));
}
