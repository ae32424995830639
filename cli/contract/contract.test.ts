import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestSystems } from '../../subgraphs/kit/testing/testSystems.ts';
import { weatherizationSubgraph } from '../../subgraphs/weatherization/subgraph.ts';
import { weatherizationCase } from '../../subgraphs/weatherization/testing/weatherizationCase.ts';
import { contractItems } from './contractItems.ts';
import { type ItemResult, runContract } from './runContract.ts';
import { readShape } from './subgraphShape.ts';
import { createSubgraphUnderTest, readKnownKey } from './subgraphUnderTest.ts';
import { createTestGrants } from './testGrants.ts';
import type { Flaw } from './testing/flaw.ts';
import { SUBGRAPH_SDL, startFlawedSubgraph } from './testing/flawedSubgraph.ts';
import { newTestKey, serveTestKeys, type TestKeyServer } from './testKeys.ts';

const PATIENCE_MS = 1_500;

const signingKey = newTestKey();
let keyServer: TestKeyServer;
beforeAll(async () => {
  keyServer = await serveTestKeys(signingKey, 0);
});
afterAll(() => keyServer.stop());

function run(
  name: string,
  url: string,
  sdl: string,
  keyTexts: readonly string[],
  only?: readonly string[],
  patienceMs = 6_000,
): Promise<readonly ItemResult[]> {
  const shape = readShape(sdl);
  const keys = keyTexts.flatMap((text) => readKnownKey(shape, text) ?? []);
  const grants = createTestGrants(name, signingKey, () => new Date());
  const settings = {
    name,
    url: new URL(url),
    shape,
    datasets: shape.datasets,
    keys,
    grants,
    signingKey,
    keyServer,
    patienceMs,
  };
  return runContract(createSubgraphUnderTest(settings), only);
}

async function runFlawed(flaws: readonly Flaw[], only?: readonly string[]): Promise<readonly ItemResult[]> {
  const subgraph = await startFlawedSubgraph(keyServer.url, flaws);
  try {
    return await run('clubs', subgraph.url, SUBGRAPH_SDL, ['clubId:C-1', 'clubId:C-2'], only, PATIENCE_MS);
  } finally {
    await subgraph.stop();
  }
}

const notPassed = (results: readonly ItemResult[]) => results.filter(({ outcome }) => outcome.result !== 'pass');

/** The item that each flaw breaks. */
const flaws: readonly (readonly [Flaw, string])[] = [
  ['accepts anyone', 'grant-missing'],
  ['grants introspection', 'introspection-without-grant'],
  ['grants garbage', 'grant-garbage'],
  ['accepts audiences', 'grant-wrong-audience'],
  ['accepts issuers', 'grant-wrong-issuer'],
  ['accepts expired', 'grant-expired'],
  ['accepts no expiry', 'grant-without-expiry'],
  ['accepts keys', 'grant-wrong-key'],
  ['accepts none', 'grant-algorithm-none'],
  ['accepts HS256', 'grant-algorithm-symmetric'],
  ['accepts tampering', 'grant-tampered'],
  ['grants old keys only', 'grant-new-key'],
  ['grants fetch always', 'grant-unknown-keys'],
  ['sdl other', 'sdl-served'],
  ['guards too much', 'guard-opens'],
  ['guards nothing', 'guard-without-dataset'],
  ['guards aliases', 'guard-aliases'],
  ['guards dues', 'guard-one-missing'],
  ['guards prefixes', 'guard-wrong-dataset'],
  ['guards conditions', 'guard-conditions'],
  ['guards bars', 'guard-hard-bars'],
  ['guards roots', 'guard-root-fields'],
  ['guards arguments', 'guard-argument-filters'],
  ['entities unordered', 'entities-order'],
  ['entities stubs', 'entities-unknown'],
  ['entities fragile', 'entities-malformed'],
  ['entities one by one', 'entities-batch'],
  ['entities without aliases', 'aliased-calls'],
  ['http get', 'http-methods'],
  ['http types', 'http-content-types'],
  ['http arrays', 'http-batched-arrays'],
  ['http endless', 'http-oversized'],
  ['http crashes', 'http-malformed'],
  ['http html', 'http-responses'],
  ['http health', 'health'],
  ['http one at a time', 'connection-slow'],
  ['http dies', 'connection-dropped'],
  ['errors stacks', 'errors-leak'],
  ['errors values', 'errors-values'],
];

describe('the contract of a subgraph', () => {
  test('a subgraph that keeps it passes every item', async () => {
    const results = await runFlawed([]);
    expect(notPassed(results)).toEqual([]);
    expect(results.map(({ id }) => id)).toEqual(contractItems.map(({ id }) => id));
  });

  test.each(flaws)('a subgraph with the flaw "%s" fails %s', async (flaw, id) => {
    const [, result] = await runFlawed([flaw], [id]);
    expect(result).toMatchObject({ id, outcome: { result: 'fail', whatToDo: expect.stringMatching(/\w{3}.*\.$/) } });
  });

  test('every item has a flaw that breaks it, but for those that only compare files', () => {
    const untested = contractItems.filter(({ id }) => !flaws.some(([, broken]) => broken === id));
    expect(untested.map(({ id }) => id)).toEqual(['grant-valid', 'sdl-datasets']);
  });

  test('a subgraph that knows other keys fails the first item, and the others are skipped', async () => {
    const other = await serveTestKeys(newTestKey(), 0);
    const subgraph = await startFlawedSubgraph(other.url, []);
    try {
      const [first, ...others] = await run('clubs', subgraph.url, SUBGRAPH_SDL, ['clubId:C-1']);
      expect(first).toMatchObject({ id: 'grant-valid', outcome: { result: 'fail' } });
      expect(others.every(({ outcome }) => outcome.result === 'skipped')).toBe(true);
    } finally {
      await subgraph.stop();
      await other.stop();
    }
  });

  test("a guard that names another system's dataset, or one that is not described, fails", async () => {
    const subgraph = await startFlawedSubgraph(keyServer.url, []);
    try {
      const sdl = SUBGRAPH_SDL.replace('clubs.dues', 'schools.dues');
      const [, result] = await run('clubs', subgraph.url, sdl, [], ['sdl-datasets']);
      expect(result).toMatchObject({ outcome: { result: 'fail', found: 'a guard names schools.dues' } });
    } finally {
      await subgraph.stop();
    }
  });

  test("one of person360's own systems passes", async () => {
    const systems = await startTestSystems();
    try {
      const { running } = await systems.start(weatherizationSubgraph, weatherizationCase.rows, {
        grantJwksUrl: keyServer.url,
        clock: () => new Date(),
      });
      const results = await run('weatherization', running.url, weatherizationSubgraph.schema, ['energyClientId:A']);
      expect(notPassed(results).map(({ id, outcome }) => ({ id, outcome }))).toEqual([
        { id: 'guard-hard-bars', outcome: { result: 'skipped', reason: 'The SDL has no field with a hard bar.' } },
      ]);
    } finally {
      await systems.stop();
    }
  });
});
