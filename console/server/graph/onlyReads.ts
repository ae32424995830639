import { Kind, OperationTypeNode, parse } from 'graphql';

/** Whether every operation of a text is a query. A text that cannot be read as GraphQL may do anything. */
export function onlyReads(text: string): boolean {
  try {
    return parse(text, { noLocation: true, maxTokens: 20_000 }).definitions.every(
      (one) => one.kind !== Kind.OPERATION_DEFINITION || one.operation === OperationTypeNode.QUERY,
    );
  } catch {
    return false;
  }
}
