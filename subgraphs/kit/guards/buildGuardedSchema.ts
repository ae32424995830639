import { buildSubgraphSchema } from '@apollo/subgraph';
import { type DocumentNode, type GraphQLSchema, Kind } from 'graphql';
import { countObjects } from '../limits/countObjects.ts';
import { scalars } from '../values/scalars.ts';
import type { FieldGuards } from './fieldGuards.ts';
import { guardSchema } from './guardSchema.ts';

type SubgraphResolvers = NonNullable<Exclude<Parameters<typeof buildSubgraphSchema>[0], unknown[]>>;

/**
 * Builds the executable schema of a subgraph: the agency's SDL and resolvers, the kit's scalars where declared, the
 * guard in front of every field, and a count of objects.
 */
export function buildGuardedSchema(typeDefs: DocumentNode, resolvers: object, guards: FieldGuards): GraphQLSchema {
  const declared = typeDefs.definitions.flatMap((node) =>
    node.kind === Kind.SCALAR_TYPE_DEFINITION ? [node.name.value] : [],
  );
  const declaredScalars = Object.fromEntries(
    declared.map((name) => {
      const scalar = scalars[name];
      if (scalar === undefined)
        throw new Error(`The scalar ${name} is not defined; the kit defines Date, DateTime, and Cents.`);
      return [name, scalar];
    }),
  );
  // The generated Resolvers type is a named type that the library's type cannot express; both are maps by type and
  // field name.
  const module = { typeDefs, resolvers: { ...resolvers, ...declaredScalars } } as unknown as SubgraphResolvers;
  const schema = buildSubgraphSchema(module);
  guardSchema(schema, guards);
  countObjects(schema);
  return schema;
}
