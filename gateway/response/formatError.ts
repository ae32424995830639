import type { GraphQLFormattedError } from 'graphql';
import { responseError } from '../errors/createErrors.ts';
import { publicCodes } from '../errors/errorCatalog.ts';

/** Masks everything that is not known to be public: message, stack, and every extension but the code. */
export function formatError(error: GraphQLFormattedError): GraphQLFormattedError {
  const code = error.extensions?.code;
  if (typeof code === 'string' && publicCodes.has(code)) {
    const { message, locations, path } = error;
    return {
      message: withoutSuggestions(message),
      ...(locations === undefined ? {} : { locations }),
      ...(path === undefined ? {} : { path }),
      extensions: { code },
    };
  }
  return responseError('INTERNAL_SERVER_ERROR');
}

/** Removes graphql-js's suggestions, which would list names of the schema. */
function withoutSuggestions(message: string): string {
  return message.replace(/ ?Did you mean [^?]*\?/g, '');
}
