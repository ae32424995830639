import { z } from 'zod';
import { namedTarget } from './noticeTarget.ts';
import { readTargetList } from './targetList.ts';

/** As the operator configures it: no caller can make emou post anywhere else. */
export const WebhookTarget = z.strictObject({
  ...namedTarget,
  url: z.url({ protocol: /^https?$/ }),
  /** Shared with the receiver, for HMAC-SHA256. */
  secret: z.string().min(32),
});
export type WebhookTarget = z.infer<typeof WebhookTarget>;

export function readWebhookTargets(text: string | undefined): readonly WebhookTarget[] {
  return readTargetList('webhook targets', WebhookTarget, text);
}
