import type { DisclosureBasis, DisclosureEntry, DisclosureKind } from '../../../schema/generated/audit.ts';
import type { DisclosedFields, RecordKind } from '../../../schema/ledger/disclosureRecord.ts';
import type { Reader } from '../reader.ts';
import type { Entry } from './entry.ts';

const kindNames: Readonly<Record<RecordKind, DisclosureKind>> = {
  disclosure: 'DISCLOSURE',
  'break-glass': 'BREAK_GLASS',
  change: 'CHANGE',
  refusal: 'REFUSAL',
  search: 'SEARCH',
  'log-reading': 'LOG_READING',
  introspection: 'INTROSPECTION',
  print: 'PRINT',
  export: 'EXPORT',
};

const bases: Readonly<Record<DisclosedFields['basis'], DisclosureBasis>> = {
  public: 'PUBLIC',
  key: 'KEY',
  owner: 'OWNER',
  approval: 'APPROVAL',
};

/** Datasets that were shown, empty, refused or searched. */
export function datasetsOf({ disclosed, empty, refused, search }: Entry): readonly string[] {
  return [
    ...(disclosed ?? []).flatMap(({ datasets }) => datasets),
    ...(empty ?? []).flatMap(({ datasets }) => datasets),
    ...(refused ?? []).flatMap(({ dataset }) => dataset ?? []),
    ...(search?.datasets ?? []),
  ];
}

/** Approvals under which data was shown. */
export function approvalsOf({ disclosed }: Entry): readonly string[] {
  return (disclosed ?? []).flatMap(({ approvals }) => approvals ?? []);
}

/** Number of the print or export that the entry records. */
export function ticketOf({ kind, effects }: Entry): string | undefined {
  if (kind !== 'print' && kind !== 'export') return undefined;
  const ids = (effects ?? []).flatMap((effect) => effect.ids);
  return ids.find((id) => id.startsWith(TICKET))?.slice(TICKET.length);
}

const TICKET = 'Ticket:';

/** Effects without other persons: residents must not learn who else was touched by the same request. */
function effectsFor(reader: Reader, { effects, person }: Entry): NonNullable<Entry['effects']> | null {
  if (effects === undefined) return null;
  if (reader.kind !== 'resident') return effects;
  return effects.map(({ field, ids }) => ({
    field,
    ids: ids.filter((id) => !id.startsWith('person:') || id === `person:${person}`),
  }));
}

/**
 * Converts the entry to the names of the SDL. An agency sees only the parts of a record that concern its own datasets.
 */
export function entryFor(
  reader: Reader,
  entry: Entry,
  ownedBy: (agency: string) => ReadonlySet<string>,
): DisclosureEntry {
  const owned = reader.kind === 'agency' ? ownedBy(reader.agency) : undefined;
  const isOwned = ({ datasets }: { readonly datasets: readonly string[] }): boolean =>
    owned === undefined || datasets.some((dataset) => owned.has(dataset));
  const disclosed = (entry.disclosed ?? []).filter(isOwned);
  const refused = (entry.refused ?? []).filter(
    ({ dataset }) => owned === undefined || (dataset !== null && owned.has(dataset)),
  );
  return {
    id: entry.id,
    time: new Date(entry.time).toISOString(),
    kind: kindNames[entry.kind],
    request: entry.request,
    requester: entry.requester,
    agency: entry.agency,
    roles: entry.roles,
    purpose: entry.purpose,
    caseId: entry.case ?? null,
    person: entry.person ?? null,
    operationName: entry.operation.name ?? null,
    operationHash: entry.operation.hash,
    clientName: entry.client?.name ?? null,
    revision: entry.revision,
    disclosed: disclosed.map(({ approvals = null, legalBasis = null, ...group }) => ({
      ...group,
      approvals,
      legalBasis,
      basis: bases[group.basis],
    })),
    empty: (entry.empty ?? []).filter(isOwned),
    refused,
    effects: owned === undefined ? effectsFor(reader, entry) : null,
    ticket: owned === undefined ? (ticketOf(entry) ?? null) : null,
    search: entry.search === undefined ? null : searchOf(entry.search),
    emergency: entry.emergency ?? null,
  };
}

function searchOf({ datasets, sameSurname, ...search }: NonNullable<Entry['search']>) {
  return { ...search, datasets: datasets ?? null, sameSurname: sameSurname === true };
}
