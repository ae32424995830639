import { readFileSync } from 'node:fs';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { catalogueOf, readDatasetCatalogue, SystemDatasets } from '../../../schema/catalog/datasetCatalogue.ts';
import { datasetsDirectory, supergraphFile } from '../../../schema/files.ts';
import { CliError } from '../../cliError.ts';
import { askGateway } from '../emou/askGateway.ts';
import { createTable } from '../emou/createTable.ts';
import { printJson } from '../subgraph/readRegistry.ts';
import { connectionOf, type RegistryOptions } from '../subgraph/registryOptions.ts';
import { schemaForPeople } from './schemaForPeople.ts';

/** Prints the schema with the owner, the dataset and the class of data at every field. */
export async function printSdl(options: RegistryOptions & { readonly number?: number | undefined }): Promise<void> {
  if (options.token === undefined) {
    process.stderr.write('Without a token: the schema that the product comes with.\n');
    const sdl = schemaForPeople(readFileSync(supergraphFile, 'utf8'), readDatasetCatalogue(datasetsDirectory));
    process.stdout.write(sdl);
    return;
  }
  const Data = z.object({
    supergraph: z
      .object({ sdl: z.string(), publications: z.array(z.object({ datasets: z.string().nullable() })) })
      .nullable(),
  });
  const query = 'query ($number: Int) { supergraph(number: $number) { sdl publications { datasets } } }';
  const { number } = options;
  const { supergraph } = await askGateway(connectionOf(options), query, { number }, Data);
  if (supergraph === null) throw new CliError(`There is no supergraph ${number}.`);
  const systems = supergraph.publications.flatMap(({ datasets }) =>
    datasets === null ? [] : [SystemDatasets.parse(parseYaml(datasets))],
  );
  process.stdout.write(schemaForPeople(supergraph.sdl, catalogueOf(systems)));
}

export async function printHistory(
  options: RegistryOptions & { readonly limit: number; readonly json: boolean },
): Promise<void> {
  const Version = z.object({
    ...{ number: z.number(), composedBy: z.string(), composedAt: z.string() },
    becauseOf: z.object({ number: z.number(), subgraph: z.string(), kind: z.string(), message: z.string() }).nullable(),
  });
  const Data = z.object({ supergraphs: z.object({ edges: z.array(z.object({ node: Version })) }) });
  const query = `query ($first: Int) { supergraphs(first: $first) { edges { node {
    number composedBy composedAt becauseOf { number subgraph kind message } } } } }`;
  const { supergraphs } = await askGateway(connectionOf(options), query, { first: options.limit }, Data);
  const all = supergraphs.edges.map(({ node }) => node);
  if (options.json) return printJson(all);
  const table = createTable(['supergraph', 'subgraph', 'kind', 'publication', 'by', 'when', 'message']);
  for (const { number, becauseOf, composedBy, composedAt } of all) {
    const { subgraph = '', kind = '', message = '', number: publication = '' } = becauseOf ?? {};
    table.push([number, subgraph, kind, publication, composedBy, composedAt, message]);
  }
  process.stdout.write(`${table.toString()}\n`);
}

export async function printChangelog(
  options: RegistryOptions & { readonly from: number; readonly to: number; readonly json: boolean },
): Promise<void> {
  const Data = z.object({ schemaChanges: z.array(z.object({ severity: z.string(), message: z.string() })) });
  const query = 'query ($from: Int!, $to: Int!) { schemaChanges(from: $from, to: $to) { severity message } }';
  const { from, to } = options;
  const { schemaChanges } = await askGateway(connectionOf(options), query, { from, to }, Data);
  if (options.json) return printJson(schemaChanges);
  for (const { severity, message } of schemaChanges) process.stdout.write(`${severity.toLowerCase()}: ${message}\n`);
  if (schemaChanges.length === 0) process.stderr.write('Nothing changed for clients.\n');
}
