import { type Dispatcher, Pool } from 'undici';
import type { SubgraphCredentials } from '../../engine.ts';
import { failure, parseReply, type SubgraphReply } from '../subgraphReply.ts';
import { type Breaker, createBreaker } from './breaker.ts';

export interface SubgraphCall {
  readonly subgraph: string;
  /** JSON text of the GraphQL request. */
  readonly body: string;
  readonly credentials: SubgraphCredentials;
  /** W3C trace context of the request that caused the call. */
  readonly traceparent: string | undefined;
  /** A query: may be sent again when the connection was lost before any byte of an answer. */
  readonly repeatable: boolean;
}

export interface CallHandle {
  /** Nobody waits any more; `late` says it is because the subgraph took too long. The reply will not be delivered. */
  abandon(late: boolean): void;
}

export interface SubgraphClient {
  /** Calls back exactly once, never before it has returned, unless abandoned. */
  send(call: SubgraphCall, onReply: (reply: SubgraphReply) => void): CallHandle;
  stop(): Promise<void>;
}

export interface SubgraphClientOptions {
  readonly subgraphUrls: ReadonlyMap<string, string>;
  /** Time to connect; how long an answer may take is the business of who waits for it. */
  readonly connectTimeoutMs: number;
  readonly maxResponseBytes: number;
  readonly connectionsPerSubgraph: number;
  readonly breaker: { readonly failures: number; readonly openMs: number };
  readonly now: () => number;
}

interface Endpoint {
  readonly pool: Pool;
  readonly path: string;
  readonly breaker: Breaker;
}

export function createSubgraphClient(options: SubgraphClientOptions): SubgraphClient {
  const endpoints = new Map<string, Endpoint>();
  for (const [subgraph, address] of options.subgraphUrls) {
    const url = new URL(address);
    const pool = new Pool(url.origin, {
      connections: options.connectionsPerSubgraph,
      pipelining: 1,
      keepAliveTimeout: 30_000,
      // Deadlines are kept by whoever waits: see deadlines.ts.
      headersTimeout: 0,
      bodyTimeout: 0,
      connect: { timeout: options.connectTimeoutMs },
    });
    const breaker = createBreaker({ ...options.breaker, now: options.now });
    endpoints.set(subgraph, { pool, path: `${url.pathname}${url.search}`, breaker });
  }
  return {
    send(call, onReply) {
      const endpoint = endpoints.get(call.subgraph);
      if (endpoint === undefined || !endpoint.breaker.admits()) {
        queueMicrotask(() => onReply(failure('SUBGRAPH_UNAVAILABLE')));
        return { abandon: () => undefined };
      }
      return dispatch(endpoint, call, options.maxResponseBytes, onReply);
    },
    async stop() {
      await Promise.all(Array.from(endpoints.values(), ({ pool }) => pool.destroy()));
    },
  };
}

/** Errors of undici and the system that mean: the connection was lost, nothing is known of the answer. */
const LOST_CONNECTION: ReadonlySet<unknown> = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);

class Abandoned extends Error {}
class TooLarge extends Error {}

function dispatch(
  { pool, path, breaker }: Endpoint,
  call: SubgraphCall,
  maxResponseBytes: number,
  onReply: (reply: SubgraphReply) => void,
): CallHandle {
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    accept: 'application/json',
    ...call.credentials.headersFor(call.subgraph),
  };
  if (call.traceparent !== undefined) headers.traceparent = call.traceparent;

  let controller: Dispatcher.DispatchController | undefined;
  let over = false;
  let repeatable = call.repeatable;
  let status = 0;
  let size = 0;
  let first: Buffer | undefined;
  let chunks: Buffer[] | undefined;

  const finish = (reply: SubgraphReply): void => {
    if (over) return;
    over = true;
    // What a single question brought about says nothing of the subgraph: it must not shut others out.
    if (reply.kind === 'failure' && reply.code === 'SUBGRAPH_UNAVAILABLE' && !reply.dueToQuestion) breaker.failed();
    else breaker.succeeded();
    onReply(reply);
  };

  const handler: Dispatcher.DispatchHandler = {
    onRequestStart(started) {
      controller = started;
      if (over) started.abort(new Abandoned());
    },
    onResponseStart(_, statusCode) {
      status = statusCode;
    },
    onResponseData(_, chunk) {
      size += chunk.length;
      if (size > maxResponseBytes) return controller?.abort(new TooLarge());
      if (first === undefined) first = chunk;
      else if (chunks === undefined) chunks = [first, chunk];
      else chunks.push(chunk);
    },
    onResponseEnd() {
      if (over) return;
      const body = chunks === undefined ? first : Buffer.concat(chunks, size);
      finish(parseReply(status, body === undefined ? '' : body.toString('utf8')));
    },
    onResponseError(_, error) {
      if (over) return;
      if (error instanceof TooLarge) return finish(failure('SUBGRAPH_INVALID_RESPONSE', true));
      if (status === 0 && repeatable && 'code' in error && LOST_CONNECTION.has(error.code)) {
        repeatable = false;
        return start();
      }
      finish(failure('SUBGRAPH_UNAVAILABLE'));
    },
  };

  const start = (): void => {
    pool.dispatch({ path, method: 'POST', headers, body: call.body }, handler);
  };
  try {
    start();
  } catch {
    // A header that undici refuses, a pool that is being destroyed: no call was made.
    queueMicrotask(() => finish(failure('SUBGRAPH_UNAVAILABLE')));
  }

  return {
    abandon(late) {
      if (over) return;
      over = true;
      if (late) breaker.failed();
      else breaker.forgone();
      controller?.abort(new Abandoned());
    },
  };
}
