import type { RequestRecords } from './requestRecords.ts';

/** Adds one record for each person whose data the response discloses. */
export function recordDisclosures(records: RequestRecords): void {
  const { entries, write, pseudonymOf, templates, kind, disclosed, byEmergency } = records;
  const effects = records.changed?.effects;
  for (const [personId, objects] of disclosed.persons) {
    const emergency = byEmergency?.datasets.has(personId) === true ? byEmergency : undefined;
    const template = templates.disclosed(emergency === undefined ? kind : 'break-glass', objects);
    const rare = emergency === undefined && effects === undefined ? undefined : { effects, emergency };
    entries.push(write(template, pseudonymOf(personId), rare));
  }
}

/** Adds the record of what the response discloses about no person, unless the operation reads the log. */
export function recordRootDisclosure({
  entries,
  write,
  templates,
  kind,
  disclosed,
  readings,
  changed,
}: RequestRecords) {
  if (disclosed.nobody.length === 0 || readings.read.length > 0) return;
  entries.push(write(templates.disclosed(kind, disclosed.nobody), undefined, { effects: changed?.effects }));
}
