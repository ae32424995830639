import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DEVELOPMENT_AUDIENCE, DEVELOPMENT_ISSUER } from '../../cli/local/developmentIssuer.ts';
import { grantClaims } from '../../subgraphs/kit/testing/grantIssuer.ts';
import { startTestSystems, type TestSystems } from '../../subgraphs/kit/testing/testSystems.ts';
import { snapSubgraph } from '../../subgraphs/snap/subgraph.ts';
import { type KeyServer, startKeyServer } from '../harness/keyServer.ts';
import { createMovableClock, type MovableClock } from '../harness/movableClock.ts';
import { type GraphProduct, startProduct } from '../harness/product/startProduct.ts';
import { sendAtRate } from '../harness/strangers.ts';

const HOUR_MS = 3_600_000;
const LONGEST_WAIT_MS = 6_000;
/** A hundred times as often as keys may be fetched. */
const STRANGERS_PER_SECOND = 50;

interface Outcome {
  readonly status: number;
  readonly code: string | undefined;
  readonly retryAfter: string | null;
  readonly tookMs: number;
}

async function post(url: string, token: string): Promise<Outcome> {
  const sentAt = performance.now();
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: '{"query":"{ __typename }"}',
  });
  const { errors } = (await response.json()) as { errors?: { extensions?: { code?: string } }[] };
  return {
    status: response.status,
    code: errors?.[0]?.extensions?.code,
    retryAfter: response.headers.get('retry-after'),
    tookMs: performance.now() - sentAt,
  };
}

/** One public endpoint that verifies tokens with the keys of a publisher. */
interface Endpoint {
  readonly url: string;
  /** Claims of a good token; each is a token that was not seen before. */
  readonly claims: () => object;
  readonly unavailable: string;
}

let provider: KeyServer;
let clock: MovableClock;
beforeEach(async () => {
  provider = await startKeyServer();
  clock = createMovableClock();
});
afterEach(() => provider.stop());

let serial = 0;

type Fault = 'cut off' | 'stalled' | 'status 503' | 'endless';
const parts: readonly { part: string; atStart: readonly Fault[]; forAnHour: readonly Fault[] }[] = [
  {
    part: 'gateway',
    atStart: ['cut off', 'stalled', 'status 503', 'endless'],
    forAnHour: ['stalled', 'status 503'],
  },
  { part: 'subgraph', atStart: ['cut off', 'stalled'], forAnHour: ['status 503'] },
];

describe.each(parts)('a $part whose callers sign with published keys', ({ part, atStart, forAnHour }) => {
  let systems: TestSystems | undefined;
  beforeAll(async () => {
    if (part === 'subgraph') systems = await startTestSystems();
  }, 60_000);
  afterAll(() => systems?.stop());

  let product: GraphProduct | undefined;
  let stopSystem: (() => Promise<void>) | undefined;
  let endpoint: Endpoint;
  beforeEach(async () => {
    if (systems === undefined) {
      product = await startProduct({
        systems: [{ name: 'people', sdl: 'type Query { people: Int @tag(name: "public") }' }],
        callersJwksUrl: provider.url,
        clock: clock.now,
      });
      endpoint = { url: product.url, claims: callerClaims, unavailable: 'TOKEN_KEYS_UNAVAILABLE' };
    } else {
      const { running } = await systems.start(snapSubgraph, undefined, {
        grantJwksUrl: provider.url,
        clock: clock.now,
      });
      stopSystem = () => running.stop();
      endpoint = {
        url: running.url,
        claims: () => ({ ...grantClaims('snap', ['snap.participation'], clock.now()), sub: `user-${serial++}` }),
        unavailable: 'GRANT_KEYS_UNAVAILABLE',
      };
    }
  }, 60_000);
  afterEach(async () => {
    await product?.stop();
    await stopSystem?.();
    product = undefined;
    stopSystem = undefined;
  });

  function callerClaims(): object {
    const now = Math.floor(clock.now().getTime() / 1_000);
    return {
      iss: DEVELOPMENT_ISSUER,
      aud: DEVELOPMENT_AUDIENCE,
      sub: `user-${serial++}`,
      exp: now + 60,
      agency: 'DCFS',
      roles: ['CASEWORKER'],
      purposes: ['FOSTER_CARE_CASE'],
    };
  }

  const honest = () => post(endpoint.url, provider.sign(endpoint.claims()));
  const stranger = async () => (await post(endpoint.url, provider.forge(endpoint.claims()))).status;
  /** Honest users one after another, each with a new token, while strangers send forged tokens. */
  async function honestAmongStrangers(count: number): Promise<readonly Outcome[]> {
    const strangers = sendAtRate(STRANGERS_PER_SECOND, stranger);
    const outcomes: Outcome[] = [];
    for (let index = 0; index < count; index++) {
      outcomes.push(await honest());
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const counts = await strangers.stop();
    expect(Object.keys(counts).filter((status) => status !== '401' && status !== '503')).toEqual([]);
    return outcomes;
  }
  const slowest = (outcomes: readonly Outcome[]) => Math.max(...outcomes.map(({ tookMs }) => tookMs));
  const statuses = (outcomes: readonly Outcome[]) => [...new Set(outcomes.map(({ status }) => status))];

  test('serves every honest user while strangers send forged key ids, and fetches the keys once per cooldown', async () => {
    const startedAt = performance.now();
    const outcomes = await honestAmongStrangers(15);
    expect(statuses(outcomes)).toEqual([200]);
    expect(slowest(outcomes)).toBeLessThan(LONGEST_WAIT_MS);
    expect(provider.fetches).toBeLessThanOrEqual(2 + (performance.now() - startedAt) / 2_000);
    expect(provider.fetches).toBeGreaterThan(1);
  });

  test('responds with 401 to an unknown key once it has been looked up at the publisher', async () => {
    await honest();
    const outcome = await post(endpoint.url, provider.forge(endpoint.claims()));
    expect([outcome.status, outcome.code]).toEqual([401, 'UNAUTHENTICATED']);
    expect(outcome.tookMs).toBeLessThan(LONGEST_WAIT_MS);
  });

  test('accepts the first token after a rotation while strangers send forged key ids', async () => {
    expect((await honest()).status).toBe(200);
    const strangers = sendAtRate(STRANGERS_PER_SECOND, stranger);
    for (let rotation = 0; rotation < 2; rotation++) {
      provider.rotate();
      const outcomes = await Promise.all(Array.from({ length: 10 }, honest));
      expect(statuses(outcomes)).toEqual([200]);
      expect(slowest(outcomes)).toBeLessThan(LONGEST_WAIT_MS);
    }
    await strangers.stop();
  });

  test('waits for a slow publisher, at the start and after a rotation', async () => {
    provider.behave({ kind: 'slow', delayMs: 1_500 });
    const first = await honestAmongStrangers(1);
    provider.rotate();
    const rotated = await honest();
    expect([...statuses(first), rotated.status]).toEqual([200, 200]);
    expect(slowest([...first, rotated])).toBeLessThan(LONGEST_WAIT_MS);
  });

  test.each(atStart)(
    'says 503 and when to try again if the keys are %s, and serves once they are back',
    async (kind) => {
      provider.behave({ kind });
      const outcomes = await Promise.all(Array.from({ length: 30 }, honest));
      expect([...new Set(outcomes.map((each) => `${each.status} ${each.code} ${each.retryAfter}`))]).toEqual([
        `503 ${endpoint.unavailable} 2`,
      ]);
      expect(slowest(outcomes)).toBeLessThan(LONGEST_WAIT_MS);
      provider.behave({ kind: 'healthy' });
      const after = await honest();
      expect(after.status).toBe(200);
      expect(after.tookMs).toBeLessThan(LONGEST_WAIT_MS);
    },
  );

  test.each(forAnHour)('serves on with the keys it has while the publisher is %s for an hour', async (kind) => {
    expect((await honest()).status).toBe(200);
    provider.behave({ kind });
    clock.advance(HOUR_MS);
    const outcomes = await honestAmongStrangers(10);
    expect(statuses(outcomes)).toEqual([200]);
    expect(slowest(outcomes)).toBeLessThan(LONGEST_WAIT_MS);
    // A key that came while the publisher was away may be good: 503, not 401.
    provider.rotate();
    const rotated = await honest();
    expect([rotated.status, rotated.code]).toEqual([503, endpoint.unavailable]);
    expect(rotated.tookMs).toBeLessThan(LONGEST_WAIT_MS);
    provider.behave({ kind: 'healthy' });
    expect((await honest()).status).toBe(200);
  });

  test('trusts no key for more than a day without hearing from the publisher', async () => {
    expect((await honest()).status).toBe(200);
    provider.behave({ kind: 'status 503' });
    clock.advance(25 * HOUR_MS);
    const outcome = await honest();
    expect([outcome.status, outcome.code]).toEqual([503, endpoint.unavailable]);
  });

  test('takes the publisher at its word when it withdraws every key', async () => {
    const old = provider.sign(endpoint.claims());
    expect((await honest()).status).toBe(200);
    provider.withdraw();
    // Looking up an unknown key fetches the set.
    await stranger();
    expect((await post(endpoint.url, old)).status).toBe(503);
  });
});
