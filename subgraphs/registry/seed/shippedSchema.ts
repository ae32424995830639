import { readFileSync } from 'node:fs';
import { shippedCatalogue } from '../../../schema/catalog/shippedCatalogue.ts';
import { readSubgraphSchema, SUBGRAPH_NAMES, supergraphFile } from '../../../schema/files.ts';
import { Publication } from '../../../schema/publishing/publication.ts';

/** What the product comes with. */
export interface ShippedSchema {
  readonly publications: readonly Publication[];
  /** Composed of exactly these. */
  readonly supergraph: string;
}

/** Reads the schema folder. `person360 compose --check` guarantees that its files agree, so nothing is composed here. */
export function readShippedSchema(): ShippedSchema {
  const supergraph = readFileSync(supergraphFile, 'utf8');
  const urls = new Map(
    [...supergraph.matchAll(/@join__graph\(name: "([a-z]+)", url: "([^"]+)"\)/g)].map(([, name, url]) => [name, url]),
  );
  const bySystem = new Map(shippedCatalogue().systems.map((each) => [each.system, each]));
  const publications = SUBGRAPH_NAMES.map((subgraph) => {
    const datasets = bySystem.get(subgraph);
    return Publication.parse({
      ...{ subgraph, sdl: readSubgraphSchema(subgraph), datasets, routingUrl: urls.get(subgraph) },
      contact: datasets?.contact,
      message: 'Came with the product.',
    });
  });
  return { publications, supergraph };
}
