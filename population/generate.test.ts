import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { demonstrationHousehold } from './demonstration/demonstrationHousehold.ts';
import { createGenerator, generateHouseholds, LARGEST_POPULATION, smallestPopulation } from './generate.ts';
import type { HouseholdRecords } from './householdRecords.ts';

const seed = 'illinois';
const people = (households: Iterable<HouseholdRecords>) => [...households].flatMap((household) => household.persons);
const digest = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex');

describe('a population', () => {
  test('has exactly the requested number of persons', () => {
    for (const persons of [smallestPopulation, 6, 7, 100, 999, 1000]) {
      expect(people(generateHouseholds({ persons, seed }))).toHaveLength(persons);
    }
  });

  test('is the same every time for the same seed, and another one for another seed', () => {
    const once = digest([...generateHouseholds({ persons: 2000, seed })]);
    expect(digest([...generateHouseholds({ persons: 2000, seed })])).toBe(once);
    expect(digest([...generateHouseholds({ persons: 2000, seed: 'indiana' })])).not.toBe(once);
  });

  // The bytes are part of the contract: databases loaded yesterday must match. Raise POPULATION_VERSION with this value.
  test('keeps its bytes from one version of the program to the next', () => {
    expect(digest([...generateHouseholds({ persons: 2000, seed })])).toBe(
      '56b6cd0ba34fb8bd101445831b622cd4a6291f468ad6558cd07607b2d3fec26d',
    );
  });

  // Histories came later and draw from a stream of their own: the records that were there before are the same.
  test('keeps its records whatever happened before them', () => {
    const records = [...generateHouseholds({ persons: 2000, seed })].map(
      ({
        snapEvents: _snap,
        tanfEvents: _tanf,
        medicaidEvents: _medicaid,
        custodyEvents: _custody,
        educationEvents: _education,
        energyEvents: _energy,
        childWelfareEvents: _childWelfare,
        ...others
      }) => others,
    );
    expect(digest(records)).toBe('80dd3363a188699a6424acebc1b76fcf87ada9755fa37e5297421b691c184f51');
  });

  test('contains every person of a smaller population, with the same records', () => {
    const inLarge = new Map(
      [...generateHouseholds({ persons: 4000, seed })].map((household) => [household.persons[0]?.personId, household]),
    );
    for (const household of generateHouseholds({ persons: 1000, seed })) {
      expect(digest(inLarge.get(household.persons[0]?.personId))).toBe(digest(household));
    }
  });

  test('gives a household by its index without making those before it', () => {
    const inOrder = [...generateHouseholds({ persons: 2000, seed })];
    const householdAt = createGenerator(seed);
    for (const index of [700, 3, 0, 512]) expect(householdAt(index)).toEqual(inOrder[index]);
  });

  test('begins with the demonstration household', () => {
    const [first] = generateHouseholds({ persons: smallestPopulation, seed: 'any other' });
    expect(first?.persons.map((person) => person.personId)).toEqual(
      demonstrationHousehold.persons.map((person) => person.id),
    );
  });

  test('refuses a size that it cannot have', () => {
    for (const persons of [0, 4, 12.5, Number.NaN, -1, LARGEST_POPULATION + 1]) {
      expect(() => generateHouseholds({ persons, seed })).toThrow(RangeError);
    }
  });
});
