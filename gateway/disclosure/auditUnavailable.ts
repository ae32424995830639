import { GraphQLError } from 'graphql';

/** What would be shown could not be written down first: nothing is shown. The caller may try again. */
export function auditUnavailable(): GraphQLError {
  return new GraphQLError('The disclosure could not be recorded, so nothing is shown; try again.', {
    extensions: { code: 'AUDIT_UNAVAILABLE', http: { status: 503 } },
  });
}
