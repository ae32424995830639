import type { ASTVisitor, ValidationContext } from 'graphql';
import { operationError } from '../../errors/createErrors.ts';

/**
 * Aliases that the planner and the gateway use. Other names with two underscores, such as `__proto__`, are ordinary.
 */
const RESERVED = /^(?:__typename|__alias_\d+|_person360\w*)$/;

/**
 * Rejects aliases that the gateway uses. From `__typename` and names with its own prefix it learns the type of an
 * object and whose data it is, so a client must not put another value there.
 */
export function reservedNames(context: ValidationContext): ASTVisitor {
  return {
    Field(node) {
      const alias = node.alias?.value ?? '';
      if (!RESERVED.test(alias)) return;
      // `__typename: __typename` holds the right value.
      if (alias === node.name.value) return;
      context.reportError(
        operationError('GRAPHQL_VALIDATION_FAILED', `The alias ${alias} is reserved. Choose another.`, node),
      );
    },
  };
}
