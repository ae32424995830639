import type { Catalogues, DatasetEntry } from '../terms/catalogues.ts';
import { type DenialReason, NOT_LEGAL_REASONS } from '../terms/denialCatalogue.ts';
import type { ApprovedTerms, Denial } from '../terms/terms.ts';
import { citationFits } from './citationFits.ts';
import { type Refusal, refuse } from './refusal.ts';

/** Requires a legal reason for every refused field. An invalid reason is rejected with a remedy. */
export function checkDenials(
  denials: readonly Denial[],
  refused: readonly string[],
  dataset: DatasetEntry,
  catalogues: Catalogues,
): Refusal | undefined {
  for (const denial of denials) {
    const refusal = checkDenial(denial, dataset, catalogues) ?? checkFieldsOf(denial, refused);
    if (refusal !== undefined) return refusal;
  }
  const answered = new Set(denials.flatMap((denial) => denial.fields ?? refused));
  const open = refused.find((field) => !answered.has(field));
  if (open === undefined) return undefined;
  return refuse(
    'FIELDS_LEFT_UNANSWERED',
    `${open} is neither granted nor denied with a reason.`,
    'Grant the field, or add a denial that names it.',
  );
}

function checkFieldsOf(denial: Denial, refused: readonly string[]): Refusal | undefined {
  const other = denial.fields?.find((field) => !refused.includes(field));
  if (other === undefined) return undefined;
  return refuse(
    'WIDER_THAN_ASKED',
    `${denial.code} is about ${other}, which is not denied.`,
    'Name only denied fields.',
  );
}

/**
 * Checks a single reason: known, applicable to this kind of data, cited, based on stated facts, and signed by an
 * officer.
 */
export function checkDenial(denial: Denial, dataset: DatasetEntry, catalogues: Catalogues): Refusal | undefined {
  const fits = fittingReasons(dataset, catalogues);
  const choices = `Reasons that apply to ${dataset.id}: ${fits.map(({ code }) => code).join(', ') || 'none'}.`;
  const folklore = NOT_LEGAL_REASONS.get(denial.code);
  if (folklore !== undefined) return refuse('NOT_A_LEGAL_REASON', folklore, `Grant the data, or cite law. ${choices}`);
  const reason = catalogues.denialReasons.get(denial.code);
  if (reason === undefined) {
    return refuse('UNKNOWN_DENIAL_CODE', `"${denial.code}" is not in the catalog of reasons.`, choices);
  }
  if (!isAbout(reason, dataset)) {
    return refuse(
      'DENIAL_DOES_NOT_FIT',
      reason.needsFederalApproval === true && dataset.federalApprovalBy === null
        ? `${dataset.id} needs no federal approval, so none can be outstanding.`
        : `${denial.code} is about ${reason.regimes.join(', ')} data; ${dataset.id} is ${dataset.regimes.join(', ')}.`,
      choices,
    );
  }
  const citations = `${denial.code} is based on: ${reason.citations.join('; ')}.`;
  if (denial.citation.trim() === '') return refuse('CITATION_MISSING', 'A denial must cite law.', citations);
  if (!reason.citations.some((known) => citationFits(denial.citation, known))) {
    return refuse('CITATION_DOES_NOT_FIT', `"${denial.citation}" is not what ${denial.code} is based on.`, citations);
  }
  if (denial.factualBasis.trim() === '') {
    return refuse('FACTUAL_BASIS_MISSING', 'A denial must state the facts that it is based on.', 'Describe them.');
  }
  if (denial.officerTitle.trim() === '') {
    return refuse(
      'OFFICER_TITLE_MISSING',
      'A denial must state the title of the officer who decided.',
      'Add the title.',
    );
  }
  return undefined;
}

/** Lists the reasons that can be given for refusing this dataset. */
export function fittingReasons(dataset: DatasetEntry, { denialReasons }: Catalogues): readonly DenialReason[] {
  return [...denialReasons.values()].filter((known) => isAbout(known, dataset));
}

function isAbout({ regimes, needsFederalApproval }: DenialReason, dataset: DatasetEntry): boolean {
  if (needsFederalApproval === true && dataset.federalApprovalBy === null) return false;
  return regimes.some((regime) => dataset.regimes.includes(regime));
}

/**
 * Requires an offer where fewer fields or a coarser form would cure the reason for a complete denial. What cannot be
 * offered (a single field that takes no transform) is not required.
 */
export function checkOfferMade(
  denials: readonly Denial[],
  offer: ApprovedTerms | null,
  asked: readonly string[],
  dataset: DatasetEntry,
  catalogues: Catalogues,
): Refusal | undefined {
  if (offer !== null) return undefined;
  const cures = new Set(denials.flatMap(({ code }) => catalogues.denialReasons.get(code)?.curableBy ?? []));
  const byFewerFields = cures.has('FEWER_FIELDS') && asked.length > 1;
  const byAnonymizing =
    cures.has('ANONYMIZING') && asked.some((field) => (dataset.fields.get(field)?.transforms.length ?? 0) > 0);
  if (!byFewerFields && !byAnonymizing) return undefined;
  const forms = [byFewerFields ? 'fewer fields' : '', byAnonymizing ? 'a coarser form' : ''].filter(
    (form) => form !== '',
  );
  return refuse(
    'PARTIAL_OFFER_MISSING',
    `The reason can be cured by ${forms.join(' or ')}, and no partial release is offered.`,
    'Offer the fields or the masks that can be granted, or approve in part.',
  );
}

/** True if an offer contains less than was requested; otherwise it does not address the reason. */
export function isLess(offer: ApprovedTerms, asked: readonly string[]): boolean {
  return (offer.fields ?? asked).length < asked.length || offer.transforms.length > 0 || offer.conditions !== null;
}
