import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isLeafType,
  isObjectType,
  Kind,
  parse,
  print,
  type SelectionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

const TYPE = 'zzType';
const ID = 'zzId';
const SUBJECT = 'zzSubject';

/** Types that lead to the persons whose data they hold, where no person stands above. Written out a second time. */
const subjectFields: Readonly<Record<string, readonly string[]>> = {
  MedicaidRecipient: ['person'],
  CustodyLookup: ['person'],
  Student: ['person'],
  Household: ['members'],
  ChildWelfareCaseFile: ['children'],
  SnapCase: ['headOfHousehold', 'members'],
  TanfCase: ['payee', 'members'],
  EnergyApplication: ['applicant', 'occupants'],
  Consent: ['personId'],
  Emergency: ['personId'],
  EmergencySubject: ['personId'],
  PersonToTell: ['personId'],
};

/**
 * The same operation with every object telling its type and every person their id, as any client could have asked: so the
 * answer alone says what was shown of whom.
 */
export function tellingOperation(schema: GraphQLSchema, query: string): string {
  const typeInfo = new TypeInfo(schema);
  return print(
    visit(
      parse(query),
      visitWithTypeInfo(typeInfo, {
        Field: {
          leave(field) {
            const type = getNamedType(typeInfo.getType());
            if (field.selectionSet === undefined || !isCompositeType(type) || type.name.startsWith('__'))
              return undefined;
            const added = [
              selection('__typename', TYPE),
              ...(type.name === 'Person' ? [selection('id', ID)] : []),
              ...(subjectFields[type.name] ?? []).map((name, at) =>
                selection(name, `${SUBJECT}${at}`, name === 'personId' ? undefined : [selection('id', ID)]),
              ),
            ];
            return {
              ...field,
              selectionSet: { ...field.selectionSet, selections: [...field.selectionSet.selections, ...added] },
            };
          },
        },
      }),
    ),
  );
}

/** Fields by person's id; under '' what was shown of nobody. */
export type FieldsByPerson = Map<string, Set<string>>;

/** What the answer to a telling operation shows of whom: a plain walk, with nothing kept and nothing compiled. */
export function expectedRecords(schema: GraphQLSchema, query: string, data: unknown): FieldsByPerson {
  const document: DocumentNode = parse(query);
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const expected: FieldsByPerson = new Map();
  let rootHasOwnData = false;

  const fieldsOf = (selections: readonly SelectionNode[], type: string): readonly FieldNode[] =>
    selections.flatMap((one): readonly FieldNode[] => {
      if (one.kind === Kind.FIELD) return [one];
      const fragment = one.kind === Kind.FRAGMENT_SPREAD ? fragments.get(one.name.value) : one;
      const condition = fragment?.typeCondition?.name.value ?? type;
      return condition === type ? fieldsOf(fragment?.selectionSet.selections ?? [], type) : [];
    });

  /** `owners`: those whose data it is; '' for nobody's. */
  function walk(
    value: unknown,
    selections: readonly SelectionNode[],
    type: string,
    owners: readonly string[],
    isBelowPerson: boolean,
  ): void {
    if (Array.isArray(value)) for (const item of value) walk(item, selections, type, owners, isBelowPerson);
    else if (typeof value === 'object' && value !== null) {
      const object = value as Readonly<Record<string, unknown>>; // JSON's objects have text keys
      const isPerson = object[ID] !== undefined;
      const subjects = isBelowPerson || isPerson ? [] : subjectsOf(object);
      const persons = isPerson ? [String(object[ID])] : subjects.length > 0 ? subjects : owners;
      for (const person of persons) if (!expected.has(person)) expected.set(person, new Set());
      for (const field of fieldsOf(selections, type)) {
        const key = field.alias?.value ?? field.name.value;
        // Clients may call a field «constructor».
        const inner = Object.hasOwn(object, key) ? object[key] : undefined;
        const definition = schema.getType(type);
        const shape = isObjectType(definition) ? definition.getFields()[field.name.value] : undefined;
        if (inner === null || inner === undefined || shape === undefined) continue;
        for (const person of persons) expected.get(person)?.add(`${type}.${field.name.value}`);
        const named = getNamedType(shape.type);
        if (persons.includes('') && isLeafType(named)) rootHasOwnData = true;
        if (!isLeafType(named)) {
          walk(inner, field.selectionSet?.selections ?? [], named.name, persons, isPerson || isBelowPerson);
        }
      }
    }
  }
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION)
      walk(data, definition.selectionSet.selections, 'Query', [''], false);
  }
  // The way to persons alone is no disclosure of its own.
  if (!rootHasOwnData) expected.delete('');
  return expected;
}

/** Ids of the persons under the subject keys: each holds a person, a list of them, an id, or nothing. */
function subjectsOf(object: Readonly<Record<string, unknown>>): readonly string[] {
  const values = Object.keys(object)
    .filter((key) => key.startsWith(SUBJECT))
    .flatMap((key) => object[key]);
  const ids = values.map((value) => (typeof value === 'object' && value !== null && ID in value ? value[ID] : value));
  return [...new Set(ids.filter((id) => typeof id === 'string'))];
}

function selection(name: string, alias: string, selections?: readonly SelectionNode[]): FieldNode {
  return {
    kind: Kind.FIELD,
    name: { kind: Kind.NAME, value: name },
    alias: { kind: Kind.NAME, value: alias },
    ...(selections === undefined ? {} : { selectionSet: { kind: Kind.SELECTION_SET, selections } }),
  };
}
