import type { ApolloServer } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import type { ValidatedDocuments } from '../documents/validatedDocuments.ts';
import type { GatewayQuery } from '../facts/gatewayQuery.ts';
import type { Pipeline } from '../pipeline.ts';
import type { Preparation } from '../preparation/preparedRequest.ts';
import type { GraphqlContext } from './graphqlServer.ts';

/**
 * Everything that depends on the supergraph. A request reads the current generation once and stays with it until it
 * ends, so no request ever uses parts of two supergraphs.
 */
export interface Generation {
  /** Number of its supergraph. */
  readonly number: number;
  readonly pipeline: Pipeline;
  /** Documents that are valid against this supergraph. */
  readonly documents: ValidatedDocuments;
  /** Parses and validates documents that are not known yet. */
  readonly server: ApolloServer<GraphqlContext>;
  readonly subgraphUrls: ReadonlyMap<string, string>;
  /** The operations that were sent to it most often, the busiest first. */
  readonly busiest: Preparation['busiest'];
  /** True if the document is valid against this supergraph and within the limits. */
  isValid(document: DocumentNode): boolean;
  /** Queries of the gateway itself. */
  readonly ownQueries: readonly GatewayQuery[];
  /** Requests that use it now. A plain number, because every request changes it twice. */
  inFlight: number;
  /** Called when no request uses it any more; set once another generation is current. */
  onIdle: (() => void) | undefined;
  /** Stops its engine and its planner, and releases its caches. */
  dispose(): Promise<void>;
}

/** The pointer that requests read. */
export interface Generations {
  readonly current: Generation;
}

/** Ends a request's use of a generation. The last request of a former generation disposes of it. */
export function leave(generation: Generation): void {
  generation.inFlight--;
  if (generation.inFlight === 0) generation.onIdle?.();
}
