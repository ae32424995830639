import type { DatasetCatalogue } from '../../../schema/datasetCatalogue.ts';
import type { AdministrationLog } from '../../kit/administration/administrationLog.ts';
import type { Database } from '../../kit/database/database.ts';
import type { AgreementSettings } from '../agreement/settings.ts';
import type { Catalogues } from '../agreement/terms/catalogues.ts';
import type { ApprovableDatasets } from '../catalogue/approvableDatasets.ts';
import type { FieldsOfDataset } from '../catalogue/datasetFields.ts';
import type { CalendarSource } from './calendarSource.ts';

/** By what the agreement's moves are measured; made once for a process. */
export interface RegisterRules {
  readonly catalogue: DatasetCatalogue;
  readonly catalogues: Catalogues;
  readonly fieldsOf: (dataset: string) => FieldsOfDataset;
  readonly approvable: ApprovableDatasets;
  readonly settings: AgreementSettings;
  readonly calendarOf: CalendarSource;
  /** Persons for whom one requester may declare emergencies within an hour. */
  readonly emergencyPersonsPerHour: number;
}

/** The rules, and the log in which decisions are recorded before they take effect. */
export interface LoggedRules extends RegisterRules {
  readonly log: AdministrationLog;
}

/** What every move of the agreement works on. */
export interface Register extends LoggedRules {
  readonly database: Database;
  readonly clock: () => Date;
}
