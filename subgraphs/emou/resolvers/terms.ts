import { type AgencyCode, signatories } from '../../../schema/catalog/agencies.ts';
import type { FieldAccess } from '../../../schema/generated/emou.ts';
import type { FieldTerm } from '../agreement/terms/terms.ts';
import type { Conditions } from '../agreement/terms/vocabulary.ts';

/** Returns null for the Governor's office, which is not a signatory. */
export function agencyCode(code: string): AgencyCode | null {
  return signatories.find((agency) => agency.code === code)?.code ?? null;
}

export function fieldAccess(terms: readonly FieldTerm[]): FieldAccess[] {
  return terms.map(({ field, transform, conditions }) => ({
    field,
    transform,
    conditions: conditionLists(conditions) ?? [],
  }));
}

/** Converts conditions for GraphQL: "for everyone" is an empty list of alternatives. */
export function conditionLists(conditions: Conditions | null): Conditions | null {
  if (conditions === null) return null;
  return conditions.some((all) => all.length === 0) ? [] : conditions;
}
