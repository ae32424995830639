import type { SubgraphCredentials } from '../../model/credentials.ts';
import type { PersonFacts } from '../../model/personFacts.ts';
import type { Spending } from '../contract/responseBudget.ts';
import type { GatedFetches } from './gatedFetches.ts';
import type { RequestData } from './visibleRepresentations.ts';

/** Context of one request, which the stock executor passes to its data sources. */
export interface ApolloRequestContext {
  readonly credentials: SubgraphCredentials;
  readonly signal: AbortSignal;
  readonly spending: Spending;
  /** Parts of the plan that depend on the person; undefined if there are none. */
  readonly gates: GatedFetches | undefined;
  readonly persons: PersonFacts | undefined;
  /** Fetches that failed, whole or in parts. */
  readonly failures: SubgraphFailure[];
  /** Undefined: nothing is left out of the response because of a person. */
  readonly data: RequestData | undefined;
}

export interface SubgraphFailure {
  readonly service: string;
  /** Where the fetch belongs in the response; "@" for list positions. */
  readonly path: readonly (string | number)[];
  /** Text of the operation that was sent. */
  readonly query: string;
  readonly code: string;
  /** Path of one error inside the subgraph's response; undefined when the whole fetch failed. */
  readonly inner?: readonly (string | number)[];
  /** The subgraph's own, marked as written for the caller. */
  readonly message?: string | undefined;
}

/** One fetch of a plan. */
export interface SubgraphCall {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Where the fetch belongs in the response; "@" for list positions. */
  readonly path: readonly (string | number)[];
}

/** The data of one call; undefined if there is none. Failures are noted in the context. */
export type FetchData = (
  call: SubgraphCall,
  context: ApolloRequestContext,
) => Promise<Record<string, unknown> | undefined>;
