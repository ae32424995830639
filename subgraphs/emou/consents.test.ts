import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { askEmou } from './testing/askEmou.ts';
import { type EmouTestBed, startEmouTestBed } from './testing/emouTestBed.ts';

const dayMs = 86_400_000;
let bed: EmouTestBed;
let url: string;

beforeAll(async () => {
  bed = await startEmouTestBed();
  url = (await bed.startEmou()).url;
});
afterAll(() => bed?.stop());

const worker = (agency: string) => bed.grant({ agency, roles: ['CASEWORKER'] });
const day = (offset: number) => new Date(bed.clock().getTime() + offset * dayMs).toISOString().slice(0, 10);
const person = '3f0c8f0e-0000-4000-8000-000000000001';

const record = `mutation ($input: RecordConsentInput!) { recordConsent(input: $input) {
  consent { id inForce personId recipient datasets } } }`;
function consent(changes: Readonly<Record<string, unknown>> = {}) {
  const terms = { personId: person, discloser: 'HFS', recipient: 'DCFS', datasets: ['medicaid.clinical'] };
  const words = { description: 'Diagnoses and immunizations.', signedBy: 'The mother', purpose: 'FOSTER_CARE_CASE' };
  return { input: { ...terms, ...words, givenOn: day(-2), expiresOn: day(30), ...changes } };
}
async function recorded(changes: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const { data, message } = await askEmou<{ recordConsent: { consent: { id: string } } }>(
    url,
    worker('DCFS'),
    record,
    consent(changes),
  );
  expect(message).toBeUndefined();
  return data.recordConsent.consent.id;
}

/** As the gateway asks: in its own name, with no person behind it. */
const gateway = () => bed.grant({ agency: 'DOIT', roles: ['GATEWAY'], sub: undefined });
const facts = async (grant: string, asked: Readonly<Record<string, unknown>> = {}) =>
  await askEmou<{ consentFacts: { personId: string; dataset: string }[] | null }>(
    url,
    grant,
    `query ($personIds: [ID!]!, $agency: AgencyCode!, $purpose: Purpose!, $datasets: [ID!]!) {
       consentFacts(personIds: $personIds, agency: $agency, purpose: $purpose, datasets: $datasets) { personId dataset } }`,
    {
      personIds: [person, 'somebody else', '\u0000'],
      agency: 'DCFS',
      purpose: 'FOSTER_CARE_CASE',
      datasets: ['medicaid.clinical', 'medicaid.financial'],
      ...asked,
    },
  );
const factsOf = async (asked: Readonly<Record<string, unknown>> = {}) =>
  (await facts(gateway(), asked)).data.consentFacts;

test('a consent is a fact for its recipient, purpose and datasets, from the day it was given until it ends', async () => {
  await recorded();
  const fact = { personId: person, dataset: 'medicaid.clinical' };
  expect(await factsOf()).toEqual([fact]);
  expect(await factsOf({ agency: 'IDOC' })).toEqual([]);
  expect(await factsOf({ purpose: 'CHILD_PROTECTION' })).toEqual([]);
  expect(await factsOf({ datasets: ['medicaid.financial'] })).toEqual([]);
  expect(await factsOf({ personIds: ['somebody else'] })).toEqual([]);
  bed.passTime(32 * dayMs);
  expect(await factsOf()).toEqual([]);
  bed.passTime(-32 * dayMs);
  expect(await factsOf()).toEqual([fact]);
});

test('revoked, it is a fact no more, and stays on file; nothing else of it can be changed', async () => {
  const other = 'a second person';
  const id = await recorded({ personId: other });
  expect(await factsOf({ personIds: [other] })).toHaveLength(1);
  const revoke = `mutation ($input: RevokeConsentInput!) { revokeConsent(input: $input) { consent { inForce revokedBecause } } }`;
  const input = { consentId: id, reason: 'The mother has changed her mind.' };
  expect((await askEmou(url, worker('IDHS'), revoke, { input })).code).toBe('FORBIDDEN');
  expect((await askEmou<object>(url, worker('HFS'), revoke, { input })).data).toEqual({
    revokeConsent: { consent: { inForce: false, revokedBecause: 'The mother has changed her mind.' } },
  });
  expect(await factsOf({ personIds: [other] })).toEqual([]);
  expect((await askEmou(url, worker('DCFS'), revoke, { input })).code).toBe('CONFLICT');
  await expect(bed.sql('DELETE FROM consent')).rejects.toThrow('only ever revoked');
  await expect(bed.sql("UPDATE consent SET expires_on = '2099-01-01'")).rejects.toThrow('only ever revoked');
});

test.each([
  ['a person with every other role', { agency: 'DOIT', roles: ['DATA_STEWARD', 'DATA_OFFICER'] }],
  ['a person whose token claims to be the gateway', { agency: 'DOIT', roles: ['GATEWAY'], sub: 'impostor' }],
])('%s cannot ask for facts', async (_, claims) => {
  const answer = await facts(bed.grant(claims));
  expect(answer.code).toBe('FORBIDDEN');
  expect(answer.data.consentFacts).toBeNull();
});

test('consents are seen by the staff of the agencies that they name, and by the data steward', async () => {
  const list = 'query ($id: ID) { consents(personId: $id) { personId signedBy } }';
  const seen = async (grant: string) =>
    (await askEmou<{ consents: object[] | null }>(url, grant, list, { id: person })).data.consents;
  expect(await seen(worker('DCFS'))).toHaveLength(1);
  expect(await seen(worker('HFS'))).toHaveLength(1);
  expect(await seen(worker('IDHS'))).toEqual([]);
  expect(await seen(bed.grant({ agency: 'DOIT', roles: ['DATA_STEWARD'] }))).toHaveLength(1);
  expect(await seen(bed.grant({ roles: ['AUDITOR'] }))).toBeNull();
});

test.each([
  ['by an agency that it does not name', { recipient: 'ISBE' }, 'FORBIDDEN'],
  ['to oneself', { discloser: 'DCFS' }, 'BAD_USER_INPUT'],
  ["of another agency's dataset", { datasets: ['snap.benefits'] }, 'BAD_USER_INPUT'],
  ['to nothing', { datasets: [] }, 'BAD_USER_INPUT'],
  ['of tomorrow', { givenOn: '2999-01-01', expiresOn: '2999-02-01' }, 'BAD_USER_INPUT'],
  ['that ends before it begins', { expiresOn: '2020-01-01' }, 'BAD_USER_INPUT'],
  ['without words', { description: ' ' }, 'BAD_USER_INPUT'],
])('a consent %s is not recorded', async (_, changes, code) => {
  expect((await askEmou(url, worker('DCFS'), record, consent(changes))).code).toBe(code);
});
