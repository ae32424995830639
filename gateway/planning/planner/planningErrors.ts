import type { GraphQLError } from 'graphql';
import { operationError } from '../../errors/createErrors.ts';

/**
 * Error for a full queue: more operations wait for the planner than can be planned in time. The same request may
 * succeed later.
 */
export function plannerBusy(): GraphQLError {
  return operationError('PLANNER_BUSY');
}

/** Error for an operation that takes longer to plan than is allowed. */
export function planningTooLong(): GraphQLError {
  return operationError('PLANNING_TIMEOUT');
}
