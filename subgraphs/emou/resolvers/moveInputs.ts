import type { Transform } from '../../../schema/approvals/approvalTerms.ts';
import type { ApprovedTerms, Denial } from '../agreement/terms/terms.ts';
import type { Conditions } from '../agreement/terms/vocabulary.ts';
import { conditionsOf } from '../register/commands/termsOf.ts';

interface ApprovedTermsInput {
  readonly fields?: readonly string[] | null | undefined;
  readonly transforms?: readonly { readonly field: string; readonly transform: Transform }[] | null | undefined;
  readonly conditions?: Conditions | null | undefined;
  readonly months?: number | null | undefined;
  readonly validUntil?: string | null | undefined;
}

/** Converts a grant for the procedure; null means "as requested". */
export function approvedTermsOf({
  fields,
  transforms,
  conditions,
  months,
  validUntil,
}: ApprovedTermsInput): ApprovedTerms {
  return {
    fields: fields ?? null,
    transforms: transforms ?? [],
    conditions: conditionsOf(conditions),
    months: months ?? null,
    until: validUntil ?? null,
  };
}

export function denialsOf(
  inputs: readonly (Omit<Denial, 'fields'> & { readonly fields?: readonly string[] | null | undefined })[],
): readonly Denial[] {
  return inputs.map(({ code, citation, factualBasis, officerTitle, fields }) => ({
    code,
    citation,
    factualBasis,
    officerTitle,
    fields: fields ?? null,
  }));
}
