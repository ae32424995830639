import { createServer, type Server, type ServerResponse } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '../harness/eventually.ts';
import { compose } from '../harness/graphs/federation.ts';
import { close, listen } from '../harness/graphs/subgraphServer.ts';
import { type CompiledUnderTest, startCompiled } from './harness/engines.ts';

const OPEN_MS = 1_000;

let now = 0;
/** Calls that came to the subgraph, each still to be answered. */
const calls: ServerResponse[] = [];
let system: Server;
let compiled: CompiledUnderTest;
let asked = 0;

beforeAll(async () => {
  system = createServer((_, response) => {
    calls.push(response);
  });
  const subgraphUrls = new Map([['system', await listen(system)]]);
  const supergraphSdl = compose([{ name: 'system', sdl: 'type Query { value(of: Int): Int }' }], subgraphUrls);
  const breaker = { failures: 3, openMs: OPEN_MS };
  compiled = await startCompiled({ supergraphSdl, subgraphUrls, breaker, now: () => now, timeoutMs: 60_000 });
});
afterAll(async () => {
  await compiled?.engine.stop();
  if (system !== undefined) await close(system);
});

/** Requests at the same time, no two of them alike. */
const ask = (count: number) =>
  Promise.all(Array.from({ length: count }, () => compiled.ask(`{ value(of: ${asked++}) }`)));

async function arrived(count: number): Promise<readonly ServerResponse[]> {
  return eventually(
    async () => calls,
    ({ length }) => length >= count,
    10_000,
  );
}

function answer(status: number): void {
  for (const response of calls.splice(0)) {
    response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(status === 200 ? '{"data":{"value":7}}' : 'down');
  }
}

/** Requests that reach the subgraph and are answered with that status. */
async function through(count: number, status: number) {
  const answers = ask(count);
  await arrived(count);
  answer(status);
  return (await answers).map(({ data, errors }) => [data, errors.map(({ code }) => code)]);
}

const unavailable = [{ value: null }, ['SUBGRAPH_UNAVAILABLE']];
const good = [{ value: 7 }, []];

test('half open, one request is let through to try, and its end opens or closes the way for all', async () => {
  for (let failure = 0; failure < 3; failure++) expect(await through(1, 503)).toEqual([unavailable]);

  const shutOut = async (count: number) => {
    const answers = await ask(count);
    expect(answers.map(({ data, errors }) => [data, errors.map(({ code }) => code)])).toEqual(
      Array.from({ length: count }, () => unavailable),
    );
    expect(calls).toHaveLength(0);
  };
  await shutOut(2);
  now += OPEN_MS - 1;
  await shutOut(2);

  now += 1;
  const first = ask(1);
  await arrived(1);
  const others = await ask(4);
  expect(others.map(({ errors }) => errors.map(({ code }) => code))).toEqual(
    others.map(() => ['SUBGRAPH_UNAVAILABLE']),
  );
  expect(calls).toHaveLength(1);
  answer(503);
  expect((await first)[0]?.data).toEqual({ value: null });
  await shutOut(2);

  now += OPEN_MS;
  expect(await through(1, 200)).toEqual([good]);
  expect(await through(5, 200)).toEqual([good, good, good, good, good]);
  // Closed means from the beginning: failures of before do not count.
  for (let failure = 0; failure < 2; failure++) expect(await through(1, 503)).toEqual([unavailable]);
  expect(await through(2, 200)).toEqual([good, good]);
});
