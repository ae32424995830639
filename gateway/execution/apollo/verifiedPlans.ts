import type { QueryPlan, QueryPlannerConfig } from '@apollo/query-planner';

/** Plans of the requests under way, for Apollo's library to find where it looks for those it made before. */
export interface VerifiedPlans {
  readonly cache: NonNullable<QueryPlannerConfig['cache']>;
  /** While `work` is under way, `plan` is found by `hash`. */
  during<Result>(hash: string, plan: QueryPlan, work: () => Promise<Result>): Promise<Result>;
}

export function createVerifiedPlans(): VerifiedPlans {
  const plans = new Map<string, { readonly plan: QueryPlan; requests: number }>();
  return {
    cache: {
      async get(hash) {
        const verified = plans.get(hash);
        // What is not found the library would plan by itself, and run unproved.
        if (verified === undefined) throw new Error('No plan was proved for this operation');
        return verified.plan;
      },
      set: async () => undefined,
      delete: async () => undefined,
      clear: () => undefined,
    },
    async during(hash, plan, work) {
      // The hash is of the pruned text and the plan: requests that have it in common have the plan in common.
      const entry = plans.get(hash) ?? { plan, requests: 0 };
      plans.set(hash, entry);
      entry.requests += 1;
      try {
        return await work();
      } finally {
        entry.requests -= 1;
        if (entry.requests === 0) plans.delete(hash);
      }
    },
  };
}
