import type { ASTVisitor, ValidationContext } from 'graphql';
import { operationError } from '../../errors/createErrors.ts';

/** Subscriptions would have to be decided and recorded event by event; until that is built they are refused. */
export function onlyQueriesAndMutations(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(node) {
      if (node.operation !== 'subscription') return;
      context.reportError(operationError('NOT_SUPPORTED', 'Subscriptions are not served.', node));
    },
  };
}
