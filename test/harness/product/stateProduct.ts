import { rm } from 'node:fs/promises';
import { type Example, example } from '../../../cli/example.ts';
import { signDevelopmentToken } from '../../../cli/local/developmentIssuer.ts';
import { type LocalSystem, type LocalSystemOptions, startLocalSystem } from '../../../cli/local/startLocalSystem.ts';
import { removeEmbeddedPostgres } from '../../../cli/postgres/embeddedPostgres.ts';
import { copyPrepared } from '../../../cli/postgres/testing/preparedData.ts';
import { makeDataDirectory } from '../../../cli/postgres/testing/testPostgres.ts';
import type { GatewayOptions } from '../../../gateway/gatewayOptions.ts';
import { demonstrationHousehold } from '../../../population/demonstration/demonstrationHousehold.ts';
import { SUBGRAPH_NAMES, type SubgraphName } from '../../../schema/files.ts';
import type { Answer } from '../answer.ts';
import { createMovableClock, type MovableClock } from '../movableClock.ts';
import type { Who } from '../requesters.ts';
import { inlinePlannerFor } from './inlinePlanner.ts';
import { population } from './population.ts';
import { post } from './post.ts';
import { patientLimits } from './runGateway.ts';
import { type RecordedRequest, type SubgraphProxy, startSubgraphProxy } from './subgraphProxy.ts';

/** All of person360 on a database of its own, with a proxy before every subgraph. */
export interface Product extends LocalSystem {
  readonly dataDirectory: string;
  /** The feed of the register. */
  readonly feed: GatewayOptions['feed'];
  readonly clock: MovableClock;
  readonly proxies: ReadonlyMap<SubgraphName, SubgraphProxy>;
  readonly example: Example;
  token(
    who: Who,
    more?: { readonly subject?: string; readonly lifetime?: number; readonly familyName?: string },
  ): string;
  /** Posts an operation as this requester; a text is sent as the token that it is. */
  ask(
    who: Who | string,
    query: string,
    variables?: Readonly<Record<string, unknown>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
  /** Runs `work` and gives what the subgraphs were asked meanwhile. */
  recordedDuring<Result>(
    work: () => Promise<Result>,
  ): Promise<{ readonly result: Result; readonly requests: readonly RecordedRequest[] }>;
  proxy(name: SubgraphName): SubgraphProxy;
}

export type StateOptions = Partial<
  Pick<LocalSystemOptions, 'persons' | 'limits' | 'systemLimits' | 'feedMaxAgeSeconds' | 'log'>
>;

export async function startState(options: StateOptions): Promise<Product> {
  const dataDirectory = await makeDataDirectory('person360-test-');
  const clock = createMovableClock();
  const targets = new Map<SubgraphName, string>();
  const proxies = new Map<SubgraphName, SubgraphProxy>();
  for (const name of SUBGRAPH_NAMES) {
    proxies.set(name, await startSubgraphProxy(name, () => targets.get(name) ?? 'http://127.0.0.1:9'));
  }
  const stopProxies = () => Promise.all([...proxies.values()].map((proxy) => proxy.stop()));
  async function clean(): Promise<void> {
    await stopProxies();
    await removeEmbeddedPostgres(dataDirectory);
    await rm(dataDirectory, { recursive: true, force: true });
  }
  const start = (): Promise<LocalSystem> =>
    startLocalSystem({
      dataDirectory,
      port: 0,
      seed: population.seed,
      persons: options.persons ?? population.persons,
      databaseUrls: new Map(),
      callers: undefined,
      limits: { ...patientLimits, ...options.limits },
      ...(options.systemLimits === undefined ? {} : { systemLimits: options.systemLimits }),
      ...(options.feedMaxAgeSeconds === undefined ? {} : { feedMaxAgeSeconds: options.feedMaxAgeSeconds }),
      plannerFor: inlinePlannerFor,
      clock: clock.now,
      onStep: ignore,
      onProgress: ignore,
      log: options.log ?? ignore,
      subgraphAddress: (name, url) => {
        targets.set(name, url);
        return proxies.get(name)?.url ?? url;
      },
    });
  const prepared = options.persons === undefined ? copyPrepared('product', dataDirectory) : Promise.resolve();
  const system = await prepared.then(start).catch(async (error: unknown) => {
    await clean();
    throw error;
  });

  const emou = new URL(system.subgraphUrls.get('emou') ?? '').origin;
  const tokens = new Map<string, string>();
  const token: Product['token'] = ({ agency, roles, purpose, subject }, more = {}) => {
    const claims = {
      agency,
      roles,
      purposes: [purpose],
      subject: more.subject ?? subject ?? `${agency.toLowerCase()}.test`,
      lifetime: more.lifetime ?? 3_600,
      familyName: more.familyName,
    };
    const now = clock.now();
    // Tokens count in seconds: who asks a hundred times in one needs one signature.
    const key = JSON.stringify([claims, Math.floor(now.getTime() / 1_000)]);
    const known = tokens.get(key) ?? signDevelopmentToken(dataDirectory, claims, now);
    tokens.set(key, known);
    return known;
  };

  function proxy(name: SubgraphName): SubgraphProxy {
    const found = proxies.get(name);
    if (found === undefined) throw new Error(`There is no proxy before ${name}.`);
    return found;
  }

  return {
    ...system,
    dataDirectory,
    clock,
    feed: { url: `${emou}/feed`, jwksUrl: `${emou}/.well-known/jwks.json`, maxAgeSeconds: 15 },
    proxies,
    example,
    token,
    proxy,
    ask: (who, query, variables = {}, headers = {}) =>
      post(system.url, typeof who === 'string' ? who : token(who), { query, variables }, headers),
    async recordedDuring(work) {
      const before = new Map([...proxies].map(([name, { requests }]) => [name, requests.length]));
      const result = await work();
      return { result, requests: [...proxies].flatMap(([name, { requests }]) => requests.slice(before.get(name))) };
    },
    async stop() {
      await system.stop();
      await clean();
    },
  };
}

/** Id of a member of the demonstration household. */
export function idOf(label: (typeof demonstrationHousehold.persons)[number]['label']): string {
  const person = demonstrationHousehold.persons.find((candidate) => candidate.label === label);
  if (person === undefined) throw new Error(`The demonstration household has no ${label}.`);
  return person.id;
}

function ignore(): void {
  // A test reads answers, not what the parts say of themselves.
}
