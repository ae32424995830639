import { type FieldNode, type GraphQLNamedType, Kind, type SelectionNode } from 'graphql';
import type { EngineOperation } from '../contract/engine.ts';
import { alternativesOf, type FactAlternatives } from './factAlternatives.ts';
import type { GraphIndex } from './graphIndex.ts';

/** For which persons fields of a plan may be read and sent, by the decisions of one requester. */
export interface FieldConditions {
  readonly personType: string;
  /** Condition under which a field may be read. Undefined: none. */
  ofField(typeName: string, fieldName: string): FactAlternatives | undefined;
  /** Condition under which a field's value may be sent to another system. Undefined: none. */
  ofInput(typeName: string, fieldName: string): FactAlternatives | undefined;
  /** True if a field, or anything in it down to the next person, depends on the person. */
  depends(field: FieldNode, type: GraphQLNamedType, subgraph: string): boolean;
}

export function createFieldConditions(
  operation: Pick<EngineOperation, 'rulesOf' | 'inputRulesOf'>,
  personType: string,
  graph: GraphIndex,
): FieldConditions {
  const ofField = (typeName: string, fieldName: string) => alternativesOf(operation.rulesOf(typeName, fieldName));

  function depends(field: FieldNode, type: GraphQLNamedType, subgraph: string): boolean {
    const fieldName = field.name.value;
    if (graph.typesUnder(type).some((name) => ofField(name, fieldName) !== undefined)) return true;
    const returned = graph.returned(type, fieldName, subgraph);
    return returned !== undefined && dependIn(field.selectionSet?.selections ?? [], returned.type, subgraph);
  }

  function dependIn(selections: readonly SelectionNode[], type: GraphQLNamedType, subgraph: string): boolean {
    if (type.name === personType) return false;
    return selections.some((selection) => {
      if (selection.kind === Kind.FIELD) return depends(selection, type, subgraph);
      if (selection.kind === Kind.FRAGMENT_SPREAD) return false;
      const condition = selection.typeCondition?.name.value;
      const inner = condition === undefined ? type : graph.typeNamed(condition);
      return inner !== undefined && dependIn(selection.selectionSet.selections, inner, subgraph);
    });
  }

  return {
    personType,
    ofField,
    ofInput: (typeName, fieldName) => alternativesOf(operation.inputRulesOf?.(typeName, fieldName)),
    depends,
  };
}
