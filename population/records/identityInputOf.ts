import type { IdentityInput, IssuedId, RecordName, SentRecord } from '../../schema/persons/identityInput.ts';
import { numberedSystems } from '../../schema/persons/personKeys.ts';
import { demonstrationHousehold } from '../demonstration/demonstrationHousehold.ts';
import type { HouseholdRecords } from '../householdRecords.ts';
import type { PersonRow } from '../systems/identity.ts';
import type { HouseholdSourceRecords } from './sourceRecords.ts';

const NOTHING: IdentityInput = { records: [], households: [], relationships: [], issuedIds: [] };
/** Systems that do not ask for a language. */
const WITHOUT_LANGUAGE: ReadonlySet<string> = new Set(['weatherization']);

/**
 * What the systems send to the person index about one household, without saying who is who: a relationship is one between
 * two records, of one system where it knows both persons.
 */
export function identityInputOf(tables: HouseholdRecords, { records, truth }: HouseholdSourceRecords): IdentityInput {
  if (records.length === 0) return NOTHING;
  const persons = new Map(tables.persons.map((person) => [person.personId, person]));
  const known = records.flatMap(({ system, number, traits }, at) => {
    const person = persons.get(truth[at]?.personId ?? '');
    if (person === undefined) throw new Error(`A record of ${system} is about nobody of its household.`);
    const record: SentRecord = {
      ...{ system, number, traits, living: person.living, isFormer: !numbersOf(person).includes(number) },
      primaryLanguage: WITHOUT_LANGUAGE.has(system) ? null : person.primaryLanguage,
    };
    return { record, person };
  });
  const recordsOf = (personId: string): readonly RecordName[] =>
    known.filter(({ person }) => person.personId === personId).map(({ record }) => nameOf(record));
  return {
    records: known.map(({ record }) => record),
    households: tables.households
      .map(({ householdId, ...address }) => ({
        ...address,
        members: known.filter(({ person }) => person.householdId === householdId).map(({ record }) => nameOf(record)),
      }))
      .filter(({ members }) => members.length > 0),
    relationships: tables.relationships.flatMap(({ personId, otherPersonId, kind }) =>
      pairsOf(recordsOf(personId), recordsOf(otherPersonId)).map(([one, other]) => ({ one, other, kind })),
    ),
    issuedIds: known.flatMap(({ record, person }) => issuedId(nameOf(record), person)),
  };
}

const nameOf = ({ system, number }: RecordName): RecordName => ({ system, number });

function numbersOf(person: PersonRow): readonly (string | null)[] {
  return numberedSystems.map(([, field]) => person[field]);
}

/** A system that knows both persons knows their relationship; otherwise, one of the first record of each. */
function pairsOf(
  ones: readonly RecordName[],
  others: readonly RecordName[],
): readonly (readonly [RecordName, RecordName])[] {
  const same = ones.flatMap((one) =>
    others.filter(({ system }) => system === one.system).map((other) => [one, other] as const),
  );
  const [one, other] = [ones[0], others[0]];
  return same.length > 0 || one === undefined || other === undefined ? same : [[one, other]];
}

/** Documents and scripts name the people of the demonstration household by these ids. */
function issuedId(record: RecordName, { personId, householdId }: PersonRow): readonly IssuedId[] {
  return householdId === demonstrationHousehold.householdId ? [{ record, personId, householdId }] : [];
}
