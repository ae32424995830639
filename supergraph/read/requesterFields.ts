import { type ConstDirectiveNode, type DocumentNode, Kind } from 'graphql';

const TAG = 'names-requester';

/**
 * Finds the fields of Query that a subgraph tags `@tag(name: "names-requester")`, with the subgraphs that resolve each.
 * The response depends on who asks, so grants for these subgraphs name the requester, and requests of two people never
 * share a call.
 */
export function readRequesterFields(supergraph: DocumentNode): ReadonlyMap<string, readonly string[]> {
  const names = subgraphNames(supergraph);
  const found = new Map<string, readonly string[]>();
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION || definition.name.value !== 'Query') continue;
    for (const { name, directives = [] } of definition.fields ?? []) {
      if (!directives.some((directive) => directive.name.value === 'tag' && argumentOf(directive, 'name') === TAG))
        continue;
      const graphs = directives
        .filter((directive) => directive.name.value === 'join__field')
        .flatMap((directive) => names.get(argumentOf(directive, 'graph') ?? '') ?? []);
      found.set(name.value, graphs);
    }
  }
  return found;
}

/** Names of the subgraphs by their values in the enum join__Graph. */
function subgraphNames(supergraph: DocumentNode): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'join__Graph') continue;
    for (const { name, directives = [] } of definition.values ?? []) {
      const graph = directives.find((directive) => directive.name.value === 'join__graph');
      const written = graph === undefined ? undefined : argumentOf(graph, 'name');
      if (written !== undefined) names.set(name.value, written);
    }
  }
  return names;
}

function argumentOf(directive: ConstDirectiveNode, argument: string): string | undefined {
  const value = directive.arguments?.find(({ name }) => name.value === argument)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;
}
