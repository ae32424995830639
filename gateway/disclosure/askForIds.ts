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
  /** Response key of the person whom a record found by a number is about. */
  readonly subjectKey: string;
}

/** Asked for besides, and taken out of the answer again. */
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
 * The operation as every engine gets it: at records found by an agency's own number it asks for the person they are about.
 * (The persons' own ids are in `pruned` already, since decisions may depend on them.)
 */
export function askForSubjects(
  operation: EngineOperation,
  schema: GraphQLSchema,
  person: PersonKey,
  subjects: ReadonlySet<string>,
): EngineOperation {
  if (operation.pruned === undefined) return operation;
  const open = new Set(
    [...subjects].filter((name) => operation.treatmentOf(name, fieldNamed('person')).kind === 'show'),
  );
  const pruned = addSelections(operation.pruned, schema, (types) => subjectOf(types, person, open));
  return pruned === operation.pruned ? operation : { ...operation, pruned, subjectTypes: open };
}

/** For engines that do not say by themselves what they show: the same in the client's own document, to be read there. */
export function askForIds(operation: EngineOperation, schema: GraphQLSchema, person: PersonKey): EngineOperation {
  const open = operation.subjectTypes ?? new Set();
  const original = addSelections(operation.original, schema, (types, isAbstract) => [
    ...personIdOf(types, person),
    ...subjectOf(types, person, open),
    ...(isAbstract ? [fieldNamed('__typename', runtimeTypeKey)] : []),
  ]);
  return { ...operation, original };
}

function subjectOf(
  types: readonly GraphQLObjectType[],
  person: PersonKey,
  open: ReadonlySet<string>,
): readonly SelectionNode[] {
  const [type] = types;
  if (type === undefined || types.length > 1 || !open.has(type.name)) return [];
  return [fieldNamed('person', person.subjectKey, [fieldNamed('id', person.idKey)])];
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
