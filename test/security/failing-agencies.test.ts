import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type Answer, at } from '../harness/answer.ts';
import {
  idOf,
  type Product,
  post,
  startGateway,
  startProduct,
  type TestGateway,
} from '../harness/product/startProduct.ts';
import type { Behavior } from '../harness/product/subgraphProxy.ts';
import { energyAssistance } from '../harness/requesters.ts';

const json = (value: unknown): Behavior => ({ kind: 'answer', status: 200, body: JSON.stringify(value) });

/** Ways in which a system can fail, and the code that the caller gets. */
const failures: Readonly<Record<string, readonly [Behavior, ...string[]]>> = {
  'is down': [{ kind: 'down' }, 'SUBGRAPH_UNAVAILABLE'],
  hangs: [{ kind: 'hang' }, 'SUBGRAPH_TIMEOUT'],
  'breaks off in the middle': [{ kind: 'cut' }, 'SUBGRAPH_UNAVAILABLE'],
  'answers without end': [{ kind: 'endless' }, 'SUBGRAPH_RESPONSE_TOO_LARGE', 'SUBGRAPH_INVALID_RESPONSE'],
  'answers nothing': [{ kind: 'answer', status: 200, body: '' }, 'SUBGRAPH_INVALID_RESPONSE'],
  'answers half of JSON': [
    { kind: 'answer', status: 200, body: '{"data":{"_entities":[' },
    'SUBGRAPH_INVALID_RESPONSE',
  ],
  'lags behind the schema that it has published': [
    {
      kind: 'answer',
      status: 400,
      body: JSON.stringify({
        errors: [{ message: 'SECRET', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
      }),
    },
    'SUBGRAPH_OUTDATED',
  ],
  'lags behind, and says so in the words of another language': [
    json({ data: null, errors: [{ message: "Cannot query field 'snap' on type 'Person'.", locations: [] }] }),
    'SUBGRAPH_OUTDATED',
  ],
  'answers null': [json(null), 'SUBGRAPH_INVALID_RESPONSE'],
  'answers an empty object': [json({}), 'SUBGRAPH_INVALID_RESPONSE'],
  'answers more entities than were asked for': [
    json({ data: { _entities: Array(50).fill({ snap: { status: 'ACTIVE' } }) } }),
    'SUBGRAPH_INVALID_RESPONSE',
  ],
};

const household = `query ($id: ID!) { household(id: $id) { members { id name { given } snap { status } tanf { status } } } }`;
const variables = { id: '5b0d7c1e-93f4-4c2a-8e61-7a4f0d2b9c35' };

/** Places of the errors, list positions as `@`: an error may name each person it concerns, or all of them at once. */
function placesOf({ errors }: Answer): readonly string[] {
  const places = errors.map(({ path }) =>
    (path ?? []).map((step) => (typeof step === 'number' ? '@' : step)).join('.'),
  );
  return [...new Set(places)].sort();
}

let system: Product;
beforeAll(async () => {
  system = await startProduct();
}, 240_000);
afterAll(() => system?.stop());

describe.each(['compiled', 'apollo'] as const)('%s engine: an agency that', (engine) => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startGateway(system, {
      engine,
      limits: { subgraphTimeoutMs: 1_500, maxSubgraphResponseBytes: 1024 * 1024 },
    });
    await gateway.ready;
    // Planned once, so that what is timed is the failure.
    expect((await ask()).errors).toEqual([]);
  }, 60_000);
  afterEach(async () => {
    for (const proxy of system.proxies.values()) proxy.behave({ kind: 'pass' });
    // A breaker that opened must have had its time to close.
    const deadline = Date.now() + 15_000;
    while ((await ask()).errors.length > 0 && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }, 30_000);
  afterAll(() => gateway?.stop());

  const ask = () => post(gateway.url, system.token(energyAssistance), { query: household, variables });

  test.each(Object.keys(failures))(
    '%s: its fields are null with an error for the place, the rest is served in time',
    async (name) => {
      const [behavior, ...codes] = failures[name] ?? [];
      system.proxy('snap').behave(behavior ?? { kind: 'pass' });
      const startedAt = Date.now();
      const answer = await ask();
      expect(Date.now() - startedAt).toBeLessThan(6_000);
      expect(answer.status).toBe(200);
      const members = at(answer.data, 'household.members') as readonly { id: string }[];
      expect(members).toHaveLength(5);
      expect(members.find(({ id }) => id === idOf('daughter'))).toMatchObject({
        name: { given: 'Denise' },
        snap: null,
        tanf: { status: 'ACTIVE' },
      });
      expect(new Set(answer.places).size).toBe(answer.places.length);
      expect(placesOf(answer)).toEqual(['household.members.@.snap']);
      // The engines may differ in the name of what went wrong, never in more than the name.
      for (const { extensions } of answer.errors) {
        expect(codes).toContain(extensions.code);
        expect(extensions).toEqual({ code: extensions.code, service: 'snap' });
      }
      expect(answer.text).not.toMatch(/127\.0\.0\.1|ECONN|stack/);
    },
  );

  test('is the person index: the root is null with one error', async () => {
    system.proxy('identity').behave({ kind: 'down' });
    const answer = await ask();
    expect([answer.status, answer.data]).toEqual([200, { household: null }]);
    expect(answer.places).toEqual(['SUBGRAPH_UNAVAILABLE at household']);
  });

  test('is reported once for each of several systems that fail at the same time', async () => {
    system.proxy('snap').behave({ kind: 'hang' });
    system.proxy('tanf').behave({ kind: 'down' });
    const answer = await ask();
    expect(placesOf(answer)).toEqual(['household.members.@.snap', 'household.members.@.tanf']);
    expect(new Set(answer.codes)).toEqual(new Set(['SUBGRAPH_TIMEOUT', 'SUBGRAPH_UNAVAILABLE']));
  });

  test('comes back is asked again, and the answer is whole', async () => {
    system.proxy('snap').behave({ kind: 'down' });
    expect(placesOf(await ask())).toEqual(['household.members.@.snap']);
    system.proxy('snap').behave({ kind: 'pass' });
    const deadline = Date.now() + 15_000;
    let answer = await ask();
    while (answer.errors.length > 0 && Date.now() < deadline) answer = await ask();
    expect(answer.errors).toEqual([]);
  });
});
