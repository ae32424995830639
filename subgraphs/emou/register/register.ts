import type { DatasetCatalogue } from '../../../schema/catalog/datasetCatalogue.ts';
import type { AdministrationLog } from '../../kit/administration/administrationLog.ts';
import type { Database } from '../../kit/database/database.ts';
import type { AgreementSettings } from '../agreement/settings.ts';
import type { Catalogues } from '../agreement/terms/catalogues.ts';
import type { ApprovableDatasets } from '../catalogue/approvableDatasets.ts';
import type { FieldsOf } from '../catalogue/datasetFields.ts';
import type { CalendarSource } from './calendarSource.ts';

/**
 * Rules that the agreement's moves are validated against, built once per process. What depends on the catalog of
 * datasets is replaced in place when agencies publish (liveCatalogue.ts).
 */
export interface RegisterRules {
  /** Counts changes of the catalog. */
  readonly catalogueVersion: () => number;
  readonly catalogue: DatasetCatalogue;
  readonly catalogues: Catalogues;
  readonly fieldsOf: FieldsOf;
  readonly approvable: ApprovableDatasets;
  readonly settings: AgreementSettings;
  readonly calendarOf: CalendarSource;
  /** Number of persons for whom one requester may declare emergencies within an hour. */
  readonly emergencyPersonsPerHour: number;
}

/** The rules, plus the log that records decisions before they take effect. */
export interface LoggedRules extends RegisterRules {
  readonly log: AdministrationLog;
}

/** The register that all commands work on. */
export interface Register extends LoggedRules {
  readonly database: Database;
  readonly clock: () => Date;
}
