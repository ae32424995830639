import type { DatasetCatalogue } from '../../../schema/catalog/datasetCatalogue.ts';

/** Datasets for which an approval can be in force. */
export interface ApprovableDatasets {
  readonly plain: readonly string[];
  /** Require a recorded federal approval. */
  readonly federal: readonly string[];
}

/**
 * Checked at every use of an approval and not only when it was granted, because the catalog may have become stricter.
 */
export function approvableDatasets(catalogue: DatasetCatalogue): ApprovableDatasets {
  const open = [...catalogue.datasets.values()].filter((dataset) => dataset.requestable);
  return {
    plain: open.filter(({ federalApproval }) => !federalApproval).map(({ id }) => id),
    federal: open.filter(({ federalApproval }) => federalApproval).map(({ id }) => id),
  };
}
