import type { RecordKind } from '../../../schema/ledger/disclosureRecord.ts';
import type { RequestRecords } from './requestRecords.ts';

/** Mutations that record what happens to data after it was shown. */
const KIND_OF: ReadonlyMap<string, RecordKind> = new Map([
  ['Mutation.recordPrint', 'print'],
  ['Mutation.recordExport', 'export'],
  ['Mutation.recordLogExport', 'export'],
]);

/**
 * Adds one record for each person whom a root field that was carried out names in its arguments: of a print or an export
 * for everyone, of other changes for those of whom nothing was disclosed. A mutation without any other record gets one
 * about the request: an attempt is recorded, too. An export of the log is about nobody and has one record.
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
  const touched = new Map<RecordKind, Set<string>>();
  for (const { field, ids } of lookups.persons) {
    if (!done.has(field.key)) continue;
    const kind = KIND_OF.get(field.coordinate) ?? 'change';
    const persons = touched.get(kind) ?? new Set<string>();
    touched.set(kind, persons);
    for (const id of ids) {
      const person = id.toLowerCase();
      if (kind !== 'change' || !disclosed.persons.has(person)) persons.add(person);
    }
  }
  const named = new Set(lookups.persons.map(({ field }) => field.coordinate));
  for (const { field, ids } of effects) {
    const kind = KIND_OF.get(field);
    if (kind === undefined || named.has(field) || ids.length === 0) continue;
    entries.push(write(templates.plain(kind), undefined, { effects }));
  }
  const isUnnamed = [...touched.values()].every(({ size }) => size === 0);
  if (isUnnamed && entries.length === 0) entries.push(write(templates.plain('change'), undefined, { effects }));
  for (const [kind, persons] of touched) {
    const template = templates.plain(kind);
    for (const id of persons) entries.push(write(template, pseudonymOf(id), { effects }));
  }
}
