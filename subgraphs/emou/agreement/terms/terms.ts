import { z } from 'zod';
import { Transform } from '../../../../schema/approvals/approvalTerms.ts';
import { PURPOSES } from '../../../../schema/catalog/purposes.ts';
import { Conditions, Redisclosure, Role, UNCONDITIONAL } from './vocabulary.ts';

/**
 * Shapes only: limits with legal meaning (three years, known fields) are rules, and violations are refused with a
 * reason.
 */
const FieldTransform = z.object({ field: z.string(), transform: Transform }).readonly();
export type FieldTransform = z.infer<typeof FieldTransform>;

/** The terms of a request. One request covers one dataset and one purpose. */
export const RequestTerms = z
  .strictObject({
    dataset: z.string(),
    purpose: z.enum(PURPOSES),
    /** The requester's roles that will see the data. */
    roles: z.array(Role).readonly(),
    /**
     * Coordinates, Type.field. Null: every field of the dataset that is not barred by law; accepted drafts list them.
     */
    fields: z.array(z.string()).readonly().nullable().default(null),
    transforms: z.array(FieldTransform).readonly().default([]),
    conditions: Conditions.default(UNCONDITIONAL),
    /** Description of the persons whose data is requested. */
    population: z.string(),
    /** The statute or rule that permits the disclosure. */
    legalBasis: z.string(),
    /** Chicago date on which access should begin. Null: as soon as it is granted. */
    startsOn: z.iso.date().nullable().default(null),
    months: z.number().int().default(12),
    /**
     * Months from the beginning to the review of the agreement. Null: at its end, or after a year if that is earlier.
     */
    reviewMonths: z.number().int().nullable().default(null),
    retentionDays: z.number().int(),
    redisclosure: Redisclosure.default('PROHIBITED'),
  })
  .readonly();
export type RequestTerms = z.infer<typeof RequestTerms>;

/** The grant, which never exceeds the request. Null means "as requested". */
export const ApprovedTerms = z
  .strictObject({
    fields: z.array(z.string()).readonly().nullable().default(null),
    conditions: Conditions.nullable().default(null),
    /** In addition to the requested transforms. One for the same field must not show more. */
    transforms: z.array(FieldTransform).readonly().default([]),
    months: z.number().int().nullable().default(null),
    /** End of access, if it is earlier than the end of the months. */
    until: z.iso.datetime().nullable().default(null),
  })
  .readonly();
export type ApprovedTerms = z.infer<typeof ApprovedTerms>;

/**
 * One reason to refuse, in the form that FOIA section 9 requires. The deciding officer's name is the event's subject.
 */
export const Denial = z
  .strictObject({
    code: z.string(),
    citation: z.string(),
    factualBasis: z.string(),
    officerTitle: z.string(),
    /** Fields that the reason applies to. Null: all fields that are not granted. */
    fields: z.array(z.string()).readonly().nullable().default(null),
  })
  .readonly();
export type Denial = z.infer<typeof Denial>;

/** Form in which one field is open, and for which persons. */
export interface FieldTerm {
  readonly field: string;
  readonly transform: Transform | null;
  readonly conditions: Conditions;
}

/** Lists the terms of each field that a grant opens, out of the fields that could be granted. */
export function fieldTerms(terms: RequestTerms, grant: ApprovedTerms, from: readonly string[]): readonly FieldTerm[] {
  const given = grant.fields ?? from;
  const asked = new Map(terms.transforms.map(({ field, transform }) => [field, transform]));
  const added = new Map(grant.transforms.map(({ field, transform }) => [field, transform]));
  return given.map((field) => ({
    field,
    transform: added.get(field) ?? asked.get(field) ?? null,
    conditions: grant.conditions ?? terms.conditions,
  }));
}
