import { z } from 'zod';
import { Condition, type Transform } from '../../../../schema/approvalTerms.ts';
import { STAFF_ROLES } from '../../../../schema/roles.ts';

/** Roles that take part in the agreement: those of staff. */
export const Role = z.enum(STAFF_ROLES);
export type Role = z.infer<typeof Role>;

/** The agency code of the Governor's office. It is no signatory: it decides appeals and owns no data here. */
export const GOVERNORS_OFFICE = 'GOV';
/** The agency of the chief information officer, who is data steward of the agreement. */
export const STEWARD_AGENCY = 'DOIT';

/**
 * What must hold of the person: any one of the alternatives, each of which asks for all of its conditions.
 * `[['WARD'], ['CONSENT']]` is "a ward, or consent on file". `[[]]` asks for nothing. An empty list, which would be an
 * alternative that nobody meets, cannot be written.
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

/** True when whoever meets `strict` also meets `wide`. */
export function atLeastAsStrict(strict: Conditions, wide: Conditions): boolean {
  return strict.every((all) => wide.some((asked) => asked.every((condition) => all.includes(condition))));
}

/** True when the first transform shows no more than the second. County and ZIP3 cannot be compared. */
export function hidesAtLeast(transform: Transform, than: Transform): boolean {
  if (transform === than || transform === 'REDACT') return true;
  if (than === 'MONTH') return transform === 'YEAR_ONLY' || transform === 'AGE_BAND';
  return than === 'YEAR_ONLY' && transform === 'AGE_BAND';
}

/** What the receiver may do with the data besides its own purpose. */
export const Redisclosure = z.enum(['PROHIBITED', 'WITH_CONSENT_OF_OWNER', 'AS_REQUIRED_BY_LAW']);
export type Redisclosure = z.infer<typeof Redisclosure>;

/** Who moves, as the token says. An event records the one role that allowed the move. */
export interface Actor {
  readonly subject: string;
  readonly agency: string;
  readonly roles: readonly string[];
}
