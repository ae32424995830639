import type { GraphQLError } from 'graphql';
import { operationError } from '../errors/createErrors.ts';

/** Error for a disclosure that could not be recorded: no data is returned. The caller may try again. */
export function auditUnavailable(): GraphQLError {
  return operationError('AUDIT_UNAVAILABLE');
}
