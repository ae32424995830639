import type { ApolloServerPlugin } from '@apollo/server';
import type { SubgraphContext } from '../subgraphDefinition.ts';

/**
 * Sends the errors that resolvers reported in the context in addition to a value; a thrown error would null the field.
 */
export const sendReportedErrors: ApolloServerPlugin<SubgraphContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ contextValue: { reported }, response: { body } }) {
        if (reported.length === 0 || body.kind !== 'single') return;
        body.singleResult.errors = [...(body.singleResult.errors ?? []), ...reported];
      },
    };
  },
};
