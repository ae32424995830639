import {
  type FieldNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  Kind,
} from 'graphql';
import type { Operation, RootSelection } from '../../model/operation.ts';

/** One field of the operation's root, with what it was asked for. */
export interface RootField {
  /** Type.field */
  readonly coordinate: string;
  readonly name: string;
  /** Key in the answer. */
  readonly key: string;
  /** Its selections in the text. */
  readonly nodes: RootSelection['nodes'];
  readonly returns: string;
  /** Whether it takes part in a request with these variables, and its arguments then; undefined: it does not. */
  arguments(variables: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | undefined;
}

/** Fields of the root, without introspection; compiled once per operation. */
export function rootFieldsOf(schema: GraphQLSchema, { definition, rootFields }: Operation): readonly RootField[] {
  const root = schema.getRootType(definition.operation);
  if (!root) return [];
  return rootFields.flatMap(({ key, nodes, conditional }): readonly RootField[] => {
    const [node] = nodes;
    const field = root.getFields()[node.name.value];
    if (field === undefined) return [];
    return [
      {
        coordinate: `${root.name}.${field.name}`,
        name: field.name,
        key,
        nodes,
        returns: getNamedType(field.type).name,
        arguments: argumentsOf(field, node, conditional),
      },
    ];
  });
}

/** What it gives throws GraphQLError when the variables do not fit; then nothing was shown either. */
function argumentsOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  conditional: RootSelection['conditional'],
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
