import { createHmac } from 'node:crypto';
import type { NoticeTarget, SentNotice } from './noticeTarget.ts';
import type { WebhookTarget } from './webhookTarget.ts';

const PATIENCE_MS = 5_000;

export function webhookNotices(target: WebhookTarget): NoticeTarget {
  const { name, agency } = target;
  return { name, agency, send: (notice, now) => postWebhook(target, notice, now) };
}

/**
 * Posts a notice. `person360-signature: t=SECONDS,v1=HEX` is an HMAC-SHA256 with the target's secret over SECONDS, a
 * dot and the body as sent. A receiver rejects old timestamps, so that an intercepted notice cannot be replayed. Throws
 * if the target does not respond with 2xx; redirects are not followed.
 */
async function postWebhook(target: WebhookTarget, notice: SentNotice, now: Date): Promise<void> {
  const body = JSON.stringify({ id: notice.id, ...notice.body });
  const seconds = Math.floor(now.getTime() / 1000);
  const signature = createHmac('sha256', target.secret).update(`${seconds}.${body}`).digest('hex');
  const response = await fetch(target.url, {
    method: 'POST',
    redirect: 'error',
    headers: {
      'content-type': 'application/json',
      'person360-notice': notice.id,
      'person360-signature': `t=${seconds},v1=${signature}`,
    },
    body,
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`answered ${response.status}`);
}
