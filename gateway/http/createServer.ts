import type { IncomingMessage, RequestListener } from 'node:http';
import { type AppOptions, createApp } from './createApp.ts';
import { createGraphqlEndpoint, type GraphqlEndpointOptions, isGraphqlPost } from './graphqlEndpoint.ts';
import { type AllowedOrigins, createCors } from './headers/cors.ts';
import { createLandingPage, isPageVisit } from './landingPage.ts';

export interface ServerOptions extends AppOptions, GraphqlEndpointOptions {
  readonly allowedOrigins: AllowedOrigins;
  /** Whether callers need a token; the page for visitors says so. */
  readonly needsToken: boolean;
}

/** Every request to the gateway: the graph's through its own endpoint, everything else through the application. */
export function createServer(options: ServerOptions): RequestListener {
  const app = createApp(options);
  const endpoint = createGraphqlEndpoint(options);
  const answerPreflight = createCors(options.allowedOrigins);
  const sendPage = createLandingPage(options.needsToken);
  return (request, response) => {
    // Before both, so that the two treat browsers alike.
    if (isGraphqlPath(request) && answerPreflight(request, response)) return;
    if (isGraphqlPost(request)) endpoint(request, response);
    else if (isPageVisit(request)) sendPage(request, response);
    else app(request, response);
  };
}

function isGraphqlPath({ url = '' }: IncomingMessage): boolean {
  return url === '/graphql' || /^\/graphql[/?]/.test(url);
}
