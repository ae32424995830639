import type { HouseholdRecords } from '../householdRecords.ts';
import type { PersonRow } from '../systems/identity.ts';

/** The person of the household whom a record is about. */
export function personOf(household: HouseholdRecords, found: (person: PersonRow) => boolean): PersonRow {
  const person = household.persons.find(found);
  if (!person) throw new Error('A record belongs to nobody of its household.');
  return person;
}

/** Completed years on a day. */
export function ageOn(person: PersonRow, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(person.birthDate.slice(0, 4));
  return person.birthDate.slice(5) > day.slice(5) ? years - 1 : years;
}
