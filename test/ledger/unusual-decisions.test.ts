import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { type Product, startProduct } from '../harness/product/startProduct.ts';
import { dcfsOfficer, type Who } from '../harness/requesters.ts';

const auditor: Who = { agency: 'DOIT', purpose: 'AUDIT', roles: ['AUDITOR'] };
const supervisor: Who = { ...dcfsOfficer, roles: ['SUPERVISOR'], subject: 'dcfs.supervisor' };

let system: Product;
beforeAll(async () => {
  system = await startProduct();
}, 240_000);
afterAll(() => system?.stop());

async function somePersons(count: number): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: system.databaseUrls.get('identity') });
  await client.connect();
  try {
    const text = 'select person_id::text as id from person order by 1 limit $1';
    return (await client.query<{ id: string }>(text, [count])).rows.map(({ id }) => id);
  } finally {
    await client.end();
  }
}

async function named(): Promise<readonly unknown[]> {
  const query = '{ unusualAccess { rule requester agency measured threshold } }';
  const { data, errors } = await system.ask(auditor, query);
  expect(errors).toEqual([]);
  const rules = ['CONSENTS', 'SAME_WORDS', 'LIMIT_LIFTED'];
  const all = (data as { unusualAccess: readonly { rule: string }[] }).unusualAccess;
  return all.filter(({ rule }) => rules.includes(rule));
}

test('who records consents of many persons, or is let off the limit on emergencies, is named to auditors', async () => {
  const record = `mutation ($input: RecordConsentInput!) { recordConsent(input: $input) { consent { state } } }`;
  const officer: Who = { ...dcfsOfficer, subject: 'dcfs.collector' };
  const persons = await somePersons(11);
  const consent = async (personId: string) => {
    const parties = {
      discloser: 'IDHS',
      recipient: 'DCFS',
      datasets: ['snap.participation'],
      purpose: 'CHILD_PROTECTION',
    };
    const words = { description: 'Participation in SNAP.', signedBy: 'The person' };
    const document = { sha256: 'ab'.repeat(32), date: '2020-01-01' };
    const time = { givenOn: '2020-01-01', expiresOn: '2099-01-01' };
    const { data } = await system.ask(officer, record, {
      input: { personId, ...parties, ...words, ...time, document },
    });
    expect(data).toEqual({ recordConsent: { consent: { state: 'RECORDED' } } });
  };
  for (const personId of persons.slice(0, 10)) await consent(personId);
  expect(await named()).toEqual([]);
  await consent(persons[10] ?? '');
  const lift = `mutation { liftEmergencyLimit(input: { requester: "dcfs.investigator", hours: 1,
    reason: "A fire at 12 Elm Street, nine families." }) { lift { liftedBy } } }`;
  expect((await system.ask(supervisor, lift)).data).toEqual({
    liftEmergencyLimit: { lift: { liftedBy: 'dcfs.supervisor' } },
  });
  expect(await named()).toEqual(
    expect.arrayContaining([
      { rule: 'CONSENTS', requester: 'dcfs.collector', agency: 'DCFS', measured: 11, threshold: 10 },
      { rule: 'LIMIT_LIFTED', requester: 'dcfs.investigator', agency: 'DCFS', measured: 1, threshold: 0 },
    ]),
  );
});
