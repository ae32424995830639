import { type ASTVisitor, GraphQLError, type ValidationContext } from 'graphql';

/** Subscriptions would have to be decided and recorded event by event; until that is built they are refused. */
export function onlyQueriesAndMutations(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(node) {
      if (node.operation !== 'subscription') return;
      context.reportError(
        new GraphQLError('Subscriptions are not served.', { nodes: node, extensions: { code: 'NOT_SUPPORTED' } }),
      );
    },
  };
}
