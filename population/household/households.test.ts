import { describe, expect, test } from '@jest/globals';
import type { PersonRow } from '../systems/identity.ts';
import { everyHousehold } from '../testing/everyHousehold.ts';
import { expectOrder } from '../testing/expectOrder.ts';
import { ageOn, personOf } from '../testing/personOf.ts';

const today = '2026-11-02';

describe('in every household', () => {
  test('each relationship is there from both sides, and fits the ages', () => {
    const inverse: Readonly<Record<string, readonly string[]>> = {
      MTH: ['CHILD'],
      FTH: ['CHILD'],
      CHILD: ['MTH', 'FTH'],
      SIB: ['SIB'],
      GRPRN: ['GRCHILD'],
      GRCHILD: ['GRPRN'],
      SPS: ['SPS'],
      DOMPART: ['DOMPART'],
      PRNFOST: ['CHLDFOST'],
      CHLDFOST: ['PRNFOST'],
    };
    everyHousehold(
      () => true,
      (household) => {
        const kinds = new Map(
          household.relationships.map((row) => [`${row.personId} ${row.otherPersonId}`, row.kind] as const),
        );
        expect(kinds.size).toBe(household.relationships.length);
        for (const { personId, otherPersonId, kind } of household.relationships) {
          expect(inverse[kind]).toContain(kinds.get(`${otherPersonId} ${personId}`));
          const person = personOf(household, (one) => one.personId === personId);
          const other = personOf(household, (one) => one.personId === otherPersonId);
          if (kind === 'MTH' || kind === 'FTH') {
            expect(ageOn(other, today) - ageOn(person, today)).toBeGreaterThanOrEqual(17);
            expect(other.gender).toBe(kind === 'MTH' ? 'FEMALE' : 'MALE');
          }
          if (kind === 'GRPRN') expect(ageOn(other, today) - ageOn(person, today)).toBeGreaterThanOrEqual(34);
        }
      },
      25,
    );
  });

  test('a number in the person index is a record in its system, and the other way round', () => {
    everyHousehold(
      () => true,
      (household) => {
        const numbers = (of: (person: PersonRow) => string | null) =>
          household.persons
            .map(of)
            .filter((number) => number !== null)
            .sort();
        expect(household.snapClients.map((row) => row.clientId).sort()).toEqual(numbers((one) => one.snapClientId));
        expect(household.tanfClients.map((row) => row.clientId).sort()).toEqual(numbers((one) => one.tanfClientId));
        expect(household.coverages.map((row) => row.rin).sort()).toEqual(numbers((one) => one.medicaidRin));
        expect(household.custodyRecords.map((row) => row.idocNumber)).toEqual(numbers((one) => one.idocNumber));
        expect(household.students.map((row) => row.sisId).sort()).toEqual(numbers((one) => one.sisId));
        expect(household.energyClients.map((row) => row.clientId).sort()).toEqual(numbers((one) => one.energyClientId));
        expect(household.children.map((row) => row.cypId).sort()).toEqual(numbers((one) => one.cypId));
      },
      25,
    );
  });

  test('SNAP and TANF clients have a case that one of them leads, with dates in order', () => {
    everyHousehold(
      (household) => household.snapCases.length + household.tanfCases.length > 0,
      (household) => {
        expect(household.snapCases).toHaveLength(household.snapClients.length > 0 ? 1 : 0);
        expect(household.tanfCases).toHaveLength(household.tanfClients.length > 0 ? 1 : 0);
        for (const row of household.snapCases) {
          expect(household.snapClients.map((client) => client.clientId)).toContain(row.headClientId);
          expectOrder(row.certificationStart, row.midPointReportDue, row.certificationEnd);
          if (row.status === 'ACTIVE') expectOrder(row.certificationStart, today, row.certificationEnd);
          if (row.status === 'CANCELLED') expect(row.certificationEnd < today).toBe(true);
          expect(row.netIncome).toBeLessThanOrEqual(row.grossIncome);
        }
        for (const row of household.tanfCases) {
          expect(household.tanfClients.map((client) => client.clientId)).toContain(row.payeeClientId);
          expectOrder(row.approvalDate, row.certificationEnd);
          if (row.status === 'ACTIVE') expectOrder(row.approvalDate, today, row.certificationEnd);
          expect(row.grantAmount).toBeLessThanOrEqual(row.paymentLevel);
          expect(row.unitSize).toBe(household.tanfClients.length - (row.childOnly ? 1 : 0));
        }
        for (const client of household.tanfClients) {
          expect(client.monthsCounted).toBeLessThanOrEqual(60);
          const person = personOf(household, (one) => one.tanfClientId === client.clientId);
          if (ageOn(person, today) < 18) expect(client.monthsCounted).toBe(0);
        }
      },
      60,
    );
  });

  test('Medicaid: CountyCare is of Cook, coverage runs forward, and what ended has an end', () => {
    everyHousehold(
      (household) => household.coverages.length > 0,
      (household) => {
        const county = household.households[0]?.county;
        for (const coverage of household.coverages) {
          if (coverage.managedCarePlan === 'COUNTYCARE') expect(county).toBe('Cook');
          expect(coverage.coverageEnd !== null).toBe(coverage.status === 'CANCELLED');
          const person = personOf(household, (one) => one.medicaidRin === coverage.rin);
          expectOrder(person.birthDate, coverage.coverageStart, coverage.coverageEnd);
          expectOrder(coverage.coverageStart, coverage.lastWellChildVisit);
          const age = ageOn(person, today);
          if (coverage.eligibilityGroup.startsWith('ALL_KIDS')) expect(age).toBeLessThan(19);
          if (coverage.eligibilityGroup === 'FORMER_FOSTER_CARE') expect(age).toBeLessThan(26);
          for (const code of [...coverage.diagnoses]) expect(code).not.toMatch(/^(F|B20|Z21)/);
          for (const code of coverage.substanceUseDiagnoses) expect(code).toMatch(/^F1\d/);
          for (const code of coverage.mentalHealthDiagnoses) expect(code).toMatch(/^F[2-9]\d/);
          if (coverage.providerNpi !== null) expect(coverage.providerNpi).toMatch(/^1\d{9}$/);
        }
      },
      60,
    );
  });

  test('the dead have no open case anywhere', () => {
    everyHousehold(
      (household) => household.persons.some((person) => !person.living),
      (household) => {
        for (const person of household.persons) {
          if (person.living) continue;
          expect([person.snapClientId, person.tanfClientId, person.energyClientId]).toEqual([null, null, null]);
          expect([person.sisId, person.cypId, person.idocNumber]).toEqual([null, null, null]);
          const coverage = household.coverages.find((row) => row.rin === person.medicaidRin);
          expect(coverage?.status ?? 'CANCELLED').toBe('CANCELLED');
        }
      },
    );
  });

  test('the address is in Illinois, in a county that exists', () => {
    everyHousehold(
      () => true,
      (household) => {
        for (const row of household.households) {
          expect(row.zip).toMatch(/^6[0-2]\d{3}$/);
          expect(row.countyFips).toMatch(/^17(0|1|2)\d[13579]$/);
          expect(Number(row.countyFips)).toBeLessThanOrEqual(17_203);
        }
      },
      25,
    );
  });
});
