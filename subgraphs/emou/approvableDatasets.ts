import type { DatasetCatalogue } from '../../schema/datasetCatalogue.ts';

/**
 * Datasets for which an approval can be in force: known, open to other agencies, and not waiting for a federal agency.
 * Asked at every use of an approval, not only when it was given: the catalogue may have become stricter since.
 */
export function approvableDatasets(catalogue: DatasetCatalogue): ReadonlySet<string> {
  const open = [...catalogue.datasets.values()].filter((dataset) => dataset.requestable && !dataset.federalApproval);
  return new Set(open.map(({ id }) => id));
}
