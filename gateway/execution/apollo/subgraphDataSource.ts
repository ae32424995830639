import type { GraphQLDataSource } from '@apollo/gateway';
import type { Pool } from 'undici';
import type { Caches } from '../../runtime/caches.ts';
import { createFetchData } from './fetchData.ts';
import { fetchGated } from './fetchGated.ts';
import { type Representation, separateOwner } from './gatedFetches.ts';
import type { SubgraphEndpoint } from './postToSubgraph.ts';
import type { ApolloRequestContext, SubgraphCall } from './subgraphCall.ts';
import { areVisible, removeLeftOut } from './visibleRepresentations.ts';

/**
 * One subgraph as the stock executor sees it. Of a subgraph's errors only a code, a path and a message marked as public
 * go further; a failure leaves nulls and is noted in the request's context.
 *
 * @param interfaceObjects interfaces that some subgraph has as an object type
 */
export function createSubgraphDataSource(
  service: string,
  pool: Pool,
  path: string,
  limits: SubgraphEndpoint['limits'],
  caches: Caches,
  interfaceObjects: ReadonlySet<string>,
): GraphQLDataSource<ApolloRequestContext & Record<string, unknown>> {
  const fetchData = createFetchData({ service, pool, path, limits }, caches, interfaceObjects);
  return {
    async process(options) {
      if (options.kind !== 'incoming operation') throw new Error('Subgraphs are asked for data only.');
      const { context, request, pathInIncomingRequest = [] } = options;
      const call = { query: request.query ?? '', variables: request.variables ?? {}, path: pathInIncomingRequest };
      const data = await fetchVisible(call, context);
      return data === undefined ? {} : { data };
    },
  };

  /** Sends nothing about an object that is left out of the response. */
  async function fetchVisible(
    call: SubgraphCall,
    context: ApolloRequestContext,
  ): Promise<Record<string, unknown> | undefined> {
    const fetch = (sent: SubgraphCall) =>
      context.gates === undefined
        ? fetchData(sent, context)
        : fetchGated(service, fetchData, sent, context, context.gates);
    if (context.data === undefined) return fetch(call);
    const { representations } = call.variables;
    if (!Array.isArray(representations)) {
      const data = await fetch(call);
      if (data === undefined || call.path.length > 0) return data;
      context.data.roots.push(data);
      await removeLeftOut([[data, undefined]], context.data);
      return data;
    }
    const visible = await areVisible(representations, call.path, context.data);
    const sent = representations.filter((_, index) => visible[index]);
    if (sent.length === 0) return { _entities: representations.map(() => null) };
    const data = await fetch({ ...call, variables: { ...call.variables, representations: sent } });
    const entities = data?._entities;
    if (!Array.isArray(entities)) return data;
    if (context.gates !== undefined) {
      const { personType } = context.gates;
      const owners = sent.map((representation: Representation) => separateOwner(representation, personType).owner);
      await removeLeftOut(
        entities.map((entity, index) => [entity, owners[index]]),
        context.data,
      );
    }
    let next = 0;
    return { ...data, _entities: visible.map((isVisible) => (isVisible ? (entities[next++] ?? null) : null)) };
  }
}
