import {
  type DocumentNode,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { conditionApplies } from '../../documents/conditionApplies.ts';
import { isHiddenKey, PERSON_ID_KEY, RUNTIME_TYPE_KEY } from '../../documents/hiddenKeys.ts';
import { fragmentsOf } from '../../documents/operation.ts';
import { createFailedPlaces } from '../../execution/contract/failedPlaces.ts';
import { readSubjects } from '../../execution/contract/subjectIds.ts';
import type { DisclosedObject, DisclosureScope } from '../../model/disclosure.ts';
import type { EngineError } from '../../model/engineResponse.ts';

/** Reads what a response discloses, and removes its hidden keys. */
export interface ResponseReader {
  readonly scopes: readonly DisclosureScope[];
  /**
   * @param data JSON text of the response's `data`, with its hidden keys
   * @param errors failures, so that missing data may exist all the same
   * @param closed places that are null because of the person or the requester
   */
  read(
    data: string | undefined,
    errors: readonly EngineError[],
    closed: readonly { readonly path: readonly (string | number)[] }[],
  ): { readonly data: string | undefined; readonly disclosed: readonly DisclosedObject[] };
}

export interface ResponseReaderInput {
  readonly schema: GraphQLSchema;
  /** The client's document. */
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly personType: string;
  /** Hidden keys by object type, as pruning selected them. */
  readonly subjectKeys: ReadonlyMap<string, readonly string[]>;
}

interface ObjectPlan {
  readonly scope: number;
  /** True if the object is a person, or says whose data it is: what is below it is disclosed of that person. */
  readonly opens: 'person' | 'subject' | undefined;
  readonly subjectKeys: readonly string[];
  /** Scope of the same fields if the person index knows no such person. */
  readonly ofNobody: number;
  readonly fields: readonly FieldPlan[];
}

interface FieldPlan {
  readonly key: string;
  /** Undefined for __typename and introspection, which are no one's data. */
  readonly bit: number | undefined;
  readonly objects: ReadonlyMap<string, ObjectPlan> | undefined;
  /** The only runtime type. Undefined if the response names it. */
  readonly type: string | undefined;
}

interface ScopeInProgress extends DisclosureScope {
  readonly coordinates: string[];
  readonly bits: Map<string, number>;
}

interface Builder {
  readonly scope: number;
  readonly personId: string | undefined;
  readonly bits: number[];
}

type JsonObject = { [key: string]: unknown };

/**
 * Walks the operation and its response together. This is slower than an engine that tracks what it writes, because the
 * response is parsed and written again. It needs nothing of an engine, so tests compare the faster way with it.
 */
export function createResponseReader(input: ResponseReaderInput): ResponseReader {
  const { schema, document, operation, personType, subjectKeys } = input;
  const fragments = fragmentsOf(document);
  const scopes: ScopeInProgress[] = [];
  const openScope = (kind: 'person' | 'root'): number => scopes.push({ kind, coordinates: [], bits: new Map() }) - 1;
  /** Scopes of objects below a person, which are that person's whatever they lead to. */
  const personScopes = new Set<number>();

  function bitOf(scope: number, coordinate: string): number {
    const { bits, coordinates } = scopes[scope] as ScopeInProgress; // only indexes of openScope come here
    let bit = bits.get(coordinate);
    if (bit === undefined) {
      bit = coordinates.push(coordinate) - 1;
      bits.set(coordinate, bit);
    }
    return bit;
  }

  function planObject(type: GraphQLObjectType, sets: readonly SelectionSetNode[], outer: number): ObjectPlan {
    const groups = collect(type, sets);
    const keys = personScopes.has(outer) ? [] : (subjectKeys.get(type.name) ?? []);
    const opens = type.name === personType ? 'person' : keys.length > 0 ? 'subject' : undefined;
    const scope = opens === undefined ? outer : openScope('person');
    if (opens === 'person') personScopes.add(scope);
    const fields: FieldPlan[] = [];
    for (const [key, nodes] of groups) {
      if (!isHiddenKey(key)) fields.push(planField(type, key, nodes, scope));
    }
    const { coordinates, bits } = scopes[scope] as ScopeInProgress; // opened above or by the caller
    const ofNobody = opens === 'subject' ? scopes.push({ kind: 'root', coordinates, bits }) - 1 : scope;
    return { scope, opens, subjectKeys: keys, ofNobody, fields };
  }

  function planField(parent: GraphQLObjectType, key: string, nodes: readonly FieldNode[], scope: number): FieldPlan {
    const name = nodes[0]?.name.value ?? '';
    const field = parent.getFields()[name];
    if (name.startsWith('__') || field === undefined)
      return { key, bit: undefined, objects: undefined, type: undefined };
    const bit = bitOf(scope, `${parent.name}.${name}`);
    const type = getNamedType(field.type);
    if (!isCompositeType(type)) return { key, bit, objects: undefined, type: undefined };
    const sets = nodes.flatMap(({ selectionSet }) => (selectionSet === undefined ? [] : [selectionSet]));
    const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
    return {
      key,
      bit,
      objects: new Map(possible.map((object) => [object.name, planObject(object, sets, scope)])),
      type: isObjectType(type) ? type.name : undefined,
    };
  }

  /**
   * Collects fields. Values of @skip and @include are not needed: what they leave out is not in the response. See
   * GraphQL 6.3.2.
   */
  function collect(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): ReadonlyMap<string, FieldNode[]> {
    const groups = new Map<string, FieldNode[]>();
    const add = ({ selections }: SelectionSetNode): void => {
      for (const selection of selections) {
        switch (selection.kind) {
          case Kind.FIELD: {
            const key = selection.alias?.value ?? selection.name.value;
            groups.set(key, [...(groups.get(key) ?? []), selection]);
            break;
          }
          case Kind.INLINE_FRAGMENT:
            if (conditionApplies(schema, selection.typeCondition?.name.value, type)) add(selection.selectionSet);
            break;
          case Kind.FRAGMENT_SPREAD: {
            const fragment = fragments.get(selection.name.value);
            if (fragment !== undefined && conditionApplies(schema, fragment.typeCondition.name.value, type))
              add(fragment.selectionSet);
            break;
          }
        }
      }
    };
    for (const set of sets) add(set);
    return groups;
  }

  function builderFor(scope: number, personId: string | undefined): Builder {
    const words = Math.ceil((scopes[scope]?.coordinates.length ?? 0) / 32) * 2;
    return { scope, personId, bits: Array<number>(words).fill(0) };
  }

  const root = schema.getRootType(operation.operation);
  const rootScope = openScope('root');
  const rootPlan = root && planObject(root, [operation.selectionSet], rootScope);

  return {
    scopes,
    read(data, errors, closed) {
      const answer: unknown = data === undefined ? undefined : JSON.parse(data);
      const failed = errors.length > 0;
      const isFailure = createFailedPlaces(errors);
      const closedPlaces = new Set(closed.map((place) => JSON.stringify(place.path)));
      const path: (string | number)[] = [];
      const disclosed: Builder[] = [builderFor(rootScope, undefined)];

      function readObject(plan: ObjectPlan, object: JsonObject, outer: Builder): void {
        let builder = outer;
        if (plan.opens !== undefined) {
          const id = object[PERSON_ID_KEY];
          builder = builderFor(plan.scope, plan.opens === 'person' && typeof id === 'string' ? id : undefined);
          disclosed.push(...(plan.opens === 'person' ? [builder] : buildersOf(plan, object, builder)));
        }
        for (const key of Object.keys(object)) if (isHiddenKey(key)) delete object[key];
        for (const { key, bit, objects, type } of plan.fields) {
          const value = Object.hasOwn(object, key) ? object[key] : undefined;
          if (value === undefined || bit === undefined) continue;
          path.push(key);
          if (value !== null) set(builder.bits, bit, SHOWN_WORD);
          if (isEmpty(value)) set(builder.bits, bit, EMPTY_WORD);
          if (objects !== undefined) readValue(objects, type, value, builder);
          path.pop();
        }
      }

      function isEmpty(value: unknown): boolean {
        const isNothing = value === null || (Array.isArray(value) && value.length === 0);
        return isNothing && !isFailure(path) && !closedPlaces.has(JSON.stringify(path));
      }

      /** One builder for each person whose data the object is, with the same bits. */
      function buildersOf(
        { subjectKeys, scope, ofNobody }: ObjectPlan,
        object: JsonObject,
        { bits }: Builder,
      ): Builder[] {
        const { ids, isIncomplete } = readSubjects(object, subjectKeys, PERSON_ID_KEY, failed);
        const builders: Builder[] = ids.map((personId) => ({ scope, personId, bits }));
        if (isIncomplete) builders.push({ scope, personId: undefined, bits });
        else if (ids.length === 0) builders.push({ scope: ofNobody, personId: undefined, bits });
        return builders;
      }

      function readValue(
        objects: ReadonlyMap<string, ObjectPlan>,
        type: string | undefined,
        value: unknown,
        builder: Builder,
      ): void {
        if (Array.isArray(value)) {
          for (const [index, item] of value.entries()) {
            path.push(index);
            readValue(objects, type, item, builder);
            path.pop();
          }
        }
        if (!isObject(value)) return;
        const plan = objects.get(type ?? String(value[RUNTIME_TYPE_KEY]));
        if (plan === undefined)
          throw new Error('The response holds an object of a type that the operation cannot return.');
        readObject(plan, value, builder);
      }

      if (rootPlan && isObject(answer) && disclosed[0] !== undefined) readObject(rootPlan, answer, disclosed[0]);
      return { data: JSON.stringify(answer), disclosed };
    },
  };
}

/** Position of the two words of a coordinate. See DisclosedObject. */
const SHOWN_WORD = 0;
const EMPTY_WORD = 1;

function set(bits: number[], bit: number, offset: number): void {
  const word = (bit >> 5) * 2 + offset;
  bits[word] = (bits[word] ?? 0) | (1 << (bit & 31));
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
