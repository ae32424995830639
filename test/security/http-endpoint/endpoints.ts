import { afterAll, beforeAll } from '@jest/globals';
import type { EngineName } from '../../../gateway/execution/engineNames.ts';
import type { RunningGateway } from '../../../gateway/gatewayOptions.ts';
import { defaultLimits } from '../../../gateway/limits.ts';
import { startGateway } from '../../../gateway/startGateway.ts';
import { readAnswer } from '../../harness/answer.ts';
import { type Federation, startFederation } from '../../harness/graphs/federation.ts';
import { type Product, startProduct } from '../../harness/product/startProduct.ts';

export let system: Product;
export let federation: Federation;
export let open: RunningGateway;
export let stock: RunningGateway;
export let touched = 0;
beforeAll(async () => {
  system = await startProduct();
  federation = await startFederation([
    {
      name: 'counter',
      sdl: `scalar Anything input Named { id: ID }
        type Query { count: Int echo(id: ID, ids: [ID!], named: Named, any: Anything, score: Float): String }
        type Mutation { touch: Int }`,
      resolvers: {
        Query: { count: () => touched, echo: (_: unknown, given: object) => JSON.stringify(given) },
        Mutation: {
          touch: () => {
            touched += 1;
            return touched;
          },
        },
      },
    },
  ]);
  const openWith = (engine: EngineName) =>
    startGateway({
      openToAll: true,
      host: '127.0.0.1',
      port: 0,
      supergraph: federation.supergraphSdl,
      engine: { engine, batching: false },
      limits: defaultLimits,
      clock: () => new Date(),
      log: () => undefined,
    });
  [open, stock] = await Promise.all([openWith('compiled'), openWith('apollo')]);
}, 120_000);
afterAll(async () => {
  await open?.stop();
  await stock?.stop();
  await federation?.stop();
  await system?.stop();
});

export async function get(url: string, token: string | undefined, parameters: Readonly<Record<string, string>>) {
  const response = await fetch(`${url}?${new URLSearchParams(parameters)}`, {
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  });
  return readAnswer(response);
}
