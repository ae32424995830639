import {
  type GraphQLError,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
} from 'graphql';
import { operationError } from '../../errors/createErrors.ts';

export function placeOf(path: readonly string[], typeName: string, fieldName: string): string {
  return JSON.stringify([path, typeName, fieldName]);
}

export function runtimeTypesOf(
  schema: GraphQLSchema,
  type: GraphQLNamedType | undefined,
): readonly GraphQLObjectType[] {
  if (!isCompositeType(type)) return [];
  if (isObjectType(type)) return [type];
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [];
}

export function intersect(
  some: readonly GraphQLObjectType[],
  others: readonly GraphQLObjectType[],
): readonly GraphQLObjectType[] {
  return some.filter((type) => others.includes(type));
}

export function unwrap(type: GraphQLOutputType): { readonly type: GraphQLNamedType; readonly listDepth: number } {
  let listDepth = 0;
  let current: GraphQLOutputType = type;
  while (isListType(current) || isNonNullType(current)) {
    if (isListType(current)) listDepth++;
    current = current.ofType;
  }
  return { type: current, listDepth };
}

export function namedType(name: string) {
  return { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: name } } as const;
}

export function tooComplex(limit: number): GraphQLError {
  return operationError(
    'OPERATION_TOO_COMPLEX',
    `The operation selects more than ${limit} fields once its fragments are expanded.`,
  );
}
