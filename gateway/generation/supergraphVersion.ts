import type { DatasetCatalogue } from '../../schema/catalog/datasetCatalogue.ts';

/** A supergraph to serve, with the datasets that guard it and the addresses of its systems. */
export interface SupergraphVersion {
  /** Counts up with every change; 0 for a supergraph from a file. A gateway never changes to a lower one. */
  readonly number: number;
  /** The composed supergraph, with its guards. */
  readonly sdl: string;
  readonly catalogue: DatasetCatalogue;
  /** Address of each subgraph's GraphQL endpoint, by its name in the supergraph. */
  readonly subgraphUrls: ReadonlyMap<string, string>;
}
