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

/** The file of targets: names are unique. */
export const WebhookTargets = z
  .array(WebhookTarget)
  .refine((targets) => new Set(targets.map(({ name }) => name)).size === targets.length, 'a name is given twice');
