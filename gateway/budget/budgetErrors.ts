import type { GraphQLError } from 'graphql';
import { operationError } from '../errors/createErrors.ts';

/** Error for an estimate above the limit. Nothing was planned or fetched. */
export function operationTooCostly(cost: number, limit: number): GraphQLError {
  return operationError(
    'OPERATION_TOO_COSTLY',
    `The operation is estimated to return ${Math.ceil(cost)} objects; at most ${limit} are allowed. ` +
      'Request fewer items, fewer aliases or fewer levels of lists in one operation.',
  );
}

export function operationTooComplex(limit: number): GraphQLError {
  return operationError(
    'OPERATION_TOO_COMPLEX',
    `The operation selects more than ${limit} fields once its fragments are expanded.`,
  );
}
