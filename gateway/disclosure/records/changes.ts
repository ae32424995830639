import type { RequestRecords } from './requestRecords.ts';

/**
 * Adds one record for each person whom a root field that was carried out names in its arguments, and of whom nothing was
 * disclosed. A mutation without any other record gets one about the request: an attempt is recorded, too.
 */
export function recordChanges({
  changed,
  entries,
  write,
  pseudonymOf,
  templates,
  lookups,
  disclosed,
}: RequestRecords): void {
  if (changed === undefined) return;
  const { effects, done } = changed;
  const template = templates.plain('change');
  const touched = lookups.persons.flatMap(({ field, ids }) => (done.has(field.key) ? ids : []));
  const unnamed = [...new Set(touched.map((id) => id.toLowerCase()))].filter((id) => !disclosed.persons.has(id));
  if (unnamed.length === 0 && entries.length === 0) entries.push(write(template, undefined, { effects }));
  for (const id of unnamed) entries.push(write(template, pseudonymOf(id), { effects }));
}
