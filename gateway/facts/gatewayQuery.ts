import { parse } from 'graphql';
import type { Engine, PreparedOperation } from '../execution/contract/engine.ts';
import type { SubgraphCredentials } from '../model/credentials.ts';

/** Runs one query with the gateway's own grant. Its data feeds decisions and is never sent to a client. */
export interface GatewayQuery {
  run(variables: Readonly<Record<string, unknown>>): Promise<unknown>;
  /** Plans it before it is needed. Rejects if that is impossible. */
  prepare(): Promise<unknown>;
}

/** Plans the query on first use at the latest. All or nothing: it rejects if any part of the response is missing. */
export function createGatewayQuery(options: {
  readonly engine: Engine;
  readonly credentials: SubgraphCredentials;
  readonly timeoutMs: number;
  /** Name of the query among the engine's operations. */
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
  return {
    prepare,
    async run(variables) {
      const operation = await prepare();
      const signal = AbortSignal.timeout(timeoutMs);
      const { data, errors } = await operation.execute({ variables, credentials, signal });
      if (errors.length > 0) throw new Error(`${key} are unavailable: ${errors[0]?.extensions.code}`);
      return data === undefined ? null : JSON.parse(data);
    },
  };
}
