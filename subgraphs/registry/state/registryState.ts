import { Publication } from '../../../schema/publishing/publication.ts';
import type { ServedSupergraph } from '../../../schema/publishing/servedSupergraph.ts';
import type { Queries } from '../../kit/database/database.ts';
import type { ContentStore } from '../content/contentStore.ts';
import { readPublicationRecords } from './publicationRecord.ts';
import { readSupergraphRecord, type SupergraphRecord } from './supergraphRecord.ts';

/** What is in service. */
export interface RegistryState {
  readonly supergraph: SupergraphRecord;
  readonly publications: readonly Publication[];
}

/** Reads what is in service; undefined before the first supergraph. Rejects if a text is lost. */
export async function readRegistryState(queries: Queries, contents: ContentStore): Promise<RegistryState | undefined> {
  const supergraph = await readSupergraphRecord(queries, undefined);
  if (supergraph === undefined) return undefined;
  return { supergraph, publications: await publicationsOf(queries, contents, supergraph) };
}

async function publicationsOf(
  queries: Queries,
  contents: ContentStore,
  { number, publications }: SupergraphRecord,
): Promise<readonly Publication[]> {
  const numbers = Object.values(publications);
  const records = await readPublicationRecords(queries, numbers);
  if (records.length !== numbers.length) throw new Error(`A publication of supergraph ${number} is missing.`);
  const read: Publication[] = [];
  for (const { digest } of records) if (digest !== null) read.push(await readPublication(queries, contents, digest));
  return read.sort((one, other) => (one.subgraph < other.subgraph ? -1 : 1));
}

export async function readPublication(queries: Queries, contents: ContentStore, digest: string): Promise<Publication> {
  return Publication.parse(JSON.parse(await contents.read(queries, digest)));
}

/** What gateways build a generation from. */
export async function readServedSupergraph(
  queries: Queries,
  contents: ContentStore,
  record: SupergraphRecord,
): Promise<ServedSupergraph> {
  const publications = await publicationsOf(queries, contents, record);
  return servedSupergraph(record.number, await contents.read(queries, record.digest), publications);
}

function servedSupergraph(number: number, sdl: string, publications: readonly Publication[]): ServedSupergraph {
  return {
    number,
    sdl,
    datasets: publications.map(({ datasets }) => datasets),
    routingUrls: Object.fromEntries(publications.map(({ subgraph, routingUrl }) => [subgraph, routingUrl])),
    personKeys: Object.fromEntries(
      publications.flatMap(({ subgraph, personKey }) => (personKey === undefined ? [] : [[subgraph, personKey]])),
    ),
  };
}
