import type { QueryPlan } from '@apollo/query-planner';
import type { SupergraphFacts } from './queryPlannerCore.ts';

/** A question to the planner's thread. */
export interface PlannerQuestion {
  readonly document: string;
  readonly operationName: string | undefined;
}

/** What the planner's thread says: first `ready` or `broken`, then one `planned` or `refused` per question. */
export type FromPlannerThread =
  | { readonly kind: 'ready'; readonly facts: SupergraphFacts }
  | { readonly kind: 'broken'; readonly reason: string }
  | { readonly kind: 'planned'; readonly plan: QueryPlan }
  | { readonly kind: 'refused'; readonly reason: string };
