import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import type { Log } from '../log.ts';
import { PublicError, publicExtensions } from './publicError.ts';

/** Errors that the GraphQL server raises about the text of the request. Their messages contain no values of records. */
const REQUEST_ERRORS: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'BAD_USER_INPUT',
]);

/**
 * Final filter for errors. Messages written for callers pass; anything else (a driver's message with values, a stack, a
 * URL) is logged by name only and replaced by one generic sentence.
 */
export function createErrorMask(system: string, log: Log) {
  return (formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError => {
    const cause = unwrapResolverError(thrown);
    const place = {
      ...(formatted.path === undefined ? {} : { path: formatted.path }),
      ...(formatted.locations === undefined ? {} : { locations: formatted.locations }),
    };
    if (cause instanceof PublicError) {
      return { message: cause.message, ...place, extensions: publicExtensions(cause.code) };
    }
    const code = formatted.extensions?.code;
    if (cause === thrown && REQUEST_ERRORS.has(code)) {
      return { message: formatted.message, ...place, extensions: { code } };
    }
    log({
      level: 'error',
      system,
      event: 'A resolver failed.',
      code: cause instanceof Error ? cause.name : typeof cause,
    });
    return {
      message: `The system '${system}' could not answer this.`,
      ...place,
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    };
  };
}
