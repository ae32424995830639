import { describe, expect, test } from '@jest/globals';
import type { DisclosureRecord } from '../../../../schema/ledger/disclosureRecord.ts';
import { CSV_HEADER, csvRecord } from './csvRecord.ts';
import { fhirAuditEvent } from './fhirAuditEvent.ts';

const ORIGIN = 'ledger.test/gateway-1';
const common = {
  agency: 'DCFS',
  epoch: 'test',
  operation: { hash: 'h' },
  purpose: 'EMERGENCY',
  request: 'r-1',
  requester: 'dcfs.worker',
  revision: 3,
  time: '2026-03-02T21:00:00.000Z',
  v: 1,
} as const;
const group = (owner: string) => ({
  basis: 'approval' as const,
  datasets: [`${owner}.data`],
  fields: ['Person.snap'],
  owners: [owner],
});
const emergency = { reason: 'OVRPS', reference: 'E-7' };
const records: Readonly<Record<string, DisclosureRecord>> = {
  'one owner': { ...common, kind: 'disclosure', person: 'p', roles: ['CASEWORKER'], disclosed: [group('IDHS')] },
  'two owners, in an emergency': {
    ...{ ...common, kind: 'break-glass', person: 'p', roles: [], emergency, case: '614-A' },
    disclosed: [group('IDHS'), group('HFS')],
  },
  'of nobody': { ...common, kind: 'disclosure', roles: [], disclosed: [{ ...group('x'), owners: [], datasets: [] }] },
  refusal: {
    ...{ ...common, kind: 'refusal', roles: [], person: 'p' },
    refused: [{ dataset: null, field: 'Person.snap', owner: 'IDHS', reason: 'NO_APPROVAL' }],
  },
  search: {
    ...{ ...common, kind: 'search', roles: [], client: { name: 'casework', version: '4.2' } },
    search: { criteria: 'hash', field: 'Query.searchPersons', found: 2, sameSurname: true },
  },
  introspection: { ...common, kind: 'introspection', roles: [] },
};

interface Coded {
  readonly coding: readonly { readonly system: string; readonly code: string }[];
}
interface Event {
  readonly meta?: { readonly profile: readonly string[] };
  readonly type: { readonly code: string };
  readonly subtype: readonly { readonly code: string }[];
  readonly action: string;
  readonly outcome: string;
  readonly agent: readonly {
    readonly type: Coded;
    readonly who: object;
    readonly network?: object;
    readonly altId?: string;
  }[];
  readonly source: { readonly observer: object };
  readonly entity: readonly {
    readonly what?: object;
    readonly type: { readonly code: string };
    readonly role?: { readonly code: string };
    readonly description?: string;
    readonly detail?: readonly object[];
  }[];
}

const eventOf = (record: DisclosureRecord): Event => fhirAuditEvent({ index: 4, record }, ORIGIN) as Event; // its shape

/** Lists places with an empty list, object or text, or null, which FHIR's JSON does not allow. */
function emptyPlaces(value: unknown, path = ''): readonly string[] {
  if (value === null || value === undefined || value === '') return [path];
  if (typeof value !== 'object') return [];
  const inner = Object.entries(value);
  return inner.length === 0 ? [path] : inner.flatMap(([key, one]) => emptyPlaces(one, `${path}.${key}`));
}

describe('FHIR', () => {
  test.each(Object.entries(records))('%s holds nothing empty', (_, record) => {
    expect(emptyPlaces(JSON.parse(JSON.stringify(eventOf(record))))).toEqual([]);
  });

  test.each(['one owner', 'two owners, in an emergency'])(
    '%s: what IHE asks of a Privacy Disclosure Source',
    (name) => {
      const event = eventOf(records[name] as DisclosureRecord); // one of them
      expect(event.meta?.profile).toEqual([
        'https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.PrivacyDisclosure.Source',
      ]);
      expect([event.type.code, event.subtype.map(({ code }) => code), event.action, event.outcome]).toEqual([
        '110106',
        ['disclose'],
        'R',
        '0',
      ]);
      const agents = (code: string) => event.agent.filter(({ type }) => type.coding.some((one) => one.code === code));
      // One source, which is the observer, and one recipient; both have a network.
      expect(agents('110153')).toMatchObject([{ who: event.source.observer, network: { address: ORIGIN } }]);
      expect(agents('110152')).toMatchObject([{ who: { identifier: { value: 'DCFS' } }, altId: 'dcfs.worker' }]);
      expect(agents('110152')[0]?.network).toBeDefined();
      // At most one agent of the profile's custodian code; every owner is a custodian.
      expect(agents('159541003').length).toBe(name === 'one owner' ? 1 : 0);
      expect(agents('CST').map(({ who }) => who)).toEqual(
        (name === 'one owner' ? ['IDHS'] : ['IDHS', 'HFS']).map((value) => ({ identifier: { value } })),
      );
      const patients = event.entity.filter(({ type }) => type.code === '1');
      expect(patients).toMatchObject([{ what: { type: 'Patient', identifier: { value: 'p' } }, role: { code: '1' } }]);
      expect(event.entity.filter(({ type }) => type.code === '2').length).toBeGreaterThan(0);
    },
  );

  test('no other record claims the profile', () => {
    const claiming = Object.entries(records).filter(([, record]) => eventOf(record).meta !== undefined);
    expect(claiming.map(([name]) => name)).toEqual(['one owner', 'two owners, in an emergency']);
  });

  test('a search says what field was searched by, with what hash, and how many were found', () => {
    expect(eventOf(records.search as DisclosureRecord).entity.find(({ role }) => role?.code === '24')).toMatchObject({
      description: 'Query.searchPersons',
      detail: [
        { type: 'criteria', valueString: 'hash' },
        { type: 'found', valueString: '2' },
      ],
    });
  });
});

describe('CSV', () => {
  const row = (name: string): Readonly<Record<string, string>> => {
    const cells = csvRecord({ index: 4, record: records[name] as DisclosureRecord })
      .trimEnd()
      .split(',');
    return Object.fromEntries(
      CSV_HEADER.trimEnd()
        .split(',')
        .map((column, at) => [column, cells[at] ?? '']),
    );
  };

  test('has a column for the ground of an emergency, and for a search', () => {
    expect(row('two owners, in an emergency')).toMatchObject({
      emergency_reason: 'OVRPS',
      emergency_reference: 'E-7',
      case: '614-A',
      owners: 'IDHS HFS',
    });
    expect(row('search')).toMatchObject({
      search_field: 'Query.searchPersons',
      search_criteria: 'hash',
      search_found: '2',
      own_surname: 'yes',
      client: 'casework 4.2',
    });
  });
});

test('an entry has its own FHIR id in every log, and the same one each time it is exported', () => {
  const record: DisclosureRecord = { ...common, kind: 'introspection', roles: [] };
  const idAt = (index: number, origin: string): string =>
    (fhirAuditEvent({ index, record }, origin) as { id: string }).id;
  const ids = [
    idAt(0, ORIGIN),
    idAt(1, ORIGIN),
    idAt(0, 'ledger.test/gateway-2'),
    idAt(Number.MAX_SAFE_INTEGER, ORIGIN),
  ];
  expect(new Set(ids).size).toBe(4);
  expect(idAt(0, ORIGIN)).toBe(ids[0]);
  for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9.-]{1,64}$/);
});

test('a spreadsheet gets hashes and request ids unchanged, and no formula from outside', () => {
  const names = { request: '-Zx9', person: '-abc', requester: '=1+1' };
  const record: DisclosureRecord = { ...common, ...names, kind: 'disclosure', roles: [] };
  const line = csvRecord({ index: 0, record });
  expect(line).toContain(',-Zx9,');
  expect(line).toContain(',-abc,');
  expect(line).toContain(",'=1+1,");
});
