import { type FieldDefinitionNode, Kind, type TypeNode } from 'graphql';
import type { PolicyTable } from '../read/policyTable.ts';
import type { Problem } from './problem.ts';

const PERSON = 'Person';
const ROOTS = ['Query', 'Mutation'];

/**
 * Finds guarded fields that can be reached without a person and lead to none: the gateway could not record whose data
 * it showed and would never show them. Graphs without persons record none. One problem a field.
 */
export function checkAttribution(policies: PolicyTable): readonly Problem[] {
  const fields = new Map<string, { readonly field: FieldDefinitionNode; readonly isGuarded: boolean }[]>();
  for (const { typeName, field, guard } of policies.coordinates()) {
    const ofType = fields.get(typeName) ?? [];
    fields.set(typeName, ofType);
    ofType.push({ field, isGuarded: guard.kind === 'guarded' });
  }
  if (!fields.has(PERSON)) return [];
  const leadsToPersons = (typeName: string): boolean =>
    typeName === PERSON ||
    (!ROOTS.includes(typeName) && (fields.get(typeName) ?? []).some(({ field }) => isSubject(field)));
  const problems: Problem[] = [];
  const visited = new Set(ROOTS);
  for (const typeName of visited) {
    for (const { field, isGuarded } of fields.get(typeName) ?? []) {
      const returned = policies.possibleTypes(namedTypeOf(field.type));
      if (
        isGuarded &&
        !(returned.length > 0 && returned.every(leadsToPersons)) &&
        !policies.isAboutNobody(typeName, field.name.value)
      ) {
        problems.push({
          code: 'NO_PERSON',
          coordinate: `${typeName}.${field.name.value}`,
          message: `${typeName}.${field.name.value} is guarded and can be selected without a person above it, but its type leads to no person, so a record could not name whose data was shown.`,
          whatToDo: `Give ${typeName} a field that returns the ${PERSON} objects (or a personId: ID), or tag the field "no-person" if it is about no one.`,
        });
      }
      for (const name of returned) if (!leadsToPersons(name)) visited.add(name);
    }
  }
  return problems;
}

/** As the gateway finds them; see gateway/authorization/attribution.ts. */
function isSubject({ name, type, arguments: args = [] }: FieldDefinitionNode): boolean {
  if (args.some((argument) => argument.type.kind === Kind.NON_NULL_TYPE && argument.defaultValue === undefined))
    return false;
  const returned = namedTypeOf(type);
  return returned === PERSON || (name.value === 'personId' && returned === 'ID');
}

function namedTypeOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedTypeOf(type.type);
}
