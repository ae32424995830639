import { type GraphQLObjectType, type GraphQLSchema, getNamedType, isObjectType, isRequiredArgument } from 'graphql';
import type { PolicyTable } from '../../supergraph/read/policyTable.ts';
import { fieldNamed } from '../documents/fieldNamed.ts';
import type { Decision, Denied } from '../model/decision.ts';
import { decideField } from './decisions/decideField.ts';
import type { DecisionTable } from './decisions/decisionTable.ts';

type Deciding = Pick<DecisionTable, 'decide' | 'decideArgument' | 'defaultedArguments'>;

/** A field that leads from an object to a person whose data it holds. */
export interface SubjectField {
  readonly name: string;
  /** True if it returns persons; otherwise it returns a Person.id. */
  readonly isPerson: boolean;
}

/** Attribution of objects to persons, where no person is above them in the operation. */
export interface Attribution {
  readonly personType: string;
  /** Every field of the type that leads to a person. Empty if none does. */
  subjectsOf(typeName: string): readonly SubjectField[];
  /** True if the SDL tags the field or its type with `@tag(name: "no-person")`: it is about no person. */
  isAboutNobody(typeName: string, fieldName: string): boolean;
}

/**
 * Finds the types that lead to persons: by a field that returns Person objects, or by a Person.id named `personId`.
 * Such a field must not need arguments, because the gateway selects it itself.
 */
export function createAttribution(
  schema: GraphQLSchema,
  personType: string,
  policies: Pick<PolicyTable, 'isAboutNobody'>,
): Attribution {
  const subjects = new Map<string, readonly SubjectField[]>();
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name === personType || type.name.startsWith('__') || roots.includes(type)) continue;
    const fields = Object.values(type.getFields()).flatMap(
      ({ name, type: returned, args }): readonly SubjectField[] => {
        if (args.some(isRequiredArgument)) return [];
        const named = getNamedType(returned).name;
        if (named === personType) return [{ name, isPerson: true }];
        return name === 'personId' && named === 'ID' ? [{ name, isPerson: false }] : [];
      },
    );
    if (fields.length > 0) subjects.set(type.name, fields);
  }
  return { personType, subjectsOf: (typeName) => subjects.get(typeName) ?? [], isAboutNobody: policies.isAboutNobody };
}

/** The subject fields of a type, when all are open without a condition. Otherwise a person could be missing. */
export function openSubjects(attribution: Attribution, decisions: Deciding, typeName: string): readonly SubjectField[] {
  const fields = attribution.subjectsOf(typeName);
  return fields.every(({ name }) => isPlainlyOpen(decideSubject(decisions, typeName, name))) ? fields : [];
}

/** Checks whether data below an object of this type can be recorded against persons, although no person is above it. */
export function leadsToPersons(attribution: Attribution, decisions: Deciding, { name }: GraphQLObjectType): boolean {
  return name === attribution.personType || openSubjects(attribution, decisions, name).length > 0;
}

/**
 * Denies a guarded field whose persons cannot be known: a disclosure must be recorded against the persons whose data it
 * is. See 45 CFR 164.528(b)(2) and 34 CFR 99.32.
 */
export function denyUnattributed(
  attribution: Attribution,
  decisions: Deciding,
  typeName: string,
  fieldName: string,
): Denied {
  const closed = attribution
    .subjectsOf(typeName)
    .map(({ name }) => ({ name, decision: decideSubject(decisions, typeName, name) }))
    .find(({ decision }) => !isPlainlyOpen(decision));
  const own = closed?.decision.kind === 'deny' ? closed.decision : undefined;
  const needs =
    closed === undefined
      ? ''
      : ` That needs ${typeName}.${closed.name}, which is open to you under a condition only, or not at all.`;
  return {
    kind: 'deny',
    reason: 'PERSON_UNKNOWN',
    dataset: own?.dataset,
    owner: own?.owner,
    remedy: {
      ...(own?.remedy.requestAccess === undefined ? {} : { requestAccess: own.remedy.requestAccess }),
      action: own?.remedy.requestAccess === undefined ? 'NONE' : 'REQUEST_ACCESS',
      message: `${typeName}.${fieldName} is available only where it is known whose data it is.${needs} Select it through a person instead.`,
    },
  };
}

/** Decides for a subject field as the gateway selects it: without arguments. */
function decideSubject(decisions: Deciding, typeName: string, fieldName: string): Decision {
  return decideField(decisions, typeName, fieldNamed(fieldName));
}

function isPlainlyOpen(decision: Decision): boolean {
  return decision.kind === 'allow' && decision.rules === undefined;
}
