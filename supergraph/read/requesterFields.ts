import { type DocumentNode, Kind } from 'graphql';
import { argumentOf, subgraphNames } from './joinDirectives.ts';

const TAG = 'names-requester';
const ROOTS: readonly string[] = ['Query', 'Mutation'];

/**
 * Finds the fields of Query and Mutation that a subgraph tags `@tag(name: "names-requester")`, with the subgraphs that resolve each.
 * The response depends on who asks, so grants for these subgraphs name the requester, and requests of two people never
 * share a call.
 */
export function readRequesterFields(supergraph: DocumentNode): ReadonlyMap<string, readonly string[]> {
  const names = subgraphNames(supergraph);
  const found = new Map<string, readonly string[]>();
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION || !ROOTS.includes(definition.name.value)) continue;
    for (const { name, directives = [] } of definition.fields ?? []) {
      if (!directives.some((directive) => directive.name.value === 'tag' && argumentOf(directive, 'name') === TAG))
        continue;
      const graphs = directives
        .filter((directive) => directive.name.value === 'join__field')
        .flatMap((directive) => names.get(argumentOf(directive, 'graph') ?? '') ?? []);
      found.set(name.value, [...(found.get(name.value) ?? []), ...graphs]);
    }
  }
  return found;
}
