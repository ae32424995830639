import type { Search } from '../request/lookups.ts';
import type { SearchMember } from './entryWriter.ts';
import type { RecordedFields } from './recordedFields.ts';
import { isRefused } from './refusals.ts';
import type { RequestRecords } from './requestRecords.ts';

/**
 * Adds one record for each search, with how much it found. A person who is named by id and does not exist is a search
 * that found nothing. A request that was refused as a whole has searched nothing.
 */
export function recordSearches(
  records: RequestRecords,
  { personType, fields }: { readonly personType: string; readonly fields: Pick<RecordedFields, 'datasetsOf'> },
): void {
  const { entries, write, pseudonymOf, templates, response, lookups, disclosed } = records;
  if (response.data === undefined) return;
  const open = lookups.searches.filter(({ field }) => !isRefused(records, field.coordinate));
  if (open.length > 0) {
    const data: unknown = JSON.parse(response.data);
    for (const search of open) {
      const member = memberOf(search, data, fields.datasetsOf(search.field.coordinate));
      entries.push(write(templates.search(member.datasets ?? []), undefined, { search: member }));
    }
  }
  for (const { field, ids } of lookups.persons) {
    if (field.returns !== personType || isRefused(records, field.coordinate)) continue;
    for (const id of ids) {
      if (disclosed.persons.has(id) || disclosed.persons.has(id.toLowerCase())) continue;
      const datasets = fields.datasetsOf(field.coordinate);
      const member = withDatasets({ criteria: 'id', field: field.coordinate, found: 0 }, datasets);
      entries.push(write(templates.search(datasets), pseudonymOf(id), { search: member }));
    }
  }
}

function memberOf({ field, criteria, sameSurname }: Search, data: unknown, datasets: readonly string[]): SearchMember {
  const search = { criteria, field: field.coordinate, found: countOf(data, field.key) };
  return withDatasets(sameSurname ? { ...search, sameSurname } : search, datasets);
}

function withDatasets(search: SearchMember, datasets: readonly string[]): SearchMember {
  return datasets.length === 0 ? search : { ...search, datasets };
}

/** Items of a list without nulls; 1 for any other value, 0 for none. */
function countOf(data: unknown, key: string): number {
  if (typeof data !== 'object' || data === null || !Object.hasOwn(data, key)) return 0;
  const value = (data as Record<string, unknown>)[key]; // an object with that own key, as just checked
  if (Array.isArray(value)) return value.filter((item) => item !== null).length;
  return value === null || value === undefined ? 0 : 1;
}
