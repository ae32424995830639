import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import {
  idOf,
  type Product,
  post,
  startGateway,
  startProduct,
  type TestGateway,
} from '../harness/product/startProduct.ts';
import { agingOfficer, fosterCare, indexSteward } from '../harness/requesters.ts';

let system: Product;
let apollo: TestGateway;
beforeAll(async () => {
  system = await startProduct();
  apollo = await startGateway(system, { engine: 'apollo' });
  await apollo.ready;
}, 240_000);
afterEach(() => {
  for (const { behave } of system?.proxies.values() ?? []) behave({ kind: 'pass' });
});
afterAll(async () => {
  await apollo?.stop();
  await system?.stop();
});

const failing = (error: object) => ({
  kind: 'answer' as const,
  status: 200,
  body: JSON.stringify({ data: null, errors: [error] }),
});

describe.each(['compiled', 'apollo'] as const)('%s engine', (engine) => {
  const ask = (who: Parameters<Product['token']>[0], query: string, variables = {}) =>
    post(engine === 'apollo' ? apollo.url : system.url, system.token(who), { query, variables });
  const seen = (answer: Awaited<ReturnType<typeof ask>>) =>
    answer.errors.map(({ message, path, extensions }) => ({ message, path, code: extensions.code }));

  test("a platform system's message about the input comes to the caller", async () => {
    const answer = await ask(fosterCare, '{ found: searchPersons(name: "Lopez", first: 999) { id } }');
    expect(seen(answer)).toEqual([
      { message: expect.stringMatching(/first must be from 1 to \d+/), path: ['found'], code: 'BAD_USER_INPUT' },
    ]);
  });

  test("the registry's message says what to correct", async () => {
    const mutation = 'mutation { approvePublication(input: { number: 8, reason: "ok" }) { publication { number } } }';
    const answer = await ask({ ...agingOfficer, agency: 'DCEO' }, mutation);
    expect(seen(answer)).toEqual([
      {
        message: 'reason must have 3 to 500 visible characters.',
        path: ['approvePublication'],
        code: 'BAD_USER_INPUT',
      },
    ]);
  });

  test('a mutation that did nothing is reported as an error with its reason, whether or not the refusal is selected', async () => {
    const mutation = `mutation { undo: revokeApproval(input: { approvalId: "${idOf('ward')}",
      reason: "The agency no longer needs it." }) { approvalRevision } }`;
    const answer = await ask(indexSteward, mutation);
    expect(answer.status).toBe(200);
    expect(answer.data).toEqual({ undo: { approvalRevision: null } });
    expect(seen(answer)).toEqual([
      { message: expect.stringContaining('does not exist'), path: ['undo'], code: 'NOT_FOUND' },
    ]);

    const asked = await ask(
      agingOfficer,
      `mutation { requestAccess(input: { datasets: ["snap.benefits"], purpose: CARE_COORDINATION,
        justification: "Meals for older people.", legalBasis: "7 CFR 272.1(c)(1)", months: 999 })
        { requests { id } refusal { kind because remedy } } }`,
    );
    const { kind, because, remedy } = (asked.data as { requestAccess: { refusal: Record<string, string | null> } })
      .requestAccess.refusal;
    expect(seen(asked)).toEqual([
      { message: remedy === null ? because : `${because} ${remedy}`, path: ['requestAccess'], code: kind },
    ]);
  });

  test.each([
    ['it is not marked as public', 'identity', { code: 'BAD_USER_INPUT' }, 'SECRET'],
    ['its code is not in the list', 'identity', { code: 'DATABASE_ERROR', public: true }, 'SECRET'],
    ['it is longer than 500 characters', 'identity', { code: 'BAD_USER_INPUT', public: true }, 'SECRET'.repeat(100)],
    ['it holds control characters', 'identity', { code: 'BAD_USER_INPUT', public: true }, 'SECRET\u001b[2J'],
    ['it is not a text', 'identity', { code: 'BAD_USER_INPUT', public: true }, { SECRET: 1 }],
    ['an agency sent it', 'tanf', { code: 'BAD_USER_INPUT', public: true }, 'SECRET'],
  ] as const)("a system's message stays masked when %s", async (_, name, extensions, message) => {
    system.proxy(name).behave(failing({ message, extensions, path: [name === 'tanf' ? '_entities' : 'person'] }));
    const answer = await ask(fosterCare, 'query ($id: ID!) { person(id: $id) { id tanf { status } } }', {
      id: idOf('daughter'),
    });
    expect(answer.text).not.toContain('SECRET');
    expect(answer.codes).toContain(extensions.code);
    expect(answer.errors.map((error) => error.message).join()).toMatch(/system '?\w+'? reported an error/);
  });

  test('a marked message of a platform system passes unchanged', async () => {
    const extensions = { code: 'NOT_FOUND', public: true };
    system.proxy('identity').behave(failing({ message: 'There is no such person.', extensions, path: ['person'] }));
    const answer = await ask(fosterCare, 'query ($id: ID!) { person(id: $id) { id } }', { id: idOf('ward') });
    expect(seen(answer)).toEqual([{ message: 'There is no such person.', path: ['person'], code: 'NOT_FOUND' }]);
  });
});
