import type { PlacedRecord } from './readRecords.ts';

const COLUMNS = [
  'index',
  'time',
  'kind',
  'request',
  'requester',
  'agency',
  'roles',
  'purpose',
  'case',
  'person',
  'datasets',
  'owners',
  'fields',
  'basis',
  'approvals',
  'legal_basis',
  'empty',
  'effects',
  'refused',
  'emergency_reason',
  'emergency_reference',
  'search_field',
  'search_criteria',
  'search_found',
  'own_surname',
  'client',
  'operation',
  'revision',
] as const;
type Column = (typeof COLUMNS)[number];

/** Header line. See RFC 4180. */
export const CSV_HEADER: string = `${COLUMNS.join(',')}\r\n`;

/** Formats one record per line. Items of lists are separated by a space, legal bases by a bar. */
export function csvRecord({ index, record }: PlacedRecord): string {
  const groups = record.disclosed ?? [];
  const values: Readonly<Record<Column, string | number | undefined>> = {
    index,
    time: record.time,
    kind: record.kind,
    request: record.request,
    requester: record.requester,
    agency: record.agency,
    roles: record.roles.join(' '),
    purpose: record.purpose,
    case: record.case,
    person: record.person,
    datasets: listed(groups.flatMap(({ datasets }) => datasets)),
    owners: listed(groups.flatMap(({ owners }) => owners)),
    fields: listed(groups.flatMap(({ fields }) => fields)),
    basis: listed(groups.map(({ basis }) => basis)),
    approvals: listed(groups.flatMap(({ approvals }) => approvals ?? [])),
    legal_basis: listed(
      groups.flatMap(({ legalBasis }) => legalBasis ?? []),
      ' | ',
    ),
    empty: listed((record.empty ?? []).flatMap(({ fields }) => fields)),
    effects: listed(
      (record.effects ?? []).map(({ field, ids }) => [field, ...ids].join(' ')),
      ' | ',
    ),
    refused: listed((record.refused ?? []).map(({ field, reason }) => `${field}:${reason}`)),
    emergency_reason: record.emergency?.reason,
    emergency_reference: record.emergency?.reference,
    search_field: record.search?.field,
    search_criteria: record.search?.criteria,
    search_found: record.search?.found,
    own_surname: record.search?.sameSurname === true ? 'yes' : undefined,
    client: record.client && listed([record.client.name, record.client.version ?? ''].filter((part) => part !== '')),
    operation: record.operation.name ?? record.operation.hash,
    revision: record.revision,
  };
  return `${COLUMNS.map((column) => cell(column, values[column])).join(',')}\r\n`;
}

function listed(items: readonly string[], between = ' '): string {
  return [...new Set(items)].join(between);
}

/**
 * Columns written by the gateway and the log themselves, in characters that begin no harmful formula (base64url, UUIDs,
 * times). They stay unchanged for searching and comparing: some begin with a hyphen.
 */
const OWN_COLUMNS: ReadonlySet<Column> = new Set(['time', 'kind', 'request', 'person', 'search_criteria']);

/**
 * Marks a value as text if a spreadsheet would take it for a formula (CSV injection): subjects and names come from
 * outside.
 */
function cell(column: Column, value: string | number | undefined): string {
  if (value === undefined) return '';
  const text = String(value);
  const isRisky = typeof value === 'string' && !OWN_COLUMNS.has(column) && /^[=+\-@\t\r]/.test(text);
  const safe = isRisky ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
