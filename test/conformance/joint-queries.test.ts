import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { PreparedOperation } from '../../gateway/execution/contract/engine.ts';
import type { EngineResponse } from '../../gateway/model/engineResponse.ts';
import { compose } from '../harness/graphs/federation.ts';
import { type RunningSubgraph, startSubgraph } from '../harness/graphs/subgraphServer.ts';
import { type CompiledUnderTest, credentials, startCompiled } from './harness/engines.ts';

const SDL = `type Query { case(number: ID!, part: String = "all"): Case strict(number: ID!): Case! }
  type Case { number: ID! part: String notes: [String] }`;
const QUERY = `query Cases($number: ID!, $part: String, $more: Boolean! = false) {
  case: case(number: $number, part: $part) { number part notes @include(if: $more) }
  again: case(number: $number) { __typename n: number }
}`;
const STRICT = 'query ($number: ID!) { strict(number: $number) { number } }';

/** Queries that differ only in their variables share one call to the system, which no client may notice. */
describe('queries put together', () => {
  let system: RunningSubgraph;
  let options: Parameters<typeof startCompiled>[0];
  let compiled: CompiledUnderTest;
  let operation: PreparedOperation;

  async function find(_: unknown, { number, part }: { number: string; part?: string }) {
    await new Promise((resolve) => setTimeout(resolve, number.startsWith('slow') ? 3_000 : 10));
    if (number.startsWith('bad')) throw new Error('no');
    if (number.startsWith('none')) return null;
    return { number, part, notes: [`of ${number}`] };
  }

  beforeEach(async () => {
    system = await startSubgraph({ name: 'cases', sdl: SDL, resolvers: { Query: { case: find, strict: find } } });
    const subgraphUrls = new Map([['cases', system.url]]);
    const supergraphSdl = compose([{ name: 'cases', sdl: SDL }], subgraphUrls);
    // Time enough for a busy machine.
    options = { supergraphSdl, subgraphUrls, timeoutMs: 10_000 };
    compiled = await startCompiled(options);
    operation = await compiled.prepare(QUERY);
  });
  afterEach(async () => {
    await compiled.engine.stop();
    await system.stop();
  });

  const ask = (
    variables: Record<string, unknown>,
    { key = 'k', signal = new AbortController().signal, of = operation } = {},
  ): Promise<EngineResponse> => of.execute({ variables, credentials: credentials(key), signal });
  const caseOf = ({ data }: EngineResponse) => JSON.parse(data ?? 'null').case;

  test('return each request its own data, with few calls', async () => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, n) =>
        ask({ number: `n${n}`, more: n % 2 === 0, ...(n % 3 === 0 ? { part: `p${n}` } : {}) }),
      ),
    );
    for (const [n, { data, errors }] of answers.entries()) {
      expect(errors).toEqual([]);
      const notes = n % 2 === 0 ? { notes: [`of n${n}`] } : {};
      expect(JSON.parse(data ?? 'null')).toEqual({
        case: { number: `n${n}`, part: n % 3 === 0 ? `p${n}` : 'all', ...notes },
        again: { __typename: 'Case', n: `n${n}` },
      });
    }
    expect(system.calls.length).toBeLessThan(20);
    // Keeps every call to a system small enough.
    for (const { variables } of system.calls) {
      expect(Object.keys(variables).filter((name) => name.endsWith('number')).length).toBeLessThanOrEqual(16);
    }
  });

  test('never cross grants', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, n) => ask({ number: `g${n % 4}-${n}` }, { key: `g${n % 4}` })));
    for (const { headers, variables } of system.calls) {
      const numbers = Object.entries(variables).filter(([name]) => name.endsWith('number'));
      for (const [, number] of numbers) expect(String(number).split('-')[0]).toBe(headers['x-grant']);
    }
    expect(system.calls.length).toBeLessThan(40);
  });

  test('return an error only to the request that caused it', async () => {
    const numbers = Array.from({ length: 30 }, (_, n) =>
      n % 7 === 3 ? `bad${n}` : n % 7 === 5 ? `none${n}` : `n${n}`,
    );
    const answers = await Promise.all(numbers.map((number) => ask({ number })));
    for (const [n, answer] of answers.entries()) {
      const number = numbers[n] ?? '';
      expect(caseOf(answer)).toEqual(
        number.startsWith('n') && !number.startsWith('none') ? { number, part: 'all' } : null,
      );
      const paths = answer.errors.map(({ path }) => path);
      expect([number, paths]).toEqual([number, number.startsWith('bad') ? [['again'], ['case']] : []]);
    }
  });

  test('are asked one by one where one spoils the whole call', async () => {
    const strict = await compiled.prepare(STRICT);
    const numbers = Array.from({ length: 20 }, (_, n) => (n === 11 ? 'none' : `n${n}`));
    const answers = await Promise.all(numbers.map((number) => ask({ number }, { of: strict })));
    for (const [n, { data, errors }] of answers.entries()) {
      const spoiled = numbers[n] === 'none';
      expect([n, JSON.parse(data ?? 'null')]).toEqual([n, spoiled ? null : { strict: { number: `n${n}` } }]);
      expect(errors.length > 0).toBe(spoiled);
    }
  });

  test('do not wait for a slow one for long, and go without who has left', async () => {
    const leaving = new AbortController();
    const slow = ask({ number: 'slow' });
    const left = ask({ number: 'left' }, { signal: leaving.signal });
    const others = Array.from({ length: 5 }, (_, n) => ask({ number: `n${n}` }));
    leaving.abort();
    const begun = performance.now();
    for (const [n, answer] of (await Promise.all(others)).entries()) expect(caseOf(answer).number).toBe(`n${n}`);
    expect(performance.now() - begun).toBeLessThan(2_500);
    expect((await left).errors.map(({ extensions }) => extensions.code)).toContain('REQUEST_CANCELLED');
    expect(JSON.stringify(system.calls.map(({ variables }) => variables))).not.toContain('left');
    expect(caseOf(await slow).number).toBe('slow');
  });

  test('are calls of their own where nothing is put together', async () => {
    await compiled.engine.stop();
    compiled = await startCompiled({ ...options, batching: false });
    operation = await compiled.prepare(QUERY);
    await Promise.all(Array.from({ length: 20 }, (_, n) => ask({ number: `n${n}` })));
    expect(system.calls).toHaveLength(20);
  });
});
