import { type DocumentNode, Kind, type OperationDefinitionNode } from 'graphql';
import { operationNotFound } from '../../schema/resolvedOperation.ts';

/** The operation to execute: the named one, or the only one (GraphQL 6.1, GetOperation). Throws GraphQLError. */
export function selectOperation(document: DocumentNode, operationName: string | undefined): OperationDefinitionNode {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const operation =
    operationName === undefined
      ? operations.length === 1
        ? operations[0]
        : undefined
      : operations.find(({ name }) => name?.value === operationName);
  if (operation === undefined) throw operationNotFound();
  return operation;
}
