import { setTimeout as sleep } from 'node:timers/promises';
import jwt from 'jsonwebtoken';
import type { FeedKey } from '../../../feed/feedKey.ts';
import { createFeedVerifier } from '../../../feed/feedVerifier.ts';
import { followFeed, type Outcome } from '../../../feed/followFeed.ts';
import { createKeySet } from '../../../keys/keySet.ts';
import type { FeedApproval, FeedSnapshot } from '../../../schema/approvals/approvalFeed.ts';
import { readFeedEvent } from '../../../schema/approvals/readFeedEvent.ts';
import { approvalsOf } from '../../../schema/approvals/snapshotApprovals.ts';
import type { SubgraphSystem } from '../../kit/subgraphDefinition.ts';

/** The approvals in force, for the check of access. */
export interface KnownApprovals {
  /** Undefined if they are not known, or too old: then every publication takes a second person. */
  current(): readonly FeedApproval[] | undefined;
  stop(): Promise<void>;
}

const MAX_AGE_SECONDS = 15;
const LOOK_AGAIN_MS = 50;
const TOKEN_SECONDS = 60;

/** Follows emou's feed of approvals with a token that the registry signs. */
export function followApprovals(
  { name: system, clock, log }: Pick<SubgraphSystem, 'name' | 'clock' | 'log'>,
  url: () => string | undefined,
  key: FeedKey,
): KnownApprovals {
  const stopping = new AbortController();
  let approvals = new Map<string, FeedApproval>();
  let revision = 0;
  let signedAt = Number.NEGATIVE_INFINITY;

  function accept(payload: unknown, cursor: { parts: FeedSnapshot[] }): Outcome {
    const event = readFeedEvent(payload);
    if (event.kind === 'snapshot') {
      const { number, of } = event.part ?? { number: 1, of: 1 };
      if (number === 1) cursor.parts = [];
      if (cursor.parts.length !== number - 1) throw new Error('a part of a snapshot is out of its order');
      cursor.parts.push(event);
      if (number < of) return 'part';
      approvals = new Map(cursor.parts.flatMap(approvalsOf).map((approval) => [approval.id, approval]));
      cursor.parts = [];
    } else if (event.kind === 'delta') {
      if (event.base > revision) return 'behind';
      for (const id of event.removed) approvals.delete(id);
      for (const approval of event.changed) approvals.set(approval.id, approval);
    } else if (event.revision !== revision) return 'behind';
    revision = event.revision;
    signedAt = event.iat;
    return 'current';
  }

  async function follow(): Promise<void> {
    let address = url();
    while (address === undefined) {
      await sleep(LOOK_AGAIN_MS, undefined, { signal: stopping.signal, ref: false });
      address = url();
    }
    const keys = createKeySet({
      ...{ url: new URL('/.well-known/jwks.json', address).href, algorithms: ['ES256'], clock },
    });
    const feed = followFeed({
      ...{ url: address, name: 'approval feed', maxAgeSeconds: MAX_AGE_SECONDS, verify: createFeedVerifier(keys) },
      authorization: () => `Bearer ${registryToken(key, clock())}`,
      state: {
        get revision() {
          return revision;
        },
        createCursor: () => ({ parts: [] }),
        accept,
        invalidate: () => undefined,
      },
      log: (message, { reason }) => log({ level: 'warn', system, event: `${message}: ${reason}` }),
    });
    await new Promise<void>((resolve) => stopping.signal.addEventListener('abort', () => resolve()));
    await feed.stop();
    await keys.stop();
  }
  // Rejects only if it is stopped before the address is known.
  const following = follow().catch(() => undefined);

  return {
    current: () => (clock().getTime() / 1000 - signedAt <= MAX_AGE_SECONDS ? [...approvals.values()] : undefined),
    async stop() {
      stopping.abort();
      await following;
    },
  };
}

function registryToken({ privateKey, publicJwk }: FeedKey, now: Date): string {
  const iat = Math.floor(now.getTime() / 1000);
  const claims = { iss: 'person360-registry', aud: 'emou', iat, exp: iat + TOKEN_SECONDS };
  return jwt.sign(claims, privateKey, { algorithm: 'ES256', keyid: publicJwk.kid });
}
