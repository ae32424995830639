import { type FieldNode, type GraphQLField, GraphQLID, getNamedType, getNullableType, isListType, Kind } from 'graphql';
import type { ListSize } from '../../supergraph/read/costDirectives.ts';

export type Variables = Readonly<Record<string, unknown>>;

/** A number that the text of the operation gives, or that depends on its variables. */
export type Amount = number | ((variables: Variables) => number);

/** Arguments that select a page of a list. See the GraphQL Cursor Connections Specification. */
const PAGE_ARGUMENTS: readonly string[] = ['first', 'last'];
/** Fields of a connection that hold its page. */
const PAGE_FIELDS: readonly string[] = ['edges', 'nodes'];

/** Size of a list that a field returns, or that its connection holds. */
export interface SizedList {
  readonly size: Amount;
  /** Fields of the returned object that have this size; the field itself has it when there are none. */
  readonly sizedFields: readonly string[];
}

/**
 * Size that a field's arguments give its list: the arguments that `@listSize` names, else `first` or `last`, else one
 * object for each id in a list of ids. Undefined if no argument gives a size.
 */
export function sizeByArguments(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  directive: ListSize | undefined,
  defaults: Variables,
): SizedList | undefined {
  const isList = isListType(getNullableType(field.type));
  const slicing = directive?.slicingArguments ?? PAGE_ARGUMENTS;
  for (const name of slicing) {
    const size = pageSize(field, node, name, defaults);
    if (size === undefined) continue;
    return { size, sizedFields: isList ? [] : (directive?.sizedFields ?? PAGE_FIELDS) };
  }
  if (!isList || directive !== undefined) return undefined;
  for (const { name, type } of field.args) {
    if (!isListType(getNullableType(type)) || getNamedType(type) !== GraphQLID) continue;
    const value = node.arguments?.find((given) => given.name.value === name)?.value;
    if (value?.kind === Kind.LIST) return { size: value.values.length, sizedFields: [] };
    if (value?.kind !== Kind.VARIABLE) continue;
    const variable = value.name.value;
    return { size: (variables) => lengthOf(variableIn(variable, variables, defaults)), sizedFields: [] };
  }
  return undefined;
}

function pageSize(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  name: string,
  defaults: Variables,
): Amount | undefined {
  const argument = field.args.find((each) => each.name === name);
  if (argument === undefined) return undefined;
  const byDefault = typeof argument.defaultValue === 'number' ? argument.defaultValue : undefined;
  const value = node.arguments?.find((given) => given.name.value === name)?.value;
  if (value === undefined || value.kind === Kind.NULL) return byDefault;
  if (value.kind === Kind.INT) return atLeastZero(Number(value.value));
  if (value.kind !== Kind.VARIABLE) return byDefault;
  const variable = value.name.value;
  return (variables) => {
    const given = variableIn(variable, variables, defaults);
    return typeof given === 'number' ? atLeastZero(given) : (byDefault ?? 0);
  };
}

function variableIn(name: string, variables: Variables, defaults: Variables): unknown {
  return Object.hasOwn(variables, name) ? variables[name] : defaults[name];
}

/** Length of a list. A single value where a list is expected is a list of one. See GraphQL 3.11, input coercion. */
function lengthOf(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  return value === undefined || value === null ? 0 : 1;
}

function atLeastZero(value: number): number {
  return value > 0 ? value : 0;
}
