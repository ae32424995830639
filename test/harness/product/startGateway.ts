import { readFileSync } from 'node:fs';
import { startDevelopmentKeyServer } from '../../../cli/local/developmentIssuer.ts';
import { fixedSupergraph, type GatewayOptions } from '../../../gateway/gatewayOptions.ts';
import { shippedCatalogue } from '../../../schema/catalog/shippedCatalogue.ts';
import { supergraphFile } from '../../../schema/files.ts';
import type { Answer } from '../answer.ts';
import type { Who } from '../requesters.ts';
import { type GivenApprovals, startGivenApprovals } from './givenApprovals.ts';
import { post } from './post.ts';
import { runGateway, type TestGatewayOptions } from './runGateway.ts';
import type { Product } from './stateProduct.ts';

/** One more gateway before the systems and proxies of a product. */
export interface TestGateway {
  readonly url: string;
  /** Resolves once it knows the approvals. */
  readonly ready: Promise<void>;
  /** Posts an operation as this requester; a text is sent as the token that it is. */
  ask(
    who: Who | string,
    query: string,
    variables?: object,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
  stop(): Promise<void>;
}

/** A gateway whose approvals are what the test says. It is ready, and asks once the approvals have arrived. */
export type ApprovedGateway = TestGateway & GivenApprovals;

export interface BesideOptions extends TestGatewayOptions {
  /** Default: the register's, as agreed. `given`: those that the test gives. Or any feed. */
  readonly approvals?: 'given' | GatewayOptions['feed'];
}

export function startGateway(
  product: Product,
  options: BesideOptions & { readonly approvals: 'given' },
): Promise<ApprovedGateway>;
export function startGateway(product: Product, options?: BesideOptions): Promise<TestGateway>;
export async function startGateway(
  product: Product,
  { approvals, ...options }: BesideOptions = {},
): Promise<TestGateway | ApprovedGateway> {
  const keys = await startDevelopmentKeyServer(product.dataDirectory);
  const given = approvals === 'given' ? await startGivenApprovals() : undefined;
  const gateway = await runGateway(
    {
      source: fixedSupergraph({
        sdl: readFileSync(supergraphFile, 'utf8'),
        catalogue: shippedCatalogue(),
        subgraphUrls: new Map([...product.proxies].map(([name, { url }]) => [name, url])),
      }),
      feed: given?.feed ?? (typeof approvals === 'object' ? approvals : product.feed),
      keyDirectory: product.dataDirectory,
      callersJwksUrl: keys.issuerJwksUrl,
      clock: product.clock.now,
    },
    options,
  );
  const beside: TestGateway = {
    url: gateway.url,
    ready: gateway.ready,
    ask: (who, query, variables = {}, headers = {}) =>
      post(
        gateway.url,
        typeof who === 'string' ? who : product.token(who),
        { query, variables },
        { ...(given === undefined ? {} : { 'min-approval-revision': String(given.revision) }), ...headers },
      ),
    async stop() {
      await gateway.stop();
      await keys.stop();
      await given?.emou.stop();
    },
  };
  if (given === undefined) return beside;
  await gateway.ready;
  return {
    ...beside,
    ...given,
    get revision() {
      return given.revision;
    },
  };
}
