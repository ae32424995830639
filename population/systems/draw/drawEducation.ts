import { ageOn, type CalendarDay, calendarDay, isoDate } from '../../calendarDay.ts';
import { recordedName } from '../../clericalErrors.ts';
import { type Household, isWard } from '../../household/household.ts';
import type { Member } from '../../household/member.ts';
import { drawSchool, type SchoolBand } from '../../places/schools.ts';
import type { RandomStream } from '../../random/randomStream.ts';
import { CURRENT_SCHOOL_YEAR, referenceDay, schoolAgeDay } from '../../referenceDay.ts';
import type { StudentRow } from '../education.ts';

/** Programs that certify a student for free meals without an application (42 USC 1758(b)(4)). */
export interface MealPrograms {
  readonly snap: (member: Member) => boolean;
  readonly tanf: (member: Member) => boolean;
  readonly medicaid: (member: Member) => boolean;
}

export const grades = [
  'KG',
  ...Array.from({ length: 12 }, (_, index) => `GRADE_${String(index + 1).padStart(2, '0')}`),
];
const SCHOOL_DAYS_SO_FAR = 53;
const SCHOOL_DAYS_OF_YEAR = 176;

/** Students of the household: members in public school, some in preschool, and those who left last year. */
export function drawEducation(household: Household, programs: MealPrograms): ReadonlyMap<Member, StudentRow> {
  const students = new Map<Member, StudentRow>();
  for (const member of household.members) {
    if (member === household.deceased) continue;
    const student = drawStudent(household, member, programs);
    if (student) students.set(member, student);
  }
  return students;
}

interface Standing {
  readonly status: StudentRow['status'];
  readonly grade: string;
  readonly exitType: StudentRow['exitType'];
}

function drawStudent(household: Household, member: Member, programs: MealPrograms): StudentRow | null {
  const { random, numbers, index, place } = household;
  const standing = drawStanding(random, ageOn(member.birthDay, schoolAgeDay), isWard(household, member));
  if (!standing) return null;
  const { status, grade, exitType } = standing;
  const lastYear = exitType === 'GRADUATED';
  const schoolYear =
    status === 'PRE_ENROLLED' ? CURRENT_SCHOOL_YEAR + 1 : lastYear ? CURRENT_SCHOOL_YEAR - 1 : CURRENT_SCHOOL_YEAR;
  const opening = calendarDay(schoolYear - 1, 8, random.between(13, 27));
  const enrolledOn = status === 'PRE_ENROLLED' ? calendarDay(2026, 10, random.between(1, 31)) : opening;
  const exitDay = exitType ? (lastYear ? calendarDay(2026, 5, random.between(18, 31)) : drawExitDay(random)) : null;
  const school = drawSchool(random, place.county, bandOf(grade));
  const special = random.chance(isWard(household, member) ? 0.3 : 0.15);
  const ward = isWard(household, member);
  return {
    sisId: numbers.sis(index, member.place),
    ...recordedName(random, member),
    status,
    schoolYear,
    gradeLevel: grade,
    homeSchool: school.rcdts,
    servingSchool: random.chance(0.96) ? school.rcdts : drawSchool(random, place.county, bandOf(grade)).rcdts,
    enrollmentDate: isoDate(enrolledOn),
    exitDate: exitDay === null ? null : isoDate(exitDay),
    exitType,
    ...drawAttendance(random, daysHeld(status, lastYear, exitDay)),
    englishLearner: member.language !== 'en' && random.chance(0.55),
    nativeLanguage: member.language,
    iepIndicator: special,
    disabilityCode: special ? random.weighted(disabilities) : null,
    iepReviewDate: special ? isoDate(referenceDay + random.between(5, 320)) : null,
    plan504: !special && random.chance(0.05),
    ...drawMeals(household, member, programs, ward),
    homelessStatus: household.homeless,
    fosterCareStatus: ward,
    disciplineActions: random.chance(bandOf(grade) === 'ELEMENTARY' ? 0.01 : 0.07)
      ? [random.pick(['IN_SCHOOL_SUSPENSION:1', 'OUT_OF_SCHOOL_SUSPENSION:2', 'DETENTION:1'])]
      : [],
  };
}

/** Grade by age on the first of September; a ward is in a public school as a rule. */
function drawStanding(random: RandomStream, age: number, ward: boolean): Standing | null {
  const enrolled = (grade: string): Standing => ({ status: 'ENROLLED', grade, exitType: null });
  if (age === 3 || age === 4) {
    if (random.chance(age === 4 ? 0.35 : 0.2)) return enrolled('PK');
    return age === 4 && random.chance(0.1) ? { status: 'PRE_ENROLLED', grade: 'KG', exitType: null } : null;
  }
  if (age >= 5 && age <= 17) {
    if (!ward && random.chance(0.11)) return null;
    const repeats = age >= 7 && random.chance(0.03) ? 1 : 0;
    const grade = grades[age - 5 - repeats] ?? 'GRADE_12';
    if (ward || !random.chance(0.012)) return enrolled(grade);
    return { status: 'EXITED', grade, exitType: random.pick(['HOME_SCHOOL', 'TRANSFER_PRIVATE', 'MOVED']) };
  }
  if (age !== 18) return null;
  if (random.chance(0.06)) return enrolled('GRADE_12');
  return random.chance(0.8) ? { status: 'EXITED', grade: 'GRADE_12', exitType: 'GRADUATED' } : null;
}

export function bandOf(grade: string): SchoolBand {
  if (grade >= 'GRADE_09' && grade <= 'GRADE_12') return 'HIGH';
  return grade >= 'GRADE_06' && grade <= 'GRADE_08' ? 'MIDDLE' : 'ELEMENTARY';
}

function drawExitDay(random: RandomStream): CalendarDay {
  return calendarDay(2026, 9, 1) + random.between(0, 55);
}

/** School days held while the student was enrolled, five of seven. */
function daysHeld(status: StudentRow['status'], lastYear: boolean, exitDay: CalendarDay | null): number {
  if (status === 'PRE_ENROLLED') return 0;
  if (lastYear) return SCHOOL_DAYS_OF_YEAR;
  return exitDay === null ? SCHOOL_DAYS_SO_FAR : Math.floor((exitDay - calendarDay(2026, 8, 20)) * 0.7);
}

function drawAttendance(random: RandomStream, days: number) {
  const share = random.chance(0.2) ? 0.1 + random.next() * 0.2 : random.next() * 0.09;
  const absent = Math.round(days * share);
  const daysExcused = random.between(Math.floor(absent / 3), absent);
  return { daysPresent: days - absent, daysExcused, daysUnexcused: absent - daysExcused };
}

function drawMeals(
  { random, homeless, percentOfPoverty }: Household,
  member: Member,
  programs: MealPrograms,
  ward: boolean,
): Pick<StudentRow, 'mealStatus' | 'directCertification'> {
  if (ward) return { mealStatus: 'FREE', directCertification: 'FOSTER' };
  if (programs.tanf(member)) return { mealStatus: 'FREE', directCertification: 'TANF' };
  if (programs.snap(member)) return { mealStatus: 'FREE', directCertification: 'SNAP' };
  if (homeless) return { mealStatus: 'FREE', directCertification: 'HOMELESS' };
  if (programs.medicaid(member) && percentOfPoverty <= 130)
    return { mealStatus: 'FREE', directCertification: 'MEDICAID' };
  const applied = random.chance(0.75);
  if (applied && percentOfPoverty <= 130) return { mealStatus: 'FREE', directCertification: null };
  if (applied && percentOfPoverty <= 185) return { mealStatus: 'REDUCED', directCertification: null };
  return { mealStatus: 'PAID', directCertification: null };
}

const disabilities = [
  [34, 'SPECIFIC_LEARNING_DISABILITY'],
  [18, 'SPEECH_OR_LANGUAGE_IMPAIRMENT'],
  [16, 'OTHER_HEALTH_IMPAIRMENT'],
  [13, 'AUTISM'],
  [7, 'DEVELOPMENTAL_DELAY'],
  [5, 'EMOTIONAL_DISABILITY'],
  [4, 'INTELLECTUAL_DISABILITY'],
  [1, 'HEARING_IMPAIRMENT'],
  [1, 'ORTHOPEDIC_IMPAIRMENT'],
  [1, 'VISUAL_IMPAIRMENT'],
] as const;
