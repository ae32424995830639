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

/** One field of the operation's root, with its arguments. */
export interface RootField {
  /** Type.field */
  readonly coordinate: string;
  readonly name: string;
  /** Response key. */
  readonly key: string;
  /** Selections under this key. */
  readonly nodes: RootSelection['nodes'];
  readonly returns: string;
  /** Arguments of the field in a request with these variables. Undefined if `@skip` or `@include` leaves it out. */
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

/**
 * Compiles the arguments of a field. The returned function throws GraphQLError if the variables do not fit; then no
 * data was returned, either.
 */
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
 * Pairs of argument and variable, if all arguments are given by variables: those values are coerced already, and need
 * no schema. Undefined if an argument has a literal or a default value.
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
