import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DisclosureRecord } from '../../schema/ledger/disclosureRecord.ts';
import { personPseudonym } from '../../schema/ledger/personPseudonym.ts';
import { type Answer, at } from '../harness/answer.ts';
import { eventually } from '../harness/eventually.ts';
import {
  type ApprovedGateway,
  idOf,
  type Product,
  startGateway,
  startProduct,
} from '../harness/product/startProduct.ts';
import { recordsOf, rowsOf } from '../harness/recordsOf.ts';
import { fosterCare, medicaidWorker, type Who } from '../harness/requesters.ts';

const engines = ['compiled', 'apollo'] as const;
type EngineName = (typeof engines)[number];

const auditor: Who = { agency: 'DOIT', purpose: 'AUDIT', roles: ['AUDITOR'] };
const household = `query ($id: ID!) { person(id: $id) { birthDate household { members { name { given }
  medicaid { status } snap { status } corrections { status } } } } }`;

let system: Product;
const gateways = new Map<EngineName, ApprovedGateway>();
beforeAll(async () => {
  system = await startProduct();
  for (const engine of engines) {
    const gateway = await startGateway(system, {
      approvals: 'given',
      engine,
      ledger: {
        kind: 'on',
        connectionString: system.ledger.writerUrl,
        origin: originOf(engine),
        holder: engine,
        signingKey: system.ledger.signingKey,
        pseudonymKey: system.ledger.pseudonymKeys[0],
        limits: { checkFitEveryMs: 100 },
      },
    });
    gateways.set(engine, gateway);
    gateway.approve(fosterCare, [
      { dataset: 'identity.demographics' },
      { dataset: 'identity.household' },
      { dataset: 'corrections.custody' },
      {
        dataset: 'medicaid.enrollment',
        fields: [{ field: 'MedicaidCoverage.status', conditions: [['WARD']] }],
      },
    ]);
  }
}, 240_000);
afterAll(async () => {
  for (const gateway of gateways.values()) await gateway.stop();
  await system?.stop();
}, 60_000);

const originOf = (engine: EngineName): string => `ledger.test/${engine}`;
const pseudonymOf = (personId: string): string =>
  personPseudonym(system.ledger.pseudonymKeys[0], personId).toString('base64url');

async function ask(engine: EngineName, query: string, variables: object, who: Who = fosterCare) {
  const answer = await gateways.get(engine)?.ask(who, query, variables);
  if (answer === undefined) throw new Error(`The gateway with the engine ${engine} is not there.`);
  const request = answer.headers.get('x-request-id');
  const records = await recordsOf(system.ledger.auditUrl, originOf(engine));
  return { answer, records: records.filter((record) => record.request === request) };
}

/** What both engines must agree on: all but the request's own name, and what follows from it. */
function comparable(records: readonly DisclosureRecord[]): readonly object[] {
  return records
    .map(({ request: _name, answer: _hash, time: _time, ...rest }) => rest)
    .sort((one, other) => keyOf(one).localeCompare(keyOf(other)));
}

function keyOf({ kind, person }: Pick<DisclosureRecord, 'kind' | 'person'>): string {
  return `${kind} ${person}`;
}

describe.each(engines)('%s engine: what stays closed because of the person', (engine) => {
  test('is a refusal against that person, by whatever path they were reached', async () => {
    const { answer, records } = await ask(engine, household, { id: idOf('ward') });
    const withheld = answer.errors.filter(({ extensions }) => extensions.reason === 'CONDITION_NOT_MET');
    const refusals = records.filter(({ kind }) => kind === 'refusal');
    const forTheirSake = refusals.filter(({ refused }) =>
      refused?.some(({ reason }) => reason === 'CONDITION_NOT_MET'),
    );
    expect(withheld.length).toBeGreaterThan(1);
    expect(new Set(forTheirSake.map(({ person }) => person))).toEqual(new Set(othersInHousehold(answer)));
    for (const { refused } of forTheirSake) {
      expect(refused?.filter(({ reason }) => reason === 'CONDITION_NOT_MET')).toEqual([
        { field: 'Person.medicaid', dataset: 'medicaid.enrollment', owner: 'HFS', reason: 'CONDITION_NOT_MET' },
      ]);
    }
    // SNAP is closed for what it is: against the person who was named, and once.
    const ward = refusals.filter(({ person }) => person === pseudonymOf(idOf('ward')));
    expect(ward.map(({ refused }) => refused?.map(({ field, reason }) => [field, reason]))).toEqual([
      [['Person.snap', 'NO_APPROVAL']],
    ]);
    expect(refusals.length).toBe(forTheirSake.length + 1);
  });
});

test.each(engines)('%s engine: where it cannot be told whose record it is, nothing is shown', async (engine) => {
  const recipient = '{ medicaidRecipient(rin: "100000254") { status } }';
  const asked = () => gateways.get(engine)?.ask(medicaidWorker, recipient);
  expect((await asked())?.errors).toEqual([]);
  system.proxy('identity').behave({ kind: 'down' });
  try {
    const answer = await asked();
    expect([answer?.status, answer?.data, answer?.codes]).toEqual([503, undefined, ['AUDIT_UNAVAILABLE']]);
  } finally {
    system.proxy('identity').behave({ kind: 'pass' });
  }
});

test.each(engines)('%s engine: what a system that is down did not say is not empty', async (engine) => {
  const custody = `query ($id: ID!) { person(id: $id) { gender corrections { status } } }`;
  const emptyOf = async (who: 'daughter' | 'partner') => {
    const { records } = await ask(engine, custody, { id: idOf(who) });
    return records.map(({ empty }) => empty);
  };
  expect(await emptyOf('daughter')).toEqual([[{ datasets: ['corrections.custody'], fields: ['Person.corrections'] }]]);
  for (const [name, who] of [
    ['identity', 'daughter'],
    ['corrections', 'partner'],
  ] as const) {
    system.proxy(name).behave({ kind: 'down' });
    try {
      expect((await emptyOf(who)).flatMap((groups) => groups ?? [])).toEqual([]);
    } finally {
      system.proxy(name).behave({ kind: 'pass' });
    }
  }
});

test.each(engines)('%s engine: a mutation is recorded as what it did, and when it did nothing', async (engine) => {
  const suspend = `mutation ($input: SuspendAccountingInput!) {
    done: suspendAccounting(input: $input) { suspension { recipientAgency } } }`;
  const until = new Date(system.clock.now().getTime() + 86_400_000).toISOString();
  const input = { personId: idOf('partner'), recipientAgency: 'DCFS', until, reference: 'F-77' };
  const { answer, records } = await ask(engine, suspend, { input }, auditor);
  expect(answer.errors).toEqual([]);
  const person = pseudonymOf(idOf('partner'));
  const effects = [{ field: 'Mutation.suspendAccounting', ids: [`person:${person}`] }];
  expect(records.map((one) => [one.kind, one.person, one.effects])).toEqual([
    ['disclosure', undefined, effects],
    ['change', person, effects],
  ]);

  const failed = await ask(engine, suspend, { input: { ...input, recipientAgency: 'dcfs' } }, auditor);
  expect(failed.answer.data).toEqual({ done: null });
  expect(failed.records.map((one) => [one.kind, one.person, one.effects])).toEqual([
    ['change', undefined, [{ field: 'Mutation.suspendAccounting', ids: [] }]],
  ]);
});

test('a trigger of the log that is switched off stops disclosures until it is on again', async () => {
  const { adminUrl } = system.ledger;
  const ready = (engine: EngineName) => async () => {
    const response = await fetch(new URL('/health/ready', gateways.get(engine)?.url));
    const { checks } = (await response.json()) as { checks: { ledger: string } };
    return [response.status, checks.ledger];
  };
  const asked = async () =>
    (await ask('compiled', 'query ($id: ID!) { person(id: $id) { gender } }', { id: idOf('ward') })).answer.status;
  expect([await asked(), await ready('compiled')()]).toEqual([200, [200, 'ok']]);
  await rowsOf(adminUrl, 'alter table ledger.tile disable trigger append_only');
  try {
    const [status, problem] = await eventually(ready('compiled'), ([code]) => code === 503);
    expect([status, problem]).toEqual([503, expect.stringContaining('the ledger is unfit')]);
    expect(await asked()).toBe(503);
  } finally {
    await rowsOf(adminUrl, 'alter table ledger.tile enable always trigger append_only');
  }
  for (const engine of engines) {
    expect(await eventually(ready(engine), ([code]) => code === 200)).toEqual([200, 'ok']);
  }
  expect(await asked()).toBe(200);
});

/** References of the members whose Medicaid is not shown. */
function othersInHousehold(answer: Answer): readonly string[] {
  const { person } = answer.data as {
    person: { household: { members: { name: { given: string }; medicaid: unknown }[] } };
  }; // as asked for
  const closed = new Set(
    person.household.members.filter(({ medicaid }) => medicaid === null).map(({ name }) => name.given),
  );
  expect(closed.size).toBe(person.household.members.length - 1);
  return (['grandmother', 'daughter', 'partner', 'child'] as const).map((label) => pseudonymOf(idOf(label)));
}

test.each([
  ['a household', household, { id: idOf('ward') }],
  [
    'a list with somebody whom nobody knows',
    'query ($ids: [ID!]!) { persons(ids: $ids) { name { given } medicaid { status } } }',
    { ids: [idOf('ward'), idOf('partner'), '00000000-0000-4000-8000-000000000000'] },
  ],
  ['a search', 'query ($name: String!) { searchPersons(name: $name, first: 3) { gender } }', { name: 'Coleman' }],
  [
    'somebody of whom there is nothing',
    `query ($id: ID!) { person(id: $id) { corrections { status } medicaid { status } relationships { kind }
      household { members { gender corrections { parentInstitution lastParoledDate } } } } }`,
    { id: idOf('daughter') },
  ],
  [
    'relatives',
    'query ($id: ID!) { person(id: $id) { relationships { kind person { birthDate } } again: gender } }',
    { id: idOf('daughter') },
  ],
])('both engines record the same of %s', async (_, query, variables) => {
  const [compiled, apollo] = [await ask('compiled', query, variables), await ask('apollo', query, variables)];
  expect(apollo.answer.data).toEqual(compiled.answer.data);
  expect(comparable(apollo.records)).toEqual(comparable(compiled.records));
  expect(compiled.records.length).toBeGreaterThan(1);
});

test('both engines lead from pseudonyms to persons, and record the same of it', async () => {
  const auditor: Who = { agency: 'DOIT', purpose: 'AUDIT', roles: ['AUDITOR'] };
  const steward: Who = { ...auditor, roles: ['DATA_STEWARD'], subject: 'doit.steward' };
  const input = { pseudonyms: [pseudonymOf(idOf('ward')), 'A'.repeat(43)], reason: 'Complaint, see file.' };
  const requested = await system.ask(
    auditor,
    'mutation ($input: RequestUnmaskingInput!) { requestUnmasking(input: $input) { unmasking { id } } }',
    { input: { ...input, caseReference: 'C-17' } },
  );
  const id = at(requested.data, 'requestUnmasking.unmasking.id');
  await system.ask(
    steward,
    'mutation ($input: DecideUnmaskingInput!) { approveUnmasking(input: $input) { unmasking { id } } }',
    { input: { unmaskingId: id, comment: 'The complaint is founded.' } },
  );
  const query = 'query ($id: ID!) { unmaskedPersons(unmaskingId: $id) { pseudonym person { id name { given } } } }';
  const [compiled, apollo] = [
    await ask('compiled', query, { id }, auditor),
    await ask('apollo', query, { id }, auditor),
  ];
  expect(compiled.answer.data).toEqual({
    unmaskedPersons: [
      { pseudonym: pseudonymOf(idOf('ward')), person: { id: idOf('ward'), name: null } },
      { pseudonym: 'A'.repeat(43), person: null },
    ],
  });
  expect(apollo.answer.data).toEqual(compiled.answer.data);
  expect(comparable(apollo.records)).toEqual(comparable(compiled.records));
  expect(compiled.records.filter(({ person }) => person === pseudonymOf(idOf('ward')))).toMatchObject([
    { kind: 'disclosure' },
  ]);
});
