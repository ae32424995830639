import { z } from 'zod';
import { catalogueOf, type DatasetCatalogue, SystemDatasets } from '../catalog/datasetCatalogue.ts';

/** Everything that depends on the publications in service: what a gateway builds a generation from. */
export const ServedSupergraph = z.strictObject({
  /** Counts up by one with every change, rollbacks included. */
  number: z.number().int().min(1),
  /** The composed supergraph, with its guards. */
  sdl: z.string().min(1),
  /** The datasets of every subgraph in it. */
  datasets: z.array(SystemDatasets),
  /** Address of each subgraph's GraphQL endpoint, by its name. */
  routingUrls: z.record(z.string(), z.url({ protocol: /^https?$/ })),
  /** Field of Person with a system's number of a person, by the name of the system. */
  personKeys: z.record(z.string(), z.string()),
});
export type ServedSupergraph = z.infer<typeof ServedSupergraph>;

export function catalogueOfServed({ datasets }: Pick<ServedSupergraph, 'datasets'>): DatasetCatalogue {
  return catalogueOf(datasets);
}
