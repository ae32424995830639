import { type FieldNode, type GraphQLNamedType, type GraphQLObjectType, Kind, type SelectionNode } from 'graphql';
import { fieldNamed } from '../../documents/fieldNamed.ts';
import { PERSON_ID_KEY, subjectKeyAt } from '../../documents/hiddenKeys.ts';
import type { PlaceDecisions } from './placeDecisions.ts';
import { namedType } from './pruningTypes.ts';

/** Fields that the gateway selects for itself, under keys that no response holds. */
export interface HiddenFields {
  /** Hidden keys, by object type, that say whose data an object is where no person stands above it. */
  readonly subjectKeys: ReadonlyMap<string, readonly string[]>;
  /**
   * Selects the id of a person. It must be known whose data is disclosed and on whom decisions depend, whatever path
   * led to the person.
   *
   * @param types object types that can be at the place
   * @param stated type that the text names there
   */
  personId(types: readonly GraphQLObjectType[], stated: GraphQLNamedType | undefined): readonly SelectionNode[];
  /** Selects the persons whose data an object is. */
  subjects(types: readonly GraphQLObjectType[], stated: GraphQLNamedType | undefined): readonly SelectionNode[];
}

export function createHiddenFields(
  decisions: Pick<PlaceDecisions, 'closedIdOf' | 'openSubjectsOf'>,
  personType: string | undefined,
  /** True if responses are recorded, so that they must say whose data they disclose. */
  isRecorded: boolean,
): HiddenFields {
  const subjectKeys = new Map<string, readonly string[]>();
  return {
    subjectKeys,
    personId(types, stated) {
      const person = types.find(({ name }) => name === personType);
      if (person === undefined || decisions.closedIdOf(person.name) !== undefined) return [];
      return onType(person, stated, [PERSON_ID]);
    },
    subjects(types, stated) {
      if (!isRecorded) return [];
      return types.flatMap((type) => {
        const fields = decisions.openSubjectsOf(type.name);
        if (fields.length === 0) return [];
        subjectKeys.set(
          type.name,
          fields.map((_, index) => subjectKeyAt(index)),
        );
        const selections = fields.map(({ name, isPerson }, index) =>
          fieldNamed(name, subjectKeyAt(index), isPerson ? [PERSON_ID] : undefined),
        );
        return onType(type, stated, selections);
      });
    },
  };
}

const PERSON_ID: FieldNode = fieldNamed('id', PERSON_ID_KEY);

function onType(
  type: GraphQLObjectType,
  stated: GraphQLNamedType | undefined,
  selections: readonly SelectionNode[],
): readonly SelectionNode[] {
  if (type === stated) return selections;
  return [
    {
      kind: Kind.INLINE_FRAGMENT,
      typeCondition: namedType(type.name),
      selectionSet: { kind: Kind.SELECTION_SET, selections },
    },
  ];
}
