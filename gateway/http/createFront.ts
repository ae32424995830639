import type { RequestListener } from 'node:http';
import { type AppOptions, createApp } from './createApp.ts';
import { createGraphqlDoor, type GraphqlDoorOptions, isGraphqlPost } from './graphqlDoor.ts';

/** Every request to the gateway: the graph's through its own door, everything else through the application. */
export function createFront(options: AppOptions & GraphqlDoorOptions): RequestListener {
  const app = createApp(options);
  const door = createGraphqlDoor(options);
  return (request, response) => {
    if (isGraphqlPost(request)) door(request, response);
    else app(request, response);
  };
}
