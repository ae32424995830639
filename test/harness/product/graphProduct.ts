import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signDevelopmentToken, startDevelopmentKeyServer } from '../../../cli/local/developmentIssuer.ts';
import type { IntrospectionSetting } from '../../../gateway/documents/introspection.ts';
import type { EngineName } from '../../../gateway/execution/engineNames.ts';
import { fixedSupergraph, type GatewayOptions, type RunningGateway } from '../../../gateway/gatewayOptions.ts';
import type { PlannerFor } from '../../../gateway/planning/planner/queryPlanner.ts';
import type { FeedApproval } from '../../../schema/approvals/approvalFeed.ts';
import { readSupergraph } from '../../../supergraph/read/readSupergraph.ts';
import type { Answer } from '../answer.ts';
import { catalogueOf, compose, type GuardedSubgraph, LINK } from '../graphs/guardedSubgraph.ts';
import { startSubgraph } from '../graphs/subgraphServer.ts';
import type { Who } from '../requesters.ts';
import { startGivenApprovals } from './givenApprovals.ts';
import { post } from './post.ts';
import { runGateway } from './runGateway.ts';
import { type RecordedRequest, type SubgraphProxy, startSubgraphProxy } from './subgraphProxy.ts';

/** A client's response, and the calls to systems that led to it. */
export interface Attempt {
  readonly answer: Answer;
  readonly data: unknown;
  readonly denied: readonly {
    readonly path: readonly (string | number)[];
    readonly coordinate: string;
    readonly reason: string;
  }[];
  readonly requests: readonly RecordedRequest[];
  /** Texts and variables of those requests, to look for what must not be in them. */
  readonly asked: string;
}

/** What a token says; its words may be any. */
type Caller = { readonly [Claim in 'agency' | 'purpose']: string } & Pick<Who, 'roles' | 'subject'> & {
    readonly clientId?: string;
  };

interface AskOptions {
  readonly engine?: EngineName;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A supergraph of a test's own behind the whole gateway, from HTTP to the agencies: no database, no real system. */
export interface GraphProduct {
  readonly url: string;
  token(who: Caller): string;
  proxy(name: string): SubgraphProxy;
  /** Replaces every approval by these. */
  replace(approvals: readonly FeedApproval[]): void;
  /** Replaces every approval: only this requester has access, to these datasets. */
  approve(who: Who, ...datasets: readonly string[]): void;
  /** Posts any body once the approvals have arrived. */
  send(who: Caller, body: object, options?: AskOptions): Promise<Attempt>;
  ask(who: Caller, query: string, variables?: object, options?: AskOptions): Promise<Attempt>;
  stop(): Promise<void>;
}

export interface GraphOptions {
  readonly systems: readonly GuardedSubgraph[];
  /** Each has a gateway of its own before the same agencies. Default: the compiled one alone. */
  readonly engines?: readonly [EngineName, ...EngineName[]];
  readonly introspection?: IntrospectionSetting;
  readonly trustedDocuments?: GatewayOptions['trustedDocuments'];
  readonly planner?: PlannerFor;
  readonly log?: (message: string, details?: object) => void;
  /** Default: the development issuer's keys. */
  readonly callersJwksUrl?: string;
  readonly clock?: () => Date;
}

export async function startGraph({
  systems,
  engines = ['compiled'],
  introspection,
  trustedDocuments,
  planner,
  log = () => undefined,
  callersJwksUrl,
  clock = () => new Date(),
}: GraphOptions): Promise<GraphProduct> {
  const keyDirectory = await mkdtemp(join(tmpdir(), 'person360-graph-'));
  const keys = await startDevelopmentKeyServer(keyDirectory);
  const given = await startGivenApprovals();
  const running = await Promise.all(
    systems.map(({ sdl, ...rest }) => startSubgraph({ ...rest, sdl: `${LINK}\n${sdl}` })),
  );
  const proxies = new Map<string, SubgraphProxy>();
  for (const { name, url } of running) proxies.set(name, await startSubgraphProxy(name, () => url));
  const subgraphUrls = new Map([...proxies].map(([name, { url }]) => [name, url]));
  const sdl = compose(systems.map((each) => ({ ...each, url: subgraphUrls.get(each.name) ?? '' })));

  const surroundings = {
    source: fixedSupergraph({ sdl, catalogue: catalogueOf(readSupergraph(sdl)), subgraphUrls }),
    feed: given.feed,
    keyDirectory,
    callersJwksUrl: callersJwksUrl ?? keys.issuerJwksUrl,
    clock,
  };
  const gateways = new Map<EngineName, RunningGateway>();
  for (const engine of engines) {
    const more = {
      ...(introspection === undefined ? {} : { introspection }),
      ...(trustedDocuments === undefined ? {} : { trustedDocuments }),
    };
    gateways.set(engine, await runGateway(surroundings, { engine, planner, log, ...more }));
  }
  await Promise.all([...gateways.values()].map(({ ready }) => ready));

  const urlOf = (engine: EngineName): string => {
    const gateway = gateways.get(engine);
    if (gateway === undefined) throw new Error(`No gateway with the ${engine} engine was started.`);
    return gateway.url;
  };
  const token = ({ agency, roles, purpose, subject, clientId }: Caller): string =>
    signDevelopmentToken(
      keyDirectory,
      {
        agency,
        roles,
        purposes: [purpose],
        subject: subject ?? `${agency.toLowerCase()}.test`,
        lifetime: 3_600,
        clientId,
      },
      new Date(),
    );
  const send: GraphProduct['send'] = async (who, body, { engine = engines[0], headers = {} } = {}) => {
    const before = new Map([...proxies].map(([name, { requests }]) => [name, requests.length]));
    const answer = await post(urlOf(engine), token(who), body, {
      'min-approval-revision': String(given.revision),
      ...headers,
    });
    const requests = [...proxies].flatMap(([name, proxy]) => proxy.requests.slice(before.get(name)));
    return {
      answer,
      data: answer.data,
      denied: answer.errors
        .filter(({ extensions }) => extensions.code === 'UNAUTHORIZED_FIELD_OR_TYPE')
        .map(({ path = [], extensions }) => ({
          path,
          coordinate: String(extensions.coordinate),
          reason: String(extensions.reason),
        })),
      requests,
      asked: requests.map(({ query, variables }) => `${query} ${JSON.stringify(variables)}`).join('\n'),
    };
  };
  return {
    url: urlOf(engines[0]),
    token,
    proxy(name) {
      const found = proxies.get(name);
      if (found === undefined) throw new Error(`There is no proxy before ${name}.`);
      return found;
    },
    replace: given.replace,
    approve: (who, ...datasets) =>
      given.approve(
        who,
        datasets.map((dataset) => ({ dataset })),
      ),
    send,
    ask: (who, query, variables = {}, options = {}) => send(who, { query, variables }, options),
    async stop() {
      await Promise.all([...gateways.values()].map((gateway) => gateway.stop()));
      await Promise.all([...running, ...proxies.values(), given.emou, keys].map((part) => part.stop()));
      await rm(keyDirectory, { recursive: true, force: true });
    },
  };
}
