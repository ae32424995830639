import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { canonicalJson } from '../../ledger/index.ts';
import type { DisclosureRecord } from '../../schema/ledger/disclosureRecord.ts';
import { personPseudonym } from '../../schema/ledger/personPseudonym.ts';
import type { Answer } from '../harness/answer.ts';
import { expectNoValueInLog } from '../harness/noValueInLog.ts';
import { idOf, type Product, startProduct } from '../harness/product/startProduct.ts';
import { bodiesOf, createLogReader, recordsOf } from '../harness/recordsOf.ts';
import { fosterCare, idhsOfficer, indexSteward, schoolSupport, snapWorker, type Who } from '../harness/requesters.ts';

const nobody = '00000000-0000-4000-8000-000000000000';

let system: Product;
beforeAll(async () => {
  system = await startProduct();
}, 120_000);
afterAll(() => system?.stop());

const records = (): Promise<readonly DisclosureRecord[]> => recordsOf(system.ledger.auditUrl, system.ledger.origin);
const pseudonymOf = (personId: string): string =>
  personPseudonym(system.ledger.pseudonymKeys[0], personId).toString('base64url');

let newRecords: () => Promise<readonly DisclosureRecord[]>;
beforeAll(() => {
  newRecords = createLogReader(system.ledger.auditUrl, system.ledger.origin);
});

/** One request at a time is made here: its records are the newest. */
async function recordsAbout(answer: Answer): Promise<readonly DisclosureRecord[]> {
  const newest = await newRecords();
  const request = answer.headers.get('x-request-id');
  return newest.filter((record) => record.request === request);
}

describe('what is recorded', () => {
  test('is one disclosure for each person shown, in lists and relationships too, with the fields that held a value', async () => {
    const answer = await system.ask(
      fosterCare,
      `query Home($id: ID!) { person(id: $id) { birthDate household { members { name { given } again: birthDate }
         address { city } } relationships { kind person { gender } } } }`,
      { id: idOf('ward') },
      { 'apollographql-client-name': 'casework', 'apollographql-client-version': '4.2', 'case-id': '0000614-A' },
    );
    expect(answer.errors).toEqual([]);
    const about = await recordsAbout(answer);
    const { members } = (answer.data as { person: { household: { members: unknown[] } } }).person.household;
    expect(new Set(about.map(({ person }) => person)).size).toBe(about.length);
    expect(about.length).toBeGreaterThanOrEqual(members.length);
    expect(new Set(about.map(({ kind }) => kind))).toEqual(new Set(['disclosure']));
    const ward = about.find(({ person }) => person === pseudonymOf(idOf('ward')));
    expect(ward).toMatchObject({
      agency: 'DCFS',
      purpose: 'FOSTER_CARE_CASE',
      roles: ['CASEWORKER'],
      requester: 'dcfs.test',
      case: '0000614-A',
      client: { name: 'casework', version: '4.2' },
      operation: { name: 'Home' },
    });
    expect(ward?.disclosed?.flatMap(({ fields }) => fields).sort()).toEqual([
      'Address.city',
      'Household.address',
      'Household.members',
      'Person.birthDate',
      'Person.household',
      'Person.name',
      'Person.relationships',
      'PersonName.given',
      'Relationship.kind',
      'Relationship.person',
    ]);
    for (const { datasets, owners, basis, approvals, legalBasis } of ward?.disclosed ?? []) {
      expect(legalBasis).toEqual([expect.stringMatching(/USC|ILCS|CFR/)]);
      expect([owners, basis]).toEqual([['DOIT'], 'approval']);
      expect(approvals?.length).toBe(datasets.length);
    }
  });

  test('is that there is nothing: fields that came back empty, but none that were refused', async () => {
    const answer = await system.ask(
      fosterCare,
      `query ($id: ID!) { person(id: $id) { corrections { status } medicaid { status } } }`,
      { id: idOf('daughter') },
    );
    expect(answer.data).toEqual({ person: { corrections: null, medicaid: null } });
    const [shown] = (await recordsAbout(answer)).filter(({ kind }) => kind === 'disclosure');
    expect(shown).toMatchObject({
      person: pseudonymOf(idOf('daughter')),
      disclosed: [],
      empty: [{ datasets: ['corrections.custody'], fields: ['Person.corrections'] }],
    });
  });

  test('is the law of the dataset where the owner’s own staff ask', async () => {
    const answer = await system.ask(snapWorker, 'query { snapCase(number: "08-0000437") { status } }');
    const about = await recordsAbout(answer);
    expect(about.flatMap(({ disclosed }) => disclosed ?? []).find(({ basis }) => basis === 'owner')).toMatchObject({
      legalBasis: expect.arrayContaining(['7 CFR 272.1(c)']),
    });
  });

  test('is nothing that a caller likes to write as the number of a case', async () => {
    for (const caseId of ['Coleman family', 'x'.repeat(65), 'a,b', '']) {
      const answer = await system.ask(fosterCare, '{ __typename }', {}, { 'case-id': caseId });
      expect([caseId, answer.status, answer.codes]).toEqual([caseId, 400, ['BAD_REQUEST']]);
    }
  });

  test('is a refusal against the person who was named, with the reason of each field', async () => {
    const answer = await system.ask(schoolSupport, 'query ($id: ID!) { person(id: $id) { medicaid { status } } }', {
      id: idOf('daughter'),
    });
    const about = await recordsAbout(answer);
    expect(about.find(({ kind }) => kind === 'refusal')).toMatchObject({
      person: pseudonymOf(idOf('daughter')),
      refused: [{ field: 'Person.medicaid', dataset: 'medicaid.enrollment', owner: 'HFS', reason: 'NO_APPROVAL' }],
    });
  });

  test('is a refusal too when the whole operation is rejected', async () => {
    const answer = await system.ask(
      schoolSupport,
      'query ($ids: [ID!]!) { persons(ids: $ids) { birthDate medicaid { status } } }',
      { ids: [idOf('daughter'), idOf('ward')] },
      { 'access-mode': 'reject' },
    );
    expect(answer.data).toBeNull();
    const about = await recordsAbout(answer);
    expect(about.map(({ kind }) => kind)).toEqual(['refusal', 'refusal']);
    expect(new Set(about.map(({ person }) => person))).toEqual(
      new Set([pseudonymOf(idOf('daughter')), pseudonymOf(idOf('ward'))]),
    );
  });

  test('is a search with how many were found, the same for the same search, without what was searched for', async () => {
    const search = 'query ($name: String!) { searchPersons(name: $name, first: 3) { id } }';
    const found: DisclosureRecord[] = [];
    for (const name of ['Coleman', '  coleman ', 'Nobodywhohasthisname']) {
      const answer = await system.ask(fosterCare, search, { name });
      const about = await recordsAbout(answer);
      const one = about.find(({ kind }) => kind === 'search');
      if (one !== undefined) found.push(one);
      const persons = (answer.data as { searchPersons: unknown[] }).searchPersons.length;
      expect(one?.search).toMatchObject({ field: 'Query.searchPersons', found: persons });
      expect(about.filter(({ kind }) => kind === 'disclosure').length).toBe(persons);
    }
    expect(found[0]?.search?.criteria).toBe(found[1]?.search?.criteria);
    expect(found[0]?.search?.criteria).not.toBe(found[2]?.search?.criteria);
    expect((await bodiesOf(system.ledger.auditUrl, system.ledger.origin)).join('\n')).not.toMatch(/coleman/i);
  });

  test('is recorded as a search that found nothing if the id is unknown', async () => {
    const answer = await system.ask(fosterCare, 'query ($id: ID!) { person(id: $id) { id } }', { id: nobody });
    expect(await recordsAbout(answer)).toMatchObject([
      { kind: 'search', person: pseudonymOf(nobody), search: { field: 'Query.person', found: 0 } },
    ]);
  });

  test('is emergency access by its own kind', async () => {
    const who: Who = { ...indexSteward, purpose: 'EMERGENCY' };
    const answer = await system.ask(who, 'query ($id: ID!) { person(id: $id) { id } }', { id: idOf('ward') });
    expect(await recordsAbout(answer)).toMatchObject([{ kind: 'break-glass', person: pseudonymOf(idOf('ward')) }]);
  });

  test('is what a mutation did, with the ids that it touched and its caller wrote or got', async () => {
    const query = '{ approvals(requestingAgency: IDOC, dataset: "snap.participation") { id } }';
    const [approval] = ((await system.ask(idhsOfficer, query)).data as { approvals: { id: string }[] }).approvals;
    const revoke = `mutation ($id: ID!) { revokeApproval(input: { approvalId: $id, reason: "Not needed any more." }) {
      approvalRevision } }`;
    const answer = await system.ask(idhsOfficer, revoke, { id: approval?.id });
    expect(answer.errors).toEqual([]);
    expect((await recordsAbout(answer)).map(({ effects }) => effects)).toEqual([
      [{ field: 'Mutation.revokeApproval', ids: [`approvalId:${approval?.id}`] }],
    ]);
    const again = await system.ask(idhsOfficer, revoke, { id: 'Jane Coleman, born in 1986' });
    expect(again.errors.length).toBe(1);
    expect((await recordsAbout(again)).map(({ kind, effects }) => [kind, effects])).toEqual([
      ['change', [{ field: 'Mutation.revokeApproval', ids: [] }]],
    ]);
  });

  test('is introspection once a day for each requester', async () => {
    const token = system.token(fosterCare, { subject: 'dcfs.curious' });
    for (let n = 0; n < 3; n++) await system.ask(token, '{ __schema { queryType { name } } }');
    const all = await records();
    expect(all.filter(({ kind, requester }) => kind === 'introspection' && requester === 'dcfs.curious').length).toBe(
      1,
    );
  });

  test('is canonical JSON, entry by entry', async () => {
    for (const body of await bodiesOf(system.ledger.auditUrl, system.ledger.origin)) {
      expect(canonicalJson(JSON.parse(body))).toBe(body);
    }
  });

  test('is no value of the population, of any system', () => expectNoValueInLog(system));
});
