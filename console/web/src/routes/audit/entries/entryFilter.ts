import { daysAfter, startOfDay } from '../../../i18n/illinoisDays.ts';
import type { DisclosureFilter, DisclosureKind } from '../generated/graphql.ts';

/** Filters as the address has them. A person is there as a handle, a day as `2026-12-04`. */
export const FILTERS = [
  'requester',
  'agency',
  'dataset',
  'approval',
  'kind',
  'person',
  'ticket',
  'from',
  'to',
] as const;
export type FilterName = (typeof FILTERS)[number];
export type FilterValues = Readonly<Partial<Record<FilterName, string>>>;

export const KINDS = [
  'DISCLOSURE',
  'BREAK_GLASS',
  'CHANGE',
  'REFUSAL',
  'SEARCH',
  'LOG_READING',
  'INTROSPECTION',
  'PRINT',
  'EXPORT',
] as const satisfies readonly DisclosureKind[];

export function filtersIn(address: URLSearchParams): FilterValues {
  const values: Partial<Record<FilterName, string>> = {};
  for (const name of FILTERS) {
    const value = address.get(name)?.trim() ?? '';
    if (value !== '') values[name] = value;
  }
  return values;
}

/** The address of the list with these filters, on its first page. */
export function addressOf(values: FilterValues, base = '/audit'): string {
  const address = new URLSearchParams();
  for (const name of FILTERS) if (values[name] !== undefined && values[name] !== '') address.set(name, values[name]);
  const query = address.toString();
  return query === '' ? base : `${base}?${query}`;
}

/** What the graph is asked for. Days are whole days in Illinois, the last one included. */
export function filterFor(values: FilterValues, who: string | undefined): DisclosureFilter {
  const { requester, agency, dataset, approval, ticket } = values;
  const kind = KINDS.find((one) => one === values.kind);
  const from = values.from === undefined ? undefined : startOfDay(values.from);
  const to = values.to === undefined ? undefined : startOfDay(daysAfter(values.to, 1));
  const named = who === undefined ? {} : personIdIn(who) === undefined ? { person: who } : { personId: who };
  const given = { requester, agency, dataset, approval, kind, ticket, ...named, from, to };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/** A pseudonym of the log: 32 bytes in base64url. */
export function isPseudonym(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}

/** The id of a person in a text, which must not get into an address. */
export function personIdIn(text: string): string | undefined {
  return UUID.exec(text)?.[0].toLowerCase();
}
