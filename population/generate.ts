import { demonstrationRecords } from './demonstration/demonstrationRecords.ts';
import { drawHousehold } from './household/drawHousehold.ts';
import type { Household } from './household/household.ts';
import { householdRecordsOf } from './household/householdRecordsOf.ts';
import { type HouseholdRecords, noRecords } from './householdRecords.ts';
import { schools } from './places/schools.ts';
import { createHouseholdSeeds } from './random/householdSeeds.ts';
import { createSystemNumbers } from './random/systemNumbers.ts';

/** The demonstration household is always there: five people. */
export const smallestPopulation = demonstrationRecords.persons.length;
/** So many fit the numbers of every system. */
export const LARGEST_POPULATION = 5_000_000;

/** Rows that do not belong to a household: the schools. */
export const referenceRecords: HouseholdRecords = { ...noRecords, schools };

/** Household number `index` of the seed's Illinois, whatever the size of the population: 0 is the demonstration's. */
export function createGenerator(seed: string): (index: number) => HouseholdRecords {
  const householdAt = createHouseholdSource(seed);
  return (index) => (index === 0 ? demonstrationRecords : householdRecordsOf(householdAt(index)));
}

/** Household number `index`, from 1, before its records are drawn: the records draw on its random stream. */
export function createHouseholdSource(seed: string): (index: number) => Household {
  const seeds = createHouseholdSeeds(seed);
  const numbers = createSystemNumbers(seed);
  return (index) => drawHousehold(index, seeds(index), numbers);
}

/**
 * Generates exactly `persons` people in whole households, in the order of their indexes. The last few places go to the
 * next households that fit, so everyone in a population is, with the same records, in every larger one.
 *
 * @throws RangeError if `persons` is not a whole number from the smallest to the largest population
 */
export function generateHouseholds(options: {
  readonly persons: number;
  readonly seed: string;
}): Iterable<HouseholdRecords> {
  const { persons, seed } = options;
  requirePossibleSize(persons);
  const householdAt = createGenerator(seed);
  return { [Symbol.iterator]: () => fillPlaces(persons, householdAt, (household) => household.persons.length) };
}

/** @throws RangeError if `persons` is not a whole number from the smallest to the largest population */
export function requirePossibleSize(persons: number): void {
  if (!Number.isInteger(persons) || persons < smallestPopulation || persons > LARGEST_POPULATION) {
    throw new RangeError(
      `The population must be a whole number of persons from ${smallestPopulation} to ${LARGEST_POPULATION}, not ${persons}.`,
    );
  }
}

/** Households in the order of their indexes until exactly `persons` people are in them. */
export function* fillPlaces<Each>(
  persons: number,
  householdAt: (index: number) => Each,
  personsIn: (household: Each) => number,
): Generator<Each> {
  let places = persons;
  for (let index = 0; places > 0; index++) {
    const household = householdAt(index);
    if (personsIn(household) > places) continue;
    places -= personsIn(household);
    yield household;
  }
}
