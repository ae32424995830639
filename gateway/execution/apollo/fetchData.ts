import type { Caches } from '../../runtime/caches.ts';
import { saysOutdated } from '../contract/outdatedSystem.ts';
import { markedMessage } from '../contract/publicMessage.ts';
import { RESPONSE_TOO_LARGE } from '../contract/responseBudget.ts';
import { distinctRepresentations } from './distinctRepresentations.ts';
import { codeOf, codeOfThrown, postToSubgraph, type SubgraphEndpoint } from './postToSubgraph.ts';
import { createSelectionFilter } from './selectionFilter.ts';
import type { FetchData } from './subgraphCall.ts';

/** Sends a fetch of the plan as it stands, each representation once. */
export function createFetchData(
  endpoint: SubgraphEndpoint,
  caches: Caches,
  interfaceObjects: ReadonlySet<string>,
): FetchData {
  const onlySelected = createSelectionFilter(caches);
  return async (call, context) => {
    const { variables } = call;
    const fail = (code: string, inner?: readonly (string | number)[], message?: string): void => {
      if (code === RESPONSE_TOO_LARGE) context.spending.end();
      context.failures.push({
        service: endpoint.service,
        path: call.path,
        query: call.query,
        code,
        message,
        ...(inner === undefined ? {} : { inner }),
      });
    };
    const { sent, restore } = distinctRepresentations(variables.representations);
    if (sent?.length === 0) return { _entities: restore([]) };
    const body = JSON.stringify({
      query: call.query,
      variables: sent === undefined ? variables : { ...variables, representations: sent },
    });
    try {
      const response = await postToSubgraph(endpoint, body, context);
      for (const error of response.errors ?? []) {
        const inner = Array.isArray(error.path) ? error.path : undefined;
        const isOutdated = response.data == null && saysOutdated(error.message, error.path, error.extensions?.code);
        const code = isOutdated ? 'SUBGRAPH_OUTDATED' : codeOf(error.extensions?.code);
        fail(code, inner, markedMessage(error.message, error.extensions));
      }
      const data = response.data ?? undefined;
      if (data === undefined) {
        if ((response.errors ?? []).length === 0) fail('SUBGRAPH_INVALID_RESPONSE');
        return undefined;
      }
      if (sent !== undefined) {
        const entities: unknown = data._entities;
        if (!Array.isArray(entities) || entities.length !== sent.length) {
          fail('SUBGRAPH_INVALID_RESPONSE');
          return undefined;
        }
        for (const entity of entities) removeInterfaceName(entity, interfaceObjects);
        data._entities = restore(entities);
      }
      return onlySelected(data, call.query);
    } catch (error) {
      fail(codeOfThrown(error));
      return undefined;
    }
  };
}

/**
 * A subgraph that has an interface object reports the interface's name as `__typename`. The stock executor would write
 * it over the name of the object type, which it already has: no entity is requested without one.
 */
function removeInterfaceName(entity: unknown, interfaceObjects: ReadonlySet<string>): void {
  if (typeof entity !== 'object' || entity === null || !('__typename' in entity)) return;
  if (interfaceObjects.has(String(entity.__typename))) delete entity.__typename;
}
