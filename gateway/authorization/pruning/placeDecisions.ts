import type { FieldNode, GraphQLObjectType, GraphQLSchema } from 'graphql';
import type { Decision, Denied } from '../../model/decision.ts';
import type { UnreachableField } from '../../planning/planner/unreachableFields.ts';
import { type Attribution, denyUnattributed, leadsToPersons, openSubjects, type SubjectField } from '../attribution.ts';
import { decideField } from '../decisions/decideField.ts';
import type { DecisionTable } from '../decisions/decisionTable.ts';
import { placeOf, runtimeTypesOf, unwrap } from './pruningTypes.ts';

export interface PlaceDecisionsInput {
  readonly schema: GraphQLSchema;
  readonly decisions: Pick<
    DecisionTable,
    'decide' | 'decideType' | 'decideArgument' | 'decideInput' | 'defaultedArguments'
  >;
  /** Object type of persons. Undefined for graphs without persons. */
  readonly personType?: string | undefined;
  /** Fields that no plan can reach with what may be sent. Each is denied for the input that it needs. */
  readonly unreachable?: readonly UnreachableField[];
  /** If given, guarded fields are kept only where it can be known whose data they are. */
  readonly attribution?: Attribution | undefined;
}

/** Decisions that depend on the place in the operation as well as on the field. */
export interface PlaceDecisions {
  /**
   * Decides for a field at a path.
   *
   * @param isAttributed whether something above the place says whose data it is
   */
  decideAt(type: GraphQLObjectType, field: FieldNode, path: readonly string[], isAttributed: boolean): Decision;
  /** Decides whether the requester may know about an object of this type. */
  decideObject(typeName: string): Decision;
  /** The denial of a person's id. The gateway reads every id: where it is denied, the person cannot be shown. */
  closedIdOf(typeName: string): Denied | undefined;
  /** Checks whether data below an object of this type can be recorded against persons. */
  leads(type: GraphQLObjectType): boolean;
  /** Fields that lead from an object of this type to its persons, when all are open without a condition. */
  openSubjectsOf(typeName: string): readonly SubjectField[];
}

export function createPlaceDecisions(input: PlaceDecisionsInput): PlaceDecisions {
  const { schema, decisions, personType, unreachable = [], attribution } = input;
  const neededInputs = new Map(
    unreachable.map((field) => [placeOf(field.path, field.typeName, field.fieldName), field.needs]),
  );

  function closedIdOf(typeName: string): Denied | undefined {
    const decision = typeName === personType ? decisions.decide(typeName, 'id') : undefined;
    return decision?.kind === 'deny' ? decision : undefined;
  }

  function leads(type: GraphQLObjectType): boolean {
    return attribution !== undefined && leadsToPersons(attribution, decisions, type);
  }

  /** Decides for the field, or for the closed input without which no plan can reach it. */
  function decideReached(type: GraphQLObjectType, field: FieldNode, path: readonly string[]): Decision {
    const decision = decideField(decisions, type.name, field);
    if (decision.kind === 'deny') return decision;
    const returned = type.getFields()[field.name.value]?.type;
    const closedId = returned === undefined ? undefined : closedIdOf(unwrap(returned).type.name);
    if (closedId !== undefined) return closedId;
    const needs = neededInputs.get(placeOf(path, type.name, field.name.value));
    if (needs === undefined) return decision;
    const [inputType = '', inputField = ''] = needs.split('.');
    return decisions.decideInput(inputType, inputField);
  }

  /** Checks whether a field shows nothing by itself: every object that it returns leads to persons. */
  function onlyLeads(type: GraphQLObjectType, fieldName: string): boolean {
    const returned = type.getFields()[fieldName];
    const types = returned === undefined ? [] : runtimeTypesOf(schema, unwrap(returned.type).type);
    return types.length > 0 && types.every(leads);
  }

  return {
    closedIdOf,
    leads,
    decideAt(type, field, path, isAttributed) {
      const name = field.name.value;
      const decision = decideReached(type, field, path);
      if (attribution === undefined || isAttributed || decision.kind === 'deny') return decision;
      const isGuarded = decision.basis.kind === 'owner' || decision.basis.kind === 'approval';
      if (!isGuarded || attribution.isAboutNobody(type.name, name) || leads(type)) return decision;
      return onlyLeads(type, name) ? decision : denyUnattributed(attribution, decisions, type.name, name);
    },
    decideObject: (typeName) => closedIdOf(typeName) ?? decisions.decideType(typeName),
    openSubjectsOf: (typeName) => (attribution === undefined ? [] : openSubjects(attribution, decisions, typeName)),
  };
}
