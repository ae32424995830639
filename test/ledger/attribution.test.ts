import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DisclosureRecord } from '../../schema/ledger/disclosureRecord.ts';
import { personPseudonym } from '../../schema/ledger/personPseudonym.ts';
import { at } from '../harness/answer.ts';
import {
  type ApprovedGateway,
  idOf,
  inForce,
  type Product,
  startGateway,
  startProduct,
} from '../harness/product/startProduct.ts';
import { recordsOf } from '../harness/recordsOf.ts';
import { aging, fosterCare, idhsOfficer, snapWorker, type Who } from '../harness/requesters.ts';

const engines = ['compiled', 'apollo'] as const;
type EngineName = (typeof engines)[number];

let system: Product;
let householdId = '';
let members: readonly string[] = [];
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
        origin: `ledger.test/${engine}`,
        holder: engine,
        signingKey: system.ledger.signingKey,
        pseudonymKey: system.ledger.pseudonymKeys[0],
      },
    });
    gateways.set(engine, gateway);
    gateway.replace([
      inForce(fosterCare, { dataset: 'identity.address' }, 1),
      inForce(fosterCare, { dataset: 'identity.household' }, 2),
      inForce(aging, { dataset: 'identity.address' }, 3),
    ]);
  }
  const found = await gateways
    .get('compiled')
    ?.ask(fosterCare, 'query ($id: ID!) { person(id: $id) { household { id members { id } } } }', { id: idOf('ward') });
  householdId = String(at(found?.data, 'person.household.id'));
  members = (at(found?.data, 'person.household.members') as readonly { id: string }[]).map(({ id }) => id); // asked for as such
}, 240_000);
afterAll(async () => {
  for (const gateway of gateways.values()) await gateway.stop();
  await system?.stop();
}, 60_000);

const pseudonymsOf = (ids: readonly string[]): readonly string[] =>
  ids.map((id) => personPseudonym(system.ledger.pseudonymKeys[0], id).toString('base64url')).sort();

async function ask(engine: EngineName, who: Who, query: string, variables: object = {}) {
  const answer = await gateways.get(engine)?.ask(who, query, variables);
  if (answer === undefined) throw new Error(`The gateway with the engine ${engine} is not there.`);
  const request = answer.headers.get('x-request-id');
  const records = await recordsOf(system.ledger.auditUrl, `ledger.test/${engine}`);
  return { answer, records: records.filter((record) => record.request === request) };
}

/** Persons whose data a field showed, according to the records. */
const personsShown = (records: readonly DisclosureRecord[], field: string): readonly (string | undefined)[] =>
  records
    .filter(({ disclosed }) => disclosed?.some(({ fields }) => fields.includes(field)))
    .map(({ person }) => person)
    .sort();

describe.each(engines)('%s engine', (engine) => {
  test('the address of a household found by its id is recorded against each of its members', async () => {
    expect(members.length).toBeGreaterThan(2);
    const query = 'query ($id: ID!) { household(id: $id) { address { street city zip } } }';
    const { answer, records } = await ask(engine, fosterCare, query, { id: householdId });
    expect(answer.errors).toEqual([]);
    expect(answer.data).toEqual({
      household: { address: { street: expect.any(String), city: expect.any(String), zip: expect.any(String) } },
    });
    expect(personsShown(records, 'Address.street')).toEqual(pseudonymsOf(members));
    const [search] = records.filter(({ kind }) => kind === 'search');
    expect(search?.search).toMatchObject({
      field: 'Query.household',
      found: 1,
      criteria: expect.stringMatching(/^[\w-]{43}$/),
    });
  });

  test('through a named fragment, an alias and a list of members it is recorded in the same way', async () => {
    const query = `query ($id: ID!) { h: household(id: $id) { ...Home m: members { id } } } fragment Home on Household { a: address { ...City } } fragment City on Address { city }`;
    const { answer, records } = await ask(engine, fosterCare, query, { id: householdId });
    expect(answer.errors).toEqual([]);
    expect(Object.keys(at(answer.data, 'h') as object)).toEqual(['a', 'm']);
    expect(personsShown(records, 'Address.city')).toEqual(pseudonymsOf(members));
  });

  test('without access to the members the address is not shown, and its system is not queried', async () => {
    const query = 'query ($id: ID!) { household(id: $id) { id address { street } } }';
    const { result, requests } = await system.recordedDuring(() => ask(engine, aging, query, { id: householdId }));
    expect(result.answer.data).toEqual({ household: { id: householdId, address: null } });
    expect(result.answer.errors).toMatchObject([
      {
        path: ['household', 'address'],
        extensions: { reason: 'PERSON_UNKNOWN', dataset: 'identity.household', coordinate: 'Household.address' },
      },
    ]);
    expect(JSON.stringify(requests)).not.toContain('address');
    // Household.address is open to the agency; only this path to it is closed.
    expect(result.records.flatMap(({ refused }) => refused ?? [])).toEqual([
      { field: 'Household.address', dataset: 'identity.household', owner: 'DOIT', reason: 'PERSON_UNKNOWN' },
    ]);
  });

  test('the record of a refusal has the reason that the client received', async () => {
    const query =
      'query ($id: ID!, $household: ID!) { person(id: $id) { snap { caseNumber } } household(id: $household) { address { street } } }';
    const { answer, records } = await ask(engine, aging, query, { id: idOf('ward'), household: householdId });
    const told = answer.errors.map(({ extensions }) => `${String(extensions.coordinate)} ${String(extensions.reason)}`);
    expect(told).toContain('Household.address PERSON_UNKNOWN');
    const recorded = records.flatMap(({ refused }) => refused ?? []).map(({ field, reason }) => `${field} ${reason}`);
    expect([...new Set(recorded)].sort()).toEqual([...new Set(told)].sort());
  });

  test('a case found by its number is recorded against every person in the case', async () => {
    const numbers = await ask(
      engine,
      snapWorker,
      'query ($id: ID!) { person(id: $id) { snap { caseNumber assistanceUnit { person { id } } } } }',
      { id: idOf('daughter') },
    );
    const number = String(at(numbers.answer.data, 'person.snap.caseNumber'));
    const { answer, records } = await ask(
      engine,
      snapWorker,
      'query ($number: String!) { snapCase(number: $number) { status } }',
      { number },
    );
    expect(answer.errors).toEqual([]);
    expect(answer.data).toEqual({ snapCase: { status: expect.any(String) } });
    const unit = (at(numbers.answer.data, 'person.snap.assistanceUnit') as readonly { person: { id: string } }[]).map(
      ({ person }) => person.id,
    ); // asked for as such
    expect(personsShown(records, 'SnapCase.status')).toEqual(pseudonymsOf(unit));
  });

  test('consents are recorded against the persons who gave them', async () => {
    const { answer, records } = await ask(engine, idhsOfficer, '{ consents { datasets personId } }');
    expect(answer.errors).toEqual([]);
    const ids = (at(answer.data, 'consents') as readonly { personId: string }[]).map(({ personId }) => personId); // asked for as such
    expect(ids.length).toBeGreaterThan(0);
    expect(personsShown(records, 'Consent.datasets')).toEqual(pseudonymsOf([...new Set(ids)]));
    const own = await ask(engine, idhsOfficer, '{ consents { datasets } }');
    expect(personsShown(own.records, 'Consent.datasets')).toEqual(pseudonymsOf([...new Set(ids)]));
  });
});
