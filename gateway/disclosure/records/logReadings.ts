import type { LogReading } from '../request/logReadings.ts';
import { namedPseudonym, type PersonPseudonym } from './pseudonyms.ts';
import type { RequestRecords } from './requestRecords.ts';

/** Adds a record for each person whose entries in the log were read, or one about the request if none is named. */
export function recordLogReadings(records: RequestRecords): void {
  const { entries, write, templates, disclosed, readings } = records;
  if (readings.read.length === 0) return;
  const template =
    disclosed.nobody.length > 0 ? templates.disclosed('log-reading', disclosed.nobody) : templates.plain('log-reading');
  for (const person of personsIn(readings.read, records)) entries.push(write(template, person));
}

/** Adds the same for readings that the audit system refused. */
export function recordRefusedReadings(records: RequestRecords): void {
  const { entries, write, templates, readings } = records;
  for (const reading of readings.refused) {
    const template = templates.forbidden(reading.field.coordinate);
    for (const person of personsIn([reading], records)) entries.push(write(template, person));
  }
}

function personsIn(
  readings: readonly LogReading[],
  { pseudonymOf }: RequestRecords,
): readonly (PersonPseudonym | undefined)[] {
  const ids = new Set(readings.flatMap((reading) => reading.ids));
  const named = new Set(readings.flatMap(({ pseudonym }) => pseudonym ?? []));
  const persons = [
    ...[...ids].map(pseudonymOf),
    ...[...named].map((pseudonym) => namedPseudonym(Buffer.from(pseudonym, 'base64url'))),
  ];
  return persons.length === 0 ? [undefined] : persons;
}
