import type { QueryPlan } from '@apollo/query-planner';
import type { SystemDatasets } from '../../../schema/catalog/datasetCatalogue.ts';
import type { SupergraphParts } from '../../../supergraph/read/readSupergraph.ts';
import type { ClosedInputs } from '../../model/plan.ts';
import type { SupergraphMetadata } from './queryPlannerCore.ts';
import type { UnreachableField } from './unreachableFields.ts';

/** Request to the planner's thread. */
export interface PlannerQuestion {
  readonly document: string;
  readonly operationName: string | undefined;
  /** Keys and `@requires` inputs that may not be sent, or should not be. */
  readonly closedInputs?: ClosedInputs | undefined;
}

/** A supergraph for the planner's thread. */
export interface PlannerSupergraph {
  /** The whole supergraph if it is to be read, else its executable part. */
  readonly sdl: string;
  readonly reads: ReadMode | undefined;
}

/**
 * How the thread reads a supergraph before it plans: with the rules for guards, for which it needs the datasets, or
 * without.
 */
export interface ReadMode {
  readonly checkedWith: readonly SystemDatasets[] | undefined;
  /** Requests are served meanwhile, and go first. */
  readonly isServing: boolean;
}

/** A supergraph as the thread has read it. */
export interface ReadInThread {
  readonly facts: SupergraphParts;
  /** Its definitions as JSON, each piece short enough to be parsed in one turn of an event loop. */
  readonly definitions: readonly string[];
}

/** Message to the planner's thread. */
export type ToPlannerThread =
  | ({ readonly kind: 'load' } & PlannerSupergraph)
  | ({ readonly kind: 'plan' } & PlannerQuestion)
  /** The thread forgets its supergraph, and waits for the next one. */
  | { readonly kind: 'unload' };

/**
 * Message of the planner's thread. For each `load`: `read` if it reads the supergraph, then `ready`, or at any time
 * `broken`. For each `plan`: `planned`, `unreachable`, or `refused`. For each `unload`: `unloaded`.
 */
export type FromPlannerThread =
  | { readonly kind: 'read'; readonly graph: ReadInThread }
  /** `api`: definitions of the API schema, as JSON like those of the supergraph; empty unless the thread reads. */
  | { readonly kind: 'ready'; readonly metadata: SupergraphMetadata; readonly api: readonly string[] }
  | { readonly kind: 'broken'; readonly at: 'read' | 'planned'; readonly reason: string }
  | { readonly kind: 'planned'; readonly plan: QueryPlan }
  | { readonly kind: 'unreachable'; readonly fields: readonly UnreachableField[] }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'unloaded' };
