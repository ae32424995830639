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
              arguments: argumentsOf(field, selection, conditional),
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

/** What it gives throws GraphQLError when the variables do not fit; then nothing was shown either. */
function argumentsOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  /** The field and what it stands in, as far as they have directives. */
  conditional: readonly SelectionNode[],
): RootField['arguments'] {
  const variableOf = variablesIn(field, node);
  return (variables) => {
    const isIncluded = conditional.every(
      (each) =>
        getDirectiveValues(GraphQLSkipDirective, each, variables)?.if !== true &&
        getDirectiveValues(GraphQLIncludeDirective, each, variables)?.if !== false,
    );
    if (!isIncluded) return undefined;
    const given: Record<string, unknown> = {};
    for (const [argument, variable] of variableOf ?? []) {
      if (Object.hasOwn(variables, variable)) given[argument] = variables[variable];
    }
    const isWhole = variableOf?.every(([argument]) => given[argument] !== undefined && given[argument] !== null);
    return isWhole ? given : getArgumentValues(field, node, variables);
  };
}

/**
 * Argument and variable, where that is how all of the field's arguments are given: their values are coerced already, and
 * need no schema. Undefined where an argument is written in the text, or has a default value.
 */
function variablesIn(
  field: GraphQLField<unknown, unknown>,
  { arguments: given = [] }: FieldNode,
): readonly (readonly [string, string])[] | undefined {
  const variableOf = given.flatMap(({ name, value }) =>
    value.kind === Kind.VARIABLE ? [[name.value, value.name.value] as const] : [],
  );
  return variableOf.length === field.args.length ? variableOf : undefined;
}
