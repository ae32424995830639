import { type DocumentNode, Kind, parse, type SelectionSetNode } from 'graphql';
import { fragmentsOf } from '../../documents/operation.ts';
import type { Caches } from '../../runtime/caches.ts';

/** Response keys of a selection, whatever the types. */
interface SelectedKeys {
  readonly [key: string]: SelectedKeys;
}

/** Maximum number of cached texts for each subgraph. */
const MAX_CACHED = 2_000;
const BYTES_PER_CHARACTER = 20;

/**
 * Takes from an agency's data what it was not asked for. The stock executor merges all that comes into one object: a
 * system could write into a field of another, which the client is shown as that one's. Operations are read once each.
 */
export function createSelectionFilter(caches: Caches) {
  const cached = caches.lru<string, SelectedKeys>('calls of the stock engine', {
    max: MAX_CACHED,
    bytesOf: (_, query) => BYTES_PER_CHARACTER * query.length,
  });
  return (data: Record<string, unknown>, query: string): Record<string, unknown> => {
    let asked = cached.get(query);
    if (asked === undefined) {
      asked = keysOf(parse(query, { noLocation: true }));
      cached.set(query, asked);
    }
    return keepObject(data, asked);
  };
}

function keep(value: unknown, asked: SelectedKeys): unknown {
  if (Array.isArray(value)) return value.map((item) => keep(item, asked));
  if (typeof value !== 'object' || value === null) return value;
  // A leaf can be any JSON. Only an object with a selection has keys that were selected.
  return Object.keys(asked).length === 0 ? value : keepObject(value, asked);
}

function keepObject(object: object, asked: SelectedKeys): Record<string, unknown> {
  const result: Record<string, unknown> = Object.create(null);
  for (const [key, value] of Object.entries(object)) {
    const inner = asked[key];
    if (inner !== undefined) result[key] = keep(value, inner);
  }
  return result;
}

function keysOf(document: DocumentNode): SelectedKeys {
  const fragments = fragmentsOf(document);
  type MutableKeys = { [key: string]: MutableKeys };
  const empty = (): MutableKeys => Object.create(null);
  const add = (into: MutableKeys, set: SelectionSetNode | undefined): void => {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        into[key] ??= empty();
        add(into[key], selection.selectionSet);
      } else {
        const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
        add(into, inner?.selectionSet);
      }
    }
  };
  const asked = empty();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) add(asked, definition.selectionSet);
  }
  return asked;
}
