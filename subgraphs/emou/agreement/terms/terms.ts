import { z } from 'zod';
import { Transform } from '../../../../schema/approvalTerms.ts';
import { PURPOSES } from '../../../../schema/purposes.ts';
import { Conditions, Redisclosure, Role, UNCONDITIONAL } from './vocabulary.ts';

/** Shapes only: limits that a lawyer asks about (three years, known fields) are rules, and refused with a reason. */
const FieldTransform = z.object({ field: z.string(), transform: Transform }).readonly();
export type FieldTransform = z.infer<typeof FieldTransform>;

/** What a request asks for. One request is for one dataset and one purpose. */
export const RequestTerms = z
  .strictObject({
    dataset: z.string(),
    purpose: z.enum(PURPOSES),
    /** The requester's roles that will see the data. */
    roles: z.array(Role).readonly(),
    /** Coordinates, Type.field. Null: every field of the dataset that no law bars; accepted drafts list them. */
    fields: z.array(z.string()).readonly().nullable().default(null),
    transforms: z.array(FieldTransform).readonly().default([]),
    conditions: Conditions.default(UNCONDITIONAL),
    /** Whose data, in words. */
    population: z.string(),
    /** The statute or rule that permits the disclosure. */
    legalBasis: z.string(),
    /** Chicago date from which access is wanted. Null: as soon as it is granted. */
    startsOn: z.iso.date().nullable().default(null),
    months: z.number().int().default(12),
    /** Months after its beginning at which the agreement is reviewed. Null: at its end, at the latest after a year. */
    reviewMonths: z.number().int().nullable().default(null),
    retentionDays: z.number().int(),
    redisclosure: Redisclosure.default('PROHIBITED'),
  })
  .readonly();
export type RequestTerms = z.infer<typeof RequestTerms>;

/** What is given: never more than was asked. Null means "as asked". */
export const Grant = z
  .strictObject({
    fields: z.array(z.string()).readonly().nullable().default(null),
    conditions: Conditions.nullable().default(null),
    /** On top of those asked for; one for the same field must show no more. */
    transforms: z.array(FieldTransform).readonly().default([]),
    months: z.number().int().nullable().default(null),
    /** The instant at which access ends, where it is earlier than the end of the months. */
    until: z.iso.datetime().nullable().default(null),
  })
  .readonly();
export type Grant = z.infer<typeof Grant>;

/** One reason to refuse, as FOIA section 9 asks for it; the deciding officer's name is the event's subject. */
export const Denial = z
  .strictObject({
    code: z.string(),
    citation: z.string(),
    factualBasis: z.string(),
    officerTitle: z.string(),
    /** Fields that the reason is about. Null: all that are not given. */
    fields: z.array(z.string()).readonly().nullable().default(null),
  })
  .readonly();
export type Denial = z.infer<typeof Denial>;

/** How one field is open: in what form, and for which persons. */
export interface FieldTerm {
  readonly field: string;
  readonly transform: Transform | null;
  readonly conditions: Conditions;
}

/** The terms of each field that a grant gives, out of the fields that were open to be given. */
export function fieldTerms(terms: RequestTerms, grant: Grant, from: readonly string[]): readonly FieldTerm[] {
  const given = grant.fields ?? from;
  const asked = new Map(terms.transforms.map(({ field, transform }) => [field, transform]));
  const added = new Map(grant.transforms.map(({ field, transform }) => [field, transform]));
  return given.map((field) => ({
    field,
    transform: added.get(field) ?? asked.get(field) ?? null,
    conditions: grant.conditions ?? terms.conditions,
  }));
}
