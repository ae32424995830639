import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionNode,
} from 'graphql';
import type { FieldCoordinate } from '../../model/plan.ts';
import type { SupergraphMetadata } from '../../planning/planner/queryPlannerCore.ts';
import { createSubgraphFields } from '../../planning/subgraphFields.ts';

/** Properties of the supergraph that the gates of a plan depend on. */
export interface GraphIndex {
  typeNamed(name: string): GraphQLNamedType | undefined;
  /** Object types that an object of this static type can have. */
  typesUnder(type: GraphQLNamedType | undefined): readonly string[];
  /** The type that a subgraph returns for a field; undefined for an unknown one. */
  returned(type: GraphQLNamedType | undefined, fieldName: string, subgraph: string): ReturnedType | undefined;
  /** Selections of every resolvable key of a type in a subgraph. */
  keysOf(subgraph: string, typeName: string): readonly (readonly SelectionNode[])[];
  /** Selections of the field's `@requires` in a subgraph; empty without one. */
  requiresOf(typeName: string, fieldName: string, subgraph: string): readonly SelectionNode[];
  /** Every field of an object type that a selection names. */
  coordinatesIn(selections: readonly SelectionNode[], typeName: string): readonly FieldCoordinate[];
}

export interface ReturnedType {
  readonly type: GraphQLNamedType;
  readonly listDepth: number;
}

export function createGraphIndex(schema: GraphQLSchema, keys: SupergraphMetadata['keys']): GraphIndex {
  const { typeOf, requiresOf } = createSubgraphFields(schema);
  const keysByPlace = new Map<string, (readonly SelectionNode[])[]>();
  for (const { subgraph, type, fields } of keys) {
    const place = `${subgraph}\n${type}`;
    keysByPlace.set(place, [...(keysByPlace.get(place) ?? []), selectionsOf(fields)]);
  }
  const fieldOf = (type: GraphQLNamedType | undefined, name: string) =>
    isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
  const typesUnder = (type: GraphQLNamedType | undefined): readonly string[] =>
    isAbstractType(type)
      ? schema.getPossibleTypes(type).map(({ name }) => name)
      : type === undefined
        ? []
        : [type.name];

  function coordinatesIn(selections: readonly SelectionNode[], typeName: string): readonly FieldCoordinate[] {
    const type = schema.getType(typeName);
    return selections.flatMap((selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        return coordinatesIn(selection.selectionSet.selections, selection.typeCondition?.name.value ?? typeName);
      }
      const fieldName = selection.name.value;
      const field = fieldOf(type, fieldName);
      if (field === undefined) return [];
      return [
        ...typesUnder(type).map((name) => ({ typeName: name, fieldName })),
        ...coordinatesIn(selection.selectionSet?.selections ?? [], getNamedType(field.type).name),
      ];
    });
  }

  return {
    typeNamed: (name) => schema.getType(name),
    typesUnder,
    returned(type, fieldName, subgraph) {
      const field = fieldOf(type, fieldName);
      if (field === undefined) return undefined;
      return { type: typeOf(field, subgraph), listDepth: (String(field.type).match(/\[/g) ?? []).length };
    },
    keysOf: (subgraph, typeName) => keysByPlace.get(`${subgraph}\n${typeName}`) ?? [],
    requiresOf(typeName, fieldName, subgraph) {
      const fieldSet = requiresOf(typeName, fieldName, subgraph);
      return fieldSet === undefined ? [] : selectionsOf(fieldSet);
    },
    coordinatesIn,
  };
}

function selectionsOf(fieldSet: string): readonly SelectionNode[] {
  const [definition] = parse(`{${fieldSet}}`, { noLocation: true }).definitions;
  // The text is one anonymous operation by construction.
  return (definition as OperationDefinitionNode).selectionSet.selections;
}
