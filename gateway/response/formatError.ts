import type { GraphQLFormattedError } from 'graphql';

/** Codes whose messages were written for callers; everything else could hold inner details. */
const PUBLIC_CODES: ReadonlySet<string> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'OPERATION_TOO_COMPLEX',
  'OPERATION_TOO_COSTLY',
  'NOT_SUPPORTED',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'UNAUTHORIZED_FIELD_OR_TYPE',
  'APPROVALS_NOT_CURRENT',
  'AUDIT_UNAVAILABLE',
  'PLANNER_BUSY',
  'PLANNING_TIMEOUT',
  'EMERGENCY_NOT_RECORDED',
]);

/** Masks what is not known to be public: message, stack and every extension but the code. */
export function formatError(error: GraphQLFormattedError): GraphQLFormattedError {
  const code = error.extensions?.code;
  if (typeof code === 'string' && PUBLIC_CODES.has(code)) {
    const { message, locations, path } = error;
    return {
      message: withoutSuggestions(message),
      ...(locations === undefined ? {} : { locations }),
      ...(path === undefined ? {} : { path }),
      extensions: { code },
    };
  }
  return { message: 'The request could not be completed.', extensions: { code: 'INTERNAL_SERVER_ERROR' } };
}

/** The library's guesses at what was meant list names of the schema, for variables as for fields. */
function withoutSuggestions(message: string): string {
  return message.replace(/ ?Did you mean [^?]*\?/g, '');
}
