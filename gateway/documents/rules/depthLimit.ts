import { type ASTVisitor, Kind, type SelectionSetNode, type ValidationContext } from 'graphql';
import { operationError } from '../../errors/createErrors.ts';

/**
 * Rejects operations that nest deeper than the limit; fragments count where they are spread. Relationships and
 * household members lead back to persons, so a short document could otherwise return a whole town.
 */
export function depthLimit(maxDepth: number): (context: ValidationContext) => ASTVisitor {
  return (context) => {
    const depthOfFragment = new Map<string, number>();

    function depthOf(set: SelectionSetNode | undefined, within: ReadonlySet<string>): number {
      let deepest = 0;
      for (const selection of set?.selections ?? []) {
        deepest = Math.max(deepest, depthOfSelection(selection, within));
      }
      return deepest;
    }

    function depthOfSelection(selection: SelectionSetNode['selections'][number], within: ReadonlySet<string>): number {
      switch (selection.kind) {
        case Kind.FIELD:
          return 1 + depthOf(selection.selectionSet, within);
        case Kind.INLINE_FRAGMENT:
          return depthOf(selection.selectionSet, within);
        case Kind.FRAGMENT_SPREAD: {
          const name = selection.name.value;
          const known = depthOfFragment.get(name);
          if (known !== undefined) return known;
          // NoFragmentCycles reports a cycle; here it must only end.
          if (within.has(name)) return 0;
          const depth = depthOf(context.getFragment(name)?.selectionSet, new Set([...within, name]));
          depthOfFragment.set(name, depth);
          return depth;
        }
      }
    }

    return {
      OperationDefinition(node) {
        const isIntrospection = node.selectionSet.selections.every(
          (selection) => selection.kind === Kind.FIELD && selection.name.value.startsWith('__'),
        );
        if (isIntrospection) return;
        const depth = depthOf(node.selectionSet, new Set());
        if (depth <= maxDepth) return;
        context.reportError(
          operationError(
            'OPERATION_TOO_COMPLEX',
            `The operation is ${depth} levels deep; at most ${maxDepth} are allowed.`,
            node,
          ),
        );
      },
    };
  };
}
