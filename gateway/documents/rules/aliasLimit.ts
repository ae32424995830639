import type { ASTVisitor, ValidationContext } from 'graphql';
import { operationError } from '../../errors/createErrors.ts';

/** Rejects documents with more aliases than the limit: selecting one field a thousand times multiplies its cost. */
export function aliasLimit(maxAliases: number): (context: ValidationContext) => ASTVisitor {
  return (context) => {
    let aliases = 0;
    return {
      Field(node) {
        if (node.alias === undefined || ++aliases !== maxAliases + 1) return;
        context.reportError(
          operationError('OPERATION_TOO_COMPLEX', `The document uses more than ${maxAliases} aliases.`, node),
        );
      },
    };
  };
}
