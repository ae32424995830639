import type { Dataset, DatasetCatalogue } from '../../schema/catalog/datasetCatalogue.ts';
import { type Descriptions, readDescriptions } from '../../schema/catalog/descriptions.ts';
import { catalogueOfServed, type ServedSupergraph } from '../../schema/publishing/servedSupergraph.ts';
import type { PublishedSchema } from '../publishedSchema/followRegistry.ts';
import { createOpenedCoordinates, type OpenedCoordinates } from './impact/openedCoordinates.ts';

/** What the log's readers may know of datasets and fields. Changes whenever agencies publish. */
export interface KnownDatasets {
  datasets(): ReadonlyMap<string, Dataset>;
  /** Read when the first entry is described after a change. */
  descriptions(): Descriptions;
  openedCoordinates(): OpenedCoordinates;
}

/**
 * Datasets in service, and those that the product comes with: the log has entries about a retired system for years.
 *
 * @param shipped in service until the registry has sent anything
 */
export function knownDatasets(shipped: DatasetCatalogue, published: Pick<PublishedSchema, 'current'>): KnownDatasets {
  let served: ServedSupergraph | undefined;
  let datasets: ReadonlyMap<string, Dataset> = shipped.datasets;
  let descriptions: Descriptions | undefined;
  let opened = createOpenedCoordinates([]);

  function follow(): void {
    const current = published.current();
    if (current === undefined || current === served) return;
    datasets = new Map([...shipped.datasets, ...catalogueOfServed(current).datasets]);
    descriptions = undefined;
    opened = createOpenedCoordinates([current.sdl]);
    served = current;
  }
  return {
    datasets() {
      follow();
      return datasets;
    },
    descriptions() {
      follow();
      descriptions ??= readDescriptions({ datasets }, served === undefined ? [] : [served.sdl]);
      return descriptions;
    },
    openedCoordinates() {
      follow();
      return opened;
    },
  };
}
