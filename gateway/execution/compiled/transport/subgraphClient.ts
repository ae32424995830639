import { type Dispatcher, Pool } from 'undici';
import type { SubgraphCredentials } from '../../../model/credentials.ts';
import { type Breaker, createBreaker } from './breaker.ts';
import { failure, parseReply, type SubgraphReply } from './subgraphReply.ts';

export interface SubgraphCall {
  readonly subgraph: string;
  /** JSON text of the GraphQL request. */
  readonly body: string;
  readonly credentials: SubgraphCredentials;
  /** W3C trace context of the request that caused the call. */
  readonly traceparent: string | undefined;
  /** A query, which is sent again if the connection is lost before any byte of a response. */
  readonly repeatable: boolean;
}

export interface CallHandle {
  /** Abandons the call: its reply is not delivered. `late` is true if the subgraph took too long. */
  abandon(late: boolean): void;
}

export interface SubgraphClient {
  /** Calls back exactly once, never before it has returned, unless abandoned. */
  send(call: SubgraphCall, onReply: (reply: SubgraphReply) => void): CallHandle;
  stop(): Promise<void>;
}

export interface SubgraphClientOptions {
  readonly subgraphUrls: ReadonlyMap<string, string>;
  /** Time to connect, in milliseconds. Those who wait for the response have deadlines of their own. */
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
      // Each wait has a deadline of its own: see deadlines.ts.
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
      const sent = new Call(endpoint, call, options.maxResponseBytes, onReply);
      sent.start();
      return sent;
    },
    async stop() {
      await Promise.all(Array.from(endpoints.values(), ({ pool }) => pool.destroy()));
    },
  };
}

/** Codes of undici and the operating system for a lost connection, after which the outcome is unknown. */
const LOST_CONNECTION: ReadonlySet<unknown> = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);

class Abandoned extends Error {}
class TooLarge extends Error {}

/** One call over HTTP: receives undici's events and delivers one reply. */
class Call implements Dispatcher.DispatchHandler, CallHandle {
  readonly #endpoint: Endpoint;
  readonly #options: Dispatcher.DispatchOptions;
  readonly #maxResponseBytes: number;
  readonly #onReply: (reply: SubgraphReply) => void;
  #controller: Dispatcher.DispatchController | undefined = undefined;
  #over = false;
  #repeatable: boolean;
  #status = 0;
  #size = 0;
  #first: Buffer | undefined = undefined;
  #chunks: Buffer[] | undefined = undefined;

  constructor(
    endpoint: Endpoint,
    call: SubgraphCall,
    maxResponseBytes: number,
    onReply: (reply: SubgraphReply) => void,
  ) {
    const headers: Record<string, string> = {
      'content-type': 'application/json',
      accept: 'application/json',
      ...call.credentials.headersFor(call.subgraph, call.body),
    };
    if (call.traceparent !== undefined) headers.traceparent = call.traceparent;
    this.#endpoint = endpoint;
    this.#options = { path: endpoint.path, method: 'POST', headers, body: call.body };
    this.#maxResponseBytes = maxResponseBytes;
    this.#onReply = onReply;
    this.#repeatable = call.repeatable;
  }

  start(): void {
    try {
      this.#endpoint.pool.dispatch(this.#options, this);
    } catch {
      // A header that undici refuses, a pool that is being destroyed: no call was made.
      queueMicrotask(() => this.#finish(failure('SUBGRAPH_UNAVAILABLE')));
    }
  }

  abandon(late: boolean): void {
    if (this.#over) return;
    this.#over = true;
    if (late) this.#endpoint.breaker.failed();
    else this.#endpoint.breaker.abandoned();
    this.#controller?.abort(new Abandoned());
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#over) controller.abort(new Abandoned());
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number): void {
    this.#status = status;
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#size > this.#maxResponseBytes) controller.abort(new TooLarge());
    else if (this.#first === undefined) this.#first = chunk;
    else if (this.#chunks === undefined) this.#chunks = [this.#first, chunk];
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    if (this.#over) return;
    const body = this.#chunks === undefined ? this.#first : Buffer.concat(this.#chunks, this.#size);
    this.#finish(parseReply(this.#status, body === undefined ? '' : body.toString('utf8')));
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    if (this.#over) return;
    if (error instanceof TooLarge) {
      this.#finish(failure('SUBGRAPH_INVALID_RESPONSE', true));
      return;
    }
    const lost = 'code' in error && LOST_CONNECTION.has(error.code);
    if (lost && this.#status === 0 && this.#repeatable) {
      this.#repeatable = false;
      this.start();
      return;
    }
    // Lost again, or in the middle of a response: the question itself may crash the subgraph.
    this.#finish(failure('SUBGRAPH_UNAVAILABLE', lost || this.#status !== 0));
  }

  #finish(reply: SubgraphReply): void {
    if (this.#over) return;
    this.#over = true;
    // A failure due to one question says nothing about the subgraph, and must not open the breaker for others.
    if (reply.kind === 'failure' && reply.code === 'SUBGRAPH_UNAVAILABLE' && !reply.dueToQuestion) {
      this.#endpoint.breaker.failed();
    } else this.#endpoint.breaker.succeeded();
    this.#onReply(reply);
  }
}
