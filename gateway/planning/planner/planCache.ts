import type { QueryPlan } from '@apollo/query-planner';
import { type DocumentNode, type GraphQLSchema, print } from 'graphql';
import type { ClosedInputs, PlanCoordinates } from '../../model/plan.ts';
import type { Caches } from '../../runtime/caches.ts';
import { planCoordinates } from '../planCoordinates.ts';
import type { QueryPlanner } from './queryPlanner.ts';

/** Plan for no requester in particular. Never mutated. */
export interface CachedPlan extends PlanCoordinates {
  /** Identifies the plan in this cache. One text has several plans, by what may be sent. */
  readonly id: number;
  readonly plan: QueryPlan;
}

export type PlanOperation = (
  document: DocumentNode,
  operationName: string | undefined,
  owner: string | undefined,
  closedInputs: ClosedInputs | undefined,
) => Promise<CachedPlan>;

/** Maximum number of plans, over all requesters. */
const MAX_PLANS = 2_000;
/** Estimated heap of a plan, by the length of the text: its fetches repeat that text. */
const PLAN_BYTES = 10_000;
const BYTES_PER_CHARACTER = 5;

/**
 * Plans each pruned text once. Whatever is compiled from a plan also depends on terms, and is cached by them elsewhere.
 */
export function createPlanCache(planner: QueryPlanner, schema: GraphQLSchema, caches: Caches): PlanOperation {
  let nextId = 0;
  const plans = caches.lru<string, Promise<CachedPlan>>('query plans', {
    max: MAX_PLANS,
    bytesOf: (_, key) => PLAN_BYTES + BYTES_PER_CHARACTER * key.length,
  });
  return (document, operationName, owner, closedInputs) => {
    const { never = [], sometimes = [] } = closedInputs ?? {};
    const key = JSON.stringify([operationName ?? null, never, sometimes, print(document)]);
    const cached = plans.get(key);
    if (cached !== undefined) return cached;
    const planned = planner
      .plan(document, operationName, owner, closedInputs)
      .then((plan) => ({ id: nextId++, plan, ...planCoordinates(plan, schema) }));
    plans.set(key, planned);
    // A failure is not cached: the next caller tries again.
    planned.catch(() => plans.delete(key));
    return planned;
  };
}
