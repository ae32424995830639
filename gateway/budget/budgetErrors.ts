import { GraphQLError } from 'graphql';

/** The estimate is above the limit. Nothing was planned or fetched. */
export function operationTooCostly(cost: number, limit: number): GraphQLError {
  return new GraphQLError(
    `The operation is estimated to return ${Math.ceil(cost)} objects; at most ${limit} are allowed. ` +
      'Request fewer items, fewer aliases or fewer levels of lists in one operation.',
    { extensions: { code: 'OPERATION_TOO_COSTLY', http: { status: 400 } } },
  );
}

export function operationTooComplex(limit: number): GraphQLError {
  return new GraphQLError(`The operation selects more than ${limit} fields once its fragments are expanded.`, {
    extensions: { code: 'OPERATION_TOO_COMPLEX', http: { status: 400 } },
  });
}
