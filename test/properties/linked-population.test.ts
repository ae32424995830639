import { describe, expect, test } from '@jest/globals';
import { demonstrationHousehold } from '../../population/demonstration/demonstrationHousehold.ts';
import { demonstrationRecords } from '../../population/demonstration/demonstrationRecords.ts';
import { generateSourceRecords } from '../../population/records/sourceRecords.ts';
import { linkedPopulation } from '../harness/linkedPopulation.ts';

/** What `person360 start` loads. */
const size = { persons: 5_000, seed: 'illinois' };

const population = await linkedPopulation(size);
const { index, idsOfTruePerson, truePersonsOf } = population;
const truth = [...generateSourceRecords(size)].flatMap((household) => household.truth);
const known = [...new Set(truth.map(({ personId }) => personId))];

describe('the index of the default population', () => {
  test('never has the records of two persons under one id', () => {
    expect(index.persons.length).toBeGreaterThan(1_500);
    for (const { personId } of index.persons) expect([personId, truePersonsOf(personId).size]).toEqual([personId, 1]);
  });

  test('has few persons under two ids or three, and few pairs for people to decide', () => {
    const split = known.filter((id) => idsOfTruePerson(id).size > 1);
    expect(known.filter((id) => idsOfTruePerson(id).size === 0)).toEqual([]);
    expect(split.length / known.length).toBeLessThan(0.025);
    expect(Math.max(...split.map((id) => idsOfTruePerson(id).size))).toBeLessThan(4);
    expect(index.linked.review.length / index.records.length).toBeLessThan(0.02);
  });

  test('gives every household of it, and each person the household that they live in', () => {
    const households = new Map(index.households.map((household) => [household.householdId, household]));
    const trueHouseholds = new Map(
      population.households.flatMap(({ persons, households: [home] }) =>
        persons.map(({ personId }) => [personId, home] as const),
      ),
    );
    for (const { personId, householdId } of index.persons) {
      const [truePerson = ''] = truePersonsOf(personId);
      const home = trueHouseholds.get(truePerson);
      expect(households.get(householdId)).toMatchObject({
        ...{ street: home?.street, zip: home?.zip, addressProtected: home?.addressProtected },
      });
    }
    expect(new Set(index.persons.map(({ householdId }) => householdId)).size).toBe(index.households.length);
    expect(index.households.filter(({ addressProtected }) => addressProtected).length).toBeGreaterThan(0);
  });

  test('has one current number for each person in a system', () => {
    const current = index.records.filter(({ isCurrent }) => isCurrent);
    expect(new Set(current.map(({ personId, system }) => `${personId} ${system}`)).size).toBe(current.length);
    const every = new Set(index.records.map(({ personId, system }) => `${personId} ${system}`));
    expect(current.length).toBe(every.size);
    // Those that the systems' own tables have.
    const former = index.records.filter(({ sent }) => sent.isFormer);
    expect(former.length).toBeGreaterThan(10);
    for (const { personId, system, isCurrent } of former) {
      const others = index.records.filter((each) => each.personId === personId && each.system === system);
      expect(isCurrent).toBe(others.length === 1);
    }
  });
});

describe('the demonstration household', () => {
  const ids = demonstrationHousehold.persons.map(({ id }) => id);
  const members = index.persons.filter(({ householdId }) => householdId === demonstrationHousehold.householdId);

  test('is exactly right: its five persons, under the ids of the documents', () => {
    expect(members.map(({ personId }) => personId).sort()).toEqual([...ids].sort());
    const expected = demonstrationRecords.persons.map((person) => ({
      ...{ personId: person.personId, householdId: person.householdId, living: true, suffix: null },
      ...{ given: person.givenName, middle: person.middleName, family: person.familyName },
      ...{ birthDate: person.birthDate, gender: person.gender, primaryLanguage: person.primaryLanguage },
    }));
    const shown = ids.map((id) => {
      const { sources: _, ...person } = members.find(({ personId }) => personId === id) ?? {};
      return person;
    });
    expect(shown).toEqual(expected);
  });

  test('has its sixteen numbers, its relationships, and its address', () => {
    const numbers = index.records.filter(({ personId }) => ids.some((id) => id === personId));
    expect(numbers).toHaveLength(16);
    for (const { system, number, personId } of numbers) {
      const row = truth.find((each) => each.system === system && each.number === number);
      expect([system, number, personId]).toEqual([system, number, row?.personId]);
    }
    const inHousehold = index.relationships.filter(([person]) => ids.some((id) => id === person));
    expect(inHousehold.toSorted()).toEqual(
      demonstrationRecords.relationships
        .map(({ personId, otherPersonId, kind }) => [personId, otherPersonId, kind])
        .sort(),
    );
    expect(index.households).toContainEqual(demonstrationRecords.households[0]);
  });
});
