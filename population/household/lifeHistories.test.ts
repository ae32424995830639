import { describe, expect, test } from '@jest/globals';
import { referenceRecords } from '../generate.ts';
import { everyHousehold } from '../testing/everyHousehold.ts';
import { expectOrder } from '../testing/expectOrder.ts';
import { ageOn, personOf } from '../testing/personOf.ts';

const today = '2026-11-02';
const schools = new Set(referenceRecords.schools.map((school) => school.rcdts));

describe('in every life', () => {
  test('only a ward has a legal status, a placement, and Medicaid for wards', () => {
    everyHousehold(
      (household) => household.children.length > 0,
      (household) => {
        const wards = new Set<string>();
        for (const child of household.children) {
          const person = personOf(household, (one) => one.cypId === child.cypId);
          expect(ageOn(person, today)).toBeLessThan(18);
          expect(household.childWelfareCases.map((row) => row.caseNumber)).toEqual([child.caseNumber]);
          expect(household.caseAssignments.some((row) => row.caseNumber === child.caseNumber)).toBe(true);
          expectOrder(person.birthDate, child.removalDate, child.placementStart, today);
          if (child.legalStatus !== 'GUARDIANSHIP' && child.legalStatus !== 'TEMPORARY_CUSTODY') continue;
          wards.add(person.personId);
          expect(child.removalDate).not.toBeNull();
          expect(child.removalReasons.length).toBeGreaterThan(0);
          expect(child.placementType).not.toBeNull();
          expect(child.placementType).not.toBe('HOME');
          expect(person.snapClientId).toBeNull();
          expect(person.tanfClientId).toBeNull();
        }
        for (const person of household.persons) {
          const coverage = household.coverages.find((row) => row.rin === person.medicaidRin);
          expect(coverage?.eligibilityGroup === 'FOSTER_CARE').toBe(wards.has(person.personId));
          if (wards.has(person.personId)) expect(coverage?.managedCarePlan).toBe('YOUTHCARE');
        }
      },
    );
  });

  test('every open child welfare case has one caseworker now, a closed one none', () => {
    everyHousehold(
      (household) => household.childWelfareCases.length > 0,
      (household) => {
        for (const row of household.childWelfareCases) {
          // An investigator and a supervisor may be assigned as well.
          const current = household.caseAssignments.filter(
            ({ endedOn, worker }) => endedOn === null && worker.startsWith('dcfs.caseworker'),
          );
          expect(current).toHaveLength(row.status === 'OPEN' ? 1 : 0);
          for (const one of household.caseAssignments) {
            expect(one.worker).toMatch(/^dcfs\.(caseworker(\.\d{3})?|investigator|supervisor)$/);
            expectOrder(one.assignedOn, one.endedOn ?? today);
          }
        }
      },
    );
  });

  test('corrections know adults only, with an admission and a sentence, in order', () => {
    everyHousehold(
      (household) => household.custodyRecords.length > 0,
      (household) => {
        for (const record of household.custodyRecords) {
          const person = personOf(household, (one) => one.idocNumber === record.idocNumber);
          const [sentence] = household.sentences;
          expect(household.sentences.map((row) => row.idocNumber)).toEqual([record.idocNumber]);
          expect(ageOn(person, sentence?.custodyDate ?? '')).toBeGreaterThanOrEqual(18);
          expectOrder(sentence?.custodyDate ?? null, record.admissionDate, today);
          expectOrder(record.admissionDate, record.projectedMsrDate, record.projectedDischargeDate);
          expectOrder(record.admissionDate, record.lastParoledDate, today);
          const inside = record.status === 'IN_CUSTODY' || record.status === 'OUT_TO_COURT';
          expect(record.parentInstitution !== null).toBe(inside);
          if (inside) {
            expectOrder(today, record.projectedMsrDate);
            expect([person.snapClientId, person.tanfClientId, person.energyClientId]).toEqual([null, null, null]);
            const coverage = household.coverages.find((row) => row.rin === person.medicaidRin);
            expect(coverage?.status ?? 'CANCELLED').toBe('CANCELLED');
          }
        }
      },
    );
  });

  test('the school grade fits the age, and direct certification fits the program', () => {
    everyHousehold(
      (household) => household.students.length > 0,
      (household) => {
        for (const student of household.students) {
          const person = personOf(household, (one) => one.sisId === student.sisId);
          expect(schools.has(student.homeSchool) && schools.has(student.servingSchool)).toBe(true);
          const age = ageOn(person, '2026-09-01');
          const grade = student.gradeLevel === 'KG' ? 0 : Number(student.gradeLevel.replace('GRADE_', ''));
          if (student.gradeLevel === 'PK') expect([3, 4]).toContain(age);
          else if (student.status === 'PRE_ENROLLED') expect(age).toBe(4);
          else expect([age - 5, age - 6]).toContain(grade);
          expect(student.exitDate !== null).toBe(student.status === 'EXITED');
          expectOrder(student.enrollmentDate, student.exitDate);
          switch (student.directCertification) {
            case 'SNAP':
              expect(person.snapClientId).not.toBeNull();
              expect(household.snapCases[0]?.status).toBe('ACTIVE');
              break;
            case 'TANF':
              expect(person.tanfClientId).not.toBeNull();
              expect(household.tanfCases[0]?.status).toBe('ACTIVE');
              break;
            case 'FOSTER':
              expect(student.fosterCareStatus).toBe(true);
              break;
            case 'MEDICAID':
              expect(person.medicaidRin).not.toBeNull();
              break;
            case 'HOMELESS':
              expect(student.homelessStatus).toBe(true);
              break;
            case null:
              expect(person.snapClientId !== null && household.snapCases[0]?.status === 'ACTIVE').toBe(false);
          }
          if (student.directCertification !== null) expect(student.mealStatus).toBe('FREE');
        }
      },
      60,
    );
  });

  test('weatherization follows its order: nothing is measured before the audit, nothing done before the end', () => {
    everyHousehold(
      (household) => household.energyApplications.length > 0,
      (household) => {
        for (const row of household.energyApplications) {
          const started = row.status !== 'APPLIED' && row.status !== 'WAITLIST';
          expect(row.auditDate !== null).toBe(started);
          expect(row.completionDate !== null).toBe(row.status === 'COMPLETE');
          expectOrder(row.auditDate, row.completionDate, today);
          expect(row.occupants).toBe(household.energyClients.length);
          expect(household.energyClients.map((client) => client.clientId)).toContain(row.applicantClientId);
        }
      },
    );
  });
});
