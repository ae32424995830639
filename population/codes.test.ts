import { buildSubgraphSchema } from '@apollo/subgraph';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { type GraphQLEnumType, getNamedType, isEnumType, isObjectType, parse } from 'graphql';

import { readSubgraphSchema, type SubgraphName } from '../schema/files.ts';
import { generateHouseholds } from './generate.ts';
import { type HouseholdRecords, noRecords } from './householdRecords.ts';

/** Subgraph and type that publish the columns of each kind of record. */
const publishedAs: Readonly<Partial<Record<keyof HouseholdRecords, readonly [SubgraphName, string]>>> = {
  persons: ['identity', 'Person'],
  relationships: ['identity', 'Relationship'],
  snapCases: ['snap', 'SnapParticipation'],
  snapClients: ['snap', 'SnapParticipation'],
  tanfCases: ['tanf', 'TanfParticipation'],
  tanfClients: ['tanf', 'TanfParticipation'],
  coverages: ['medicaid', 'MedicaidCoverage'],
  custodyRecords: ['corrections', 'CustodyRecord'],
  sentences: ['corrections', 'Sentence'],
  students: ['education', 'SchoolEnrollment'],
  energyApplications: ['weatherization', 'EnergyAssistance'],
  childWelfareCases: ['childwelfare', 'ChildWelfareCase'],
  children: ['childwelfare', 'ChildWelfareCase'],
  snapEvents: ['snap', 'SnapEvent'],
  tanfEvents: ['tanf', 'TanfEvent'],
  medicaidEvents: ['medicaid', 'MedicaidEvent'],
  custodyEvents: ['corrections', 'CustodyEvent'],
  educationEvents: ['education', 'EducationEvent'],
  energyEvents: ['weatherization', 'WeatherizationEvent'],
  childWelfareEvents: ['childwelfare', 'ChildWelfareEvent'],
};

/** Kinds of events that no approval opens, and that the schema does not name. */
const barredKinds: readonly string[] = [
  'IMMIGRATION_CHECK',
  'DOMESTIC_VIOLENCE_EXCLUSION',
  'TAX_DATA_MATCH',
  'SANCTION',
  'TREATMENT',
  'TREATMENT_TRANSFER',
  'DISCIPLINE',
  'REPORT',
  'INVESTIGATION',
];

let households: readonly HouseholdRecords[] = [];
beforeAll(() => {
  households = [...generateHouseholds({ persons: 20_000, seed: 'illinois' })];
});

// The keys are those of HouseholdRecords by the type above.
for (const kind of Object.keys(publishedAs) as (keyof HouseholdRecords)[]) {
  describe(`codes of ${kind}`, () => {
    test('are those of the published schema', () => {
      const [system, typeName] = publishedAs[kind] ?? [];
      if (!system || !typeName) throw new Error('Every kind of the loop is published.');
      const enums = enumsOf(system, typeName);
      const unknown = new Set<string>();
      for (const row of households.flatMap((household): readonly object[] => household[kind])) {
        for (const [column, value] of Object.entries(row)) {
          const codes = enums.get(column);
          if (!codes || value === null || (column === 'kind' && barredKinds.includes(value))) continue;
          for (const code of [value].flat()) if (!codes.has(String(code))) unknown.add(`${column}: ${code}`);
        }
      }
      expect([...unknown]).toEqual([]);
    });
  });
}

test('every kind of record occurs', () => {
  for (const kind of Object.keys(noRecords) as (keyof HouseholdRecords)[]) {
    const rows = households.reduce((sum, household) => sum + household[kind].length, 0);
    expect([kind, rows > 0]).toEqual([kind, kind !== 'schools']);
  }
});

test('barred columns hold values, so that a leak shows', () => {
  const some = (holds: (household: HouseholdRecords) => boolean) => households.slice(1).some(holds);
  expect(some((one) => one.snapClients.some((row) => row.immigrationStatus !== null))).toBe(true);
  expect(some((one) => one.snapClients.some((row) => row.domesticViolenceExclusion))).toBe(true);
  expect(some((one) => one.coverages.some((row) => row.substanceUseDiagnoses.length > 0))).toBe(true);
  expect(some((one) => one.coverages.some((row) => row.hivDiagnoses.length > 0))).toBe(true);
  expect(some((one) => one.coverages.some((row) => row.mentalHealthDiagnoses.length > 0))).toBe(true);
  expect(some((one) => one.coverages.some((row) => row.magiIncome !== null))).toBe(true);
  expect(some((one) => one.custodyRecords.some((row) => row.gangAffiliation !== null))).toBe(true);
  expect(some((one) => one.custodyRecords.some((row) => row.disciplinaryRecord.length > 0))).toBe(true);
  expect(some((one) => one.custodyRecords.some((row) => row.grievances.length > 0))).toBe(true);
  expect(some((one) => one.custodyRecords.some((row) => row.mentalHealthTreatment !== null))).toBe(true);
  expect(some((one) => one.children.some((row) => row.reporter !== null))).toBe(true);
  expect(some((one) => one.households.some((row) => row.addressProtected))).toBe(true);
});

/** The code sets of a type's fields, by the name of the field. */
function enumsOf(system: SubgraphName, typeName: string): ReadonlyMap<string, ReadonlySet<string>> {
  const type = buildSubgraphSchema(parse(readSubgraphSchema(system))).getType(typeName);
  if (!isObjectType(type)) throw new Error(`${system} has no type ${typeName}.`);
  const codes = (published: GraphQLEnumType) => new Set(published.getValues().map((value) => value.name));
  return new Map(
    Object.values(type.getFields()).flatMap((field) => {
      const named = getNamedType(field.type);
      return isEnumType(named) ? [[field.name, codes(named)] as const] : [];
    }),
  );
}
