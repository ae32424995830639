import type { AgreementSettings } from '../settings.ts';
import type { DatasetEntry } from '../terms/catalogues.ts';
import { startOfTerm } from '../terms/term.ts';
import type { ApprovedTerms, RequestTerms } from '../terms/terms.ts';
import { atLeastAsStrict, hidesAtLeast } from '../terms/vocabulary.ts';
import { checkFactOwners } from './checkFactOwners.ts';
import { checkEmergency, checkMonths, checkTransforms } from './checkTerms.ts';
import { type Refusal, refuse } from './refusal.ts';

const REMEDY = 'Grant what was requested, or less. More must be requested first.';

/** Checks that a grant stays within `from` and never exceeds the request in fields, form, persons or time. */
export function checkApprovedTerms(
  grant: ApprovedTerms,
  from: readonly string[],
  terms: RequestTerms,
  dataset: DatasetEntry,
  settings: AgreementSettings,
  now: Date,
  requester: string,
): Refusal | undefined {
  const fields = grant.fields ?? from;
  if (fields.length === 0)
    return refuse('NO_FIELDS', 'No field is granted.', 'Grant at least one field, or deny the request.');
  if (new Set(fields).size < fields.length) {
    return refuse('FIELD_REPEATED', 'A field is named twice.', 'Name each field once.');
  }
  const beyond = fields.find((field) => !from.includes(field));
  if (beyond !== undefined)
    return refuse('WIDER_THAN_ASKED', `${beyond} was not requested, or cannot be granted.`, REMEDY);
  // A law may have taken effect since the request was made.
  const barred = fields.find((field) => dataset.fields.get(field)?.hardBar !== null);
  if (barred !== undefined) {
    return refuse(
      'HARD_BAR',
      `${barred} is barred by law, or no longer exists.`,
      'Grant the others, and deny this field.',
    );
  }
  if (grant.conditions !== null && !atLeastAsStrict(grant.conditions, terms.conditions)) {
    return refuse('WIDER_THAN_ASKED', 'The conditions include persons whom the request excluded.', REMEDY);
  }
  // The owner may have withdrawn since what it allowed when the request was made.
  const emergency = checkEmergency(grant.conditions ?? terms.conditions, dataset);
  if (emergency !== undefined) return emergency;
  const ofOthers = checkFactOwners(grant.conditions ?? terms.conditions, requester, dataset);
  if (ofOthers !== undefined) return ofOthers;
  const transforms = checkTransforms(grant.transforms, fields, dataset);
  if (transforms !== undefined) return transforms;
  for (const asked of terms.transforms) {
    const given = grant.transforms.find(({ field }) => field === asked.field);
    if (given !== undefined && !hidesAtLeast(given.transform, asked.transform)) {
      return refuse('WIDER_THAN_ASKED', `${asked.field} was requested only as ${asked.transform}.`, REMEDY);
    }
  }
  if (grant.until !== null) {
    const whole = startOfTerm(now, grant.months ?? terms.months, terms);
    const until = new Date(grant.until);
    if (until <= whole.from) {
      return refuse('TERM_NOT_ALLOWED', `Access would end at ${grant.until}, before it begins.`, 'Choose a later end.');
    }
    if (until > whole.until) {
      const end = whole.until.toISOString();
      return refuse('WIDER_THAN_ASKED', `Access was requested until ${end} at the latest.`, REMEDY);
    }
  }
  if (grant.months === null) return undefined;
  if (grant.months > terms.months) {
    return refuse('WIDER_THAN_ASKED', `Only ${terms.months} months were requested.`, REMEDY);
  }
  return checkMonths(grant.months, settings);
}
