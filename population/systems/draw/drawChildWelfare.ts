import { type CalendarDay, isoDate } from '../../calendarDay.ts';
import { recordedName } from '../../clericalErrors.ts';
import type { ChildCase, Household } from '../../household/household.ts';
import type { Member } from '../../household/member.ts';
import { namePools } from '../../names/heritage.ts';
import type { RandomStream } from '../../random/randomStream.ts';
import { referenceDay } from '../../referenceDay.ts';
import type { CaseAssignmentRow, ChildRow, ChildWelfareCaseRow, PlacementType } from '../childwelfare.ts';

export interface ChildWelfareRecords {
  readonly welfareCase: ChildWelfareCaseRow;
  readonly children: ReadonlyMap<Member, ChildRow>;
  readonly assignments: readonly CaseAssignmentRow[];
}

/** Workers of the department are numbered from 1. */
const WORKERS = 480;

/** The household's case with the department, if it has or had one. */
export function drawChildWelfare(household: Household): ChildWelfareRecords | null {
  const { random, childCase, numbers, index, place } = household;
  if (!childCase) return null;
  const caseNumber = numbers.childWelfareCase(index);
  const open = childCase.kind !== 'CLOSED';
  const youngest = childCase.children.reduce((one, other) => (other.birthDay > one.birthDay ? other : one));
  // No child is taken into care before birth, so the case begins after the birth of its youngest child.
  const age = referenceDay - youngest.birthDay;
  const openedOn =
    referenceDay -
    random.between(Math.min(open ? 20 : 60, age - 1), Math.max(1, Math.min(age - 1, open ? 1100 : 2200)));
  const closedOn = open
    ? null
    : openedOn + random.between(20, Math.max(20, Math.min(300, referenceDay - openedOn - 1)));
  const worker = random.between(1, WORKERS);

  const children = new Map<Member, ChildRow>();
  const reasons = drawReasons(random);
  const reporter = random.chance(0.92) ? drawReporter(random) : null;
  for (const child of childCase.children) {
    children.set(child, {
      cypId: numbers.cyp(index, child.place),
      caseNumber,
      ...recordedName(random, child),
      ...standingOf(household, childCase, openedOn, reasons),
      icwaIndicator: random.chance(0.006),
      ...drawInvestigation(random, childCase.kind, openedOn),
      reporter,
    });
  }
  return {
    children,
    welfareCase: {
      caseNumber,
      status: open ? 'OPEN' : 'CLOSED',
      court: `Circuit Court of ${place.county.name} County`,
      nextHearing:
        childCase.kind === 'WARDS' || childCase.kind === 'SUPERVISION'
          ? isoDate(referenceDay + random.between(7, 180))
          : null,
      caseworker: workerNumber(worker),
    },
    assignments: drawAssignments(random, caseNumber, worker, openedOn, closedOn),
  };
}

type Standing = Pick<
  ChildRow,
  | 'legalStatus'
  | 'removalDate'
  | 'removalReasons'
  | 'permanencyGoal'
  | 'medicalConsentAuthority'
  | 'placementType'
  | 'placementStart'
  | 'placementCounty'
>;

/**
 * Draws the decisions of the court and the department: placement for wards, removal only for those who were removed.
 */
function standingOf(
  household: Household,
  childCase: ChildCase,
  openedOn: CalendarDay,
  reasons: ChildRow['removalReasons'],
): Standing {
  const { random, place } = household;
  const atHome: Standing = {
    legalStatus: childCase.kind === 'CLOSED' ? 'NONE' : 'INTACT',
    removalDate: null,
    removalReasons: [],
    permanencyGoal: 'NONE',
    medicalConsentAuthority: 'PARENT',
    placementType: null,
    placementStart: null,
    placementCounty: null,
  };
  const placedOn = Math.min(referenceDay, openedOn + random.between(0, 3));
  switch (childCase.kind) {
    case 'INTACT':
    case 'CLOSED':
      return atHome;
    case 'SUPERVISION':
      return {
        ...atHome,
        legalStatus: 'PROTECTIVE_SUPERVISION',
        removalDate: isoDate(openedOn),
        removalReasons: reasons,
        permanencyGoal: 'REUNIFY',
        placementType: 'HOME',
        placementStart: isoDate(Math.min(referenceDay, openedOn + random.between(14, 200))),
        placementCounty: place.county.name,
      };
    case 'WARDS': {
      const guardianship = referenceDay - openedOn > 90 && random.chance(0.8);
      return {
        legalStatus: guardianship ? 'GUARDIANSHIP' : 'TEMPORARY_CUSTODY',
        removalDate: isoDate(openedOn),
        removalReasons: reasons,
        permanencyGoal: random.weighted([
          [55, 'REUNIFY'],
          [14, 'RELATIVES'],
          [16, 'ADOPTION'],
          [15, 'GUARDIANSHIP'],
        ]),
        medicalConsentAuthority: guardianship
          ? 'GUARDIANSHIP_ADMINISTRATOR'
          : random.pick(['COURT', 'GUARDIANSHIP_ADMINISTRATOR']),
        placementType: drawPlacement(random, childCase.placement),
        placementStart: isoDate(placedOn),
        placementCounty: place.county.name,
      };
    }
  }
}

function drawPlacement(random: RandomStream, where: 'RELATIVE' | 'FOSTER' | 'AWAY'): PlacementType {
  switch (where) {
    case 'RELATIVE':
      return 'RELATIVE_FOSTER_HOME';
    case 'FOSTER':
      return random.weighted([
        [78, 'FOSTER_HOME'],
        [14, 'THERAPEUTIC_FOSTER_HOME'],
        [8, 'PRE_ADOPTIVE_HOME'],
      ]);
    case 'AWAY':
      return random.weighted([
        [55, 'FOSTER_HOME'],
        [12, 'RELATIVE_FOSTER_HOME'],
        [8, 'GROUP_HOME'],
        [8, 'QRTP'],
        [6, 'SHELTER'],
        [5, 'CHILD_CARE_INSTITUTION'],
        [2, 'PSYCHIATRIC_HOSPITAL'],
        [2, 'DETENTION'],
        [2, 'RUNAWAY'],
      ]);
  }
}

function drawReasons(random: RandomStream): ChildRow['removalReasons'] {
  const second = random.pick([
    'PARENT_DRUG_ABUSE',
    'PARENT_INCARCERATION',
    'CARETAKER_INABILITY',
    'INADEQUATE_HOUSING',
  ]);
  const first = random.weighted([
    [72, 'NEGLECT'],
    [20, 'PHYSICAL_ABUSE'],
    [6, 'SEXUAL_ABUSE'],
    [2, 'RELINQUISHMENT'],
  ]);
  return random.chance(0.5) ? [first, second] : [first];
}

function drawInvestigation(
  random: RandomStream,
  kind: ChildCase['kind'],
  openedOn: CalendarDay,
): Pick<ChildRow, 'investigationStatus' | 'finding'> {
  // An investigation is done within 60 days (325 ILCS 5/7.12); a finding is made at its end.
  if (kind !== 'CLOSED' && referenceDay - openedOn < 60) return { investigationStatus: 'PENDING', finding: null };
  const unfounded = kind === 'CLOSED' && random.chance(0.7);
  return { investigationStatus: 'CLOSED', finding: unfounded ? 'UNFOUNDED' : 'INDICATED' };
}

/** Draws the person who made the report: the most protected value of all. */
function drawReporter(random: RandomStream): string {
  const names = namePools.GENERAL;
  const role = random.pick(['Teacher', 'Nurse', 'Pediatrician', 'Neighbor', 'Officer', 'School social worker', 'Aunt']);
  return `${role} ${random.pick(names.female)} ${random.pick(names.family)}, by hotline`;
}

function drawAssignments(
  random: RandomStream,
  caseNumber: string,
  worker: number,
  openedOn: CalendarDay,
  closedOn: CalendarDay | null,
): readonly CaseAssignmentRow[] {
  const endedOn = closedOn === null ? null : isoDate(closedOn);
  const last = closedOn ?? referenceDay;
  const handover = last - openedOn > 120 && random.chance(0.35) ? openedOn + random.between(40, 100) : null;
  if (handover === null) return [{ caseNumber, worker: workerSubject(worker), assignedOn: isoDate(openedOn), endedOn }];
  const before = (worker % WORKERS) + 1;
  return [
    { caseNumber, worker: workerSubject(before), assignedOn: isoDate(openedOn), endedOn: isoDate(handover) },
    { caseNumber, worker: workerSubject(worker), assignedOn: isoDate(handover + 1), endedOn },
  ];
}

/** Subject of the worker's token. */
function workerSubject(worker: number): string {
  return `dcfs.caseworker.${String(worker).padStart(3, '0')}`;
}

function workerNumber(worker: number): string {
  return `CW-${String(worker).padStart(4, '0')}`;
}
