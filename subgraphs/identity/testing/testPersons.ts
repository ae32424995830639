import type { AddedPersons } from './addPersons.ts';

export const person = (n: number): string => `00000000-0000-4000-8000-00000000000${n}`;
export const household = (n: number): string => `10000000-0000-4000-8000-00000000000${n}`;

const address = { city: 'Peoria', state: 'IL', zip: '61602', county: 'Peoria', countyFips: '17143' };
const households = [
  { householdId: household(1), addressProtected: false, ...address, street: '12 Elm St' },
  {
    ...{ householdId: household(2), addressProtected: true, street: 'HIDDEN-STREET', city: 'Cairo', state: 'IL' },
    ...{ zip: '62914', county: 'Alexander', countyFips: '17003' },
  },
  { householdId: household(3), addressProtected: false, ...address, street: '1 Main St' },
];
const someone = { middle: null, suffix: null, gender: 'OTHER', primaryLanguage: 'en', living: true };
const persons = [
  {
    ...{ ...someone, personId: person(1), householdId: household(1), given: 'Maria', middle: 'Elena' },
    ...{ family: 'Gonzalez', suffix: 'Sr', birthDate: '1958-03-01', gender: 'FEMALE', primaryLanguage: 'es' },
  },
  {
    ...{ ...someone, personId: person(2), householdId: household(1), given: 'Ana', family: 'Gonzalez' },
    ...{ birthDate: '1990-02-28', gender: 'FEMALE' },
  },
  {
    ...{ ...someone, personId: person(3), householdId: household(1), given: 'Leo', family: 'Gonzalez' },
    ...{ birthDate: '2016-02-29', gender: 'MALE' },
  },
  {
    ...{ ...someone, personId: person(4), householdId: household(2), given: 'Gonzalo', family: 'Mariani' },
    ...{ birthDate: '1990-02-28', gender: 'MALE', living: false },
  },
  ...(
    [
      [1, 'José', 'López'],
      [2, 'Ben', 'Lo\u0301pez'],
      [3, 'Ángela', 'García Muñoz'],
      [4, 'Christopher', 'Le'],
      [5, 'Alexandrina', 'Ng'],
      [6, 'Søren', "O'Neil"],
      [7, 'Łucja', 'Weiß'],
    ] as const
  ).map(([n, given, family]) => ({
    ...{ ...someone, personId: `00000000-0000-4000-8000-00000000010${n}`, householdId: household(3), given, family },
    birthDate: '1950-01-01',
  })),
];
const numbers = (
  [
    [1, 'medicaid', 'R1'],
    [1, 'weatherization', 'E1'],
    [2, 'snap', 'S1'],
    [2, 'tanf', 'T1'],
    [2, 'medicaid', 'R2'],
    [2, 'weatherization', 'E2'],
    [3, 'snap', 'S2'],
    [3, 'snap', 'S2-OLD', false],
    [3, 'tanf', 'T2'],
    [3, 'medicaid', 'R3'],
    [3, 'education', 'SIS1'],
    [3, 'weatherization', 'E3'],
    [3, 'childwelfare', 'CYP1'],
    [4, 'corrections', 'IDOC1'],
  ] as const
).map(([n, system, number, isCurrent = true]) => ({ system, number, personId: person(n), isCurrent }));
const relationships = [
  [person(3), person(2), 'MTH'],
  [person(3), person(1), 'GRPRN'],
  [person(2), person(3), 'CHILD'],
] as const;

/** A family, a man with a protected address, and names that are written in several ways. */
export const testPersons: AddedPersons = { households, persons, numbers, relationships };
