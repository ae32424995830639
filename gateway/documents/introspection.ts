import { Kind, type SelectionNode, type SelectionSetNode } from 'graphql';
import { operationError } from '../errors/createErrors.ts';

/** Access to introspection: every caller, every caller for what is open to them, or nobody. */
export const introspectionSettings = ['authenticated', 'filtered', 'off'] as const;
export type IntrospectionSetting = (typeof introspectionSettings)[number];

/** Checks whether a root field reads the schema. See GraphQL 4.1, Schema Introspection. */
export function isIntrospection(fieldName: string): boolean {
  return fieldName === '__schema' || fieldName === '__type';
}

/**
 * Removes `__schema` and `__type`, which only the root has, from an operation's selections. The planner must not see
 * them: it knows the introspection types of one release of GraphQL, and no system takes part in the response.
 */
export function withoutIntrospection({ selections }: SelectionSetNode): readonly SelectionNode[] {
  return selections.flatMap((selection): readonly SelectionNode[] => {
    if (selection.kind === Kind.FIELD) return isIntrospection(selection.name.value) ? [] : [selection];
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [selection];
    const inner = withoutIntrospection(selection.selectionSet);
    return inner.length === 0 ? [] : [{ ...selection, selectionSet: { ...selection.selectionSet, selections: inner } }];
  });
}

/** Throws GraphQLError NOT_SUPPORTED. */
export function refuseIntrospection(why: 'off' | 'mixed'): never {
  throw operationError(
    'NOT_SUPPORTED',
    why === 'off' ? 'Introspection is disabled.' : 'Send introspection and data in separate operations.',
  );
}
