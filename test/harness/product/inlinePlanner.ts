import {
  createInlineQueryPlanner,
  type PlannerFor,
  type QueryPlanner,
} from '../../../gateway/planning/planner/queryPlanner.ts';

const MOST = 3;
const planners = new Map<string, QueryPlanner>();

/**
 * One planner for every gateway before the same subgraphs that a worker of Jest starts, on the thread of the test: it
 * remembers no plan. The one with a thread of its own costs two seconds of CPU to start; it is in the tests of the
 * command line, of processes and of planning itself.
 */
export const inlinePlannerFor: PlannerFor = async (supergraphSdl) => {
  const known = planners.get(supergraphSdl) ?? createInlineQueryPlanner(supergraphSdl);
  // The one asked for last is the last to go; most supergraphs are one test's.
  planners.delete(supergraphSdl);
  planners.set(supergraphSdl, known);
  const [oldest] = planners.keys();
  if (planners.size > MOST && oldest !== undefined) planners.delete(oldest);
  return known;
};
