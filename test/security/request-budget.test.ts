import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import type { DisclosureRecord } from '../../schema/disclosureRecord.ts';
import type { Answer } from '../harness/answer.ts';
import { idOf, type Person360, startPerson360 } from '../harness/person360.ts';
import { fosterCare } from '../harness/requesters.ts';
import { createLogReader } from '../ledger/harness/recordsOf.ts';

const MEMBERS = 'household { members { household { members { household { members { id } } } } } }';

/** Persons, their household and its members three times over, under many aliases. */
function attack(aliases: number): string {
  const fields = Array.from({ length: aliases }, (_, n) => `p${n}: persons(ids: $ids) { ${MEMBERS} }`);
  return `query Attack($ids: [ID!]!) { ${fields.join(' ')} }`;
}

describe('a request has a budget', () => {
  let system: Person360;
  let newRecords: () => Promise<readonly DisclosureRecord[]>;
  beforeAll(async () => {
    system = await startPerson360();
    newRecords = createLogReader(system.ledger.auditUrl, system.ledger.origin);
  }, 120_000);
  afterAll(() => system?.stop());

  const ward = idOf('ward');
  async function recordsAbout(answer: Answer): Promise<readonly DisclosureRecord[]> {
    const request = answer.headers.get('x-request-id');
    return (await newRecords()).filter((record) => record.request === request);
  }

  test('an operation whose lists multiply is refused before any system is asked, whether it was sent before or not', async () => {
    for (const _ of ['new', 'known']) {
      const { result, requests } = await system.recordedDuring(() =>
        system.ask(fosterCare, attack(90), { ids: Array(100).fill(ward) }),
      );
      expect([result.status, result.codes, result.data]).toEqual([400, ['OPERATION_TOO_COSTLY'], undefined]);
      expect(result.errors[0]?.message).toMatch(/estimated to return \d+ objects; at most 20000/);
      expect(requests).toEqual([]);
      const records = await recordsAbout(result);
      expect(records.map(({ kind, refused }) => [kind, refused?.map(({ field, reason }) => [field, reason])])).toEqual([
        [
          'refusal',
          [
            ['Household.members', 'OPERATION_TOO_COSTLY'],
            ['Person.household', 'OPERATION_TOO_COSTLY'],
            ['Query.persons', 'OPERATION_TOO_COSTLY'],
          ],
        ],
      ]);
      expect(records[0]?.person).toBeDefined();
    }
  });

  test('a refused request that names many persons is recorded for a bounded number of them', async () => {
    const ids = Array.from({ length: 90 }, (_, n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
    const query = `{ ${['a', 'b', 'c'].map((alias) => `${alias}: persons(ids: ${JSON.stringify(ids.map((id) => alias + id.slice(1)))}) { ${MEMBERS} }`).join(' ')} }`;
    const answer = await system.ask(fosterCare, query);
    expect(answer.codes).toEqual(['OPERATION_TOO_COSTLY']);
    expect(await recordsAbout(answer)).toHaveLength(100);
  });

  test('an id that is repeated gives one person', async () => {
    const query = 'query ($ids: [ID!]!) { persons(ids: $ids) { id } }';
    const nobody = '00000000-0000-4000-8000-000000000000';
    const answer = await system.ask(fosterCare, query, { ids: [ward, nobody, ward.toUpperCase(), ward, nobody] });
    expect(answer.data).toEqual({ persons: [{ id: ward }, null] });
  });

  test('what caseworkers and tools send costs less than the limit', async () => {
    const example = await system.ask(fosterCare, system.example.query, system.example.variables);
    expect(example.codes).not.toContain('OPERATION_TOO_COSTLY');
    const everybody = `query ($ids: [ID!]!) { persons(ids: $ids) { household { members { id name { given } snap { status } medicaid { status } education { status } } } } }`;
    expect((await system.ask(fosterCare, everybody, { ids: Array(100).fill(ward) })).codes).not.toContain(
      'OPERATION_TOO_COSTLY',
    );
    expect((await system.ask(fosterCare, getIntrospectionQuery())).codes).toEqual([]);
  });

  test('introspection that multiplies itself with aliases is refused', async () => {
    const fields = (inner: string) => Array.from({ length: 45 }, (_, n) => `a${n}: fields { ${inner} }`).join(' ');
    const inner = Array.from({ length: 45 }, (_, n) => `b${n}: fields { name }`).join(' ');
    const answer = await system.ask(
      fosterCare,
      `{ __schema { types { ${fields('...T')} } } } fragment T on __Field { type { ${inner} } }`,
    );
    expect([answer.status, answer.codes]).toEqual([400, ['OPERATION_TOO_COSTLY']]);
  });
});
