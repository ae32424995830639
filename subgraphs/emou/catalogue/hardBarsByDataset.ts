import type { DatasetCatalogue, HardBar } from '../../../schema/datasetCatalogue.ts';
import type { FieldsOfDataset } from './datasetFields.ts';

/**
 * The fields of each dataset that no approval opens. The catalogue lists them by coordinate; which dataset a coordinate
 * belongs to is written in the agency's SDL.
 */
export function hardBarsByDataset(
  catalogue: DatasetCatalogue,
  fieldsOf: (dataset: string) => FieldsOfDataset,
): ReadonlyMap<string, readonly HardBar[]> {
  return new Map(
    [...catalogue.datasets.keys()].map((id) => [
      id,
      fieldsOf(id).own.flatMap(({ coordinate }) => catalogue.hardBars.get(coordinate) ?? []),
    ]),
  );
}
