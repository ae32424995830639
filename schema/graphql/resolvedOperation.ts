import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { GraphQLError } from 'graphql';

/** Error for a request whose operationName selects no operation; HTTP 400. See GraphQL 6.1, GetOperation. */
export function operationNotFound(): GraphQLError {
  return new GraphQLError('operationName must be the name of one operation in the document, or absent if it has one.', {
    extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } },
  });
}

/**
 * Rejects such a request before anything runs. Otherwise Apollo Server does not pass the name to the executor, so that
 * a document with a single operation is executed, even a mutation, before it finds that the name selected nothing.
 */
export const requireOperation: ApolloServerPlugin<BaseContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ operation }) {
        if (operation === undefined) throw operationNotFound();
      },
    };
  },
};
