import type { KeySet } from '../../keys/keySet.ts';
import type { Caches } from '../runtime/caches.ts';
import { createPublishedKeys } from '../runtime/publishedKeys.ts';
import type { StopPart } from '../runtime/startTogether.ts';
import { createRefusalLog } from './refusalLog.ts';
import { createTokenVerifier, type TokenVerifier } from './tokenVerifier.ts';

export interface CallerTokensOptions {
  readonly callers: { readonly jwksUrl: string; readonly issuer: string; readonly audience: string };
  readonly limits: { readonly maxKeyAgeMs: number };
  readonly caches: Caches;
  readonly clock: () => Date;
  readonly log: (message: string, details: Readonly<Record<string, unknown>>) => void;
  readonly onRefusal: () => void;
  readonly started: (stop: StopPart) => void;
}

/** Verifies callers' tokens with the keys that the state's identity provider publishes. */
export function startTokenVerifier(options: CallerTokensOptions): {
  readonly verify: TokenVerifier;
  readonly keys: KeySet;
} {
  const { callers, limits, caches, clock, log } = options;
  const keys = createPublishedKeys({
    publisher: 'identity provider',
    url: callers.jwksUrl,
    algorithms: ['RS256', 'ES256'],
    maxKeyAgeMs: limits.maxKeyAgeMs,
    ...{ clock, log },
  });
  options.started(keys.stop);
  const logRefusal = createRefusalLog({ log, clock });
  const verify = createTokenVerifier({
    ...{ keys, issuer: callers.issuer, audience: callers.audience, clock, caches },
    onRefusal(reason) {
      options.onRefusal();
      logRefusal(reason);
    },
  });
  return { verify, keys };
}
