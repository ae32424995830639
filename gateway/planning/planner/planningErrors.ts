import type { GraphQLError } from 'graphql';
import { operationError } from '../../errors/createErrors.ts';

/** More operations wait for the planner than can be planned in time. The same request may succeed a little later. */
export function plannerBusy(): GraphQLError {
  return operationError('PLANNER_BUSY');
}

/** One operation took more of the planner than any may. */
export function planningTooLong(): GraphQLError {
  return operationError('PLANNING_TIMEOUT');
}
