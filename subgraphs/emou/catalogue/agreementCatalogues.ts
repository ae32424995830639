import type { Dataset, DatasetCatalogue } from '../../../schema/catalog/datasetCatalogue.ts';
import type { Catalogues, DatasetEntry } from '../agreement/terms/catalogues.ts';
import { DENIAL_CATALOGUE } from '../agreement/terms/denialCatalogue.ts';
import type { FieldsOf } from './datasetFields.ts';

/** Builds the catalogs that moves are validated against: the datasets as described by their owners, and the law. */
export function agreementCatalogues(
  catalogue: DatasetCatalogue,
  fieldsOf: FieldsOf,
  signatories: readonly string[],
): Catalogues {
  const entry = (dataset: Dataset): DatasetEntry => ({
    id: dataset.id,
    owner: dataset.owner,
    regimes: dataset.regimes,
    federalApprovalBy: dataset.federalApproval ? federalAgencyOf(dataset) : null,
    requestable: dataset.requestable,
    emergency: dataset.emergency !== undefined,
    fields: new Map(
      fieldsOf(dataset.id).own.map(({ coordinate, transforms }) => [
        coordinate,
        { hardBar: catalogue.hardBars.get(coordinate)?.bar ?? null, transforms },
      ]),
    ),
  });
  return {
    signatories: new Set(signatories),
    datasets: new Map([...catalogue.datasets.values()].map((dataset) => [dataset.id, entry(dataset)])),
    denialReasons: DENIAL_CATALOGUE,
  };
}

function federalAgencyOf({ regimes }: Dataset): string {
  return regimes.includes('MEDICAID') ? 'Centers for Medicare & Medicaid Services' : 'the federal agency that funds it';
}
