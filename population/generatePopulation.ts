import type { IdentityInput } from '../schema/persons/identityInput.ts';
import { demonstrationRecords } from './demonstration/demonstrationRecords.ts';
import { createHouseholdSource, fillPlaces, requirePossibleSize } from './generate.ts';
import { householdRecordsOf } from './household/householdRecordsOf.ts';
import type { HouseholdRecords } from './householdRecords.ts';
import { demonstrationSourceRecords } from './records/demonstrationSourceRecords.ts';
import { identityInputOf } from './records/identityInputOf.ts';
import { createSocialSecurityNumbers } from './records/socialSecurityNumbers.ts';
import { sourceRecordsOf } from './records/sourceRecords.ts';

/** One household: the rows of the systems' own tables, and what the systems send to the person index. */
export interface GeneratedHousehold {
  readonly tables: HouseholdRecords;
  readonly input: IdentityInput;
}

export interface PopulationSize {
  readonly persons: number;
  readonly seed: string;
}

/**
 * Generates exactly `persons` people, household by household, as the systems know them. Who is who is in none of it but in
 * `tables.persons`, which is for evaluation only.
 *
 * @throws RangeError if `persons` is not a whole number from the smallest to the largest population
 */
export function generatePopulation({ persons, seed }: PopulationSize): Iterable<GeneratedHousehold> {
  requirePossibleSize(persons);
  const householdAt = createHouseholdSource(seed);
  const socialSecurityNumber = createSocialSecurityNumbers(seed);
  function generate(index: number): GeneratedHousehold {
    if (index === 0) {
      const demonstration = { persons: demonstrationRecords.persons.length, ...demonstrationSourceRecords };
      return { tables: demonstrationRecords, input: identityInputOf(demonstrationRecords, demonstration) };
    }
    const household = householdAt(index);
    const tables = householdRecordsOf(household);
    return { tables, input: identityInputOf(tables, sourceRecordsOf(household, tables, socialSecurityNumber)) };
  }
  return { [Symbol.iterator]: () => fillPlaces(persons, generate, ({ tables }) => tables.persons.length) };
}

/** What the systems send to the person index about the same people. */
export function* generateIdentityInput(size: PopulationSize): Generator<IdentityInput> {
  for (const { input } of generatePopulation(size)) yield input;
}
