import type { DatasetCatalogue } from '../../../schema/catalog/datasetCatalogue.ts';
import { type AgreementData, readAgreementFile } from '../agreement/agreementFile.ts';
import type { CalendarData } from '../calendar/calendar.ts';
import { ILLINOIS_STATE_OFFICES } from '../calendar/illinoisHolidays.ts';
import { readDatasetFields } from '../catalogue/datasetFields.ts';
import { createLiveCatalogue, type LiveCatalogue } from '../catalogue/liveCatalogue.ts';
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
  return liveRegisterRules(catalogue, agreement, calendar, emergencyPersonsPerHour).rules;
}

/** The same, with the function that replaces the catalog in them. */
export function liveRegisterRules(
  catalogue: DatasetCatalogue,
  agreement: AgreementData = readAgreementFile(undefined),
  calendar: CalendarData = ILLINOIS_STATE_OFFICES,
  emergencyPersonsPerHour: number = DEFAULT_PERSONS_PER_HOUR,
): { readonly rules: RegisterRules; readonly replaceCatalogue: LiveCatalogue['replace'] } {
  const live = createLiveCatalogue(catalogue, readDatasetFields(), agreement.signatories);
  const rules = {
    ...live.rules,
    settings: agreement.settings,
    calendarOf: createCalendarSource({ ...calendar, cutOff: agreement.cutOff ?? calendar.cutOff }),
    emergencyPersonsPerHour,
  };
  return { rules, replaceCatalogue: live.replace };
}
