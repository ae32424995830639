import { type DirectiveNode, type DocumentNode, getOperationAST, Kind, type SelectionSetNode } from 'graphql';
import { fragmentsOf } from '../documents/operation.ts';

/**
 * Checks whether an operation can fetch anything from a subgraph: more than the name of its own type, introspection, or
 * what is always left out.
 */
export function asksForData(document: DocumentNode, operationName: string | undefined): boolean {
  const fragments = fragmentsOf(document);
  const asks = ({ selections }: SelectionSetNode): boolean =>
    selections.some((selection) => {
      if (isAlwaysLeftOut(selection.directives ?? [])) return false;
      if (selection.kind === Kind.FIELD) return !selection.name.value.startsWith('__');
      const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      return inner !== undefined && asks(inner.selectionSet);
    });
  const operation = getOperationAST(document, operationName);
  return operation !== null && operation !== undefined && asks(operation.selectionSet);
}

/** Checks for a literal `@skip(if: true)` or `@include(if: false)`. */
function isAlwaysLeftOut(directives: readonly DirectiveNode[]): boolean {
  return directives.some(({ name, arguments: given }) => {
    const value = given?.find((argument) => argument.name.value === 'if')?.value;
    return value?.kind === Kind.BOOLEAN && name.value === (value.value ? 'skip' : 'include');
  });
}
