import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demonstrationHousehold } from '../../population/demonstration/demonstrationHousehold.ts';
import { type Product, post, startProduct } from '../harness/product/startProduct.ts';
import { childProtection, fosterCare } from '../harness/requesters.ts';

/** The attack: a reader of the operators' logs (a contractor, a log service) looks for persons in them. */
describe('logs of the gateway and the systems', () => {
  const lines: string[] = [];
  let system: Product;
  beforeAll(async () => {
    system = await startProduct({
      limits: { subgraphTimeoutMs: 1_000, requestTimeoutMs: 5_000 },
      log: (part, message, details) => lines.push(JSON.stringify({ part, message, details }, withErrors)),
    });
  }, 240_000);
  afterAll(() => system?.stop());

  test('hold no value, no person, no token and no text of an operation, whatever goes wrong', async () => {
    const { query, variables } = system.example;
    const shown = await system.ask(fosterCare, query, variables);
    const values = valuesIn(shown.data);
    expect(values.size).toBeGreaterThan(15);

    // Everything that causes a log line: strangers, wrong requests, systems that fail in every way they can.
    const secret = 'Xyzzy4711';
    const token = system.token(fosterCare);
    await system.ask(`${token.slice(0, -4)}AAAA`, query, variables);
    await system.ask(secret, `{ ${secret} }`);
    await system.ask(fosterCare, `{ person(id: "${secret}") { ${secret} } }`);
    await system.ask(fosterCare, 'query($id: ID!) { person(id: $id) { id } }', { id: { [secret]: secret } });
    await system.ask(fosterCare, 'query($id: ID!) { person(id: $id) { id } }', { id: secret });
    await system.ask(childProtection, `{ searchPersons(name: "${secret}") { id } }`);
    await post(system.url, token, `{"query": "${secret}`);
    const garbage = `{"data":{"_entities":[{"status":"${secret}"}]},"errors":[{"message":"${secret} at SELECT ${secret}"}]}`;
    for (const behavior of [
      { kind: 'down' },
      { kind: 'hang' },
      { kind: 'cut' },
      { kind: 'answer', status: 500, body: `<h1>${secret}</h1>` },
      { kind: 'answer', status: 200, body: garbage },
    ] as const) {
      for (const name of ['identity', 'tanf'] as const) {
        system.proxy(name).behave(behavior);
        await system.ask(fosterCare, query, variables);
        system.proxy(name).behave({ kind: 'pass' });
      }
    }

    const log = lines.join('\n');
    expect(lines.length).toBeGreaterThan(0);
    const persons = demonstrationHousehold.persons.map(({ id }) => id);
    for (const word of [secret, token, token.split('.')[1] ?? '', 'searchPersons', ...persons, ...values]) {
      expect([word, log.includes(word)]).toEqual([word, false]);
    }
  }, 60_000);
});

/** An error's words and stack count, though JSON leaves them out. */
function withErrors(_: string, value: unknown): unknown {
  return value instanceof Error ? `${value.stack} ${JSON.stringify(value.cause ?? null)}` : value;
}

/** Names, dates, addresses and numbers of the answer; codes of code sets are no secret. */
function valuesIn(value: unknown): ReadonlySet<string> {
  if (typeof value === 'string') return new Set(value.length < 4 || /^[A-Z_]+$/.test(value) ? [] : [value]);
  if (typeof value !== 'object' || value === null) return new Set();
  return new Set(Object.values(value).flatMap((inner) => [...valuesIn(inner)]));
}
