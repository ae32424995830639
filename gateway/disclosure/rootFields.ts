import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';

/** One field of the operation's root, with what it was asked for. */
export interface RootField {
  /** Type.field */
  readonly coordinate: string;
  readonly name: string;
  /** Key in the answer. */
  readonly key: string;
  readonly returns: string;
  /** Whether it takes part in a request with these variables, and its arguments then; undefined: it does not. */
  arguments(variables: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | undefined;
}

/** The root's fields, introspection excepted; made once per operation. */
export function rootFieldsOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): readonly RootField[] {
  const root = schema.getRootType(operation.operation);
  if (!root) return [];
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const found = new Map<string, RootField>();

  function walk(selections: readonly SelectionNode[], around: readonly SelectionNode[]): void {
    for (const selection of selections) {
      const nodes = [...around, selection];
      switch (selection.kind) {
        case Kind.FIELD: {
          const field = root?.getFields()[selection.name.value];
          const key = selection.alias?.value ?? selection.name.value;
          if (field !== undefined && !found.has(key)) {
            const conditional = nodes.filter(({ directives }) => (directives ?? []).length > 0);
            found.set(key, {
              coordinate: `${root?.name}.${field.name}`,
              name: field.name,
              key,
              returns: getNamedType(field.type).name,
              arguments: (variables) => argumentsOf(field, selection, conditional, variables),
            });
          }
          break;
        }
        case Kind.INLINE_FRAGMENT:
          walk(selection.selectionSet.selections, nodes);
          break;
        case Kind.FRAGMENT_SPREAD:
          walk(fragments.get(selection.name.value)?.selectionSet.selections ?? [], nodes);
      }
    }
  }
  walk(operation.selectionSet.selections, []);
  return [...found.values()];
}

/** Throws GraphQLError when the variables do not fit; then nothing was shown either. */
function argumentsOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  /** The field and what it stands in, as far as they have directives. */
  conditional: readonly SelectionNode[],
  variables: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> | undefined {
  const isIncluded = conditional.every(
    (each) =>
      getDirectiveValues(GraphQLSkipDirective, each, variables)?.if !== true &&
      getDirectiveValues(GraphQLIncludeDirective, each, variables)?.if !== false,
  );
  return isIncluded ? getArgumentValues(field, node, variables) : undefined;
}
