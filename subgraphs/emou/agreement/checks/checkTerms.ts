import type { AgreementSettings } from '../settings.ts';
import type { Catalogues, DatasetEntry, DatasetField } from '../terms/catalogues.ts';
import type { FieldTransform, RequestTerms } from '../terms/terms.ts';
import type { Conditions } from '../terms/vocabulary.ts';
import { checkFactOwners } from './checkFactOwners.ts';
import { type Refusal, refuse } from './refusal.ts';

/** Terms with their fields listed, or the reason why they cannot be requested. */
export type CheckedTerms =
  | { readonly accepted: true; readonly terms: RequestTerms; readonly dataset: DatasetEntry }
  | Refusal;

export function checkTerms(
  terms: RequestTerms,
  requester: string,
  catalogues: Catalogues,
  settings: AgreementSettings,
): CheckedTerms {
  const dataset = catalogues.datasets.get(terms.dataset);
  if (dataset === undefined) {
    return refuse(
      'UNKNOWN_DATASET',
      `Dataset ${terms.dataset} does not exist.`,
      'Choose one from the list of datasets.',
    );
  }
  const sides = checkSignatories(requester, dataset.owner, catalogues);
  if (sides !== undefined) return sides;
  if (requester === dataset.owner) {
    return refuse(
      'OWN_DATASET',
      `${terms.dataset} belongs to ${requester}.`,
      'An agency needs no agreement for its own data.',
    );
  }
  if (!dataset.requestable) {
    return refuse(
      'DATASET_NOT_REQUESTABLE',
      `${terms.dataset} is open to ${dataset.owner}'s own staff only.`,
      'Request another dataset of the same system.',
    );
  }
  const fields =
    terms.fields ?? [...dataset.fields].filter(([, field]) => field.hardBar === null).map(([name]) => name);
  const refusal =
    checkFields(fields, dataset) ??
    checkTransforms(terms.transforms, fields, dataset) ??
    checkEmergency(terms.conditions, dataset) ??
    checkFactOwners(terms.conditions, requester, dataset) ??
    checkTime(terms, settings) ??
    checkWords(terms);
  return refusal ?? { accepted: true, terms: { ...terms, fields }, dataset };
}

/** Requires that both sides have signed the memorandum, when access is requested and again when it is granted. */
export function checkSignatories(requester: string, owner: string, catalogues: Catalogues): Refusal | undefined {
  const remedy = 'Only signatories can request and grant access under the memorandum. The agency must sign it first.';
  if (!catalogues.signatories.has(requester)) {
    return refuse('REQUESTER_NOT_A_SIGNATORY', `${requester} has not signed the memorandum.`, remedy);
  }
  if (!catalogues.signatories.has(owner)) {
    return refuse('OWNER_NOT_A_SIGNATORY', `${owner} has not signed the memorandum.`, remedy);
  }
  return undefined;
}

function checkFields(fields: readonly string[], dataset: DatasetEntry): Refusal | undefined {
  if (fields.length === 0) return refuse('NO_FIELDS', 'No field is requested.', 'Name at least one field.');
  const seen = new Set<string>();
  for (const name of fields) {
    const field = dataset.fields.get(name);
    if (field === undefined) {
      return refuse('UNKNOWN_FIELD', `${dataset.id} has no field ${name}.`, "Choose from the dataset's fields.");
    }
    if (field.hardBar !== null) {
      return refuse(
        'HARD_BAR',
        `${name} is barred by law (${field.hardBar}); no approval or decision can open it.`,
        'Request access without this field.',
      );
    }
    if (seen.has(name)) return refuse('FIELD_REPEATED', `${name} is named twice.`, 'Name each field once.');
    seen.add(name);
  }
  return undefined;
}

export function checkTransforms(
  transforms: readonly FieldTransform[],
  fields: readonly string[],
  dataset: DatasetEntry,
): Refusal | undefined {
  const seen = new Set<string>();
  for (const { field, transform } of transforms) {
    if (!fields.includes(field)) {
      return refuse('UNKNOWN_FIELD', `${field} has a mask but is not among the fields.`, 'Also name the field.');
    }
    if (seen.has(field)) return refuse('FIELD_REPEATED', `${field} has two masks.`, 'Choose one mask for each field.');
    seen.add(field);
    if (!canTake(dataset.fields.get(field), transform)) {
      return refuse(
        'TRANSFORM_DOES_NOT_FIT',
        `${field} cannot be shown as ${transform}.`,
        `Masks that fit: ${[...(dataset.fields.get(field)?.transforms ?? []), 'REDACT'].join(', ')}.`,
      );
    }
  }
  return undefined;
}

function canTake(field: DatasetField | undefined, transform: FieldTransform['transform']): boolean {
  return transform === 'REDACT' || (field?.transforms.includes(transform) ?? false);
}

/**
 * Allows an emergency to replace another condition only where the owner permits it, and only for the permitted roles.
 */
export function checkEmergency(conditions: Conditions, dataset: DatasetEntry): Refusal | undefined {
  if (dataset.emergency || !conditions.flat().includes('EMERGENCY')) return undefined;
  return refuse(
    'EMERGENCY_NOT_ALLOWED',
    `${dataset.owner} does not open ${dataset.id} in emergencies.`,
    'Remove EMERGENCY from the conditions.',
  );
}

export function checkMonths(months: number, settings: AgreementSettings): Refusal | undefined {
  if (Number.isInteger(months) && months >= 1 && months <= settings.maximumMonths) return undefined;
  return refuse(
    'TERM_NOT_ALLOWED',
    `An agreement can last 1 to ${settings.maximumMonths} months, not ${months}.`,
    'Choose a shorter term; it can be renewed.',
  );
}

function checkTime(terms: RequestTerms, settings: AgreementSettings): Refusal | undefined {
  const months = checkMonths(terms.months, settings);
  if (months !== undefined) return months;
  const review = terms.reviewMonths;
  if (review !== null && (review < 1 || review > terms.months)) {
    return refuse(
      'REVIEW_NOT_IN_TERM',
      `A review after ${review} months is outside a term of ${terms.months} months.`,
      'Set a review within the term.',
    );
  }
  if (terms.retentionDays < 1) {
    return refuse('RETENTION_NOT_ALLOWED', 'Data must be kept for at least one day.', 'Set the number of days.');
  }
  return undefined;
}

function checkWords(terms: RequestTerms): Refusal | undefined {
  if (terms.roles.length === 0)
    return refuse('NO_ROLES', 'No role is named.', 'Name the roles that will see the data.');
  if (terms.legalBasis.trim() === '') {
    return refuse('LEGAL_BASIS_MISSING', 'No legal basis is named.', 'Cite the statute or rule that permits it.');
  }
  if (terms.population.trim() === '') {
    return refuse('POPULATION_MISSING', 'The population is missing.', 'Describe whose data is requested.');
  }
  return undefined;
}
