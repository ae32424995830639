import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { startSubgraph } from '../../subgraphs/kit/startSubgraph.ts';
import type { RunningSubgraph } from '../../subgraphs/kit/subgraphDefinition.ts';
import { type GrantIssuer, grantClaims, startGrantIssuer } from '../../subgraphs/kit/testing/grantIssuer.ts';
import { type GraphProduct, startProduct } from '../harness/product/startProduct.ts';
import { fosterCare } from '../harness/requesters.ts';
import { benefits } from '../security/harness/benefits.ts';

/** Recommendations and options of the specification that an endpoint does not follow, by the audit's id, with the reason. */
type Deviations = Readonly<Record<string, { readonly status: 'warn' | 'notice'; readonly reason: string }>>;

const REJECTED_IS_400 =
  'A document that is rejected has status 400 whatever the client accepts, as in Apollo Server: caches, proxies and ' +
  'monitors then see that nothing ran.';
const ofGateway: Deviations = {
  '572B': { status: 'warn', reason: REJECTED_IS_400 },
  FDE2: { status: 'warn', reason: REJECTED_IS_400 },
  '7B9B': { status: 'warn', reason: `${REJECTED_IS_400} The document of this audit does not use its variable.` },
};

const POST_ONLY = 'Only the gateway calls a system, and always with POST.';
const ofSystem: Deviations = {
  ...ofGateway,
  '22EB': { status: 'warn', reason: 'Only the gateway calls a system, and it reads application/json.' },
  '5A70': { status: 'notice', reason: POST_ONLY },
  D6D5: { status: 'notice', reason: POST_ONLY },
  '6A70': { status: 'notice', reason: POST_ONLY },
};

/** Runs the audits of the GraphQL over HTTP specification, each as a test. */
function audit(url: () => string, fetchFn: typeof fetch, deviations: Deviations): void {
  const audits = serverAudits({ url, fetchFn }).map(({ id, name, fn }) => {
    const { status = 'ok', reason } = deviations[id] ?? {};
    return {
      fn,
      status,
      title: [`${id}: ${name}`, ...(reason === undefined ? [] : [`(${status}: ${reason})`])].join(' '),
    };
  });
  test('there are 61 audits', () => {
    expect(audits.length).toBe(61);
  });
  test.each(audits)('$title', async ({ fn, status }) => {
    expect(await fn()).toMatchObject({ status });
  });
}

/** Every request carries a bearer token; without one it is rejected. */
const fetchWith =
  (token: () => string): typeof fetch =>
  (input, init) =>
    fetch(input, { ...init, headers: { ...init?.headers, authorization: `Bearer ${token()}` } });

describe.each(['compiled', 'apollo'] as const)('the gateway speaks GraphQL over HTTP, %s engine', (engine) => {
  let product: GraphProduct;
  beforeAll(async () => {
    product = await startProduct({ systems: benefits, engines: [engine] });
  }, 60_000);
  afterAll(() => product?.stop());

  audit(
    () => product.url,
    fetchWith(() => product.token(fosterCare)),
    ofGateway,
  );
});

describe('a system speaks GraphQL over HTTP to the gateway', () => {
  let issuer: GrantIssuer;
  let system: RunningSubgraph;
  beforeAll(async () => {
    issuer = await startGrantIssuer();
    system = await startSubgraph(
      {
        name: 'echo',
        schema: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@tag"])
          type Query { echo(text: String! @tag(name: "public")): String @tag(name: "public") }`,
        resolvers: { Query: { echo: (_: unknown, { text }: { readonly text: string }) => text } },
        createLoaders: () => ({}),
      },
      {
        // Nothing here reads a row, and a database that is away does not keep a system from starting.
        databaseUrl: 'postgres://127.0.0.1:9/none',
        port: 0,
        grantJwksUrl: issuer.jwksUrl,
        clock: () => new Date(),
        log: () => undefined,
      },
    );
  }, 60_000);
  afterAll(async () => {
    await system?.stop();
    await issuer?.stop();
  });

  const fetchWithGrant = fetchWith(() => issuer.sign(grantClaims('echo', [], new Date())));
  /** Two audits introspect, which no system allows: they send the same text and the same variable to a field. */
  const withoutIntrospection: typeof fetch = (input, init) => {
    const body = typeof init?.body === 'string' ? init.body : undefined;
    const rewritten = body?.replace(/__type\(name: (.+?)\) \{ name \}/, 'echo(text: $1)');
    return fetchWithGrant(input, rewritten === undefined ? init : { ...init, body: rewritten });
  };
  audit(() => system.url, withoutIntrospection, ofSystem);
});
