import type { FetchNode, PlanNode } from '@apollo/query-planner';
import { selectionOfFetch } from '../../../planning/fetchSelection.ts';
import { readPathElement } from '../../../planning/planPath.ts';
import { renamedKeys } from '../../../planning/renamedKeys.ts';
import { isJsonObject, type JsonObject, ownReader, ownSetter } from '../json/json.ts';
import { type ResponseShape, shapeOfSelection } from '../response/responseShape.ts';
import { compileInternObjects, type InternObjects } from './internObjects.ts';

/** Which fetch of a plan writes which keys of which objects of the merged data; known before any request. */
export interface PlannedPlaces {
  /** Response keys a fetch, or a part of it, merges into the objects it is for. */
  keysOf(fetch: FetchNode, part?: FetchNode): readonly string[];
  /** No other fetch writes into any object this one brings: it can be shared between requests without a copy. */
  isSealed(fetch: FetchNode): boolean;
  /**
   * Takes out of an answer the keys that another fetch was sent for: a subgraph must not fill in a value that another
   * system was asked for, nor one that system refused. Undefined when no other fetch writes into its objects.
   */
  compileScrub(fetch: FetchNode): ((answer: unknown) => void) | undefined;
  /** Makes one object of equal ones where what other fetches bring for them cannot differ either. */
  compileUniteEqual(fetch: FetchNode): InternObjects | undefined;
}

interface Writer {
  readonly fetch: FetchNode;
  readonly shape: ResponseShape;
  /** Keys by object, the object named by its path without `@`; the first entry is where the fetch is merged. */
  readonly objects: ReadonlyMap<string, ReadonlySet<string>>;
  readonly at: string;
}

export function planPlaces(root: PlanNode | undefined): PlannedPlaces {
  const writers = new Map<FetchNode, Writer>();
  const keysByObject = new Map<string, Map<FetchNode, ReadonlySet<string>>>();
  for (const { fetch, path } of root === undefined ? [] : fetchesOf(root, [])) {
    const shape = shapeOfFetch(fetch);
    const objects = new Map<string, ReadonlySet<string>>();
    const at = nameOf(path);
    listObjects(shape, at, objects, true);
    writers.set(fetch, { fetch, shape, objects, at });
    for (const [name, keys] of objects) {
      const existing = keysByObject.get(name) ?? new Map();
      keysByObject.set(name, existing.set(fetch, keys));
    }
  }
  const writerOf = (fetch: FetchNode): Writer => {
    const writer = writers.get(fetch);
    if (writer === undefined) throw new Error('A fetch of another plan');
    return writer;
  };
  const foreignKeys = (writer: Writer, object: string): readonly string[] => {
    const own = writer.objects.get(object);
    const others = [...(keysByObject.get(object) ?? [])].filter(([fetch]) => fetch !== writer.fetch);
    return [...new Set(others.flatMap(([, keys]) => [...keys]))].filter((key) => own?.has(key) !== true);
  };

  return {
    keysOf(fetch, part = fetch) {
      const { fields } = part === fetch ? writerOf(fetch).shape : shapeOfFetch(part);
      return [...fields.keys()];
    },
    isSealed(fetch) {
      const { objects, at } = writerOf(fetch);
      return [...objects.keys()].every((object) => object === at || keysByObject.get(object)?.size === 1);
    },
    compileScrub(fetch) {
      const writer = writerOf(fetch);
      // The object the fetch is merged into needs no scrubbing: only known keys are merged there.
      return scrubbing(writer.shape, writer.at, (object) => (object === writer.at ? [] : foreignKeys(writer, object)));
    },
    compileUniteEqual(fetch) {
      const { shape, at } = writerOf(fetch);
      return compileInternObjects(shape, (path) => {
        const object = path.reduce(memberOf, at);
        // A fetch for these very objects brings the same for equal ones. One for objects around them would bring each
        // its own, into the one object.
        return [...(keysByObject.get(object) ?? [])].every(
          ([other]) => other === fetch || writerOf(other).at === object,
        );
      });
    },
  };
}

function shapeOfFetch(fetch: FetchNode): ResponseShape {
  const { document, selectionSet } = selectionOfFetch(fetch);
  return withNames(shapeOfSelection(selectionSet, document), renamedKeys(fetch.outputRewrites));
}

function fetchesOf(node: PlanNode, path: readonly string[]): { fetch: FetchNode; path: readonly string[] }[] {
  switch (node.kind) {
    case 'Fetch':
      return [{ fetch: node, path }];
    case 'Flatten':
      return fetchesOf(node.node, [...path, ...node.path.map((element) => readPathElement(String(element)).key)]);
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap((child) => fetchesOf(child, path));
    case 'Condition':
      return [node.ifClause, node.elseClause].flatMap((child) => (child === undefined ? [] : fetchesOf(child, path)));
    case 'Defer':
      throw new Error('@defer is not supported');
  }
}

/** Response keys cannot hold a slash. */
function nameOf(path: readonly string[]): string {
  return path.filter((part) => part !== '@').join('/');
}

function memberOf(object: string, key: string): string {
  return object === '' ? key : `${object}/${key}`;
}

function listObjects(shape: ResponseShape, at: string, into: Map<string, ReadonlySet<string>>, top: boolean): void {
  if (!top && shape.fields.size === 0) return;
  into.set(at, new Set(shape.fields.keys()));
  for (const [key, child] of shape.fields) listObjects(child, memberOf(at, key), into, false);
}

function withNames(shape: ResponseShape, names: ReadonlyMap<string, string>): ResponseShape {
  if (names.size === 0) return shape;
  const fields = new Map<string, ResponseShape>();
  for (const [key, child] of shape.fields) {
    const name = names.get(key) ?? key;
    const own = withNames(child, names);
    const existing = fields.get(name);
    fields.set(name, existing === undefined ? own : { fields: new Map([...existing.fields, ...own.fields]) });
  }
  return { fields };
}

type Scrub = (value: unknown) => void;

function scrubbing(
  shape: ResponseShape,
  at: string,
  foreign: (object: string) => readonly string[],
): Scrub | undefined {
  const clears = foreign(at).map((key) => ({ read: ownReader(key), set: ownSetter(key) }));
  const children: { read: (source: JsonObject) => unknown; scrub: Scrub }[] = [];
  for (const [key, child] of shape.fields) {
    if (child.fields.size === 0) continue;
    const scrub = scrubbing(child, memberOf(at, key), foreign);
    if (scrub !== undefined) children.push({ read: ownReader(key), scrub });
  }
  if (clears.length === 0 && children.length === 0) return undefined;
  return function visit(value): void {
    if (Array.isArray(value)) {
      for (const item of value) visit(item);
      return;
    }
    if (!isJsonObject(value)) return;
    // Keys of this response alone: nothing of another fetch has been merged into it yet.
    for (const { read, set } of clears) if (read(value) !== undefined) set(value, undefined);
    for (const { read, scrub } of children) scrub(read(value));
  };
}
