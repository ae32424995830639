import { z } from 'zod';
import { namedTarget } from './noticeTarget.ts';
import { readTargetList } from './targetList.ts';

/** Configured by the operator only: no caller can make emou post anywhere else. */
export const WebhookTarget = z.strictObject({
  ...namedTarget,
  url: z.url({ protocol: /^https?$/ }),
  /** HMAC-SHA256 key shared with the receiver. */
  secret: z.string().min(32),
});
export type WebhookTarget = z.infer<typeof WebhookTarget>;

export function readWebhookTargets(text: string | undefined): readonly WebhookTarget[] {
  return readTargetList('webhook targets', WebhookTarget, text);
}
