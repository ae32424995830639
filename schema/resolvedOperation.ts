import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { GraphQLError } from 'graphql';

/** Answer to a request whose operationName selects no operation (GraphQL 6.1, GetOperation); HTTP 400. */
export function operationNotFound(): GraphQLError {
  return new GraphQLError('operationName must be the name of one operation in the document, or absent if it has one.', {
    extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } },
  });
}

/**
 * Refuses such a request before anything runs. Without it Apollo Server passes the executor no name, so that a document
 * with a single operation is executed, mutations too, and only then finds that the name selected nothing.
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
