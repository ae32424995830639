import { describe, expect, test } from '@jest/globals';
import { demonstrationRecords } from '../demonstration/demonstrationRecords.ts';
import type { HouseholdRecords } from '../householdRecords.ts';
import type { EventRow } from '../systems/eventRow.ts';
import type { PersonRow } from '../systems/identity.ts';
import { eventsOf, type Histories, histories } from '../testing/eventsOf.ts';
import { everyHousehold } from '../testing/everyHousehold.ts';
import { expectOrder } from '../testing/expectOrder.ts';
import { personOf } from '../testing/personOf.ts';

const today = '2026-11-02';
// The keys are those of the object.
const historyNames = Object.keys(histories) as (keyof Histories)[];

/** Days between two dates. */
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
const within = (from: string, to: string, days: number) => to >= from && daysBetween(from, to) <= days;
const dayAfter = (date: string) => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
const isPeriodWith = (event: EventRow, date: string) =>
  event.startedOn <= date && event.endedOn !== null && event.endedOn >= date;
const isCertification = ({ kind }: { readonly kind: string }) => kind === 'CERTIFICATION' || kind === 'RECERTIFICATION';

/**
 * Whether this person surely lived in the household on this day, by its records: born, not in custody, and never removed
 * from a home, since the records do not say which.
 */
function wasThere(household: HouseholdRecords, person: PersonRow, date: string): boolean {
  const custody = household.custodyRecords.find((row) => row.idocNumber === person.idocNumber);
  const child = household.children.find((row) => row.cypId === person.cypId);
  const inCustody =
    custody !== undefined && date >= custody.admissionDate && date < (custody.lastParoledDate ?? '9999');
  return date >= person.birthDate && !inCustody && (child === undefined || child.removalDate === null);
}

describe('in every history', () => {
  test('each event belongs to a person, in numbered order, none before birth or after the reference day', () => {
    everyHousehold(
      () => true,
      (household) => {
        // One comparison a household: most of the time would go into comparing each event.
        const faults: string[] = [];
        for (const name of historyNames) {
          let counted = 0;
          for (const person of household.persons) {
            const { personId, birthDate } = person;
            const events: readonly EventRow[] = eventsOf(household, name, person);
            counted += events.length;
            let last = birthDate;
            for (const [place, { sequence, startedOn, endedOn }] of events.entries()) {
              if (sequence !== place) faults.push(`${name} of ${personId}: number ${sequence} in place ${place}`);
              if (startedOn < last || startedOn > today)
                faults.push(`${name} of ${personId}: ${startedOn} after ${last}`);
              if (endedOn !== null && endedOn < startedOn) faults.push(`${name} of ${personId}: ends on ${endedOn}`);
              last = startedOn;
            }
          }
          if (counted !== household[name].length) faults.push(`${name}: ${counted} of ${household[name].length}`);
        }
        expect(faults).toEqual([]);
      },
      100,
    );
  });

  test('certifications follow one another, and the last one of SNAP and of TANF is that of the record', () => {
    everyHousehold(
      (household) => household.snapCases.length > 0,
      (household) => {
        for (const person of household.persons) {
          const snap = household.snapCases.find(() => person.snapClientId !== null);
          const tanf = household.tanfCases.find(() => person.tanfClientId !== null);
          const ofRecord = [
            snap && {
              ...{ ...snap, start: snap.certificationStart, ofAll: household.snapEvents },
              events: eventsOf(household, 'snapEvents', person),
            },
            tanf && {
              ...{ ...tanf, start: tanf.approvalDate, ofAll: household.tanfEvents },
              events: eventsOf(household, 'tanfEvents', person),
            },
          ];
          for (const record of ofRecord) {
            if (!record) continue;
            const { status, start, certificationEnd } = record;
            const periods = record.events.filter(isCertification);
            for (const [place, { kind, startedOn }] of periods.entries()) {
              const before = periods[place - 1];
              if (before === undefined) continue;
              const next = dayAfter(before.endedOn ?? '');
              // A period that began while the person was away is the household's, not theirs.
              if (kind === 'RECERTIFICATION' && wasThere(household, person, next)) expect(startedOn).toBe(next);
              else expectOrder(before.endedOn, startedOn);
            }
            const certified = status === 'ACTIVE' || status === 'SUSPENDED' || status === 'CANCELLED';
            if (!certified) expect(periods).toEqual([]);
            else if (wasThere(household, person, start)) {
              expect(periods.at(-1)).toMatchObject({ startedOn: start, endedOn: certificationEnd });
            }
            const closures = record.events.filter(({ kind }) => kind === 'CLOSURE');
            if (status === 'DENIED') {
              const reasons = closures.map(({ closureReason }) => closureReason);
              const denial = record.ofAll.find(({ kind }) => kind === 'CLOSURE')?.startedOn;
              const sees = denial !== undefined && (wasThere(household, person, denial) || closures.length > 0);
              expect(reasons).toEqual(sees ? ['APPLICATION_DENIED'] : []);
            }
            if (status === 'CANCELLED') {
              expect(closures.at(-1)?.startedOn ?? certificationEnd).toBe(certificationEnd);
            }
          }
        }
      },
    );
  });

  test('an admission to custody is reported by the household within two weeks, if it is certified', () => {
    let reported = 0;
    everyHousehold(
      (household) => household.custodyRecords.length > 0,
      (household) => {
        for (const { admissionDate, idocNumber } of household.custodyRecords) {
          for (const person of household.persons.filter((one) => one.idocNumber !== idocNumber)) {
            for (const name of ['snapEvents', 'tanfEvents'] as const) {
              const events: readonly (EventRow & { readonly kind: string; readonly change: string | null })[] =
                eventsOf(household, name, person);
              if (!events.some((event) => isCertification(event) && isPeriodWith(event, admissionDate))) continue;
              reported++;
              const reports = events.filter(({ change }) => change === 'HOUSEHOLD').map(({ startedOn }) => startedOn);
              expect(reports.some((date) => within(admissionDate, date, 14))).toBe(true);
            }
          }
        }
      },
      600,
    );
    expect(reported).toBeGreaterThan(0);
  });

  test('the stay in custody is that of the record: its admission, its release, its facility', () => {
    everyHousehold(
      (household) => household.custodyRecords.length > 0,
      (household) => {
        for (const record of household.custodyRecords) {
          const person = personOf(household, (one) => one.idocNumber === record.idocNumber);
          const events = eventsOf(household, 'custodyEvents', person);
          const stays = events.filter(({ kind }) => kind === 'ADMISSION');
          expect(stays).toMatchObject([{ startedOn: record.admissionDate, endedOn: record.lastParoledDate }]);
          const releases = events.filter(({ kind }) => kind === 'RELEASE').map(({ startedOn }) => startedOn);
          expect(releases).toEqual(record.lastParoledDate === null ? [] : [record.lastParoledDate]);
          if (record.parentInstitution === null) continue;
          const facilities = events.filter(({ kind }) => kind === 'ADMISSION' || kind === 'TRANSFER');
          expect(facilities.at(-1)?.facility).toBe(record.parentInstitution);
        }
      },
    );
  });

  test('a removal is followed by placements without a gap, the last of which is that of the record', () => {
    everyHousehold(
      (household) => household.children.length > 0,
      (household) => {
        for (const child of household.children) {
          const person = personOf(household, (one) => one.cypId === child.cypId);
          const events = eventsOf(household, 'childWelfareEvents', person);
          const removals = events.filter(({ kind }) => kind === 'REMOVAL').map(({ startedOn }) => startedOn);
          expect(removals).toEqual(child.removalDate === null ? [] : [child.removalDate]);
          const placements = events.filter(({ kind }) => kind === 'PLACEMENT');
          if (child.placementStart === null) expect(placements).toEqual([]);
          else {
            expect(placements.at(-1)).toMatchObject({
              startedOn: child.placementStart,
              endedOn: null,
              placementType: child.placementType,
            });
            const [first] = placements;
            expect([child.removalDate, dayAfter(child.removalDate ?? ''), child.placementStart]).toContain(
              first?.startedOn,
            );
            for (const [place, { endedOn }] of placements.slice(0, -1).entries()) {
              expect(endedOn).toBe(placements[place + 1]?.startedOn);
            }
          }
          const open = household.childWelfareCases.some((row) => row.status === 'OPEN');
          if (open) expect(events.filter(({ kind }) => kind === 'CLOSURE')).toEqual([]);
        }
      },
    );
  });

  test('a ward is in YouthCare within a month of the removal', () => {
    everyHousehold(
      (household) => household.children.length > 0,
      (household) => {
        for (const { cypId, legalStatus, removalDate } of household.children) {
          if (legalStatus !== 'GUARDIANSHIP' && legalStatus !== 'TEMPORARY_CUSTODY') continue;
          const person = personOf(household, (one) => one.cypId === cypId);
          const entered = eventsOf(household, 'medicaidEvents', person).filter(({ plan }) => plan === 'YOUTHCARE');
          expect(entered.some(({ startedOn }) => within(removalDate ?? '', startedOn, 31))).toBe(true);
        }
      },
    );
  });

  test('coverage is that of the record: its last enrollment, its end, and its plan', () => {
    everyHousehold(
      (household) => household.coverages.length > 0,
      (household) => {
        for (const { rin, status, coverageStart, coverageEnd, managedCarePlan } of household.coverages) {
          const person = personOf(household, (one) => one.medicaidRin === rin);
          const events = eventsOf(household, 'medicaidEvents', person);
          const enrollments = events.filter(({ kind }) => kind === 'ENROLLMENT');
          if (status === 'DRAFT' || status === 'ENTERED_IN_ERROR') {
            expect(events).toEqual([]);
            continue;
          }
          expect(enrollments.at(-1)).toMatchObject({ startedOn: coverageStart, endedOn: coverageEnd });
          expect(events.filter(({ plan }) => plan !== null).at(-1)?.plan).toBe(managedCarePlan);
          const exits = events.filter(({ kind }) => kind === 'EXIT').map(({ startedOn }) => startedOn);
          expect(exits.at(-1) === coverageEnd || coverageEnd === null).toBe(true);
          for (const [place, { endedOn }] of enrollments.slice(0, -1).entries()) {
            expect((endedOn ?? '9999') < (enrollments[place + 1]?.startedOn ?? '')).toBe(true);
          }
        }
      },
    );
  });

  test('enrollments agree with the record, and a new district in a school year means a transfer', () => {
    const districtOf = (rcdts: string | null | undefined) => rcdts?.slice(0, 9);
    let transfers = 0;
    everyHousehold(
      (household) => household.students.length > 0,
      (household) => {
        for (const student of household.students) {
          const person = personOf(household, (one) => one.sisId === student.sisId);
          const events = eventsOf(household, 'educationEvents', person);
          if (student.status === 'PRE_ENROLLED') {
            expect(events.map(({ kind }) => kind)).toEqual(['REGISTRATION']);
            continue;
          }
          const stays = events.filter(({ kind }) => kind === 'ENROLLMENT' || kind === 'TRANSFER');
          expect(stays.filter(({ startedOn }) => startedOn === student.enrollmentDate)).toMatchObject([
            { kind: 'ENROLLMENT' },
          ]);
          expect(stays.at(-1)).toMatchObject({ endedOn: student.exitDate, school: student.homeSchool });
          const child = household.children.find((row) => row.cypId === person.cypId);
          const isWard = child?.legalStatus === 'GUARDIANSHIP' || child?.legalStatus === 'TEMPORARY_CUSTODY';
          for (const [place, stay] of stays.entries()) {
            const before = stays[place - 1];
            if (before === undefined) continue;
            expect((before.endedOn ?? '9999') < stay.startedOn).toBe(true);
            const moved = districtOf(before.school) !== districtOf(stay.school);
            const inSession = daysBetween(before.endedOn ?? '', stay.startedOn) < 14;
            if (inSession && moved) expect(stay.kind).toBe('TRANSFER');
            if (stay.kind !== 'TRANSFER') continue;
            expect(stay.school).not.toBe(before.school);
            transfers++;
            if (isWard) expect(within(child.removalDate ?? '', stay.startedOn, 31)).toBe(true);
          }
        }
      },
    );
    expect(transfers).toBeGreaterThan(0);
  });

  test('the audit is that of the record, and each measure is installed after it', () => {
    everyHousehold(
      (household) => household.energyApplications.length > 0,
      (household) => {
        const [application] = household.energyApplications;
        const applicant = personOf(household, (one) => one.energyClientId === application?.applicantClientId);
        const events = eventsOf(household, 'energyEvents', applicant);
        expect(events.some(({ kind }) => kind === 'APPLICATION')).toBe(true);
        const audits = events.filter(({ kind }) => kind === 'AUDIT').map(({ startedOn }) => startedOn);
        expect(audits).toEqual(application?.auditDate == null ? [] : [application.auditDate]);
        const installed = events.filter(({ kind }) => kind === 'MEASURE');
        for (const { startedOn, measure } of installed) {
          expect(application?.measures).toContain(measure);
          expectOrder(application?.auditDate ?? null, startedOn, application?.completionDate ?? today);
        }
        if (application?.status === 'COMPLETE') {
          expect(installed.map(({ measure }) => measure)).toEqual(application.measures);
        }
      },
    );
  });

  test('the demonstration household has a history of every member, and events that a leak would show', () => {
    for (const person of demonstrationRecords.persons) {
      const count = historyNames.reduce((sum, name) => sum + eventsOf(demonstrationRecords, name, person).length, 0);
      expect(count).toBeGreaterThanOrEqual(4);
    }
    const kinds = historyNames.flatMap((name) => demonstrationRecords[name].map(({ kind }) => kind as string));
    for (const barred of ['DOMESTIC_VIOLENCE_EXCLUSION', 'IMMIGRATION_CHECK', 'TREATMENT', 'DISCIPLINE', 'REPORT']) {
      expect(kinds).toContain(barred);
    }
  });
});
