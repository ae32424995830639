import { type GraphQLFieldResolver, type GraphQLSchema, getNamedType, isLeafType, isObjectType } from 'graphql';
import { PublicError } from '../errors/publicError.ts';
import type { SubgraphContext } from '../subgraphDefinition.ts';
import type { FieldGuards } from './fieldGuards.ts';
import { PERSON_TYPE } from './personOfField.ts';

/**
 * Puts the guard in front of every field's resolver, including root fields of Query and Mutation. This is the one place
 * where the subgraph decides on a field, whatever resolver, loader or path led to it. Costs one array access per
 * guarded field; the person is looked up only under a grant with conditions.
 */
export function guardSchema(schema: GraphQLSchema, guards: FieldGuards): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${field.name}`;
      if (!guards.byCoordinate.has(coordinate)) throw new Error(`${coordinate} is served, but nobody decided on it.`);
      const guardIndex = guards.byCoordinate.get(coordinate);
      // Fields that lead away from a person are tracked too, so that fields below can find the person.
      const leadsToMore = type.name === PERSON_TYPE && !isLeafType(getNamedType(field.type));
      if (guardIndex !== undefined || leadsToMore)
        field.resolve = guardField(field.resolve ?? readProperty, coordinate, guardIndex);
      else if (!isLeafType(getNamedType(field.type))) field.resolve ??= readProperty;
    }
  }
}

function guardField(
  resolve: GraphQLFieldResolver<unknown, SubgraphContext>,
  coordinate: string,
  guardIndex: number | undefined,
): GraphQLFieldResolver<unknown, SubgraphContext> {
  return (source, args, context, info) => {
    const { disclosure, facts, persons } = context;
    const person = facts === undefined ? undefined : persons.personOf(source, info);
    const opens = guardIndex === undefined ? 'everybody' : disclosure.of(guardIndex);
    switch (opens) {
      case 'everybody':
        return resolve(source, args, context, info);
      case 'nobody':
        throw new PublicError('FORBIDDEN_FIELD', `The grant does not open ${coordinate}.`);
      case 'some': {
        // Null without an error: the gateway reports every field that a condition closes.
        if (facts === undefined || person === undefined || guardIndex === undefined) return null;
        return facts
          .of(person)
          .then((known) => (disclosure.opensFor(guardIndex, known) ? resolve(source, args, context, info) : null));
      }
    }
  };
}

/** Reads a property of a plain record. Unlike the default resolver, it never calls a function it finds. */
const readProperty: GraphQLFieldResolver<unknown, SubgraphContext> = (source, _args, _context, info) =>
  typeof source === 'object' && source !== null && Object.hasOwn(source, info.fieldName)
    ? // hasOwn has just checked that the object has this name.
      (source as Readonly<Record<string, unknown>>)[info.fieldName]
    : null;
