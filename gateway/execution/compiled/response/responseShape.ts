import { type DocumentNode, type FieldNode, Kind, type SelectionSetNode } from 'graphql';
import { fragmentsOf } from '../../../documents/operation.ts';

/** Response keys of a selection, whatever the types; an empty shape is a leaf. Fragments are seen through. */
export interface ResponseShape {
  readonly fields: ReadonlyMap<string, ResponseShape>;
}

interface MutableShape extends ResponseShape {
  readonly fields: Map<string, MutableShape>;
}

/** Shared by all leaves: an operation can have thousands, and a map of its own takes more memory than the rest. */
const LEAF: MutableShape = { fields: new Map() };

export function shapeOfSelection(
  selectionSet: SelectionSetNode,
  document: DocumentNode,
  keyOf: (field: FieldNode) => string = ({ alias, name }) => (alias ?? name).value,
): ResponseShape {
  const fragments = fragmentsOf(document);
  const shape: MutableShape = { fields: new Map() };
  const add = (into: MutableShape, selections: SelectionSetNode): void => {
    for (const selection of selections.selections) {
      switch (selection.kind) {
        case Kind.FIELD: {
          const key = keyOf(selection);
          const existing = into.fields.get(key);
          if (selection.selectionSet === undefined) {
            if (existing === undefined) into.fields.set(key, LEAF);
            break;
          }
          const child = existing === undefined || existing === LEAF ? { fields: new Map() } : existing;
          into.fields.set(key, child);
          add(child, selection.selectionSet);
          break;
        }
        case Kind.INLINE_FRAGMENT:
          add(into, selection.selectionSet);
          break;
        case Kind.FRAGMENT_SPREAD: {
          const fragment = fragments.get(selection.name.value);
          if (fragment !== undefined) add(into, fragment.selectionSet);
          break;
        }
      }
    }
  };
  add(shape, selectionSet);
  return shape;
}

/** The longest part of a path that names places of the shape. The client did not select anything deeper. */
export function visiblePart(shape: ResponseShape, path: readonly (string | number)[]): (string | number)[] {
  const visible: (string | number)[] = [];
  let at: ResponseShape | undefined = shape;
  for (const part of path) {
    if (typeof part === 'string') {
      at = at?.fields.get(part);
      if (at === undefined) break;
    }
    visible.push(part);
  }
  return visible;
}

/** The shape at a path, list indexes and `@` passed over. */
export function shapeAt(shape: ResponseShape, path: readonly (string | number)[]): ResponseShape | undefined {
  let at: ResponseShape | undefined = shape;
  for (const part of path) if (typeof part === 'string' && part !== '@') at = at?.fields.get(part);
  return at;
}

/** A path in the response: response keys and list indexes. */
export type ResponsePath = readonly (string | number)[];
