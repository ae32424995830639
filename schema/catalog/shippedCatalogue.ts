import { datasetsDirectory } from '../files.ts';
import { type DatasetCatalogue, readDatasetCatalogue } from './datasetCatalogue.ts';

let catalogue: DatasetCatalogue | undefined;

/** The catalog of the datasets that the product comes with. A process reads it once, whatever it runs. */
export function shippedCatalogue(): DatasetCatalogue {
  catalogue ??= readDatasetCatalogue(datasetsDirectory);
  return catalogue;
}
