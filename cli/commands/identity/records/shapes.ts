import { z } from 'zod';

const text = z.string().nullable();
const bits = z.number().nullable();

export const EXPLANATION_FIELDS = `weight joinThreshold reviewThreshold model adjustment guard
  comparisons { comparison level description weight }`;
export const Explanation = z
  .object({
    weight: bits,
    joinThreshold: bits,
    reviewThreshold: bits,
    model: text,
    adjustment: bits,
    guard: text,
    comparisons: z.array(z.object({ comparison: text, level: text, description: text, weight: bits })).nullable(),
  })
  .nullable();
export type Explanation = z.infer<typeof Explanation>;

/** What a record shows of a person, in the order of the tables. */
export const TRAITS = [
  ...(['given', 'middle', 'family', 'suffix', 'birthDate', 'gender', 'ssnLastFour'] as const),
  ...(['street', 'city', 'state', 'zip', 'phone'] as const),
] as const;

export const RECORD_FIELDS = `id system registeredAt personSince person { id } ${TRAITS.join(' ')}`;
export const SourceRecord = z.object({
  id: text,
  system: text,
  registeredAt: text,
  personSince: text,
  person: z.object({ id: z.string() }).nullable(),
  ...{ given: text, middle: text, family: text, suffix: text, birthDate: text, gender: text, ssnLastFour: text },
  ...{ street: text, city: text, state: text, zip: text, phone: text },
});
export type SourceRecord = z.infer<typeof SourceRecord>;

export const CHANGE_FIELDS =
  'id kind status reason model reviewId proposedBy proposedAt changedBy changedAt decisionReason';
export const LinkChange = z.object({
  id: z.string(),
  ...{ kind: text, status: text, reason: text, model: text, reviewId: text },
  ...{ proposedBy: text, proposedAt: text, changedBy: text, changedAt: text, decisionReason: text },
});
export type LinkChange = z.infer<typeof LinkChange>;
