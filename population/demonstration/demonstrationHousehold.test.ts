import { expect, test } from '@jest/globals';
import { createGenerator } from '../generate.ts';
import type { HouseholdRecords } from '../householdRecords.ts';
import type { PersonRow } from '../systems/identity.ts';
import { demonstrationHousehold } from './demonstrationHousehold.ts';

const records: HouseholdRecords = createGenerator('any seed')(0);
const labeled = new Map(
  demonstrationHousehold.persons.map(({ id, label }) => [label, records.persons.find((row) => row.personId === id)]),
);

function knownTo(person: PersonRow | undefined): readonly string[] {
  const numbers = {
    snap: person?.snapClientId,
    tanf: person?.tanfClientId,
    medicaid: person?.medicaidRin,
    corrections: person?.idocNumber,
    education: person?.sisId,
    weatherization: person?.energyClientId,
    childwelfare: person?.cypId,
  };
  return Object.entries(numbers).flatMap(([system, number]) => (typeof number === 'string' ? [system] : []));
}

test('five people live in the household, and each system knows those it should', () => {
  expect(records.persons.map((row) => row.householdId)).toEqual(Array(5).fill(demonstrationHousehold.householdId));
  expect(knownTo(labeled.get('grandmother'))).toEqual(['medicaid', 'weatherization']);
  expect(knownTo(labeled.get('daughter'))).toEqual(['snap', 'tanf', 'medicaid', 'weatherization']);
  expect(knownTo(labeled.get('partner'))).toEqual(['corrections']);
  expect(knownTo(labeled.get('ward'))).toEqual(['medicaid', 'education', 'weatherization', 'childwelfare']);
  expect(knownTo(labeled.get('child'))).toEqual(['snap', 'tanf', 'medicaid', 'education', 'weatherization']);
});

test('the ward is under guardianship with the grandmother, and the development issuer’s workers of the department carry the case', () => {
  expect(records.children).toMatchObject([
    { cypId: labeled.get('ward')?.cypId, legalStatus: 'GUARDIANSHIP', placementType: 'RELATIVE_FOSTER_HOME' },
  ]);
  const carrying = records.caseAssignments.filter((row) => row.endedOn === null);
  expect(carrying.map((row) => row.worker)).toEqual([
    demonstrationHousehold.caseworker,
    ...demonstrationHousehold.otherWorkers,
  ]);
});

test('it is the same for every seed', () => {
  expect(createGenerator('another seed')(0)).toEqual(records);
});

test('the columns that are never opened all hold a value that a leak would show', () => {
  const [daughterSnap] = records.snapClients;
  expect(daughterSnap).toMatchObject({ immigrationStatus: 'U_VISA_PENDING', domesticViolenceExclusion: true });
  expect(records.tanfClients[0]?.domesticViolenceExclusion).toBe(true);
  for (const barred of ['substanceUseDiagnoses', 'hivDiagnoses', 'mentalHealthDiagnoses'] as const) {
    expect(records.coverages.some((row) => row[barred].length > 0)).toBe(true);
  }
  expect(records.coverages.every((row) => row.magiIncome !== null)).toBe(true);
  const [custody] = records.custodyRecords;
  expect(custody?.disciplinaryRecord).toHaveLength(1);
  expect(custody?.grievances).toHaveLength(1);
  expect(custody?.gangAffiliation).toMatch(/Lords/);
  expect(custody?.mentalHealthTreatment).toMatch(/therapy/);
  expect(records.children[0]?.reporter).toMatch(/Hartmann/);
});
