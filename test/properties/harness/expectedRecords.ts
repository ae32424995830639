import { readFileSync } from 'node:fs';
import {
  type DocumentNode,
  type FieldDefinitionNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isLeafType,
  isObjectType,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  type SelectionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Answer, AnswerError } from '../../harness/answer.ts';

/** Root fields that read the log: those of the audit system. A reading is recorded even when it shows nothing. */
export const readsTheLog: ReadonlySet<string> = new Set(
  parse(readFileSync('schema/audit.graphql', 'utf8')).definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION && definition.name.value === 'Query'
      ? (definition.fields ?? []).map(({ name }) => `Query.${name.value}`)
      : [],
  ),
);

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
  UnmaskedPseudonym: ['person'],
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

/** Type.field of what a dataset guards, as the supergraph says. */
const guarded = new Set<string>();
const isGuarded = ({ directives = [] }: FieldDefinitionNode | ObjectTypeDefinitionNode): boolean =>
  directives.some(({ name }) => name.value === 'policy');
for (const type of parse(readFileSync('schema/supergraph.graphql', 'utf8')).definitions) {
  if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
  for (const field of type.fields ?? []) {
    if (isGuarded(type) || isGuarded(field)) guarded.add(`${type.name.value}.${field.name.value}`);
  }
}

/** What one record names. */
export interface ExpectedFields {
  readonly shown: Set<string>;
  /** Guarded fields that were null or an empty list, where no error says why. */
  readonly empty: Set<string>;
}

/** By person's id; under '' what was shown without a person. */
export type FieldsByPerson = Map<string, ExpectedFields>;

type Path = readonly (string | number)[];

/** A failure at the place, above it or below it, or a denial of the place or its coordinate; `@` is every position. */
function accountsFor({ path = [], extensions }: AnswerError, place: Path, coordinate: string): boolean {
  const isDenial = extensions.code === 'UNAUTHORIZED_FIELD_OR_TYPE';
  if (isDenial && extensions.reason !== 'CONDITION_NOT_MET' && extensions.coordinate === coordinate) return true;
  if (isDenial && path.length > place.length) return false;
  return place
    .slice(0, path.length)
    .every((part, at) => path[at] === part || (path[at] === '@' && typeof part === 'number'));
}

/** What the answer to a telling operation shows of whom: a plain walk, with nothing kept and nothing compiled. */
export function expectedRecords(
  schema: GraphQLSchema,
  query: string,
  { data, errors }: Pick<Answer, 'data' | 'errors'>,
): FieldsByPerson {
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

  /** `owners`: the persons whose data it is; '' for data without a person. */
  function walk(
    value: unknown,
    selections: readonly SelectionNode[],
    type: string,
    owners: readonly string[],
    isBelowPerson: boolean,
    path: Path,
  ): void {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries())
        walk(item, selections, type, owners, isBelowPerson, [...path, index]);
    } else if (typeof value === 'object' && value !== null) {
      const object = value as Readonly<Record<string, unknown>>; // JSON's objects have text keys
      const isPerson = object[ID] !== undefined;
      const subjects = isBelowPerson || isPerson ? [] : subjectsOf(object);
      const persons = isPerson ? [String(object[ID])] : subjects.length > 0 ? subjects : owners;
      for (const person of persons)
        if (!expected.has(person)) expected.set(person, { shown: new Set(), empty: new Set() });
      for (const field of fieldsOf(selections, type)) {
        const key = field.alias?.value ?? field.name.value;
        // Clients may call a field «constructor».
        const inner = Object.hasOwn(object, key) ? object[key] : undefined;
        const definition = schema.getType(type);
        const shape = isObjectType(definition) ? definition.getFields()[field.name.value] : undefined;
        if (inner === undefined || shape === undefined) continue;
        const coordinate = `${type}.${field.name.value}`;
        const place = [...path, key];
        const isEmpty = inner === null || (Array.isArray(inner) && inner.length === 0);
        if (isEmpty && guarded.has(coordinate) && !errors.some((error) => accountsFor(error, place, coordinate))) {
          for (const person of persons) expected.get(person)?.empty.add(coordinate);
        }
        const isAnswered = !errors.some(({ path: at = [] }) => at.length === 1 && at[0] === key);
        if (readsTheLog.has(coordinate) && isAnswered) rootHasOwnData = true;
        if (inner === null) continue;
        for (const person of persons) expected.get(person)?.shown.add(coordinate);
        const named = getNamedType(shape.type);
        if (persons.includes('') && isLeafType(named)) rootHasOwnData = true;
        if (!isLeafType(named)) {
          walk(inner, field.selectionSet?.selections ?? [], named.name, persons, isPerson || isBelowPerson, place);
        }
      }
    }
  }
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION)
      walk(data, definition.selectionSet.selections, 'Query', [''], false, []);
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
