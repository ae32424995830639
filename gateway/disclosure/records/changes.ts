import type { LedgerEntry } from '../../../ledger/index.ts';
import type { Lookups } from '../request/lookups.ts';
import type { Effects } from './effects.ts';
import type { WriteEntry } from './entryWriter.ts';
import type { PseudonymOf } from './pseudonyms.ts';
import type { RecordTemplates } from './recordTemplates.ts';

/** What one mutation is recorded as, besides what it showed. */
export interface Changes {
  readonly changed: Effects;
  readonly asked: Lookups;
  readonly templates: RecordTemplates;
  /** Ids of persons who have a record of the request already. */
  readonly disclosed: ReadonlyMap<string, unknown>;
  /** Whether there is any record of the request already. */
  readonly isRecorded: boolean;
}

/**
 * One record for each person whom a root field that was carried out names in its arguments, and of whom nothing was shown.
 * A mutation that would leave no record has one about the request: that it was tried is recorded, too.
 */
export function recordsOfChanges(
  { changed: { effects, done }, asked, templates, disclosed, isRecorded }: Changes,
  pseudonymOf: PseudonymOf,
  write: WriteEntry,
): readonly LedgerEntry[] {
  const template = templates.plain('change');
  const touched = asked.persons.flatMap(({ field, ids }) => (done.has(field.key) ? ids : []));
  const unnamed = [...new Set(touched.map((id) => id.toLowerCase()))].filter((id) => !disclosed.has(id));
  if (unnamed.length === 0) return isRecorded ? [] : [write(template, undefined, { effects })];
  return unnamed.map((id) => write(template, pseudonymOf(id), { effects }));
}
