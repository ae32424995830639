import { type Condition, type FieldTerm, ownerOfRevealedFact } from '../../../schema/approvals/approvalTerms.ts';
import type { Dataset, DatasetCatalogue } from '../../../schema/catalog/datasetCatalogue.ts';
import type { FieldShape } from '../../read/fieldShape.ts';
import type { Policies, PolicyTable } from '../../read/policyTable.ts';
import type { ApprovalInForce } from '../checkInput.ts';

/** Requesters whom the same approvals cover. */
export interface Reader {
  readonly agency: string;
  readonly purpose: string;
  readonly roles: readonly string[];
  /** Approvals of this agency, purpose and one of these roles, by dataset. */
  readonly approvals: ReadonlyMap<string, readonly ApprovalInForce[]>;
}

/** One side of the change, as far as access depends on it. */
export interface AccessSide {
  readonly policies: PolicyTable;
  readonly catalogue: DatasetCatalogue;
}

/**
 * Terms on which something is open: `*` without conditions and unmasked, otherwise one text for each term that counts.
 * None: it is closed. Equal terms show equal data.
 */
export type Terms = readonly string[];

const UNRESTRICTED: Terms = ['*'];

/** Returns the terms on which a field is open to a reader; some person may have to meet them. */
export function termsOfField(side: AccessSide, reader: Reader, typeName: string, fieldName: string): Terms {
  const guard = side.policies.guardOf(typeName, fieldName);
  if (guard.kind === 'public') return UNRESTRICTED;
  if (guard.kind !== 'guarded') return [];
  const shape = side.policies.shapeOf(typeName, fieldName);
  return termsOfAll(guard.all, (dataset) => termsOfDataset(side, reader, dataset, shape));
}

/** Returns the terms on which an argument may have a value: a search by a field needs it unmasked, for everyone. */
export function termsOfArgument(
  side: AccessSide,
  reader: Reader,
  typeName: string,
  fieldName: string,
  argument: string,
): Terms {
  const guard = side.policies.argumentGuardOf(typeName, fieldName, argument);
  if (guard.kind === 'public') return UNRESTRICTED;
  if (guard.kind === 'unguarded') return [];
  const isOpen =
    guard.datasets.every((dataset) => isCovered(side, reader, dataset)) &&
    guard.fields.every((by) => termsOfField(side, reader, by.typeName, by.fieldName)[0] === '*');
  return isOpen ? UNRESTRICTED : [];
}

/** A mask applies to values of some types only. */
export function hasMask(term: string): boolean {
  const [, mask = ''] = term.split(' ');
  return mask !== '';
}

function termsOfAll(all: readonly Policies[], termsOf: (dataset: string) => Terms): Terms {
  let held: Terms | undefined;
  for (const policies of all) {
    const alternatives = policies.map((datasets) => together(datasets.map(termsOf)));
    const open = alternatives.filter((terms) => terms.length > 0);
    const best = open.find(([first]) => first === '*') ?? open[0];
    if (best === undefined) return [];
    held = held === undefined ? best : together([held, best]);
  }
  return held ?? [];
}

/** All must be open. */
function together(all: readonly Terms[]): Terms {
  if (all.length === 0 || all.some((terms) => terms.length === 0)) return [];
  const restricted = all.flat().filter((term) => term !== '*');
  return restricted.length === 0 ? UNRESTRICTED : [...new Set(restricted)].sort();
}

function termsOfDataset(side: AccessSide, reader: Reader, id: string, shape: FieldShape): Terms {
  const dataset = side.catalogue.datasets.get(id);
  if (dataset === undefined) return [];
  if (dataset.owner === reader.agency) return isOwnerOpen(dataset, reader) ? UNRESTRICTED : [];
  if (!dataset.requestable) return [];
  const terms = (reader.approvals.get(id) ?? []).flatMap((approval) =>
    termsOfApproval(approval, dataset, reader, shape),
  );
  return terms.includes('*') ? UNRESTRICTED : [...new Set(terms)].sort();
}

function isCovered({ catalogue }: AccessSide, reader: Reader, id: string): boolean {
  const dataset = catalogue.datasets.get(id);
  if (dataset === undefined) return false;
  if (dataset.owner === reader.agency) return isOwnerOpen(dataset, reader);
  return dataset.requestable && (reader.approvals.get(id) ?? []).length > 0;
}

function isOwnerOpen({ ownerPurposes, ownerRoles }: Dataset, { purpose, roles }: Reader): boolean {
  return ownerPurposes.includes(purpose) && roles.some((role) => ownerRoles.includes(role));
}

const COUNTY_LEVEL: readonly string[] = ['state', 'county', 'countyFips'];

/**
 * Returns the terms on which one approval opens a field. An object is open where something in it is, also if it is not
 * named; what is named on its own is narrowed by its own term.
 */
export function termsOfApproval(
  { fields }: ApprovalInForce,
  dataset: Dataset,
  { agency, roles }: Reader,
  shape: FieldShape,
): Terms {
  if (fields === 'all') return UNRESTRICTED;
  const mayDeclare = dataset.emergency?.roles.some((role) => roles.includes(role)) === true;
  const isPermitted = (condition: Condition): boolean =>
    condition === 'EMERGENCY' ? mayDeclare : ownerOfRevealedFact(condition, agency, dataset.owner) === undefined;
  const written = (terms: readonly FieldTerm[]): Terms =>
    terms.flatMap(({ conditions, transform, field }) => {
      const met = conditions?.filter((all) => all.every(isPermitted));
      if (met?.length === 0) return [];
      if (met === undefined && transform === undefined) return UNRESTRICTED;
      const alternatives = met?.map((all) => [...all].sort().join('+')).sort();
      return [`${field} ${transform ?? ''} ${alternatives?.join('|') ?? ''} ${dataset.id}`];
    });

  const named = fields.filter(({ field }) => field === shape.coordinate);
  if (shape.composite) {
    const inside = fields.filter(({ field }) => shape.inside.includes(field));
    if (named.length === 0 || inside.length === 0) return written([...named, ...inside].map(withoutMask));
    return together([written(named.map(withoutMask)), written(inside.map(withoutMask))]);
  }
  const ofCounty = fields.filter(({ field, transform }) => transform === 'COUNTY' && shape.returnedBy.includes(field));
  const isOfCounty = COUNTY_LEVEL.includes(shape.name);
  if (named.length === 0) return isOfCounty ? written(ofCounty.map(withoutMask)) : [];
  const isRedacted = ofCounty.length > 0 && !isOfCounty;
  return written(isRedacted ? named.map((term) => ({ ...term, transform: 'REDACT' as const })) : named);
}

/** Masks of an object apply to the values in it. */
function withoutMask({ transform: _, ...term }: FieldTerm): FieldTerm {
  return term;
}
