import { GraphQLError } from 'graphql';

/** More operations wait for the planner than can be planned in time. The same request may succeed a little later. */
export function plannerBusy(): GraphQLError {
  return new GraphQLError('Too many new operations are waiting to be planned; try again in a moment.', {
    extensions: { code: 'PLANNER_BUSY', http: { status: 503 } },
  });
}

/** One operation took more of the planner than any may. */
export function planningTooLong(): GraphQLError {
  return new GraphQLError('Planning this operation takes longer than is allowed; ask for less in one operation.', {
    extensions: { code: 'PLANNING_TIMEOUT', http: { status: 503 } },
  });
}
