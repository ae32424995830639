import { buildSchema, type GraphQLSchema, printSchema } from 'graphql';
import { schemaChanges } from '../../../supergraph/checks/changes/schemaChanges.ts';
import { apiSchemaOf, executableSupergraph } from '../../../supergraph/compose/composeSupergraph.ts';
import { readSupergraph } from '../../../supergraph/read/readSupergraph.ts';
import type { SchemaDifference } from './checkReport.ts';

const SEVERITIES = { breaking: 'BREAKING', dangerous: 'DANGEROUS', safe: 'SAFE' } as const;
const ORDER: readonly SchemaDifference['severity'][] = ['BREAKING', 'DANGEROUS', 'SAFE'];

/** What changes for clients from one supergraph to the other, breaking changes first. */
export function compareSupergraphs(before: string, after: string): readonly SchemaDifference[] {
  return schemaChanges(clientSchema(before), clientSchema(after))
    .map(({ severity, message, coordinate }) => ({ severity: SEVERITIES[severity], message, coordinate }))
    .sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
}

/** The schema that clients see. */
export function clientSchema(supergraph: string): GraphQLSchema {
  const schema = apiSchemaOf(executableSupergraph(readSupergraph(supergraph)));
  // Printed and read again: both schemas must be of the same copy of GraphQL.
  return buildSchema(printSchema(schema), { assumeValidSDL: true });
}
