import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { apiSchemaFile, federationFile, SUBGRAPH_NAMES, supergraphFile } from '../../schema/files.ts';

/** Finds schema files that match no subgraph's name: composition would silently leave them out. */
export function unlistedSchemas(directory: string): readonly string[] {
  const listed = [
    ...SUBGRAPH_NAMES.map((name) => `${name}.graphql`),
    basename(supergraphFile),
    basename(apiSchemaFile),
    basename(federationFile),
  ];
  return readdirSync(directory)
    .filter((file) => file.endsWith('.graphql') && !listed.includes(file))
    .map((file) => `schema/${file}`);
}
