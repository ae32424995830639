import { type DirectiveNode, type DocumentNode, Kind, type SelectionSetNode } from 'graphql';
import type { IsIncluded } from './collectFields.ts';

/** Names of the variables that @skip and @include of a document depend on. */
export function conditionVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  const visit = (selectionSet: SelectionSetNode): void => {
    for (const selection of selectionSet.selections) {
      for (const condition of conditionsOf(selection.directives ?? [])) {
        if (condition.value.kind === Kind.VARIABLE) names.add(condition.value.name.value);
      }
      if (selection.kind !== Kind.FRAGMENT_SPREAD && selection.selectionSet !== undefined)
        visit(selection.selectionSet);
    }
  };
  for (const definition of document.definitions) if ('selectionSet' in definition) visit(definition.selectionSet);
  return [...names];
}

/** GraphQL 3.13.1 and 3.13.2: skipped wins over included. */
export function includedWhen(isTrue: (variable: string) => boolean): IsIncluded {
  return (directives) =>
    conditionsOf(directives).every(({ name, value }) => {
      const holds =
        value.kind === Kind.VARIABLE ? isTrue(value.name.value) : value.kind === Kind.BOOLEAN && value.value;
      return name === 'include' ? holds : !holds;
    });
}

function conditionsOf(directives: readonly DirectiveNode[]) {
  return directives.flatMap(({ name, arguments: given }) => {
    if (name.value !== 'skip' && name.value !== 'include') return [];
    const condition = given?.find((argument) => argument.name.value === 'if');
    return condition === undefined ? [] : [{ name: name.value, value: condition.value }];
  });
}
