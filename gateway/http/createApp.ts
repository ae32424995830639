import type { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import type { AccessOptions } from '../model/request.ts';
import { type Authenticate, authenticateRequest, requesterOf } from './authenticateRequest.ts';
import type { GraphqlContext } from './graphqlServer.ts';
import { readAccessOptions } from './headers/accessOptions.ts';
import { createRequestIds, readClient, readTraceparent } from './headers/requestOrigin.ts';
import { createRequestMeter, type GatewayMetrics } from './metrics.ts';
import { refuse } from './refuse.ts';
import { refuseDeepDocuments } from './refuseDeepDocuments.ts';
import { createRequestSignals } from './requestSignal.ts';

export interface AppOptions {
  readonly server: ApolloServer<GraphqlContext>;
  readonly authenticate: Authenticate;
  readonly health: RequestHandler;
  readonly metrics: GatewayMetrics;
  /** Of this process, or of all workers together. */
  readonly metricsText: () => Promise<string>;
  /** Public keys with which subgraphs verify grants (RFC 7517). */
  readonly grantKeys: { readonly keys: readonly object[] };
  readonly maxBodyBytes: number;
  /** Milliseconds after which a request is given up. */
  readonly timeoutMs: number;
}

/** The one public endpoint, in the order in which a request passes. */
export function createApp(options: AppOptions): Express {
  const app = express();
  const newRequestId = createRequestIds();
  const signalOf = createRequestSignals(options.timeoutMs);
  app.disable('x-powered-by');
  // An ETag would cost a hash of every answer, and would let a later reader of a cache compare answers.
  app.disable('etag');
  app.use(helmet());
  app.use(noStore);
  app.use(options.health);
  app.get('/metrics', async (_request, response) => {
    response.type(options.metrics.registry.contentType).send(await options.metricsText());
  });
  app.get('/.well-known/jwks.json', (_request, response) => {
    response.json(options.grantKeys);
  });
  app.use(
    '/graphql',
    measure(options.metrics),
    authenticateRequest(options.authenticate),
    acceptable,
    accessOptions,
    express.json({ limit: options.maxBodyBytes }),
    bodyPresent,
    refuseDeepDocuments,
    expressMiddleware(options.server, {
      context: async ({ req, res }) => ({
        requester: requesterOf(res),
        requestId: nameRequest(res, newRequestId()),
        client: readClient(req.headers),
        traceparent: readTraceparent(req.headers),
        access: accessOptionsOf(req),
        signal: signalOf(res),
      }),
    }),
  );
  app.use((_request, response) =>
    refuse(response, 404, 'NOT_FOUND', 'There is nothing here; the graph is at /graphql.'),
  );
  app.use(onBadRequest);
  return app;
}

/** The caller can name its request when it asks about it. */
function nameRequest(response: express.Response, requestId: string): string {
  response.setHeader('x-request-id', requestId);
  return requestId;
}

/** Answers hold personal data: no cache may keep one. */
const noStore: RequestHandler = (_request, response, next) => {
  response.setHeader('cache-control', 'no-store');
  next();
};

const accessOptions: RequestHandler = (request, response, next) => {
  const result = readAccessOptions(request.headers);
  if (result.kind === 'refused') refuse(response, 400, 'BAD_REQUEST', result.message);
  else next();
};

/** They were read once already; a request that got this far has none that make no sense. */
function accessOptionsOf(request: express.Request): AccessOptions {
  const result = readAccessOptions(request.headers);
  if (result.kind === 'refused') throw new Error(result.message);
  return result.options;
}

/** Refused before anything runs: Apollo Server looks at the accept header only once the operation has been executed. */
const acceptable: RequestHandler = (request, response, next) => {
  if (request.accepts(['application/json', 'application/graphql-response+json']) === false) {
    refuse(response, 406, 'NOT_ACCEPTABLE', 'Accept application/json or application/graphql-response+json.');
  } else if (request.method === 'POST' && request.is('application/json') === false) {
    refuse(response, 415, 'UNSUPPORTED_MEDIA_TYPE', 'Send the operation as application/json.');
  } else next();
};

/** Apollo Server expects a body property on every request; a GET has none. */
const bodyPresent: RequestHandler = (request, _response, next) => {
  request.body ??= {};
  next();
};

function measure(metrics: GatewayMetrics): RequestHandler {
  const meter = createRequestMeter(metrics);
  return (_request, response, next) => {
    meter(response);
    next();
  };
}

/** What body parsers throw: said in our words, without the body. Express would print a stack and the body to stderr. */
const onBadRequest: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : undefined;
  if (type === 'entity.too.large') refuse(response, 413, 'PAYLOAD_TOO_LARGE', 'The request is larger than is served.');
  else if (type === 'entity.parse.failed') refuse(response, 400, 'BAD_REQUEST', 'The body is not valid JSON.');
  else if (isCallersFault(error)) {
    refuse(response, 400, 'BAD_REQUEST', 'The body cannot be read. Check its length, content-encoding and charset.');
  } else refuse(response, 500, 'INTERNAL_SERVER_ERROR', 'The request could not be completed.');
};

/** An encoding that does not decompress has no `type`, but the status that the body parser gives what callers send. */
function isCallersFault(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('status' in error)) return false;
  return typeof error.status === 'number' && error.status >= 400 && error.status < 500;
}
