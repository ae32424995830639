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
  type SelectionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { EngineOperation } from '../execution/engine.ts';

/** Object type of persons, and the response key under which `pruned` asks for the id of each. */
export interface PersonKey {
  readonly typeName: string;
  readonly idKey: string;
}

/** Response keys that are asked for besides the client's own and `PersonKey.idKey`, and taken out of the answer again. */
export const subjectKey = '_person360Subject';
export const runtimeTypeKey = '_person360Type';

/**
 * Types that a look-up by an agency's own number returns, and that say with a field `person` whose record it is: what
 * stands at such a place is shown of that person.
 */
export function subjectTypes(schema: GraphQLSchema, personType: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    const type = getNamedType(field.type);
    const person = isObjectType(type) ? type.getFields().person : undefined;
    if (person !== undefined && getNamedType(person.type).name === personType) names.add(type.name);
  }
  return names;
}

/**
 * The operation with the id of every person in the answer too, for engines that do not say by themselves what they show.
 * (`pruned` has the persons' ids already, since decisions may depend on them; here the look-ups' subjects are added.)
 */
export function askForIds(
  operation: EngineOperation,
  schema: GraphQLSchema,
  person: PersonKey,
  subjects: ReadonlySet<string>,
): EngineOperation {
  const showsSubject = (typeName: string): boolean =>
    subjects.has(typeName) && operation.treatmentOf(typeName, fieldNamed('person')).kind === 'show';
  const subjectOf = (types: readonly GraphQLObjectType[]): readonly SelectionNode[] =>
    types.some(({ name }) => showsSubject(name)) && types.length === 1
      ? [fieldNamed('person', subjectKey, [fieldNamed('id', person.idKey)])]
      : [];
  const inOriginal = (types: readonly GraphQLObjectType[], isAbstract: boolean): readonly SelectionNode[] => [
    ...personIdOf(types, person),
    ...subjectOf(types),
    ...(isAbstract ? [fieldNamed('__typename', runtimeTypeKey)] : []),
  ];
  return {
    ...operation,
    original: addSelections(operation.original, schema, inOriginal),
    pruned: operation.pruned === undefined ? undefined : addSelections(operation.pruned, schema, subjectOf),
  };
}

function personIdOf(types: readonly GraphQLObjectType[], person: PersonKey): readonly SelectionNode[] {
  if (!types.some(({ name }) => name === person.typeName)) return [];
  const id = fieldNamed('id', person.idKey);
  if (types.length === 1) return [id];
  return [
    {
      kind: Kind.INLINE_FRAGMENT,
      typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: person.typeName } },
      selectionSet: { kind: Kind.SELECTION_SET, selections: [id] },
    },
  ];
}

function addSelections(
  document: DocumentNode,
  schema: GraphQLSchema,
  selectionsFor: (types: readonly GraphQLObjectType[], isAbstract: boolean) => readonly SelectionNode[],
): DocumentNode {
  const typeInfo = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field: {
        leave(field) {
          if (field.selectionSet === undefined || field.name.value.startsWith('__')) return undefined;
          const type = getNamedType(typeInfo.getType());
          if (!isCompositeType(type)) return undefined;
          const isAbstract = isAbstractType(type);
          const added = selectionsFor(isAbstract ? schema.getPossibleTypes(type) : [type], isAbstract);
          if (added.length === 0) return undefined;
          const selections = [...field.selectionSet.selections, ...added];
          return { ...field, selectionSet: { ...field.selectionSet, selections } };
        },
      },
    }),
  );
}

function fieldNamed(name: string, alias?: string, selections?: readonly SelectionNode[]): FieldNode {
  return {
    kind: Kind.FIELD,
    name: { kind: Kind.NAME, value: name },
    ...(alias === undefined ? {} : { alias: { kind: Kind.NAME, value: alias } }),
    ...(selections === undefined ? {} : { selectionSet: { kind: Kind.SELECTION_SET, selections } }),
  };
}
