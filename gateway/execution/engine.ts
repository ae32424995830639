import type { DocumentNode, FieldNode } from 'graphql';

/**
 * What the answer does with one field of the client's operation, fixed when the operation is prepared.
 * `deny`: the field was removed before planning; the answer holds `null` in its place and no value is ever read for it.
 */
export type FieldTreatment = { readonly kind: 'show' } | { readonly kind: 'deny' };

/** An operation that is ready to be planned: what the client wrote, and what is left of it after pruning. */
export interface EngineOperation {
  /** Identifies the pruned operation (its text and its treatments): the key of every cache that depends on it. */
  readonly key: string;
  readonly operationName: string | undefined;
  /** The client's document, validated against the API schema. The answer has its shape and its order of keys. Never mutated. */
  readonly original: DocumentNode;
  /** The only text a planner may see. Undefined when nothing at all is left to ask for. */
  readonly pruned: DocumentNode | undefined;
  /** Decides per runtime type and field node of `original`; asked once, when the operation is prepared. */
  readonly treatmentOf: (runtimeType: string, field: FieldNode) => FieldTreatment;
}

/** The rights with which subgraphs are asked. */
export interface SubgraphCredentials {
  /** Only requests whose keys for a subgraph are equal may ever share a call to it. */
  readonly keyFor: (subgraph: string) => string;
  /** Headers for one call to the named subgraph, the signed grant among them. */
  readonly headersFor: (subgraph: string) => Readonly<Record<string, string>>;
}

export interface EngineRequest {
  /** Coerced by the engine against the operation's variable definitions. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly credentials: SubgraphCredentials;
  /** Fires when the client has gone or the request's time is over. */
  readonly signal: AbortSignal;
  /** W3C trace context, passed on to subgraphs. */
  readonly traceparent?: string | undefined;
}

/** An error that may be shown to the caller: never a subgraph's own words. */
export interface EngineError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly service?: string };
}

export interface EngineResponse {
  /** JSON text of the answer's `data`: the client's shape, nulls in place of what was denied or failed. */
  readonly data: string;
  readonly errors: readonly EngineError[];
}

/** An operation planned and compiled; used by any number of requests at the same time. */
export interface PreparedOperation {
  execute(request: EngineRequest): Promise<EngineResponse>;
}

/** Runs plans. Two implementations: `apollo`, the stock executor, and `compiled`. */
export interface Engine {
  /** Plans and compiles; the caller keeps the result by `operation.key`. Rejects when the operation cannot be planned. */
  prepare(operation: EngineOperation): Promise<PreparedOperation>;
  stop(): Promise<void>;
}
