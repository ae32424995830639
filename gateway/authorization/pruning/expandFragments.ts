import { type DirectiveNode, type FieldNode, type InlineFragmentNode, Kind, type SelectionNode } from 'graphql';
import type { Fragments } from '../../model/operation.ts';

/**
 * Expands the fragments inside a field of introspection, which is not decided: what remains of an operation is planned
 * without the document's fragments.
 *
 * @param spend called for every selection; throws when there are too many
 */
export function expandFragments(field: FieldNode, fragments: Fragments, spend: () => void): FieldNode {
  function expandField(node: FieldNode): FieldNode {
    if (node.selectionSet === undefined) return node;
    return { ...node, selectionSet: { ...node.selectionSet, selections: expand(node.selectionSet.selections) } };
  }

  function expand(selections: readonly SelectionNode[]): SelectionNode[] {
    const expanded: SelectionNode[] = [];
    for (const selection of selections) {
      spend();
      switch (selection.kind) {
        case Kind.FIELD:
          expanded.push(expandField(selection));
          break;
        case Kind.INLINE_FRAGMENT:
          expanded.push(inline(selection, selection.typeCondition, selection.selectionSet.selections));
          break;
        case Kind.FRAGMENT_SPREAD: {
          const fragment = fragments.get(selection.name.value);
          if (fragment === undefined) break;
          expanded.push(inline(selection, fragment.typeCondition, fragment.selectionSet.selections));
          break;
        }
      }
    }
    return expanded;
  }

  function inline(
    { directives }: { readonly directives?: readonly DirectiveNode[] },
    typeCondition: InlineFragmentNode['typeCondition'],
    selections: readonly SelectionNode[],
  ): InlineFragmentNode {
    return {
      kind: Kind.INLINE_FRAGMENT,
      selectionSet: { kind: Kind.SELECTION_SET, selections: expand(selections) },
      ...(typeCondition === undefined ? {} : { typeCondition }),
      ...(directives === undefined ? {} : { directives }),
    };
  }

  return expandField(field);
}
