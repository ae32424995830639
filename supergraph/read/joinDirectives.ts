import { type ConstDirectiveNode, type DocumentNode, Kind } from 'graphql';

/** Names of the subgraphs by their values in the enum join__Graph. */
export function subgraphNames(supergraph: DocumentNode): ReadonlyMap<string, string> {
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

/** Value of an argument that is a string or an enum value. */
export function argumentOf(directive: ConstDirectiveNode, argument: string): string | undefined {
  const value = directive.arguments?.find(({ name }) => name.value === argument)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;
}
