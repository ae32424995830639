import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { Operation } from '../../model/operation.ts';

/**
 * Lists `Type.field` of every field that an operation selects, each once. A field of an interface counts for every
 * object type that implements it. Each fragment is read once, so the cost is linear in the document.
 */
export function requestedFields(
  schema: GraphQLSchema,
  { definition, fragments }: Pick<Operation, 'definition' | 'fragments'>,
): ReadonlySet<string> {
  const found = new Set<string>();
  const pending = new Set<string>();

  function read(parent: GraphQLNamedType | undefined, { selections }: SelectionSetNode): void {
    for (const selection of selections) {
      switch (selection.kind) {
        case Kind.FIELD: {
          const name = selection.name.value;
          const types = isAbstractType(parent) ? schema.getPossibleTypes(parent) : isObjectType(parent) ? [parent] : [];
          for (const type of types) if (type.getFields()[name] !== undefined) found.add(`${type.name}.${name}`);
          if (selection.selectionSet === undefined) break;
          const field = parent !== undefined && 'getFields' in parent ? parent.getFields()[name] : undefined;
          if (field !== undefined) read(getNamedType(field.type), selection.selectionSet);
          break;
        }
        case Kind.INLINE_FRAGMENT: {
          const condition = selection.typeCondition?.name.value;
          read(condition === undefined ? parent : schema.getType(condition), selection.selectionSet);
          break;
        }
        case Kind.FRAGMENT_SPREAD:
          // Added while the set is iterated: each fragment is read once, after the operation.
          pending.add(selection.name.value);
      }
    }
  }

  read(schema.getRootType(definition.operation) ?? undefined, definition.selectionSet);
  for (const name of pending) {
    const fragment = fragments.get(name);
    if (fragment !== undefined) read(schema.getType(fragment.typeCondition.name.value), fragment.selectionSet);
  }
  return found;
}
