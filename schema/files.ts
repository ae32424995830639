import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder that contains every contract. */
export const schemaDirectory: string = fileURLToPath(new URL('.', import.meta.url));
export const datasetsDirectory: string = fileURLToPath(new URL('./datasets/', import.meta.url));
export const supergraphFile: string = fileURLToPath(new URL('./supergraph.graphql', import.meta.url));
/** What clients see of the supergraph. */
export const apiSchemaFile: string = fileURLToPath(new URL('./api.graphql', import.meta.url));
/** Definitions of the federation directives, for code generation. Belongs to no subgraph. */
export const federationFile: string = fileURLToPath(new URL('./federation.graphql', import.meta.url));

/** The subgraphs of person360, each with its SDL in this folder. */
export const SUBGRAPH_NAMES = [
  'identity',
  'emou',
  'snap',
  'tanf',
  'medicaid',
  'corrections',
  'education',
  'weatherization',
  'childwelfare',
  'audit',
  'registry',
] as const;
export type SubgraphName = (typeof SUBGRAPH_NAMES)[number];

export function readSubgraphSchema(name: SubgraphName): string {
  return readFileSync(fileURLToPath(new URL(`./${name}.graphql`, import.meta.url)), 'utf8');
}
