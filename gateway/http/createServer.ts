import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { refusal } from '../errors/createErrors.ts';
import { createGraphqlEndpoint, type GraphqlEndpointOptions } from './graphqlEndpoint.ts';
import { type AllowedOrigins, createCors } from './headers/cors.ts';
import type { HealthHandlers } from './health.ts';
import { createLandingPage, isPageVisit } from './landingPage.ts';
import { JSON_TYPE, refuse, send } from './sendResponse.ts';

export interface ServerOptions extends GraphqlEndpointOptions {
  readonly allowedOrigins: AllowedOrigins;
  /** True if callers need a token; the page for visitors says so. */
  readonly needsToken: boolean;
  readonly health: HealthHandlers;
  /** Of this process, or of all workers together. */
  readonly metricsText: () => Promise<string>;
  /** Public keys with which subgraphs verify grants (RFC 7517). */
  readonly grantKeys: { readonly keys: readonly object[] };
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** Receives every request to the gateway: `/graphql` and what is below it, and a table of other paths. */
export function createServer(options: ServerOptions): RequestListener {
  const { health, metrics, metricsText, onError } = options;
  const graphqlEndpoint = createGraphqlEndpoint(options);
  const answerPreflight = createCors(options.allowedOrigins);
  const sendPage = createLandingPage(options.needsToken);
  const grantKeys = JSON.stringify(options.grantKeys);
  const routes: ReadonlyMap<string, Handler> = new Map<string, Handler>([
    ['GET /health/live', health.live],
    ['GET /health/ready', health.ready],
    ['GET /metrics', async (_, response) => send(response, 200, metrics.registry.contentType, await metricsText())],
    ['GET /.well-known/jwks.json', (_, response) => send(response, 200, JSON_TYPE, grantKeys)],
  ]);

  async function route(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const handle = routes.get(`${request.method === 'HEAD' ? 'GET' : request.method} ${path}`) ?? notFound;
    try {
      await handle(request, response);
    } catch (error) {
      onError(error);
      if (response.headersSent) response.destroy();
      else refuse(response, refusal('INTERNAL_SERVER_ERROR'));
    }
  }

  return (request, response) => {
    const path = pathOf(request.url ?? '');
    const isGraphql = path === '/graphql' || path.startsWith('/graphql/');
    if (isGraphql && answerPreflight(request, response)) return;
    if (isPageVisit(request)) sendPage(request, response);
    else if (isGraphql) graphqlEndpoint(request, response);
    else void route(request, response, path);
  };
}

const notFound: Handler = (_, response) => refuse(response, refusal('NOT_FOUND'));

/** Path in lower case, without query and trailing slash. A proxy may send the whole address (RFC 9112, 3.2.2). */
function pathOf(url: string): string {
  if (url === '/graphql') return url;
  const path = url.startsWith('/') || !URL.canParse(url) ? url.replace(/\?.*/s, '') : new URL(url).pathname;
  return path.toLowerCase().replace(/(?<=.)\/$/, '');
}
