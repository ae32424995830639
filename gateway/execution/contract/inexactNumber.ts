import {
  GraphQLID,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
  isSpecifiedScalarType,
} from 'graphql';

/**
 * A number in a variable's value that JSON.parse may have changed: 9007199254740993 is read as 9007199254740992, and
 * 1e400 as Infinity. For an id that is another id; a custom scalar would be passed on with the other value. Int and
 * Float refuse or round such numbers by their own rules, as the GraphQL specification says.
 */
export function inexactNumberIn(value: unknown, type: GraphQLInputType): number | undefined {
  if (value === null || value === undefined || typeof value === 'string' || typeof value === 'boolean')
    return undefined;
  if (isNonNullType(type)) return inexactNumberIn(value, type.ofType);
  if (isListType(type)) {
    return Array.isArray(value)
      ? firstIn(value, (item) => inexactNumberIn(item, type.ofType))
      : inexactNumberIn(value, type.ofType);
  }
  if (isInputObjectType(type)) {
    const fields = type.getFields();
    return firstIn(Object.entries(value), ([name, inner]) => {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      return field && inexactNumberIn(inner, field.type);
    });
  }
  if (!isScalarType(type)) return undefined;
  return isSpecifiedScalarType(type) && type.name !== GraphQLID.name ? undefined : inexactNumber(value);
}

/** The values of a custom scalar can have any form. */
function inexactNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) || isFraction(value) ? undefined : value;
  return typeof value === 'object' && value !== null ? firstIn(Object.values(value), inexactNumber) : undefined;
}

function isFraction(value: number): boolean {
  return Number.isFinite(value) && !Number.isInteger(value);
}

function firstIn<Item>(items: readonly Item[], find: (item: Item) => number | undefined): number | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
