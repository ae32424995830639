import type { TrustedDocuments } from '../documents/trusted/trustedDocuments.ts';
import type { Generations } from '../generation/generation.ts';
import type { StopPart } from '../runtime/startTogether.ts';
import type { WorkerPart } from '../runtime/workers.ts';
import type { Authenticate } from './authenticate.ts';
import { createServer } from './createServer.ts';
import type { AllowedOrigins } from './headers/cors.ts';
import { createHealth, type ReadinessCheck } from './health.ts';
import { listen } from './listen.ts';
import type { GatewayMetrics } from './metrics.ts';

export interface HttpOptions {
  readonly host: string;
  readonly port: number;
  readonly generations: Generations;
  readonly trusted: TrustedDocuments;
  readonly authenticate: Authenticate;
  readonly checks: () => readonly ReadinessCheck[];
  /** Public keys with which subgraphs verify grants. */
  readonly grantKeys: readonly object[];
  readonly allowedOrigins: AllowedOrigins;
  readonly needsToken: boolean;
  readonly limits: { readonly maxBodyBytes: number; readonly requestTimeoutMs: number };
  readonly worker?: WorkerPart;
  readonly drainMs?: number;
  readonly metrics: GatewayMetrics;
  readonly clock: () => Date;
  /** Called with errors that callers see masked. */
  readonly onError: (error: unknown) => void;
  readonly log: (message: string, details: Readonly<Record<string, unknown>>) => void;
  readonly started: (stop: StopPart) => void;
}

/** Receives requests over HTTP. Stopping waits for requests in flight. Returns the address of the GraphQL endpoint. */
export async function startHttp(options: HttpOptions): Promise<string> {
  const { generations, limits, metrics, clock, onError, log, started, worker } = options;
  let stopping = false;
  const handleRequest = createServer({
    ...{ generations, metrics, onError, log },
    trusted: options.trusted,
    authenticate: options.authenticate,
    health: createHealth(options.checks, clock, () => stopping),
    allowedOrigins: options.allowedOrigins,
    needsToken: options.needsToken,
    metricsText: worker?.metricsText(metrics.registry) ?? (() => metrics.registry.metrics()),
    grantKeys: { keys: options.grantKeys },
    maxBodyBytes: limits.maxBodyBytes,
    timeoutMs: limits.requestTimeoutMs,
  });
  const listener = await listen(handleRequest, options);
  started(() => {
    stopping = true;
    return listener.stop(options.drainMs);
  });
  return listener.url;
}
