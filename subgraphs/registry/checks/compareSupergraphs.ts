import { Supergraph } from '@apollo/federation-internals';
import {
  BreakingChangeType,
  buildSchema,
  findBreakingChanges,
  findDangerousChanges,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  printSchema,
} from 'graphql';
import { readSupergraph } from '../../../supergraph/read/readSupergraph.ts';
import type { SchemaDifference } from './checkReport.ts';

/** What changes for clients from one supergraph to the other, breaking changes first. */
export function compareSupergraphs(before: string, after: string): readonly SchemaDifference[] {
  const [old, next] = [clientSchema(before), clientSchema(after)];
  const breaking = findBreakingChanges(old, next).map(({ type, description }) => ({
    severity: 'BREAKING' as const,
    message: description,
    coordinate: type === BreakingChangeType.FIELD_REMOVED ? description.split(' ')[0] : undefined,
  }));
  const dangerous = findDangerousChanges(old, next).map(({ description }) => ({
    severity: 'DANGEROUS' as const,
    message: description,
  }));
  return [...breaking, ...dangerous, ...addedFields(old, next)];
}

/** The schema that clients see. */
export function clientSchema(supergraph: string): GraphQLSchema {
  const { executableSdl } = readSupergraph(supergraph);
  // Printed and read again: both schemas must be of the same copy of GraphQL.
  return buildSchema(printSchema(Supergraph.build(executableSdl).apiSchema().toGraphQLJSSchema()), {
    assumeValidSDL: true,
  });
}

function* addedFields(old: GraphQLSchema, next: GraphQLSchema): Generator<SchemaDifference> {
  for (const type of Object.values(next.getTypeMap())) {
    if (isSpecifiedScalarType(type)) continue;
    const before = old.getType(type.name);
    if (before === undefined) {
      yield { severity: 'SAFE', message: `${type.name} was added.`, coordinate: type.name };
      continue;
    }
    if (!(isObjectType(type) || isInterfaceType(type)) || !(isObjectType(before) || isInterfaceType(before))) continue;
    const known = before.getFields();
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${field.name}`;
      if (!Object.hasOwn(known, field.name))
        yield { severity: 'SAFE', message: `${coordinate} was added.`, coordinate };
      else if (field.deprecationReason != null && known[field.name]?.deprecationReason == null) {
        yield { severity: 'SAFE', message: `${coordinate} was deprecated: ${field.deprecationReason}`, coordinate };
      }
    }
  }
}
