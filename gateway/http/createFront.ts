import type { IncomingMessage, RequestListener } from 'node:http';
import { type AppOptions, createApp } from './createApp.ts';
import { createGraphqlDoor, type GraphqlDoorOptions, isGraphqlPost } from './graphqlDoor.ts';
import { type AllowedOrigins, createCors } from './headers/cors.ts';
import { createLandingPage, isPageVisit } from './landingPage.ts';

export interface FrontOptions extends AppOptions, GraphqlDoorOptions {
  readonly allowedOrigins: AllowedOrigins;
  /** Whether callers need a token; the page for visitors says so. */
  readonly needsToken: boolean;
}

/** Every request to the gateway: the graph's through its own door, everything else through the application. */
export function createFront(options: FrontOptions): RequestListener {
  const app = createApp(options);
  const door = createGraphqlDoor(options);
  const answerPreflight = createCors(options.allowedOrigins);
  const sendPage = createLandingPage(options.needsToken);
  return (request, response) => {
    // Before both, so that the two treat browsers alike.
    if (isGraphqlPath(request) && answerPreflight(request, response)) return;
    if (isGraphqlPost(request)) door(request, response);
    else if (isPageVisit(request)) sendPage(request, response);
    else app(request, response);
  };
}

function isGraphqlPath({ url = '' }: IncomingMessage): boolean {
  return url === '/graphql' || /^\/graphql[/?]/.test(url);
}
