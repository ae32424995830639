import type { DatasetCatalogue } from '../../../schema/datasetCatalogue.ts';

/** Datasets for which an approval can be in force. */
export interface ApprovableDatasets {
  readonly plain: readonly string[];
  /** Only with the federal approval on record. */
  readonly federal: readonly string[];
}

/** Asked at every use of an approval, not only when it was given: the catalogue may have become stricter since. */
export function approvableDatasets(catalogue: DatasetCatalogue): ApprovableDatasets {
  const open = [...catalogue.datasets.values()].filter((dataset) => dataset.requestable);
  return {
    plain: open.filter(({ federalApproval }) => !federalApproval).map(({ id }) => id),
    federal: open.filter(({ federalApproval }) => federalApproval).map(({ id }) => id),
  };
}
