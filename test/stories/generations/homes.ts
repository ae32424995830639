import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signDevelopmentToken, startDevelopmentKeyServer } from '../../../cli/local/developmentIssuer.ts';
import type { RunningGateway } from '../../../gateway/gatewayOptions.ts';
import type { SystemDatasets } from '../../../schema/catalog/datasetCatalogue.ts';
import type { ServedSupergraph } from '../../../schema/publishing/servedSupergraph.ts';
import type { Answer } from '../../harness/answer.ts';
import { eventually } from '../../harness/eventually.ts';
import { compose, LINK } from '../../harness/graphs/guardedSubgraph.ts';
import { startSubgraph } from '../../harness/graphs/subgraphServer.ts';
import { type FakeRegistry, startFakeRegistry } from '../../harness/product/fakeRegistry.ts';
import { type GivenApprovals, startGivenApprovals } from '../../harness/product/givenApprovals.ts';
import { post } from '../../harness/product/post.ts';
import { runGateway, type TestGatewayOptions } from '../../harness/product/runGateway.ts';
import { fosterCare } from '../../harness/requesters.ts';

const sdlWith = (fields: string): string => `
  type Query { home(id: ID! @tag(name: "public")): Home @tag(name: "public") }
  type Home @tag(name: "no-person") { id: ID! @tag(name: "public") ${fields} }`;
const NAME = '@policy(policies: [["home.names"]])';
const FIRST = `name: String ${NAME} slow: String ${NAME}`;
/** The system serves the newer schema throughout. */
const SECOND = `${FIRST} rent: Int @policy(policies: [["home.rents"]])`;

const dataset = (id: string): SystemDatasets['datasets'][number] => ({
  ...{ id, title: id, description: id, class: 'PII', law: ['a statute'], regimes: ['none'] },
  ...{ federalApproval: false, requestable: true, keepDisclosures: 7 },
});
const datasets: SystemDatasets = {
  ...{ system: 'home', owner: 'IDHS', contact: 'home@example.gov', ownerPurposes: [], ownerRoles: [], neverOpen: [] },
  datasets: [dataset('home.names'), dataset('home.rents')],
};

/** A registry of the test, a system, and the approvals of one requester; gateways as the test needs them. */
export interface Homes {
  readonly registry: FakeRegistry;
  readonly approvals: GivenApprovals;
  readonly directory: string;
  /** The supergraph without rents, or with them. */
  served(number: number, content?: 'first' | 'second'): ServedSupergraph;
  startGateway(options?: HomesOptions): Promise<RunningGateway>;
  ask(url: string, query: string, variables?: object): Promise<Answer>;
  /** Waits until a gateway has reported this number. */
  serves(number: number, gateway?: string): Promise<void>;
  refuses(number: number, gateway?: string): Promise<string | undefined>;
  /** Lets every request for the field `slow` finish. */
  release(): void;
  /** Requests for the field `slow` that wait. */
  readonly held: number;
  stop(): Promise<void>;
}

export interface HomesOptions extends TestGatewayOptions {
  readonly cacheFile?: string;
  readonly startTimeoutMs?: number;
  readonly name?: string;
}

export async function startHomes(): Promise<Homes> {
  const directory = await mkdtemp(join(tmpdir(), 'person360-homes-'));
  const keys = await startDevelopmentKeyServer(directory);
  const registry = await startFakeRegistry();
  const approvals = await startGivenApprovals();
  const waiting: (() => void)[] = [];
  const home = await startSubgraph({
    name: 'home',
    sdl: `${LINK}\n${sdlWith(SECOND)}`,
    resolvers: {
      Query: { home: (_: unknown, { id }: { id: string }) => ({ id, name: `home ${id}`, rent: 700 }) },
      Home: { slow: () => new Promise((resolve) => waiting.push(() => resolve('at last'))) },
    },
  });
  const composed = {
    first: compose([{ name: 'home', sdl: sdlWith(FIRST), url: home.url }]),
    second: compose([{ name: 'home', sdl: sdlWith(SECOND), url: home.url }]),
  };
  const token = signDevelopmentToken(
    directory,
    { ...fosterCare, purposes: [fosterCare.purpose], subject: 'dcfs.test', lifetime: 3_600 },
    new Date(),
  );
  const status = (gateway: string) => registry.statuses.get(gateway);
  return {
    registry,
    approvals,
    directory,
    served: (number, content = 'first') => ({
      number,
      sdl: composed[content],
      datasets: [datasets],
      routingUrls: { home: home.url },
      personKeys: {},
    }),
    async startGateway({ cacheFile, startTimeoutMs = 20_000, name = 'gateway', ...options } = {}) {
      const { feedUrl, jwksUrl } = registry;
      const gateway = await runGateway(
        {
          source: { kind: 'registry', feedUrl, jwksUrl, cacheFile, startTimeoutMs, name, override: () => undefined },
          feed: approvals.feed,
          keyDirectory: directory,
          callersJwksUrl: keys.issuerJwksUrl,
          clock: () => new Date(),
        },
        options,
      );
      await gateway.ready;
      return gateway;
    },
    ask: (url, query, variables = {}) =>
      post(url, token, { query, variables }, { 'min-approval-revision': String(approvals.revision) }),
    async serves(number, gateway = 'gateway') {
      const found = await eventually(
        async () => status(gateway)?.number,
        (served) => served === number,
      );
      if (found !== number) throw new Error(`The gateway serves ${found}, not ${number}.`);
    },
    async refuses(number, gateway = 'gateway') {
      const found = await eventually(
        async () => status(gateway)?.refused,
        (refused) => refused?.number === number,
      );
      return found?.number === number ? found.reason : undefined;
    },
    release() {
      for (const finish of waiting.splice(0)) finish();
    },
    get held() {
      return waiting.length;
    },
    async stop() {
      await Promise.all([home, registry, approvals.emou, keys].map((part) => part.stop()));
      await rm(directory, { recursive: true, force: true });
    },
  };
}
