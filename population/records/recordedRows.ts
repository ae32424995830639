import type { RecordedName } from '../clericalErrors.ts';
import type { HouseholdRecords } from '../householdRecords.ts';

type NumberedRow = readonly [number: string, row: RecordedName];

const rowsOfSystem: Readonly<Record<string, (records: HouseholdRecords) => readonly NumberedRow[]>> = {
  snap: (records) => records.snapClients.map((row) => [row.clientId, row]),
  tanf: (records) => records.tanfClients.map((row) => [row.clientId, row]),
  medicaid: (records) => records.coverages.map((row) => [row.rin, row]),
  corrections: (records) => records.custodyRecords.map((row) => [row.idocNumber, row]),
  education: (records) => records.students.map((row) => [row.sisId, row]),
  weatherization: (records) => records.energyClients.map((row) => [row.clientId, row]),
  childwelfare: (records) => records.children.map((row) => [row.cypId, row]),
};

/** The row with a person's name in the system's own table. */
export function recordedRow(records: HouseholdRecords, system: string, number: string): RecordedName {
  const row = rowsOfSystem[system]?.(records).find(([each]) => each === number)?.[1];
  if (!row) throw new Error(`${system} has no row for a number that the crosswalk has.`);
  return row;
}
