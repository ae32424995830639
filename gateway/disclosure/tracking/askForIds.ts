import {
  type DocumentNode,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  Kind,
  type SelectionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Attribution, SubjectField } from '../../authorization/attribution.ts';
import { RUNTIME_TYPE_KEY } from '../../documents/hiddenKeys.ts';
import type { EngineOperation } from '../../execution/contract/engine.ts';

/** Object type of persons, and the response key under which `pruned` asks for the id of each. */
export interface PersonKey {
  readonly typeName: string;
  readonly idKey: string;
  /** Response keys of the persons whose data an object is begin with it. */
  readonly subjectKey: string;
}

/**
 * Selects, at every object without a person above it, the persons whose data it is, under hidden response keys. The caller
 * passes the result to an engine. (The persons' own ids are in `pruned` already, since decisions may depend on them.)
 */
export function askForSubjects(
  operation: EngineOperation,
  schema: GraphQLSchema,
  person: PersonKey,
  attribution: Attribution,
): EngineOperation {
  if (operation.pruned === undefined) return operation;
  const subjects = new Map<string, readonly string[]>();
  const isOpen = (typeName: string, name: string): boolean =>
    operation.accessOf(typeName, fieldNamed(name)).kind === 'show';
  const pruned = addSelections(operation.pruned, schema, person.typeName, (types, _, isBelowPerson) => {
    if (isBelowPerson) return [];
    return types.flatMap((type) => {
      const fields = attribution.subjectsOf(type.name);
      if (fields.length === 0 || !fields.every(({ name }) => isOpen(type.name, name))) return [];
      subjects.set(
        type.name,
        fields.map((_field, index) => subjectKeyAt(person, index)),
      );
      return onType(type, types, fields.map(subjectSelection(person)));
    });
  });
  return subjects.size === 0 ? operation : { ...operation, pruned, subjectKeys: subjects };
}

/** For engines that do not track disclosures: the same in the client's own document, to be read from the response. */
export function askForIds(
  operation: EngineOperation,
  schema: GraphQLSchema,
  person: PersonKey,
  attribution: Attribution,
): EngineOperation {
  const open = operation.subjectKeys ?? new Map<string, readonly string[]>();
  const original = addSelections(operation.original, schema, person.typeName, (types, isAbstract, isBelowPerson) => [
    ...personIdOf(types, person),
    ...types.flatMap((type) =>
      isBelowPerson || !open.has(type.name)
        ? []
        : onType(type, types, attribution.subjectsOf(type.name).map(subjectSelection(person))),
    ),
    ...(isAbstract ? [fieldNamed('__typename', RUNTIME_TYPE_KEY)] : []),
  ]);
  return { ...operation, original };
}

/** Response key of the nth field that leads from an object to its persons. */
function subjectKeyAt({ subjectKey }: PersonKey, index: number): string {
  return `${subjectKey}${index}`;
}

function subjectSelection(person: PersonKey): (field: SubjectField, index: number) => FieldNode {
  return ({ name, isPerson }, index) =>
    fieldNamed(name, subjectKeyAt(person, index), isPerson ? [fieldNamed('id', person.idKey)] : undefined);
}

/** Selections for one of the types that an object can have. */
function onType(
  { name }: GraphQLObjectType,
  types: readonly GraphQLObjectType[],
  selections: readonly SelectionNode[],
): readonly SelectionNode[] {
  if (types.length === 1) return selections;
  return [
    {
      kind: Kind.INLINE_FRAGMENT,
      typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: name } },
      selectionSet: { kind: Kind.SELECTION_SET, selections },
    },
  ];
}

function personIdOf(types: readonly GraphQLObjectType[], person: PersonKey): readonly SelectionNode[] {
  const type = types.find(({ name }) => name === person.typeName);
  return type === undefined ? [] : onType(type, types, [fieldNamed('id', person.idKey)]);
}

function addSelections(
  document: DocumentNode,
  schema: GraphQLSchema,
  personType: string,
  selectionsFor: (
    types: readonly GraphQLObjectType[],
    isAbstract: boolean,
    /** As far as it is known: in a named fragment nothing is known of what stands above. */
    isBelowPerson: boolean,
  ) => readonly SelectionNode[],
): DocumentNode {
  const typeInfo = new TypeInfo(schema);
  let personsAbove = 0;
  return visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field: {
        enter(field) {
          if (field.selectionSet !== undefined && getNamedType(typeInfo.getType())?.name === personType)
            personsAbove += 1;
        },
        leave(field) {
          const isPerson = field.selectionSet !== undefined && getNamedType(typeInfo.getType())?.name === personType;
          if (isPerson) personsAbove -= 1;
          if (field.selectionSet === undefined || field.name.value.startsWith('__')) return undefined;
          const type = getNamedType(typeInfo.getType());
          if (!isCompositeType(type)) return undefined;
          const isAbstract = isAbstractType(type);
          const added = selectionsFor(
            isAbstract ? schema.getPossibleTypes(type) : [type],
            isAbstract,
            personsAbove > 0,
          );
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
