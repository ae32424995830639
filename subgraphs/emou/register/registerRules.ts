import type { DatasetCatalogue } from '../../../schema/catalog/datasetCatalogue.ts';
import { type AgreementData, readAgreementFile } from '../agreement/agreementFile.ts';
import type { CalendarData } from '../calendar/calendar.ts';
import { ILLINOIS_STATE_OFFICES } from '../calendar/illinoisHolidays.ts';
import { agreementCatalogues } from '../catalogue/agreementCatalogues.ts';
import { approvableDatasets } from '../catalogue/approvableDatasets.ts';
import { readDatasetFields } from '../catalogue/datasetFields.ts';
import { DEFAULT_PERSONS_PER_HOUR } from '../emergencies/emergencyLimit.ts';
import { createCalendarSource } from './calendarSource.ts';
import type { RegisterRules } from './register.ts';

/** Builds the rules for this catalog, with the state's calendar and the proposed settings by default. */
export function registerRules(
  catalogue: DatasetCatalogue,
  agreement: AgreementData = readAgreementFile(undefined),
  calendar: CalendarData = ILLINOIS_STATE_OFFICES,
  emergencyPersonsPerHour: number = DEFAULT_PERSONS_PER_HOUR,
): RegisterRules {
  const fieldsOf = readDatasetFields();
  return {
    catalogue,
    catalogues: agreementCatalogues(catalogue, fieldsOf, agreement.signatories),
    fieldsOf,
    approvable: approvableDatasets(catalogue),
    settings: agreement.settings,
    calendarOf: createCalendarSource({ ...calendar, cutOff: agreement.cutOff ?? calendar.cutOff }),
    emergencyPersonsPerHour,
  };
}
