import {
  type ConstDirectiveNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isObjectType,
  Kind,
} from 'graphql';

/** Fields of one subgraph, read from the `@join__field` of a supergraph's schema. */
export interface SubgraphFields {
  /**
   * Returns the type of a field: an object where the supergraph has a union or an interface, because other subgraphs
   * may return more (`@join__field(graph: A, type: "Tale")`). A plan uses the types of the subgraph.
   */
  typeOf(field: GraphQLField<unknown, unknown>, subgraph: string): GraphQLNamedType;
  /** Returns the field set of the field's `@requires` in the subgraph. */
  requiresOf(typeName: string, fieldName: string, subgraph: string): string | undefined;
}

export function createSubgraphFields(schema: GraphQLSchema): SubgraphFields {
  const graphs = new Map<string, string>();
  const graphEnum = schema.getType('join__Graph');
  for (const value of isEnumType(graphEnum) ? graphEnum.getValues() : []) {
    const name = argument(value.astNode?.directives, 'join__graph', 'name');
    if (name !== undefined) graphs.set(name, value.name);
  }
  const joinOf = (field: GraphQLField<unknown, unknown>, subgraph: string): ConstDirectiveNode | undefined => {
    const graph = graphs.get(subgraph);
    return field.astNode?.directives?.find(
      (directive) => graph !== undefined && argument([directive], 'join__field', 'graph') === graph,
    );
  };
  return {
    typeOf(field, subgraph) {
      const whole = getNamedType(field.type);
      if (!isAbstractType(whole)) return whole;
      const join = joinOf(field, subgraph);
      const text = join && argument([join], 'join__field', 'type');
      return (text === undefined ? undefined : schema.getType(text.replaceAll(/[[\]!]/g, ''))) ?? whole;
    },
    requiresOf(typeName, fieldName, subgraph) {
      const type = schema.getType(typeName);
      const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[fieldName] : undefined;
      const join = field && joinOf(field, subgraph);
      return join && argument([join], 'join__field', 'requires');
    },
  };
}

function argument(
  directives: readonly ConstDirectiveNode[] | undefined,
  directive: string,
  name: string,
): string | undefined {
  const found = directives
    ?.find((candidate) => candidate.name.value === directive)
    ?.arguments?.find((candidate) => candidate.name.value === name)?.value;
  return found?.kind === Kind.STRING || found?.kind === Kind.ENUM ? found.value : undefined;
}
