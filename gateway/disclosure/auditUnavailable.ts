import type { GraphQLError } from 'graphql';
import { operationError } from '../errors/createErrors.ts';

/** What would be shown could not be written down first: nothing is shown. The caller may try again. */
export function auditUnavailable(): GraphQLError {
  return operationError('AUDIT_UNAVAILABLE');
}
