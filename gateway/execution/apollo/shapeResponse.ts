import {
  type DocumentNode,
  type FieldNode,
  GraphQLIncludeDirective,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  getNamedType,
  isCompositeType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import { conditionApplies } from '../../documents/conditionApplies.ts';
import { PERSON_ID_KEY, RUNTIME_TYPE_KEY } from '../../documents/hiddenKeys.ts';
import { fragmentsOf } from '../../documents/operation.ts';
import type { EngineResponse, Withheld } from '../../model/engineResponse.ts';
import type { FieldAccess } from '../../model/fieldAccess.ts';
import type { PersonFacts } from '../../model/personFacts.ts';
import type { EngineOperation } from '../contract/engine.ts';
import type { LeftOut } from '../contract/leftOut.ts';
import { BudgetSpent } from '../contract/responseBudget.ts';
import { mask, selectRule } from '../gates/selectRule.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { [key: string]: Json };

export interface ShapedResponse {
  readonly data: unknown;
  /** Paths have the positions of the executor's data, in which `leftOut` names the items that `data` does not have. */
  readonly withheld: readonly Withheld[];
  readonly leftOut: readonly LeftOut[];
  readonly unsaid: NonNullable<EngineResponse['unsaid']>;
  /** Persons of whom a fact was needed that is not known yet: learn it and shape again. */
  readonly missing: ReadonlySet<string>;
}

export interface Shape {
  /**
   * The answer in the shape of the client's operation: denied places null, nothing that was not asked for. Throws
   * BudgetSpent.
   */
  shape(data: unknown, variables: Readonly<Record<string, unknown>>, persons?: PersonFacts): ShapedResponse;
}

export interface ShapeInput {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly accessOf: (runtimeType: string, field: FieldNode) => FieldAccess;
  readonly objectAccessOf: EngineOperation['objectAccessOf'];
  readonly personType: string | undefined;
  readonly subjectKeys: EngineOperation['subjectKeys'];
  readonly keepsHiddenKeys: boolean;
  /** Response key of a field in the executor's data. */
  readonly keyOf: (field: FieldNode) => string;
  /** Objects in one response. */
  readonly maxObjects: number;
}

/** Walks the client's selections along the executor's data. See GraphQL 6.4, CollectFields and MergeSelectionSets. */
export function createShape({
  schema,
  document,
  operation,
  accessOf,
  objectAccessOf,
  personType,
  subjectKeys,
  keepsHiddenKeys,
  keyOf,
  maxObjects,
}: ShapeInput): Shape {
  const fragments = fragmentsOf(document);
  const root = schema.getRootType(operation.operation);

  function collect(
    type: GraphQLObjectType,
    selections: readonly SelectionNode[],
    isExcluded: (node: SelectionNode) => boolean,
    into: Map<string, FieldNode[]>,
  ): Map<string, FieldNode[]> {
    for (const selection of selections) {
      if (isExcluded(selection)) continue;
      switch (selection.kind) {
        case Kind.FIELD: {
          const key = selection.alias?.value ?? selection.name.value;
          const nodes = into.get(key);
          if (nodes === undefined) into.set(key, [selection]);
          else nodes.push(selection);
          break;
        }
        case Kind.INLINE_FRAGMENT:
          if (conditionApplies(schema, selection.typeCondition?.name.value, type)) {
            collect(type, selection.selectionSet.selections, isExcluded, into);
          }
          break;
        case Kind.FRAGMENT_SPREAD: {
          const fragment = fragments.get(selection.name.value);
          if (fragment !== undefined && conditionApplies(schema, fragment.typeCondition.name.value, type)) {
            collect(type, fragment.selectionSet.selections, isExcluded, into);
          }
          break;
        }
      }
    }
    return into;
  }

  /** Adds what pruning selected for the gateway itself, as it came. */
  function addHiddenKeys(shaped: JsonObject, { name }: GraphQLObjectType, value: unknown, isAbstract: boolean): void {
    if (isAbstract) shaped[RUNTIME_TYPE_KEY] = name;
    for (const key of name === personType ? [PERSON_ID_KEY] : (subjectKeys?.get(name) ?? [])) {
      const hidden = read(value, key);
      if (hidden !== undefined) shaped[key] = hidden as Json; // from JSON
    }
  }

  return {
    shape(data, variables, persons) {
      const withheld: Withheld[] = [];
      const leftOut: LeftOut[] = [];
      const unsaid: { readonly path: readonly (string | number)[] }[] = [];
      const missing = new Set<string>();
      const path: (string | number)[] = [];
      let personId: string | undefined;
      let objectsLeft = maxObjects;
      const isExcluded = (node: SelectionNode): boolean =>
        getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true ||
        getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if === false;

      function shapeObject(type: GraphQLObjectType, selections: readonly SelectionNode[], value: unknown): JsonObject {
        if (--objectsLeft < 0) throw new BudgetSpent();
        if (type.name !== personType) return shapeFields(type, selections, value);
        const outer = personId;
        const id = read(value, PERSON_ID_KEY);
        personId = typeof id === 'string' ? id : undefined;
        const shaped = shapeFields(type, selections, value);
        personId = outer;
        return shaped;
      }

      function shapeFields(type: GraphQLObjectType, selections: readonly SelectionNode[], value: unknown): JsonObject {
        const shaped: JsonObject = Object.create(null);
        for (const [key, nodes] of collect(type, selections, isExcluded, new Map())) {
          const [node] = nodes;
          if (node === undefined) continue;
          const name = node.name.value;
          if (name === '__typename') {
            shaped[key] = type.name;
            continue;
          }
          // The executor returns introspection in its final shape.
          if (name.startsWith('__')) {
            shaped[key] = read(value, key) as Json;
            continue;
          }
          const access = accessOf(type.name, node);
          const fieldType = type.getFields()[name]?.type;
          const inner = nodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []);
          path.push(key);
          const rule = access.kind === 'rules' ? selectRule(access.rules, { persons, personId, missing }) : undefined;
          if (access.kind === 'rules' && rule === undefined) {
            withheld.push({ path: [...path], typeName: type.name, fieldName: name, personId });
          }
          const isOpen = access.kind === 'show' || rule !== undefined;
          if (!isOpen || fieldType === undefined) shaped[key] = null;
          // A transform makes one JSON leaf of another.
          else {
            const given = read(value, keyOf(node));
            const formed =
              rule?.transform === undefined
                ? shapeValue(getNamedType(fieldType), inner, given)
                : (mask(given, rule.transform) as Json);
            shaped[key] = formed ?? null;
            const isSaid = shaped[key] !== null || given === null || given === undefined;
            if (!isSaid) unsaid.push({ path: [...path] });
          }
          path.pop();
        }
        return shaped;
      }

      /** Undefined: an object that the requester may not know about. */
      function shapeValue(
        type: GraphQLNamedType,
        selections: readonly SelectionNode[],
        value: unknown,
      ): Json | undefined {
        if (value === null || value === undefined) return null;
        if (Array.isArray(value)) {
          const before = leftOut.length;
          const items = value.flatMap((item: unknown, index) => {
            path.push(index);
            const shaped = shapeValue(type, selections, item);
            path.pop();
            if (shaped === undefined) leftOut.push({ list: [...path], index });
            // In an array of its own: an item that is a list stays one.
            return shaped === undefined ? [] : [shaped];
          });
          if (leftOut.length > before) unsaid.push({ path: [...path] });
          return items;
        }
        // Leaves come from JSON as they are.
        if (!isCompositeType(type)) return value as Json;
        const runtimeType = isObjectType(type) ? type : schema.getType(String(read(value, '__typename')));
        if (!isObjectType(runtimeType)) return null;
        const access = objectAccessOf?.(runtimeType.name, !isObjectType(type));
        if (access?.kind === 'deny') return undefined;
        if (access?.kind === 'rules') {
          const ownId = read(value, PERSON_ID_KEY);
          const id = runtimeType.name !== personType ? personId : typeof ownId === 'string' ? ownId : undefined;
          if (selectRule(access.rules, { persons, personId: id, missing }) === undefined) return undefined;
        }
        const shaped = shapeObject(runtimeType, selections, value);
        if (keepsHiddenKeys) addHiddenKeys(shaped, runtimeType, value, !isObjectType(type));
        return shaped;
      }

      const shaped = !root || data === null ? null : shapeObject(root, operation.selectionSet.selections, data ?? {});
      return { data: shaped, withheld, leftOut, unsaid, missing };
    },
  };
}

/** Reads an own property only: `constructor` and the like are names that clients may use. */
function read(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key]; // an object with that own key, as just checked
}
