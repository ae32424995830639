import type { GraphQLSchema } from 'graphql';
import { createValidatedDocuments } from '../documents/validatedDocuments.ts';
import type { Pipeline } from '../pipeline.ts';
import type { Caches } from '../runtime/caches.ts';
import type { StopPart } from '../runtime/startTogether.ts';
import type { WorkerPart } from '../runtime/workers.ts';
import type { Authenticate } from './authenticate.ts';
import { createServer } from './createServer.ts';
import { createGraphqlServer, type DocumentLimits } from './graphqlServer.ts';
import type { AllowedOrigins } from './headers/cors.ts';
import { createHealth, type ReadinessCheck } from './health.ts';
import { listen } from './listen.ts';
import type { GatewayMetrics } from './metrics.ts';

export interface HttpOptions {
  readonly host: string;
  readonly port: number;
  readonly schema: GraphQLSchema;
  readonly pipeline: Pipeline;
  readonly authenticate: Authenticate;
  readonly checks: readonly ReadinessCheck[];
  /** Public keys with which subgraphs verify grants. */
  readonly grantKeys: readonly object[];
  readonly allowedOrigins: AllowedOrigins;
  readonly needsToken: boolean;
  readonly limits: DocumentLimits & { readonly maxBodyBytes: number; readonly requestTimeoutMs: number };
  readonly worker?: WorkerPart;
  readonly drainMs?: number;
  readonly caches: Caches;
  readonly metrics: GatewayMetrics;
  readonly clock: () => Date;
  readonly log: (message: string, details: Readonly<Record<string, unknown>>) => void;
  readonly started: (stop: StopPart) => void;
}

/** Receives requests over HTTP. Stopping waits for requests in flight. Returns the address of the GraphQL endpoint. */
export async function startHttp(options: HttpOptions): Promise<string> {
  const { schema, pipeline, limits, caches, metrics, clock, log, started, worker } = options;
  const documents = createValidatedDocuments(caches);
  const onError = (error: unknown): void =>
    log('request failed', { error: error instanceof Error ? error.stack : String(error) });
  const server = createGraphqlServer({ schema, pipeline, limits, caches, documents, onError });
  await server.start();
  started(() => server.stop());
  let stopping = false;
  const handleRequest = createServer({
    ...{ server, pipeline, documents, metrics, onError },
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
