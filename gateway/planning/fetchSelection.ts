import type { FetchNode } from '@apollo/query-planner';
import { type DocumentNode, Kind, type OperationDefinitionNode, parse, type SelectionSetNode } from 'graphql';

/** Returns the top-level selection of a fetch, without `_entities`. */
export function selectionOfFetch(fetch: FetchNode): { document: DocumentNode; selectionSet: SelectionSetNode } {
  const document = parse(fetch.operation, { noLocation: true });
  const operation = document.definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  if (operation === undefined) throw new Error('The planner made a fetch without an operation');
  if (fetch.requires === undefined) return { document, selectionSet: operation.selectionSet };
  const [entities] = operation.selectionSet.selections;
  if (entities?.kind !== Kind.FIELD || entities.selectionSet === undefined) {
    throw new Error('The planner made an entity fetch without _entities');
  }
  return { document, selectionSet: entities.selectionSet };
}
