import type { ASTVisitor, ValidationContext } from 'graphql';
import { operationError } from '../../errors/createErrors.ts';

/** What planner and gateway write themselves. Other names with two underscores, `__proto__` among them, are just names. */
const RESERVED = /^(?:__typename|__alias_\d+|_person360\w*)$/;

/**
 * Refuses aliases that the gateway writes itself: under `__typename` and names with its own prefix it learns what stands
 * at a place and whose data it is, and a client must not put another value there.
 */
export function reservedNames(context: ValidationContext): ASTVisitor {
  return {
    Field(node) {
      const alias = node.alias?.value ?? '';
      if (!RESERVED.test(alias)) return;
      // `__typename: __typename` says what it is.
      if (alias === node.name.value) return;
      context.reportError(
        operationError('GRAPHQL_VALIDATION_FAILED', `The alias ${alias} is reserved; choose another.`, node),
      );
    },
  };
}
