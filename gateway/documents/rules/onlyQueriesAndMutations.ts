import type { ASTVisitor, ValidationContext } from 'graphql';
import { operationError } from '../../errors/createErrors.ts';

/** Rejects subscriptions: the gateway decides and records one response to one request, not a stream of events. */
export function onlyQueriesAndMutations(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(node) {
      if (node.operation !== 'subscription') return;
      context.reportError(operationError('NOT_SUPPORTED', 'Subscriptions are not supported.', node));
    },
  };
}
