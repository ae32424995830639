import { readFileSync } from 'node:fs';
import { generateHouseholds } from '../../../population/generate.ts';
import { generateSourceRecords } from '../../../population/records/sourceRecords.ts';
import { systemNumbersOf } from '../../../population/systems/identity.ts';
import { createValueSearch } from './valueSearch.ts';

/** In clear text in every database, to prove that each search finds what is there. */
export const CONTROL = { name: 'Controlina', born: '1871-10-08', street: '77 Controlled Avenue', ssn: '900-55-5309' };

/** Searches for everybody of a population: as they are, and as each system wrote them down. */
export function personalValues(options: { readonly persons: number; readonly seed: string }) {
  const households = [...generateHouseholds(options)];
  const persons = households.flatMap((each) => each.persons);
  const records = [...generateSourceRecords(options)].flatMap((each) => each.records);
  const numbers = new Map(
    [...persons.flatMap(systemNumbersOf), ...records].map(({ system, number }) => [number, system] as const),
  );
  const vocabulary = productVocabulary();
  const names = [
    ...persons.flatMap(({ givenName, middleName, familyName }) => [givenName, middleName, familyName]),
    ...records.flatMap(({ traits }) => [traits.given, traits.middle, traits.family]),
    ...households.flatMap(({ children }) => children.map(({ reporter }) => reporter)),
    CONTROL.name,
  ].flatMap((name) => (name === null || vocabulary.has(name.toLowerCase()) ? [] : [name]));
  const streets = [
    ...households.flatMap((each) => each.households.map(({ street }) => street)),
    ...records.flatMap(({ traits: { street } }) => street ?? []),
    CONTROL.street,
  ];
  const digits = [
    ...records.flatMap(({ traits: { ssn, phone } }) =>
      [ssn, phone].flatMap((text) => (text === null || digitsOf(text).length < 7 ? [] : [text, digitsOf(text)])),
    ),
    CONTROL.ssn,
  ];
  const dates = [...persons, ...records.map(({ traits }) => traits)].flatMap(({ birthDate }) => formsOf(birthDate));
  return {
    persons,
    /** Every number by which a system knows a person, and that system. */
    numbers,
    /** Names, streets, telephone and Social Security numbers. */
    whoAnyoneIs: createValueSearch([...names, ...streets, ...digits]),
    birthDates: createValueSearch([...dates, CONTROL.born]),
    personNumbers: createValueSearch(numbers.keys()),
  };
}

/** A date as systems write it: 1984-03-07, 19840307, 03/07/1984, 3/7/1984. */
export function formsOf(date: string | null): readonly string[] {
  if (date === null) return [];
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? [];
  if (year === undefined || month === undefined || day === undefined) return [date];
  return [date, `${year}${month}${day}`, `${month}/${day}/${year}`, `${Number(month)}/${Number(day)}/${year}`];
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** Words of the product itself, such as FOSTER_CARE_CASE: to find a name that is one of them says nothing. */
function productVocabulary(): ReadonlySet<string> {
  return new Set(
    readFileSync('schema/api.graphql', 'utf8')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu),
  );
}
