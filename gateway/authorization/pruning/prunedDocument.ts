import { type DocumentNode, Kind, type OperationDefinitionNode, type SelectionNode, visit } from 'graphql';

/** Replaces the selections of an operation, and keeps the variables that they use. */
export function prunedDocument(operation: OperationDefinitionNode, selections: readonly SelectionNode[]): DocumentNode {
  const pruned: OperationDefinitionNode = {
    ...operation,
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
  const used = new Set<string>();
  for (const selection of selections) {
    visit(selection, { Variable: ({ name }) => void used.add(name.value) });
  }
  const variableDefinitions = (operation.variableDefinitions ?? []).filter(({ variable }) =>
    used.has(variable.name.value),
  );
  return { kind: Kind.DOCUMENT, definitions: [{ ...pruned, variableDefinitions }] };
}
