import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { at } from '../../harness/answer.ts';
import { idOf } from '../../harness/product/startProduct.ts';
import { recordsOf } from '../../harness/recordsOf.ts';
import { fosterCare, indexSteward, type Who } from '../../harness/requesters.ts';
import { auditor, pseudonymOf, residentToken, system } from './productAndReaders.ts';

const me = '{ me { personId givenName familyName dependents { personId givenName relationship } } }';
const accounting = 'query ($id: ID!) { accountingOfDisclosures(personId: $id) { edges { node { person } } } }';
const child = { personId: idOf('child'), givenName: expect.any(String) };

const dependentsOf = async (label: Parameters<typeof idOf>[0]) => {
  const { data, errors } = await system.ask(residentToken(idOf(label)), me);
  expect(errors).toEqual([]);
  return at(data, 'me.dependents');
};
const codesOf = async (reader: Parameters<typeof idOf>[0], of: Parameters<typeof idOf>[0]) =>
  (await system.ask(residentToken(idOf(reader)), accounting, { id: idOf(of) })).codes;

describe('a resident', () => {
  test('learns who they are, and for which children they may ask: never for a ward of the state', async () => {
    const { data, errors } = await system.ask(residentToken(idOf('daughter')), me);
    expect(errors).toEqual([]);
    // Also the mother of the ward.
    expect(data).toEqual({
      me: {
        ...{ personId: idOf('daughter'), givenName: expect.any(String), familyName: expect.any(String) },
        dependents: [{ ...child, relationship: 'MTH' }],
      },
    });
    expect(await dependentsOf('partner')).toEqual([{ ...child, relationship: 'FTH' }]);
    // The foster parent of the ward, and grandmother of both.
    expect(await dependentsOf('grandmother')).toEqual([]);
    expect(await dependentsOf('child')).toEqual([]);
  });

  test('who is shown a child’s name is recorded about the child', async () => {
    const answer = await system.ask(residentToken(idOf('partner')), me);
    const records = await recordsOf(system.ledger.auditUrl, system.ledger.origin);
    const own = records.filter(({ request }) => request === answer.headers.get('x-request-id'));
    expect(own.map(({ person }) => person).sort()).toEqual([idOf('partner'), idOf('child')].map(pseudonymOf).sort());
  });

  test('is nobody else: not an officer, a worker, or a stranger to the person index', async () => {
    const resident: Who = { agency: 'DOIT', purpose: 'SUBJECT_REQUEST', roles: ['RESIDENT'] };
    for (const who of [
      ...[auditor, fosterCare, indexSteward, resident, { ...resident, subject: 'person:the daughter' }],
      { ...resident, purpose: 'AUDIT', subject: `person:${idOf('daughter')}` } as Who,
      { ...resident, roles: ['AUDITOR'], subject: `person:${idOf('daughter')}` },
    ]) {
      const answer = await system.ask(who, me);
      expect([answer.codes, answer.data]).toEqual([['FORBIDDEN'], { me: null }]);
    }
    const nobody = residentToken('00000000-0000-4000-8000-000000000000');
    expect((await system.ask(nobody, me)).data).toEqual({ me: null });
  });
});

describe('a legal guardian on record', () => {
  const guardianOf = (label: 'child' | 'ward') => [idOf(label), idOf('grandmother')];
  let index: pg.Client;
  beforeAll(async () => {
    index = new pg.Client({ connectionString: system.databaseUrls.get('identity') });
    await index.connect();
    for (const label of ['child', 'ward'] as const) {
      await index.query(
        `insert into relationship values ($1, $2, 'GUARD')
         on conflict (person_id, other_person_id) do update set kind = excluded.kind`,
        guardianOf(label),
      );
    }
    // Facts are kept for seconds.
    system.clock.advance(10_000);
  });
  afterAll(async () => {
    await index.query(`update relationship set kind = 'GRPRN' where kind = 'GUARD' and person_id = $1`, [
      idOf('child'),
    ]);
    await index.query(`update relationship set kind = 'PRNFOST' where kind = 'GUARD' and person_id = $1`, [
      idOf('ward'),
    ]);
    await index.end();
    system.clock.advance(10_000);
  });

  test('reads the accounting of the child in place of the parents, and of no ward', async () => {
    expect(await dependentsOf('grandmother')).toEqual([{ ...child, relationship: 'GUARD' }]);
    expect(await codesOf('grandmother', 'child')).toEqual([]);
    expect(await codesOf('grandmother', 'ward')).toEqual(['FORBIDDEN']);
    for (const parent of ['daughter', 'partner'] as const) {
      expect(await dependentsOf(parent)).toEqual([]);
      expect(await codesOf(parent, 'child')).toEqual(['FORBIDDEN']);
    }
  });
});

test('once the guardianship is no longer on record, the parents read it again and the caregiver does not', async () => {
  expect(await codesOf('daughter', 'child')).toEqual([]);
  expect(await codesOf('grandmother', 'child')).toEqual(['FORBIDDEN']);
  expect(await dependentsOf('grandmother')).toEqual([]);
});
