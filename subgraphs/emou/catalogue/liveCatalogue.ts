import type { Dataset, DatasetCatalogue, HardBar, SystemDatasets } from '../../../schema/catalog/datasetCatalogue.ts';
import type { Catalogues, DatasetEntry } from '../agreement/terms/catalogues.ts';
import type { RegisterRules } from '../register/register.ts';
import { agreementCatalogues } from './agreementCatalogues.ts';
import { approvableDatasets } from './approvableDatasets.ts';
import type { FieldsOf } from './datasetFields.ts';

type CatalogueRules = Pick<RegisterRules, 'catalogue' | 'catalogues' | 'catalogueVersion' | 'fieldsOf' | 'approvable'>;

/** The catalog as everything in emou sees it. */
export interface LiveCatalogue {
  readonly rules: CatalogueRules;
  /** Replaces all of it in one turn, so that no decision mixes two catalogs. */
  replace(catalogue: DatasetCatalogue, fieldsOf: FieldsOf): void;
}

/** Creates the catalog. Its maps and lists keep their identity, so every part of emou may hold on to them. */
export function createLiveCatalogue(
  first: DatasetCatalogue,
  firstFields: FieldsOf,
  signatories: readonly string[],
): LiveCatalogue {
  const datasets = new Map<string, Dataset>();
  const hardBars = new Map<string, HardBar>();
  const systems: SystemDatasets[] = [];
  const entries = new Map<string, DatasetEntry>();
  const approvable = { plain: [] as string[], federal: [] as string[] };
  let fields = firstFields;
  let version = 0;

  function write(catalogue: DatasetCatalogue): Catalogues {
    const catalogues = agreementCatalogues(catalogue, fields, signatories);
    refill(datasets, catalogue.datasets);
    refill(hardBars, catalogue.hardBars);
    refill(entries, catalogues.datasets);
    systems.splice(0, systems.length, ...catalogue.systems);
    const { plain, federal } = approvableDatasets(catalogue);
    approvable.plain.splice(0, approvable.plain.length, ...plain);
    approvable.federal.splice(0, approvable.federal.length, ...federal);
    return catalogues;
  }

  const rules: CatalogueRules = {
    catalogues: { ...write(first), datasets: entries },
    catalogue: { datasets, hardBars, systems },
    catalogueVersion: () => version,
    fieldsOf: (dataset) => fields(dataset),
    approvable,
  };
  return {
    rules,
    replace(catalogue, fieldsOf) {
      fields = fieldsOf;
      version++;
      write(catalogue);
    },
  };
}

function refill<Value>(map: Map<string, Value>, values: ReadonlyMap<string, Value>): void {
  map.clear();
  for (const [key, value] of values) map.set(key, value);
}
