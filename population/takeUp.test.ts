import { beforeAll, describe, expect, test } from '@jest/globals';
import { generateHouseholds } from './generate.ts';
import type { HouseholdRecords } from './householdRecords.ts';
import { counties } from './places/counties.ts';

const persons = 60_000;
let households: readonly HouseholdRecords[] = [];

beforeAll(() => {
  households = [...generateHouseholds({ persons, seed: 'illinois' })];
});

function count(rows: (household: HouseholdRecords) => number): number {
  return households.reduce((sum, household) => sum + rows(household), 0);
}

describe('take-up in 60,000 persons', () => {
  test('Medicaid covers about one in four', () => {
    const covered = count((household) => household.coverages.filter((coverage) => coverage.status === 'ACTIVE').length);
    expect(covered / persons).toBeGreaterThan(0.23);
    expect(covered / persons).toBeLessThan(0.285);
  });

  test('SNAP serves about one in six', () => {
    const served = count((household) =>
      household.snapCases[0]?.status === 'ACTIVE' ? household.snapClients.length : 0,
    );
    expect(served / persons).toBeGreaterThan(0.15);
    expect(served / persons).toBeLessThan(0.19);
  });

  test('TANF serves about one in a hundred', () => {
    const served = count((household) =>
      household.tanfCases[0]?.status === 'ACTIVE' ? household.tanfClients.length : 0,
    );
    expect(served / persons).toBeGreaterThan(0.007);
    expect(served / persons).toBeLessThan(0.014);
  });

  test('about four in a thousand are in custody or on supervised release', () => {
    const status = new Set(['IN_CUSTODY', 'MSR']);
    const held = count((household) => household.custodyRecords.filter((record) => status.has(record.status)).length);
    expect(held / persons).toBeGreaterThan(0.003);
    expect(held / persons).toBeLessThan(0.005);
  });

  test('about six in a thousand children are wards of the state', () => {
    const status = new Set(['GUARDIANSHIP', 'TEMPORARY_CUSTODY']);
    const wards = count((household) => household.children.filter((child) => status.has(child.legalStatus)).length);
    const minors = count((household) => household.persons.filter((person) => person.birthDate > '2008-11-02').length);
    expect(wards / minors).toBeGreaterThan(0.004);
    expect(wards / minors).toBeLessThan(0.009);
  });

  test('about six in a hundred households get energy assistance', () => {
    const applications = count((household) => household.energyApplications.length);
    expect(applications / households.length).toBeGreaterThan(0.05);
    expect(applications / households.length).toBeLessThan(0.075);
  });

  test('nine in ten children of school age are in public schools', () => {
    let ofSchoolAge = 0;
    let students = 0;
    for (const person of households.flatMap((household) => household.persons)) {
      if (person.birthDate > '2021-09-01' || person.birthDate <= '2008-09-01') continue;
      ofSchoolAge += 1;
      if (person.sisId !== null) students += 1;
    }
    expect(students / ofSchoolAge).toBeGreaterThan(0.87);
    expect(students / ofSchoolAge).toBeLessThan(0.92);
  });

  test('three in a hundred children are twins, and no siblings have one name', () => {
    let children = 0;
    let twins = 0;
    let namesakes = 0;
    for (const household of households.slice(1)) {
      const byId = new Map(household.persons.map((person) => [person.personId, person]));
      children += new Set(
        household.relationships.filter(({ kind }) => kind === 'CHILD').map((row) => row.otherPersonId),
      ).size;
      const born = new Map<string, Set<string>>();
      for (const { personId, otherPersonId, kind } of household.relationships) {
        const [one, other] = [byId.get(personId), byId.get(otherPersonId)];
        if (kind !== 'SIB' || !one || !other) continue;
        if (one.givenName === other.givenName && one.gender === other.gender) namesakes += 1;
        if (one.birthDate === other.birthDate) {
          born.set(one.birthDate, (born.get(one.birthDate) ?? new Set()).add(one.personId).add(other.personId));
        }
      }
      for (const ofOneDay of born.values()) twins += ofOneDay.size;
    }
    expect(namesakes).toBe(0);
    expect(twins / children).toBeGreaterThan(0.02);
    expect(twins / children).toBeLessThan(0.045);
  });

  test('two to four in a hundred agency records differ from the person index', () => {
    let records = 0;
    let different = 0;
    for (const household of households.slice(1)) {
      const byRin = new Map(household.persons.map((person) => [person.medicaidRin, person]));
      for (const coverage of household.coverages) {
        const person = byRin.get(coverage.rin);
        records += 1;
        const same =
          person?.givenName === coverage.givenName &&
          person.familyName === coverage.familyName &&
          person.birthDate === coverage.birthDate;
        if (!same) different += 1;
      }
    }
    expect(different / records).toBeGreaterThan(0.02);
    expect(different / records).toBeLessThan(0.04);
  });

  test('every county has its code, and the larger its share of households', () => {
    expect(counties).toHaveLength(102);
    expect(counties.at(0)).toMatchObject({ name: 'Adams', fips: '17001' });
    expect(counties.find((county) => county.name === 'Cook')?.fips).toBe('17031');
    expect(counties.find((county) => county.name === 'Sangamon')?.fips).toBe('17167');
    expect(counties.at(-1)).toMatchObject({ name: 'Woodford', fips: '17203' });
    const inCook = count((household) => household.households.filter((row) => row.countyFips === '17031').length);
    expect(inCook / households.length).toBeGreaterThan(0.39);
    expect(inCook / households.length).toBeLessThan(0.44);
  });
});
