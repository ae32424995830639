import {
  type GatedFetches,
  groupByVariant,
  noteOwners,
  type Representation,
  reducedTo,
  separateOwner,
} from './gatedFetches.ts';
import type { ApolloRequestContext, FetchData, SubgraphCall } from './subgraphCall.ts';

/** Fetches of each object what is open of the person whose data it is. */
export async function fetchGated(
  service: string,
  fetchData: FetchData,
  call: SubgraphCall,
  context: ApolloRequestContext,
  gates: GatedFetches,
): Promise<Record<string, unknown> | undefined> {
  const { personType } = gates;
  const { representations } = call.variables;
  if (!Array.isArray(representations)) {
    const data = await fetchData(call, context);
    noteOwners(data, undefined, personType);
    return data;
  }
  const objects = representations.map((representation: Representation) => separateOwner(representation, personType));
  const fetchVariant = async (query: string, sent: readonly Representation[]): Promise<unknown> => {
    const data = await fetchData({ ...call, query, variables: { ...call.variables, representations: sent } }, context);
    return data?._entities;
  };
  const entities = new Array<unknown>(objects.length).fill(null);
  const receive = (received: unknown, indices: readonly number[]): void => {
    if (!Array.isArray(received)) return;
    for (const [at, index] of indices.entries()) entities[index] = received[at] ?? null;
  };
  const gate = gates.gateOf(service, call.path, call.query);
  if (gate === undefined) {
    receive(
      await fetchVariant(
        call.query,
        objects.map(({ sent }) => sent),
      ),
      [...objects.keys()],
    );
  } else {
    const groups = await groupByVariant(gate, objects, context.persons);
    await Promise.all(
      Array.from(groups, async ([variant, indices]) => {
        const parts = indices.map((index) => reducedTo(objects[index]?.sent ?? {}, variant));
        const complete = indices.filter((_, at) => parts[at] !== undefined);
        receive(
          await fetchVariant(
            variant.operation,
            parts.filter((part) => part !== undefined),
          ),
          complete,
        );
      }),
    );
  }
  for (const [index, entity] of entities.entries()) noteOwners(entity, objects[index]?.owner, personType);
  return { _entities: entities };
}
