import type { QueryPlan } from '@apollo/query-planner';
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

/**
 * Message of the planner's thread: first `ready` or `broken`, then one `planned`, `unreachable`, or `refused` per
 * request.
 */
export type FromPlannerThread =
  | { readonly kind: 'ready'; readonly metadata: SupergraphMetadata }
  | { readonly kind: 'broken'; readonly reason: string }
  | { readonly kind: 'planned'; readonly plan: QueryPlan }
  | { readonly kind: 'unreachable'; readonly fields: readonly UnreachableField[] }
  | { readonly kind: 'refused'; readonly reason: string };
