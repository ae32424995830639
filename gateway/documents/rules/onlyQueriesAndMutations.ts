import type { ASTVisitor, ValidationContext } from 'graphql';
import { operationError } from '../../errors/createErrors.ts';

/** Rejects subscriptions. They would have to be decided and recorded event by event, which is not implemented. */
export function onlyQueriesAndMutations(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(node) {
      if (node.operation !== 'subscription') return;
      context.reportError(operationError('NOT_SUPPORTED', 'Subscriptions are not supported.', node));
    },
  };
}
