import { createHash } from 'node:crypto';
import { z } from 'zod';
import { TERM_FREQUENCY_COLUMNS } from '../comparisons/comparison.ts';
import { COMPARISONS } from '../comparisons/comparisons.ts';
import { GUARDS } from './guardNames.ts';

const Probability = z.number().gt(0).lte(1);

const Frequencies = z.strictObject({
  /** Frequency of a value that training has not seen. */
  unseen: Probability,
  /** Share of the training records with the value. */
  values: z.record(z.string(), Probability),
});

const Content = z.strictObject({
  format: z.literal('person360-linkage-model/1'),
  name: z.string().min(1),
  trained: z.strictObject({
    /** Data and part of it that the probabilities and thresholds are from. */
    on: z.string().min(1),
    /** RFC 3339. */
    at: z.iso.datetime({ offset: true }),
    by: z.string().min(1),
    records: z.number().int().positive(),
  }),
  /** Probability that two random records are of one person. */
  prior: Probability,
  /** For each level: m, its share among pairs of one person; u, its share among pairs of different persons. */
  comparisons: z.array(
    z.strictObject({
      name: z.string(),
      levels: z.array(z.strictObject({ name: z.string(), m: Probability, u: Probability })),
    }),
  ),
  termFrequencies: z.partialRecord(z.enum(TERM_FREQUENCY_COLUMNS), Frequencies),
  /** Most bits that the traits which a household shares count for together. Null: no limit. */
  householdLimit: z.number().positive().nullable(),
  /** Most bits that other address parts count against a match together: people move. Negative. Null: no limit. */
  addressFloor: z.number().negative().nullable(),
  /** Guards that keep a pair from being linked automatically (decide/guards.ts). */
  guards: z.array(z.enum(GUARDS)),
  /** In bits of match weight. */
  thresholds: z.strictObject({
    /** Records with at least this weight are linked automatically. */
    join: z.number(),
    /** Records with at least this weight go to review. */
    review: z.number(),
    /** A link of which the weight falls below this is broken. */
    fracture: z.number(),
  }),
});
export type LinkageModelContent = z.infer<typeof Content>;

export interface LinkageModel extends LinkageModelContent {
  /** First 16 hexadecimal digits of the SHA-256 of the content. Stored with every decision. */
  readonly version: string;
}

export class LinkageModelError extends Error {}

/** Checks the content against the comparisons of this program, and adds its version. */
export function linkageModel(content: LinkageModelContent): LinkageModel {
  const checked = Content.parse(content);
  const { join, review, fracture } = checked.thresholds;
  if (join < review || join < fracture) {
    throw new LinkageModelError(
      `The model's join threshold (${join}) is below review (${review}) or fracture (${fracture}). Raise join.`,
    );
  }
  for (const { name, levels } of COMPARISONS) {
    const found = checked.comparisons.find((other) => other.name === name)?.levels.map((level) => level.name);
    const expected = levels.map((level) => level.name);
    if (found?.join() !== expected.join()) {
      throw new LinkageModelError(
        `The model has the levels [${found?.join(', ') ?? 'none'}] for ${name}; this version compares ` +
          `[${expected.join(', ')}]. Train it again: person360 identity train.`,
      );
    }
  }
  const version = createHash('sha256').update(JSON.stringify(checked)).digest('hex').slice(0, 16);
  return { ...checked, version };
}

/** Reads a model file. */
export function parseModel(text: string): LinkageModel {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new LinkageModelError(
      `The model file is no JSON: ${(error as Error).message}. Restore it or train it again.`,
    );
  }
  const parsed = Content.safeParse(json);
  if (!parsed.success) {
    throw new LinkageModelError(`The model file is not valid. ${z.prettifyError(parsed.error)}`);
  }
  return linkageModel(parsed.data);
}

/** Text of a model file. The version is computed when it is read. */
export function modelText({ version: _, ...content }: LinkageModel): string {
  return `${JSON.stringify(content, undefined, 1)}\n`;
}
