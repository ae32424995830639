import { type DirectiveNode, type DocumentNode, getOperationAST, Kind, type SelectionSetNode } from 'graphql';
import { fragmentsOf } from '../documents/operation.ts';

/** Whether an operation can ask a subgraph for anything: more than its own type's name, introspection, or what is always left out. */
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

/** `@skip(if: true)` and `@include(if: false)`, written out. */
function isAlwaysLeftOut(directives: readonly DirectiveNode[]): boolean {
  return directives.some(({ name, arguments: given }) => {
    const value = given?.find((argument) => argument.name.value === 'if')?.value;
    return value?.kind === Kind.BOOLEAN && name.value === (value.value ? 'skip' : 'include');
  });
}
