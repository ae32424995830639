import {
  createInlineQueryPlanner,
  type PlannerFor,
  type QueryPlanner,
} from '../../../gateway/planning/planner/queryPlanner.ts';

const planners = new Map<string, QueryPlanner>();

/**
 * One planner for every gateway of a test file, on the thread of the test. The one with a thread of its own costs two
 * seconds of CPU to start; it is in the tests of the command line, of processes and of planning itself.
 */
export const inlinePlannerFor: PlannerFor = async (supergraphSdl) => {
  const known = planners.get(supergraphSdl) ?? createInlineQueryPlanner(supergraphSdl);
  planners.set(supergraphSdl, known);
  return known;
};
