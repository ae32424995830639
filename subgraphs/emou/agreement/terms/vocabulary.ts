import { z } from 'zod';
import { Condition, type Transform } from '../../../../schema/approvals/approvalTerms.ts';
import { STAFF_ROLES } from '../../../../schema/catalog/roles.ts';

/** Staff roles that take part in the agreement. */
export const Role = z.enum(STAFF_ROLES);
export type Role = z.infer<typeof Role>;

/** Agency code of the Governor's office. It is not a signatory: it decides appeals and owns no data here. */
export const GOVERNORS_OFFICE = 'GOV';
/** The agency of the chief information officer, who is data steward of the agreement. */
export const STEWARD_AGENCY = 'DOIT';

/**
 * Conditions that the person must meet: at least one alternative, each of which requires all of its conditions.
 * `[['WARD'], ['CONSENT']]` means "a ward, or consent on file". `[[]]` requires nothing. The schema rejects an empty
 * outer list, which nobody could meet.
 */
export const Conditions = z
  .array(z.array(Condition).readonly())
  .min(1)
  .refine((alternatives) => alternatives.length === 1 || alternatives.every((all) => all.length > 0), {
    error: 'an alternative without conditions makes the others meaningless',
  })
  .readonly();
export type Conditions = z.infer<typeof Conditions>;

export const UNCONDITIONAL: Conditions = [[]];

/** True if everyone who meets `strict` also meets `wide`. */
export function atLeastAsStrict(strict: Conditions, wide: Conditions): boolean {
  return strict.every((all) => wide.some((asked) => asked.every((condition) => all.includes(condition))));
}

/** True if the first transform shows no more than the second. County and ZIP3 cannot be compared. */
export function hidesAtLeast(transform: Transform, than: Transform): boolean {
  if (transform === than || transform === 'REDACT') return true;
  if (than === 'MONTH') return transform === 'YEAR_ONLY' || transform === 'AGE_BAND';
  return than === 'YEAR_ONLY' && transform === 'AGE_BAND';
}

/** Permitted redisclosure of the data outside the receiver's own purpose. */
export const Redisclosure = z.enum(['PROHIBITED', 'WITH_CONSENT_OF_OWNER', 'AS_REQUIRED_BY_LAW']);
export type Redisclosure = z.infer<typeof Redisclosure>;

/** The person who moves, as identified by the token. An event records the one role that allowed the move. */
export interface Actor {
  readonly subject: string;
  readonly agency: string;
  readonly roles: readonly string[];
}
