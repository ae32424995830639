import { Kind, type OperationDefinitionNode, type SelectionSetNode, type VariableDefinitionNode } from 'graphql';
import { operationError } from '../errors/createErrors.ts';
import type { Fragments } from '../model/operation.ts';

/**
 * Variables of `@skip` and `@include` that may hold null. A nullable variable with a default is valid there, and a null
 * in it is an error of the request. The attack: a condition that is neither true nor false would leave a denied field
 * null without its reason, and without a record of the refusal. See GraphQL 5.8.5.
 */
export function nullableConditions(
  { selectionSet, variableDefinitions = [] }: OperationDefinitionNode,
  fragments: Fragments,
): readonly string[] {
  const nullable = variableDefinitions.filter(mayBeNull).map(({ variable }) => variable.name.value);
  if (nullable.length === 0) return [];
  const used = new Set<string>();
  const visited = new Set<string>();
  const visit = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      for (const { name, arguments: given = [] } of selection.directives ?? []) {
        if (name.value !== 'skip' && name.value !== 'include') continue;
        for (const { value } of given) if (value.kind === Kind.VARIABLE) used.add(value.name.value);
      }
      if (selection.kind !== Kind.FRAGMENT_SPREAD) {
        if (selection.selectionSet !== undefined) visit(selection.selectionSet);
        continue;
      }
      const fragment = fragments.get(selection.name.value);
      if (fragment === undefined || visited.has(selection.name.value)) continue;
      visited.add(selection.name.value);
      visit(fragment.selectionSet);
    }
  };
  visit(selectionSet);
  return nullable.filter((name) => used.has(name));
}

/** Throws GraphQLError BAD_USER_INPUT. */
export function refuseNulls(conditions: readonly string[], variables: Readonly<Record<string, unknown>>): void {
  for (const name of conditions) {
    if (!Object.hasOwn(variables, name) || variables[name] !== null) continue;
    throw operationError('BAD_USER_INPUT', `Variable "$${name}" is used by @skip or @include, so it must not be null.`);
  }
}

function mayBeNull({ type }: VariableDefinitionNode): boolean {
  return type.kind !== Kind.NON_NULL_TYPE;
}
