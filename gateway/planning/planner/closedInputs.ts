import {
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import type { Edge, KeySelection } from '../../../supergraph/plan/queryGraph.ts';
import type { UnreachableField } from './unreachableFields.ts';

/**
 * Finds edges that can be followed only by sending one of these coordinates, as a key or as an input of `@requires`.
 */
export function edgesThatSend(
  edges: readonly Edge[],
  coordinates: ReadonlySet<string>,
  typesUnder: (typeName: string) => readonly string[],
): readonly Edge[] {
  const sends = ({ element, selectionSet }: KeySelection, types: readonly string[] | undefined): boolean => {
    const { definition } = element;
    const isClosed =
      definition !== undefined &&
      (types ?? [definition.parent.name, ...typesUnder(definition.parent.name)]).some((type) =>
        coordinates.has(`${type}.${definition.name}`),
      );
    // A fragment by itself does not determine the type; a field's own selections are about another object.
    const inner = definition === undefined ? types : undefined;
    return isClosed || (selectionSet?.selections().some((selection) => sends(selection, inner)) ?? false);
  };
  return edges.filter(({ conditions, head }) => {
    // A key of an interface may be written for one object type that is known there.
    const types = [head.type.name, ...typesUnder(head.type.name)];
    return conditions?.selections().some((selection) => sends(selection, types)) ?? false;
  });
}

export interface UnreachableSearch {
  /** Schema that clients see. */
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  /** Checks whether the operation, reduced to these selections, can be planned without sending what is closed. */
  readonly canPlan: (selections: readonly SelectionNode[]) => boolean;
  /** Returns the closed coordinate that a plan for these selections would send. Undefined if there is none. */
  readonly needs: (selections: readonly SelectionNode[]) => string | undefined;
}

/** Hidden keys. A person who cannot be identified cannot be shown, so the object around is unreachable. */
const OWN_KEY = /^_person360[A-Z]/;

interface Place {
  readonly path: readonly string[];
  /** Puts a selection back where it stands in the operation. */
  readonly wrap: (selection: SelectionNode) => SelectionNode;
  readonly type: GraphQLNamedType;
  /** Reports the field that holds this place. */
  readonly reportHolder: (needs: string) => void;
}

/**
 * Finds the fields of an operation that cannot be planned, the outermost of each branch. Each subtree is planned by
 * itself; one that can be planned as a whole is not searched.
 */
export function findUnreachable({ schema, operation, canPlan, needs }: UnreachableSearch): readonly UnreachableField[] {
  const found: UnreachableField[] = [];

  function visitSelections(selections: readonly SelectionNode[], place: Place): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) visitField(selection, place);
      if (selection.kind !== Kind.INLINE_FRAGMENT) continue;
      const condition = selection.typeCondition?.name.value;
      visitSelections(selection.selectionSet.selections, {
        ...place,
        type: (condition === undefined ? undefined : schema.getType(condition)) ?? place.type,
        wrap: (inner) => place.wrap({ ...selection, selectionSet: { kind: Kind.SELECTION_SET, selections: [inner] } }),
      });
    }
  }

  function visitField(field: FieldNode, place: Place): void {
    const name = field.name.value;
    if (name.startsWith('__') || canPlan([place.wrap(field)])) return;
    const definition =
      isObjectType(place.type) || isInterfaceType(place.type) ? place.type.getFields()[name] : undefined;
    if (definition === undefined) return;
    const key = (field.alias ?? field.name).value;
    const path = [...place.path, key];
    const report = (needed: string): void => {
      if (OWN_KEY.test(key)) place.reportHolder(needed);
      else
        for (const typeName of typesWithout(field, place))
          found.push({ path, typeName, fieldName: name, needs: needed });
    };
    const bare: FieldNode = {
      ...field,
      ...(field.selectionSet && { selectionSet: { kind: Kind.SELECTION_SET, selections: [TYPENAME] } }),
    };
    if (field.selectionSet === undefined || !canPlan([place.wrap(bare)])) {
      const needed = needs([place.wrap(bare)]);
      if (needed !== undefined) report(needed);
      return;
    }
    const type = getNamedType(definition.type);
    if (!isCompositeType(type)) return;
    visitSelections(field.selectionSet.selections, {
      path: [...path, ...Array<string>(listDepth(definition.type)).fill('@')],
      type,
      wrap: (inner) => place.wrap({ ...field, selectionSet: { kind: Kind.SELECTION_SET, selections: [inner] } }),
      reportHolder: report,
    });
  }

  /**
   * Finds the object types at a place whose field cannot be planned. On an interface, some of them may have it without
   * a closed input.
   */
  function typesWithout(field: FieldNode, { type, wrap }: Place): readonly string[] {
    if (!isAbstractType(type)) return [type.name];
    const names = schema.getPossibleTypes(type).map((possible) => possible.name);
    const closed = names.filter((name) => !canPlan([wrap(onType(name, field))]));
    return closed.length === 0 ? names : closed;
  }

  const root = schema.getRootType(operation.operation);
  if (root) {
    visitSelections(operation.selectionSet.selections, {
      path: [],
      type: root,
      wrap: (selection) => selection,
      reportHolder: () => undefined,
    });
  }
  const distinct = new Map(
    found.map((field) => [JSON.stringify([field.path, field.typeName, field.fieldName]), field]),
  );
  return [...distinct.values()];
}

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

function onType(name: string, field: FieldNode): SelectionNode {
  return {
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: name } },
    selectionSet: { kind: Kind.SELECTION_SET, selections: [field] },
  };
}

function listDepth(type: unknown): number {
  if (isNonNullType(type)) return listDepth(type.ofType);
  return isListType(type) ? 1 + listDepth(type.ofType) : 0;
}
