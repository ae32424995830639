import type { HumanName, Patient } from 'fhir/r4.js';
import type { ShownPerson } from '../graph/documents.ts';
import type { IdentifierSystems } from './identifierSystems.ts';

const GENDERS = { MALE: 'male', FEMALE: 'female', OTHER: 'other', UNKNOWN: 'unknown' } as const;

/** Patient with what the response shows of a person; elements that are closed or unknown are left out. */
export function patientOfPerson(
  { id, name, birthDate, gender, living }: ShownPerson,
  systems: IdentifierSystems,
): Patient {
  const humanName = name === null ? undefined : humanNameOf(name);
  return {
    resourceType: 'Patient',
    id,
    identifier: [{ system: systems.person, value: id }],
    ...(humanName === undefined ? {} : { name: [humanName] }),
    ...(birthDate === null ? {} : { birthDate }),
    ...(gender === null ? {} : { gender: GENDERS[gender] }),
    ...(living === false ? { deceasedBoolean: true } : {}),
  };
}

/** Undefined: no part of the name is shown. */
function humanNameOf({ given, middle, family, suffix }: NonNullable<ShownPerson['name']>): HumanName | undefined {
  const givens = [given, middle].filter((part) => part !== null);
  const name: HumanName = {
    ...(family === null ? {} : { family }),
    ...(givens.length === 0 ? {} : { given: givens }),
    ...(suffix === null ? {} : { suffix: [suffix] }),
  };
  return Object.keys(name).length === 0 ? undefined : { use: 'official', ...name };
}
