import type { DatasetCatalogue, HardBar } from '../../../schema/catalog/datasetCatalogue.ts';
import type { FieldsOfDataset } from './datasetFields.ts';

/**
 * Finds the fields of each dataset that no approval opens. The catalog lists them by coordinate; the agency's SDL says
 * which dataset a coordinate belongs to.
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
