import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import type { DisclosureRecord } from '../../schema/ledger/disclosureRecord.ts';
import type { Answer } from '../harness/answer.ts';
import {
  idOf,
  type Product,
  post,
  startGateway,
  startProduct,
  type TestGateway,
} from '../harness/product/startProduct.ts';
import { createLogReader, recordsOf } from '../harness/recordsOf.ts';
import { aging, fosterCare, schoolSupport, type Who } from '../harness/requesters.ts';

const MEMBERS = 'household { members { household { members { household { members { id } } } } } }';

/** A requester of DCFS who has sent nothing yet, because each caller also has a limit over all requests. */
let callers = 0;
const someone = (): Who => ({ ...fosterCare, subject: `dcfs.caller-${callers++}` });

/** Persons, their household and its members three times over, under many aliases. */
function attack(aliases: number): string {
  const fields = Array.from({ length: aliases }, (_, n) => `p${n}: persons(ids: $ids) { ${MEMBERS} }`);
  return `query Attack($ids: [ID!]!) { ${fields.join(' ')} }`;
}

describe('a request has a budget', () => {
  let system: Product;
  let newRecords: () => Promise<readonly DisclosureRecord[]>;
  beforeAll(async () => {
    system = await startProduct();
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
        system.ask(someone(), attack(90), { ids: Array(100).fill(ward) }),
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

  test('a caller who keeps sending refused operations gets 429 and a time to wait; other callers are served', async () => {
    const caller = someone();
    const refused = () => system.ask(caller, attack(90), { ids: Array(100).fill(ward) });
    for (let n = 0; n < 4; n++) expect((await refused()).codes).toEqual(['OPERATION_TOO_COSTLY']);
    // What is spent drains meanwhile, so one or two more may be taken.
    const last = async (): Promise<Answer> => {
      for (let n = 0; n < 6; n++) {
        const answer = await refused();
        if (answer.status === 429) return answer;
      }
      throw new Error('The caller was never told to wait.');
    };
    const { result, requests } = await system.recordedDuring(last);
    expect([result.status, result.codes, requests]).toEqual([429, ['TOO_MANY_REQUESTS'], []]);
    const retryAfter = Number(result.headers.get('retry-after'));
    expect(retryAfter).toBeGreaterThanOrEqual(1);
    // A colleague and another agency are other callers.
    expect((await system.ask(someone(), '{ __typename }')).status).toBe(200);
    expect((await system.ask(schoolSupport, '{ __typename }')).status).toBe(200);
    system.clock.advance(retryAfter * 1_000);
    expect((await system.ask(caller, '{ __typename }')).status).toBe(200);
  }, 60_000);

  test('a caller who keeps sending large operations that were never seen before gets 429 before long; known ones are free', async () => {
    // With hardly anything left after pruning, planning takes no time.
    const caller = { ...aging, subject: 'many.operations' };
    const fields = Array.from({ length: 50 }, (_, n) => `f${n}: birthDate`).join(' ');
    const aliases = Array.from({ length: 45 }, (_, n) => `a${n}: person(id: $id) { ...F }`).join(' ');
    const large = (name: string) => `query ${name}($id: ID!) { ${aliases} } fragment F on Person { id ${fields} }`;
    const send = (name: string) => system.ask(caller, large(name), { id: ward });
    expect((await send('Known')).status).toBe(200);
    for (let n = 0; n < 20; n++) expect((await send('Known')).status).toBe(200);
    const statuses = new Set<number>();
    // Each is charged the time that its planning takes, which is short where the code is warm.
    for (let n = 0; n < 200 && !statuses.has(429); n++) statuses.add((await send(`New${n}`)).status);
    expect([...statuses]).toEqual([200, 429]);
  }, 60_000);

  test('a refused request that names many persons is recorded for a bounded number of them', async () => {
    const ids = Array.from({ length: 90 }, (_, n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
    const query = `{ ${['a', 'b', 'c'].map((alias) => `${alias}: persons(ids: ${JSON.stringify(ids.map((id) => alias + id.slice(1)))}) { ${MEMBERS} }`).join(' ')} }`;
    const answer = await system.ask(someone(), query);
    expect(answer.codes).toEqual(['OPERATION_TOO_COSTLY']);
    expect(await recordsAbout(answer)).toHaveLength(100);
  });

  test('an id that is repeated gives one person', async () => {
    const query = 'query ($ids: [ID!]!) { persons(ids: $ids) { id } }';
    const nobody = '00000000-0000-4000-8000-000000000000';
    const answer = await system.ask(someone(), query, { ids: [ward, nobody, ward.toUpperCase(), ward, nobody] });
    expect(answer.data).toEqual({ persons: [{ id: ward }, null] });
  });

  test('what caseworkers and tools send costs less than the limit', async () => {
    const example = await system.ask(someone(), system.example.query, system.example.variables);
    expect(example.codes).not.toContain('OPERATION_TOO_COSTLY');
    const everybody = `query ($ids: [ID!]!) { persons(ids: $ids) { household { members { id name { given } snap { status } medicaid { status } education { status } } } } }`;
    expect((await system.ask(someone(), everybody, { ids: Array(100).fill(ward) })).codes).not.toContain(
      'OPERATION_TOO_COSTLY',
    );
    expect((await system.ask(someone(), getIntrospectionQuery())).codes).toEqual([]);
  });

  test('introspection that multiplies itself with aliases is refused', async () => {
    const fields = (inner: string) => Array.from({ length: 45 }, (_, n) => `a${n}: fields { ${inner} }`).join(' ');
    const inner = Array.from({ length: 45 }, (_, n) => `b${n}: fields { name }`).join(' ');
    const answer = await system.ask(
      someone(),
      `{ __schema { types { ${fields('...T')} } } } fragment T on __Field { type { ${inner} } }`,
    );
    expect([answer.status, answer.codes]).toEqual([400, ['OPERATION_TOO_COSTLY']]);
  });
});

describe.each(['compiled', 'apollo'] as const)('%s engine: a response', (engine) => {
  let system: Product;
  let gateway: TestGateway;
  const origin = `ledger.test/budget-${engine}`;
  beforeAll(async () => {
    system = await startProduct();
    const { writerUrl, signingKey, pseudonymKeys } = system.ledger;
    gateway = await startGateway(system, {
      engine,
      limits: {
        maxCost: Number.MAX_VALUE,
        maxObjects: 150,
        maxResponseBytes: 12_000,
        maxReceivedBytes: 30_000,
      },
      ledger: {
        kind: 'on',
        connectionString: writerUrl,
        origin,
        holder: engine,
        signingKey,
        pseudonymKey: pseudonymKeys[0],
      },
    });
    await gateway.ready;
  }, 240_000);
  afterAll(async () => {
    await gateway?.stop();
    await system?.stop();
  });

  const ward = idOf('ward');
  const ask = (query: string, variables: object = {}) =>
    post(gateway.url, system.token(someone()), { query, variables });

  async function expectTooLarge(answer: Answer): Promise<void> {
    expect([answer.status, answer.codes, answer.data]).toEqual([200, ['RESPONSE_TOO_LARGE'], null]);
    expect(answer.errors[0]?.message).toMatch(/at most 150 objects or 12000 bytes/);
    const request = answer.headers.get('x-request-id');
    const records = (await recordsOf(system.ledger.auditUrl, origin)).filter((record) => record.request === request);
    // What was requested is on record although nothing was shown.
    expect(records.map(({ kind }) => kind)).toEqual(['refusal']);
    expect(records[0]?.person).toBeDefined();
    expect(records[0]?.refused?.map(({ field }) => field)).toContain('Person.household');
    expect(new Set(records[0]?.refused?.map(({ reason }) => reason))).toEqual(new Set(['RESPONSE_TOO_LARGE']));
  }

  test('with more objects than allowed is replaced by one error', async () => {
    await expectTooLarge(await ask(attack(2), { ids: [ward] }));
  });

  test('with more bytes than allowed is replaced by one error', async () => {
    const wide = Array.from({ length: 80 }, (_, n) => `id${n}: id`).join(' ');
    await expectTooLarge(await ask(`{ person(id: "${ward}") { household { members { ${wide} } } } }`));
  });

  test('of systems that send more bytes than allowed is replaced by one error', async () => {
    const body = JSON.stringify({ data: { person: { household: { members: [] }, padding: 'x'.repeat(40_000) } } });
    system.proxy('identity').behave({ kind: 'answer', status: 200, body });
    try {
      await expectTooLarge(await ask(`{ person(id: "${ward}") { household { members { id } } } }`));
    } finally {
      system.proxy('identity').behave({ kind: 'pass' });
    }
  });

  test('ends at once when a system reports that its part is too large, without waiting for the other systems', async () => {
    const body = JSON.stringify({ errors: [{ message: 'x', extensions: { code: 'RESPONSE_TOO_LARGE' } }] });
    system.proxy('corrections').behave({ kind: 'answer', status: 200, body });
    system.proxy('medicaid').behave({ kind: 'hang' });
    const begun = performance.now();
    try {
      await expectTooLarge(
        await ask(`{ person(id: "${ward}") { household { members { corrections { status } medicaid { status } } } } }`),
      );
      expect(performance.now() - begun).toBeLessThan(15_000);
    } finally {
      system.proxy('corrections').behave({ kind: 'pass' });
      system.proxy('medicaid').behave({ kind: 'pass' });
    }
  });

  test('within its budget is complete', async () => {
    const answer = await ask('query ($ids: [ID!]!) { persons(ids: $ids) { id household { members { id } } } }', {
      ids: [ward],
    });
    expect(answer.codes).toEqual([]);
    expect(answer.data).toMatchObject({ persons: [{ id: ward }] });
  });
});
