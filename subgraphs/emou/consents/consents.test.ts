import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { FactQuestion } from '../../../schema/persons/personFacts.ts';
import { askEmou } from '../testing/askEmou.ts';
import { type EmouTestBed, startEmouTestBed } from '../testing/emouTestBed.ts';

const dayMs = 86_400_000;
let bed: EmouTestBed;
let url: string;

beforeAll(async () => {
  bed = await startEmouTestBed();
  await new Promise<void>((resolve) => index.listen(0, '127.0.0.1', resolve));
  // A TCP server that listens has an AddressInfo.
  const { port } = index.address() as AddressInfo;
  url = (await bed.startEmou({}, 0, () => `http://127.0.0.1:${port}/facts`)).url;
});
afterAll(async () => {
  await bed?.stop();
  index.close();
  index.closeAllConnections();
});

/** Test double of the person index: it knows everyone except the unknown, and the strangers are in nobody's case. */
const unknown = '3f0c8f0e-0000-4000-8000-00000000dead';
const stranger = '3f0c8f0e-0000-4000-8000-00000000beef';
const index = createServer(async (request, response) => {
  const { keys } = FactQuestion.parse(JSON.parse(await text(request)));
  const persons = keys
    .filter((key) => key !== unknown)
    .map((key) => ({ key, facts: key === stranger ? ['KNOWN'] : ['KNOWN', 'HOUSEHOLD_OF_CASELOAD'] }));
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ persons }));
});

const worker = (agency: string) => bed.grant({ agency, roles: ['CASEWORKER'] });
const day = (offset: number) => new Date(bed.clock().getTime() + offset * dayMs).toISOString().slice(0, 10);
const person = '3f0c8f0e-0000-4000-8000-000000000001';
const digest = 'ab'.repeat(32);
const officer = (agency: string, role: string, sub = `second.officer@${agency.toLowerCase()}.example`) =>
  bed.grant({ agency, roles: [role], sub });
const resident = (id = person) =>
  bed.grant({ agency: 'DOIT', roles: ['RESIDENT'], purpose: 'SUBJECT_REQUEST', sub: `person:${id}` });

const record = `mutation ($input: RecordConsentInput!) { recordConsent(input: $input) {
  consent { id inForce state personId recipient datasets confirmedAs } } }`;
function consent(changes: Readonly<Record<string, unknown>> = {}) {
  const terms = { personId: person, discloser: 'HFS', recipient: 'DCFS', datasets: ['medicaid.clinical'] };
  const words = { description: 'Diagnoses and immunizations.', signedBy: 'The mother', purpose: 'FOSTER_CARE_CASE' };
  return {
    input: {
      ...terms,
      ...words,
      givenOn: day(-2),
      expiresOn: day(30),
      document: { sha256: digest, date: day(-2) },
      ...changes,
    },
  };
}
async function recorded(changes: Readonly<Record<string, unknown>> = {}, by = worker('DCFS')): Promise<string> {
  const { data, message } = await askEmou<{ recordConsent: { consent: { id: string } } }>(
    url,
    by,
    record,
    consent(changes),
  );
  expect(message).toBeUndefined();
  return data.recordConsent.consent.id;
}
async function confirm(consentId: string, by: string, documentSha256: string | undefined = digest) {
  const { data, code } = await askEmou<{ confirmConsent: { consent: { state: string; confirmedAs: string } } | null }>(
    url,
    by,
    `mutation ($input: ConfirmConsentInput!) { confirmConsent(input: $input) { consent { state confirmedAs } } }`,
    { input: { consentId, documentSha256 } },
  );
  return code ?? data.confirmConsent?.consent;
}
/** Records a consent confirmed by the discloser's staff. */
async function given(changes: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const id = await recorded(changes);
  expect(await confirm(id, worker('HFS'))).toEqual({ state: 'IN_FORCE', confirmedAs: 'DISCLOSER' });
  return id;
}

/** Grant of the gateway itself, with no person behind it. */
const gateway = () => bed.grant({ agency: 'DOIT', roles: ['GATEWAY'], sub: undefined });
const facts = async (grant: string, asked: Readonly<Record<string, unknown>> = {}) =>
  await askEmou<{ consentFacts: { personId: string; dataset: string }[] | null }>(
    url,
    grant,
    `query ($personIds: [ID!]!, $agency: AgencyCode!, $purpose: Purpose!, $datasets: [ID!]!) {
       consentFacts(personIds: $personIds, agency: $agency, purpose: $purpose, datasets: $datasets) { personId dataset } }`,
    {
      personIds: [person, 'somebody else', ''],
      agency: 'DCFS',
      purpose: 'FOSTER_CARE_CASE',
      datasets: ['medicaid.clinical', 'medicaid.financial'],
      ...asked,
    },
  );
const factsOf = async (asked: Readonly<Record<string, unknown>> = {}) =>
  (await facts(gateway(), asked)).data.consentFacts;

test('a consent is a fact for its recipient, purpose and datasets, from the day it was given until it ends', async () => {
  await given();
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
  const other = '3f0c8f0e-0000-4000-8000-000000000002';
  const id = await given({ personId: other });
  expect(await factsOf({ personIds: [other] })).toHaveLength(1);
  const revoke = `mutation ($input: RevokeConsentInput!) { revokeConsent(input: $input) { consent { inForce revokedBecause } } }`;
  const input = { consentId: id, reason: 'The mother has changed her mind.' };
  expect((await askEmou(url, worker('IDHS'), revoke, { input })).code).toBe('FORBIDDEN');
  expect((await askEmou<object>(url, worker('HFS'), revoke, { input })).data).toEqual({
    revokeConsent: { consent: { inForce: false, revokedBecause: 'The mother has changed her mind.' } },
  });
  expect(await factsOf({ personIds: [other] })).toEqual([]);
  expect((await askEmou(url, worker('DCFS'), revoke, { input })).code).toBe('CONFLICT');
  await expect(bed.sql('delete from consent')).rejects.toThrow('only ever confirmed and revoked');
  await expect(bed.sql("update consent set expires_on = '2099-01-01'")).rejects.toThrow('only ever confirmed');
});

test.each([
  ['a person with every other role', { agency: 'DOIT', roles: ['DATA_STEWARD', 'DATA_OFFICER'] }],
  ['a person whose token claims to be the gateway', { agency: 'DOIT', roles: ['GATEWAY'], sub: 'impostor' }],
])('%s cannot ask for facts', async (_, claims) => {
  const answer = await facts(bed.grant(claims));
  expect(answer.code).toBe('FORBIDDEN');
  expect(answer.data.consentFacts).toBeNull();
});

describe('what the agency that wants the data has recorded', () => {
  const one = '3f0c8f0e-0000-4000-8000-000000000003';
  const isFact = async () => (await factsOf({ personIds: [one] }))?.length === 1;

  test('opens nothing until it is confirmed, and waits in the list of those who may confirm it', async () => {
    const id = await recorded({ personId: one.toUpperCase() });
    expect(await isFact()).toBe(false);
    const waiting = 'query ($id: ID) { consents(personId: $id, state: RECORDED) { id inForce documentSha256 } }';
    const seen = await askEmou<object>(url, officer('HFS', 'DATA_OFFICER'), waiting, { id: one });
    expect(seen.data).toEqual({ consents: [{ id, inForce: false, documentSha256: digest }] });
    expect(await confirm(id, worker('HFS'))).toEqual({ state: 'IN_FORCE', confirmedAs: 'DISCLOSER' });
    expect(await isFact()).toBe(true);
    expect((await askEmou<object>(url, officer('HFS', 'DATA_OFFICER'), waiting, { id: one })).data).toEqual({
      consents: [],
    });
    expect(await confirm(id, worker('HFS'))).toBe('CONFLICT');
    await expect(
      bed.sql('update consent set confirmed_at = null, confirmed_by = null, confirmed_as = null'),
    ).rejects.toThrow('each once');
  });

  test('is never confirmed by the person who recorded it, whatever their other roles and agencies', async () => {
    const recorder = officer('DCFS', 'DATA_OFFICER', 'somebody');
    const id = await recorded({ personId: one, purpose: 'CHILD_PROTECTION' }, recorder);
    expect(await confirm(id, recorder)).toBe('FORBIDDEN');
    expect(await confirm(id, officer('DCFS', 'SUPERVISOR', 'somebody'))).toBe('FORBIDDEN');
    expect(await confirm(id, officer('HFS', 'DATA_OFFICER', 'somebody'))).toBe('FORBIDDEN');
  });

  test('is confirmed by a second officer of the same agency, and not by a second caseworker or a stranger', async () => {
    const id = await recorded({ personId: one, datasets: ['medicaid.financial'] });
    const caseworker = officer('DCFS', 'CASEWORKER');
    for (const by of [caseworker, worker('IDHS'), officer('HFS', 'AUDITOR'), officer('DOIT', 'DATA_STEWARD')]) {
      expect(await confirm(id, by)).toBe('FORBIDDEN');
    }
    expect(await confirm(id, officer('DCFS', 'SUPERVISOR'))).toEqual({
      state: 'IN_FORCE',
      confirmedAs: 'SECOND_OFFICER',
    });
  });

  test('is confirmed by the person, who need not know the digest, and by no other resident', async () => {
    const id = await recorded({ personId: one, datasets: ['medicaid.financial'], purpose: 'REENTRY_PLANNING' });
    expect(await confirm(id, resident(person), '')).toBe('FORBIDDEN');
    const others = { agency: 'DOIT', roles: ['RESIDENT'], sub: `person:${one}` };
    expect(await confirm(id, bed.grant({ ...others, purpose: 'DATA_GOVERNANCE' }))).toBe('FORBIDDEN');
    expect(await confirm(id, bed.grant({ ...others, roles: ['AUDITOR'], purpose: 'SUBJECT_REQUEST' }))).toBe(
      'FORBIDDEN',
    );
    const answer = await askEmou<object>(
      url,
      resident(one.toUpperCase()),
      'mutation ($id: ID!) { confirmConsent(input: { consentId: $id }) { consent { state confirmedAs } } }',
      { id },
    );
    expect(answer.data).toEqual({ confirmConsent: { consent: { state: 'IN_FORCE', confirmedAs: 'PERSON' } } });
  });

  test('is not confirmed by an officer who has another document before them, or none', async () => {
    const id = await recorded({ personId: one, purpose: 'REENTRY_PLANNING' });
    expect(await confirm(id, worker('HFS'), 'cd'.repeat(32))).toBe('BAD_USER_INPUT');
    const none = await askEmou(
      url,
      worker('HFS'),
      'mutation ($id: ID!) { confirmConsent(input: { consentId: $id }) { consent { state } } }',
      { id },
    );
    expect(none.code).toBe('BAD_USER_INPUT');
    const base64url = Buffer.from(digest, 'hex').toString('base64url');
    expect(await confirm(id, worker('HFS'), base64url)).toMatchObject({ state: 'IN_FORCE' });
  });

  test('that was revoked or has expired is not confirmed', async () => {
    const ended = { personId: one, givenOn: day(-9), expiresOn: day(-3), purpose: 'EDUCATION_SUPPORT' };
    expect(await confirm(await recorded(ended), worker('HFS'))).toBe('CONFLICT');
  });
});

test('what the discloser itself has recorded counts at once', async () => {
  const other = '3f0c8f0e-0000-4000-8000-000000000004';
  await recorded({ personId: other }, worker('HFS'));
  expect(await factsOf({ personIds: [other] })).toHaveLength(1);
});

test('the person sees their own consents alone, and may take them back', async () => {
  const other = '3f0c8f0e-0000-4000-8000-000000000005';
  const id = await given({ personId: other });
  const list = 'query ($id: ID) { consents(personId: $id) { id } }';
  expect((await askEmou<object>(url, resident(other), list)).data).toEqual({ consents: [{ id }] });
  expect((await askEmou<object>(url, resident(other), list, { id: person })).data).toEqual({ consents: [] });
  const revoke = `mutation ($input: RevokeConsentInput!) { revokeConsent(input: $input) { consent { state } } }`;
  const input = { consentId: id, reason: 'I have changed my mind.' };
  expect((await askEmou(url, resident(person), revoke, { input })).code).toBe('FORBIDDEN');
  expect((await askEmou<object>(url, resident(other), revoke, { input })).data).toEqual({
    revokeConsent: { consent: { state: 'REVOKED' } },
  });
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

test('persons must exist; a caseworker sees only the consents of persons in their caseload', async () => {
  const outcome = async (by: string, personId: string) => (await askEmou(url, by, record, consent({ personId }))).code;
  expect(await outcome(worker('DCFS'), stranger)).toBe('FORBIDDEN');
  expect(await outcome(worker('DCFS'), unknown)).toBe('FORBIDDEN');
  expect(await outcome(officer('DCFS', 'DATA_OFFICER'), unknown)).toBe('NOT_FOUND');
  expect(await outcome(officer('DCFS', 'DATA_OFFICER'), stranger)).toBeUndefined();

  const list = 'query ($id: ID) { consents(personId: $id) { personId } }';
  const seen = async (by: string, id?: string) => {
    const { data, code } = await askEmou<{ consents: object[] | null }>(url, by, list, { id });
    return code ?? data.consents?.length;
  };
  const investigator = bed.grant({ agency: 'DCFS', roles: ['INVESTIGATOR'] });
  for (const by of [worker('DCFS'), investigator]) {
    expect([await seen(by, stranger), await seen(by)]).toEqual(['FORBIDDEN', 'BAD_USER_INPUT']);
    expect(await seen(by, person)).toBeGreaterThan(0);
  }
  expect(await seen(officer('DCFS', 'SUPERVISOR'), stranger)).toBe(1);
  expect(await seen(officer('DCFS', 'SUPERVISOR'), stranger.toUpperCase())).toBe(1);
  const { code, message } = await askEmou(url, officer('DCFS', 'SUPERVISOR'), list, { id: 'stranger' });
  expect(code).toBe('BAD_USER_INPUT');
  expect(message).toBe('personId must be a Person.id: a UUID such as 6f9619ff-8b86-4d01-b42d-00cf4fc964ff.');
  expect(await seen(officer('DCFS', 'SUPERVISOR'))).toBeGreaterThan(1);
});

test.each([
  ['by an agency that it does not name', { recipient: 'ISBE' }, 'FORBIDDEN'],
  ['to oneself', { discloser: 'DCFS' }, 'BAD_USER_INPUT'],
  ["of another agency's dataset", { datasets: ['snap.benefits'] }, 'BAD_USER_INPUT'],
  ['to nothing', { datasets: [] }, 'BAD_USER_INPUT'],
  ['of tomorrow', { givenOn: '2999-01-01', expiresOn: '2999-02-01' }, 'BAD_USER_INPUT'],
  ['that ends before it begins', { expiresOn: '2020-01-01' }, 'BAD_USER_INPUT'],
  ['without words', { description: ' ' }, 'BAD_USER_INPUT'],
  ['of nobody', { personId: 'nobody' }, 'BAD_USER_INPUT'],
  ['without a document', { document: undefined }, 'BAD_USER_INPUT'],
  ['whose document has no digest', { document: { sha256: 'signed', date: '2020-01-01' } }, 'BAD_USER_INPUT'],
  ['whose document is of tomorrow', { document: { sha256: digest, date: '2999-01-01' } }, 'BAD_USER_INPUT'],
])('a consent %s is not recorded', async (_, changes, code) => {
  expect((await askEmou(url, worker('DCFS'), record, consent(changes))).code).toBe(code);
});
