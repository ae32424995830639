import {
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  getOperationAST,
  Kind,
  type SelectionSetNode,
} from 'graphql';

/** Whether an operation can ask a subgraph for anything: more than its own type's name, introspection, or what is always left out. */
export function asksForData(document: DocumentNode, operationName: string | undefined): boolean {
  const fragments = new Map(
    document.definitions
      .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment.selectionSet]),
  );
  const asks = ({ selections }: SelectionSetNode): boolean =>
    selections.some((selection) => {
      if (isAlwaysLeftOut(selection.directives ?? [])) return false;
      if (selection.kind === Kind.FIELD) return !selection.name.value.startsWith('__');
      const inner =
        selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet : fragments.get(selection.name.value);
      return inner !== undefined && asks(inner);
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
