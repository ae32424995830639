import type { DatasetCatalogue } from '../../../schema/datasetCatalogue.ts';
import type { Database } from '../../kit/database.ts';

/** What every move of the register needs. */
export interface Register {
  readonly database: Database;
  readonly catalogue: DatasetCatalogue;
  readonly clock: () => Date;
}
