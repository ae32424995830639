import type { PlanViolation } from './authorization/verifyPlan.ts';
import type { ServingOptions } from './gatewayOptions.ts';
import { createMetrics, type GatewayMetrics } from './http/metrics.ts';
import type { HttpOptions } from './http/startHttp.ts';
import { type Caches, createCaches } from './runtime/caches.ts';
import type { StopPart } from './runtime/startTogether.ts';

/** Parts that the stages share and that outlive every supergraph. */
export interface Parts {
  readonly caches: Caches;
  readonly metrics: GatewayMetrics;
  readonly onPrepare: (outcome: 'hit' | 'pruned' | 'planned') => void;
  readonly onPlanViolation: (violation: PlanViolation) => void;
  /** Called with errors that callers see masked. */
  readonly onError: (error: unknown) => void;
  /** Registers the function that stops a running part. */
  readonly started: (stop: StopPart) => void;
}

/** The generations that requests run on, and what HTTP needs besides. */
export interface Stages
  extends Pick<
    HttpOptions,
    'generations' | 'trusted' | 'authenticate' | 'checks' | 'grantKeys' | 'allowedOrigins' | 'needsToken'
  > {
  /** Resolves once the approvals are known for the first time. */
  readonly ready: Promise<void>;
}

export function createParts({ limits, log }: ServingOptions, started: Parts['started']): Parts {
  const caches = createCaches(limits.maxCacheBytes);
  const metrics = createMetrics(caches);
  return {
    caches,
    metrics,
    onPrepare: (outcome) => metrics.prepared.inc({ outcome }),
    onPlanViolation({ coordinates }) {
      metrics.planViolations.inc();
      log('incident: a plan that fetches what is not allowed was rejected', { coordinates });
    },
    onError: (error) => log('request failed', { error: error instanceof Error ? error.stack : String(error) }),
    started,
  };
}
