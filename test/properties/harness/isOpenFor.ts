import { readFileSync } from 'node:fs';
import { demonstrationConsents } from '../../../population/demonstration/demonstrationConsents.ts';
import {
  type DemonstrationPerson,
  demonstrationHousehold,
} from '../../../population/demonstration/demonstrationHousehold.ts';
import type { FeedApproval } from '../../../schema/approvals/approvalFeed.ts';
import { readDatasetCatalogue } from '../../../schema/catalog/datasetCatalogue.ts';
import { datasetsDirectory, supergraphFile } from '../../../schema/files.ts';
import { readSupergraph } from '../../../supergraph/read/readSupergraph.ts';
import type { Who } from '../../harness/requesters.ts';

export type Label = DemonstrationPerson['label'];

const { policies } = readSupergraph(readFileSync(supergraphFile, 'utf8'));
const { datasets } = readDatasetCatalogue(datasetsDirectory);
const guarded = [...policies.coordinates()].flatMap(({ typeName, field, guard }) =>
  guard.kind === 'guarded' ? [{ coordinate: `${typeName}.${field.name.value}`, datasets: guard.all.flat(2) }] : [],
);
const workers: readonly string[] = [demonstrationHousehold.caseworker, ...demonstrationHousehold.otherWorkers];
const labelOf = new Map<string, Label>(demonstrationHousehold.persons.map(({ id, label }) => [id, label]));

/** What is true of the demonstration household, written down once more. */
function holds(fact: string, label: Label, who: Who, dataset: string): boolean {
  switch (fact) {
    case 'WARD':
      return label === 'ward' && [who.agency, datasets.get(dataset)?.owner].includes('DCFS');
    case 'CASELOAD':
      return label === 'ward' && who.agency === 'DCFS' && workers.includes(who.subject ?? '');
    case 'HOUSEHOLD_OF_CASELOAD':
      return who.agency === 'DCFS' && workers.includes(who.subject ?? '');
    case 'CONSENT':
      return demonstrationConsents.some(
        (consent) =>
          consent.state === 'given' &&
          labelOf.get(consent.personId) === label &&
          consent.recipient === who.agency &&
          consent.purpose === who.purpose &&
          consent.datasets.includes(dataset),
      );
    default:
      return false;
  }
}

/** True if a field of one person is open: the rules taken literally, without caching, compiling, or merging. */
export function isOpenFor(
  approvals: readonly FeedApproval[],
  who: Who,
  typeName: string,
  fieldName: string,
  label: Label,
): boolean {
  const guard = policies.guardOf(typeName, fieldName);
  if (guard.kind === 'public' || guard.kind === 'key') return true;
  if (guard.kind !== 'guarded') return false;
  const { coordinate, composite, inside } = policies.shapeOf(typeName, fieldName);

  function opens(approval: FeedApproval): boolean {
    const { dataset, fields } = approval;
    if (fields === undefined) return true;
    const met = fields.filter(
      ({ conditions }) =>
        conditions === undefined || conditions.some((all) => all.every((fact) => holds(fact, label, who, dataset))),
    );
    const named = (some: typeof fields) => some.some(({ field }) => field === coordinate);
    const within = (some: typeof fields) => composite && some.some(({ field }) => inside.includes(field));
    // An object that shows nothing is not shown; one that is named is shown to whom it is named for.
    if (named(fields) && within(fields)) return named(met) && within(met);
    return named(met) || within(met);
  }

  function isDatasetOpen(id: string): boolean {
    const dataset = datasets.get(id);
    if (dataset === undefined) return false;
    if (dataset.owner === who.agency) {
      return dataset.ownerPurposes.includes(who.purpose) && who.roles.some((role) => dataset.ownerRoles.includes(role));
    }
    return (
      dataset.requestable &&
      approvals.some(
        (approval) =>
          approval.requestingAgency === who.agency &&
          approval.purpose === who.purpose &&
          approval.dataset === id &&
          approval.roles.some((role) => who.roles.includes(role)) &&
          opens(approval),
      )
    );
  }
  return guard.all.every((alternatives) => alternatives.some((all) => all.length > 0 && all.every(isDatasetOpen)));
}

/** Guarded coordinates of a dataset, as an approval can name them. */
export function coordinatesOf(dataset: string): readonly string[] {
  return guarded.filter(({ datasets: of }) => of.includes(dataset)).map(({ coordinate }) => coordinate);
}
