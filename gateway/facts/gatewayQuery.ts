import { parse } from 'graphql';
import type { Engine, PreparedOperation } from '../execution/contract/engine.ts';
import type { SubgraphCredentials } from '../model/credentials.ts';

/** A question of the gateway itself, through the graph; nothing of the answer is ever shown. */
export type GatewayQuery = (variables: Readonly<Record<string, unknown>>) => Promise<unknown>;

/** Planned when it is first asked. Half an answer is none: rejects when any part of it is missing. */
export function createGatewayQuery(options: {
  readonly engine: Engine;
  readonly credentials: SubgraphCredentials;
  readonly timeoutMs: number;
  /** Names the question among the engine's operations. */
  readonly key: string;
  readonly query: string;
}): GatewayQuery {
  const { engine, credentials, timeoutMs, key } = options;
  const document = parse(options.query, { noLocation: true });
  let prepared: Promise<PreparedOperation> | undefined;
  const prepare = (): Promise<PreparedOperation> => {
    prepared ??= engine.prepare({
      operationName: undefined,
      original: document,
      pruned: document,
      personType: undefined,
      rulesOf: () => undefined,
      accessOf: () => ({ kind: 'show' }),
    });
    prepared.catch(() => {
      prepared = undefined;
    });
    return prepared;
  };
  return async (variables) => {
    const operation = await prepare();
    const signal = AbortSignal.timeout(timeoutMs);
    const { data, errors } = await operation.execute({ variables, credentials, signal });
    if (errors.length > 0) throw new Error(`${key} are unavailable: ${errors[0]?.extensions.code}`);
    return data === undefined ? null : JSON.parse(data);
  };
}
