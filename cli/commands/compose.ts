import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readDatasetCatalogue } from '../../schema/catalog/datasetCatalogue.ts';
import {
  apiSchemaFile,
  datasetsDirectory,
  readSubgraphSchema,
  SUBGRAPH_NAMES,
  schemaDirectory,
  supergraphFile,
} from '../../schema/files.ts';
import { composeSupergraph } from '../../supergraph/compose/composeSupergraph.ts';
import { unlistedSchemas } from '../../supergraph/compose/unlistedSchemas.ts';
import { CliError } from '../cliError.ts';
import { DEFAULT_GATEWAY_PORT, portOfSystem } from '../systemPorts.ts';

/** Writes schema/supergraph.graphql and schema/api.graphql, or with `check` only reports whether they are current. */
export function compose({ check }: { readonly check: boolean }): void {
  const unlisted = unlistedSchemas(schemaDirectory);
  if (unlisted.length > 0) {
    throw new CliError(
      `No subgraph is listed for ${unlisted.join(', ')}. Add its name to SUBGRAPH_NAMES in schema/files.ts, or remove the file.`,
    );
  }
  const composition = composeSupergraph(
    SUBGRAPH_NAMES.map((name) => ({
      name,
      url: `http://127.0.0.1:${portOfSystem(DEFAULT_GATEWAY_PORT, name)}/graphql`,
      sdl: readSubgraphSchema(name),
    })),
    readDatasetCatalogue(datasetsDirectory),
  );
  if (composition.kind === 'refused') {
    throw new CliError(
      `The schemas do not compose:\n${composition.problems.map((problem) => `- ${problem}`).join('\n')}`,
    );
  }
  for (const hint of composition.hints) process.stderr.write(`hint: ${hint}\n`);
  const files = [
    { path: supergraphFile, text: composition.supergraph },
    { path: apiSchemaFile, text: composition.apiSchema },
  ];
  if (!check) {
    for (const { path, text } of files) writeFileSync(path, text);
    process.stderr.write(
      `Composed ${SUBGRAPH_NAMES.length} subgraphs into schema/supergraph.graphql; clients see schema/api.graphql.\n`,
    );
    return;
  }
  const stale = files
    .filter(({ path, text }) => readCommitted(path) !== text)
    .map(({ path }) => `schema/${basename(path)}`);
  if (stale.length > 0) throw new CliError(`Out of date: ${stale.join(', ')}. Run: npm run compose`);
  process.stderr.write('schema/supergraph.graphql is current.\n');
}

function readCommitted(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
