import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import type { Log } from '../log.ts';
import { PublicError, publicExtensions } from './publicError.ts';

/** Made by the GraphQL server itself about the text of the request: their messages hold no record's values. */
const REQUEST_ERRORS: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'BAD_USER_INPUT',
]);

/**
 * The last door of an error. What was written for the caller passes; anything else (a driver's message with values, a
 * stack, a URL) is told to the log by name only and leaves as one sentence.
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
