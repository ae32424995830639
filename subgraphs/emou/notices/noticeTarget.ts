import { parse } from 'yaml';
import { z } from 'zod';
import { signatories } from '../../../schema/agencies.ts';
import { GOVERNORS_OFFICE } from '../agreement/vocabulary.ts';

const agencies: readonly string[] = [...signatories.map(({ code }) => code), GOVERNORS_OFFICE];

/** Where an agency's notices go, as the operator configures it: no caller can make emou post anywhere else. */
export const WebhookTarget = z.strictObject({
  /** Told in the dead letters instead of the address, which may hold a secret. */
  name: z.string().regex(/^[a-z0-9-]{1,64}$/),
  agency: z.string().refine((code) => agencies.includes(code), 'no agency of the agreement'),
  url: z.url({ protocol: /^https?$/ }),
  /** Shared with the receiver, for HMAC-SHA256. */
  secret: z.string().min(32),
});
export type WebhookTarget = z.infer<typeof WebhookTarget>;

const WebhookTargets = z
  .array(WebhookTarget)
  .refine((targets) => new Set(targets.map(({ name }) => name)).size === targets.length, 'a name is given twice');

/** Reads the list of targets (YAML or JSON); no text: none. Throws, naming what is wrong and never a value. */
export function readWebhookTargets(text: string | undefined): readonly WebhookTarget[] {
  if (text === undefined) return [];
  let list: unknown;
  try {
    list = parse(text);
  } catch {
    throw new Error('The webhook targets are neither YAML nor JSON.');
  }
  const targets = WebhookTargets.safeParse(list);
  if (targets.success) return targets.data;
  const problems = targets.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`The webhook targets are not as described: ${problems.join('; ')}.`);
}
