import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { federationFile, SUBGRAPH_NAMES, supergraphFile } from '../../schema/files.ts';

/** Files with schemas that no subgraph's name leads to: composition would leave them out without a word. */
export function unlistedSchemas(directory: string): readonly string[] {
  const listed = [
    ...SUBGRAPH_NAMES.map((name) => `${name}.graphql`),
    basename(supergraphFile),
    basename(federationFile),
  ];
  return readdirSync(directory)
    .filter((file) => file.endsWith('.graphql') && !listed.includes(file))
    .map((file) => `schema/${file}`);
}
