import type { HouseholdRecords } from '../householdRecords.ts';
import type { PersonRow } from '../systems/identity.ts';

/** Events by person, as the person's number in each system says. */
export const histories = {
  snapEvents: (row: HouseholdRecords['snapEvents'][number], person: PersonRow) => row.clientId === person.snapClientId,
  tanfEvents: (row: HouseholdRecords['tanfEvents'][number], person: PersonRow) => row.clientId === person.tanfClientId,
  medicaidEvents: (row: HouseholdRecords['medicaidEvents'][number], person: PersonRow) =>
    row.rin === person.medicaidRin,
  custodyEvents: (row: HouseholdRecords['custodyEvents'][number], person: PersonRow) =>
    row.idocNumber === person.idocNumber,
  educationEvents: (row: HouseholdRecords['educationEvents'][number], person: PersonRow) => row.sisId === person.sisId,
  energyEvents: (row: HouseholdRecords['energyEvents'][number], person: PersonRow) =>
    row.clientId === person.energyClientId,
  childWelfareEvents: (row: HouseholdRecords['childWelfareEvents'][number], person: PersonRow) =>
    row.cypId === person.cypId,
} as const;
export type Histories = typeof histories;

/** One person's events in one system. */
export function eventsOf<Name extends keyof Histories>(
  household: HouseholdRecords,
  name: Name,
  person: PersonRow,
): HouseholdRecords[Name] {
  const rows = household[name] as readonly Parameters<Histories[Name]>[0][];
  // The test of the same name takes rows of this name.
  const isOf = histories[name] as (row: Parameters<Histories[Name]>[0], person: PersonRow) => boolean;
  return rows.filter((row) => isOf(row, person)) as unknown as HouseholdRecords[Name];
}
