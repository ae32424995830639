import { createFeedVerifier } from '../../feed/feedVerifier.ts';
import { createPublishedKeys } from '../runtime/publishedKeys.ts';
import type { StopPart } from '../runtime/startTogether.ts';
import { type ApprovalFeed, followApprovalFeed } from './approvalFeed.ts';

export interface ApprovalsOptions {
  readonly feed: { readonly url: string; readonly jwksUrl: string; readonly maxAgeSeconds: number };
  readonly limits: { readonly maxApprovals: number; readonly maxKeyAgeMs: number };
  /** Makes the bearer credential for the feed. */
  readonly grants: { authorizationFor(system: string): string };
  readonly clock: () => Date;
  readonly log: (message: string, details: Readonly<Record<string, unknown>>) => void;
  readonly onInterruption: () => void;
  readonly started: (stop: StopPart) => void;
}

/** Follows emou's feed of approvals, and verifies each event with the keys that emou publishes. */
export function startApprovals(options: ApprovalsOptions): ApprovalFeed {
  const { feed, limits, grants, clock, log, started } = options;
  const { maxApprovals, maxKeyAgeMs } = limits;
  const keys = createPublishedKeys({
    publisher: 'emou',
    url: feed.jwksUrl,
    algorithms: ['ES256'],
    maxKeyAgeMs,
    clock,
    log,
  });
  started(keys.stop);
  const followed = followApprovalFeed({
    url: feed.url,
    authorization: () => grants.authorizationFor('emou'),
    verify: createFeedVerifier(keys),
    maxAgeSeconds: feed.maxAgeSeconds,
    maxApprovals,
    clock,
    log(message, details) {
      options.onInterruption();
      log(message, details);
    },
  });
  started(followed.stop);
  return followed;
}
