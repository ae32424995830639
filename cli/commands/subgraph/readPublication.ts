import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { readDatasetCatalogue, SystemDatasets } from '../../../schema/catalog/datasetCatalogue.ts';
import { Publication } from '../../../schema/publishing/publication.ts';
import { CliError } from '../../cliError.ts';

/** Files and values of one subgraph, as given on the command line. */
export interface SubgraphFiles {
  readonly sdl: string;
  readonly datasets: string;
  readonly routingUrl?: string | undefined;
  readonly personKey?: string | undefined;
  readonly contact?: string | undefined;
}

const NO_URL = 'http://127.0.0.1/graphql';

/** Reads a subgraph from its files. Throws CliError with what is wrong. */
export function readPublication(subgraph: string, files: SubgraphFiles): Publication {
  const datasets = SystemDatasets.safeParse(parse(readFileSync(files.datasets, 'utf8')));
  if (!datasets.success) throw new CliError(`${files.datasets} is not valid. ${z.prettifyError(datasets.error)}`);
  const read = Publication.safeParse({
    ...{ subgraph, sdl: readFileSync(files.sdl, 'utf8'), datasets: datasets.data },
    routingUrl: files.routingUrl ?? NO_URL,
    contact: files.contact ?? datasets.data.contact,
    ...(files.personKey === undefined ? {} : { personKey: files.personKey }),
  });
  if (!read.success) throw new CliError(`${basename(files.sdl)} cannot be published. ${z.prettifyError(read.error)}`);
  return read.data;
}

/** Reads the subgraphs of a folder that is laid out like schema/: `NAME.graphql`, and `datasets/NAME.yaml`. */
export function readPublications(directory: string): readonly Publication[] {
  const datasets = join(directory, 'datasets');
  if (!existsSync(datasets) || readdirSync(datasets).length === 0) {
    throw new CliError(`${directory} has no folder datasets. Give a folder like schema/ with --against.`);
  }
  return readDatasetCatalogue(datasets).systems.map((system) =>
    Publication.parse({
      ...{ subgraph: system.system, sdl: readFileSync(join(directory, `${system.system}.graphql`), 'utf8') },
      ...{ datasets: system, routingUrl: NO_URL, contact: system.contact },
    }),
  );
}
