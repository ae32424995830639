import { type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import type { FieldGuards } from './fieldGuards.ts';
import { PublicError } from './publicError.ts';
import type { SubgraphContext } from './subgraphDefinition.ts';

/**
 * Puts the guard in front of every field's resolver, root fields of Query and Mutation too: the one place where this
 * subgraph decides on a field, whatever resolver, loader or path led to it. Costs one array access per guarded field.
 */
export function guardSchema(schema: GraphQLSchema, guards: FieldGuards): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${field.name}`;
      if (!guards.byCoordinate.has(coordinate)) throw new Error(`${coordinate} is served, but nobody decided on it.`);
      const guardIndex = guards.byCoordinate.get(coordinate);
      if (guardIndex !== undefined) field.resolve = guardField(field.resolve ?? readProperty, coordinate, guardIndex);
    }
  }
}

function guardField(
  resolve: GraphQLFieldResolver<unknown, SubgraphContext>,
  coordinate: string,
  guardIndex: number,
): GraphQLFieldResolver<unknown, SubgraphContext> {
  return (source, args, context, info) => {
    if (!context.mayDisclose(guardIndex)) {
      throw new PublicError('FORBIDDEN_FIELD', `The grant does not open ${coordinate}.`);
    }
    return resolve(source, args, context, info);
  };
}

/** Records are plain objects: unlike the default resolver, this never calls what it finds. */
const readProperty: GraphQLFieldResolver<unknown, SubgraphContext> = (source, _args, _context, info) =>
  typeof source === 'object' && source !== null && Object.hasOwn(source, info.fieldName)
    ? // hasOwn has just shown that the name is the object's own.
      (source as Readonly<Record<string, unknown>>)[info.fieldName]
    : null;
