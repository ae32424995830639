import { readFileSync, writeFileSync } from 'node:fs';
import { readDatasetCatalogue } from '../../schema/catalog/datasetCatalogue.ts';
import {
  datasetsDirectory,
  readSubgraphSchema,
  SUBGRAPH_NAMES,
  schemaDirectory,
  supergraphFile,
} from '../../schema/files.ts';
import { CliError } from '../cliError.ts';
import { composeSupergraph } from '../compose/composeSupergraph.ts';
import { unlistedSchemas } from '../compose/unlistedSchemas.ts';
import { DEFAULT_GATEWAY_PORT, portOfSystem } from '../systemPorts.ts';

/** Writes schema/supergraph.graphql, or with `check` only reports whether it is current. */
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
  if (!check) {
    writeFileSync(supergraphFile, composition.supergraph);
    process.stderr.write(`Composed ${SUBGRAPH_NAMES.length} subgraphs into schema/supergraph.graphql.\n`);
    return;
  }
  if (readCommitted() !== composition.supergraph) {
    throw new CliError('schema/supergraph.graphql is out of date. Run: npm run compose');
  }
  process.stderr.write('schema/supergraph.graphql is current.\n');
}

function readCommitted(): string | undefined {
  try {
    return readFileSync(supergraphFile, 'utf8');
  } catch {
    return undefined;
  }
}
