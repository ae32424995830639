import { type CalendarDay, calendarDay } from '../calendarDay.ts';
import type { Household } from '../household/household.ts';
import type { Member } from '../household/member.ts';
import { counties } from '../places/counties.ts';
import { drawSchool, type SchoolBand } from '../places/schools.ts';
import type { RandomStream } from '../random/randomStream.ts';
import { referenceDay } from '../referenceDay.ts';
import type { ChildWelfareRecords } from '../systems/draw/drawChildWelfare.ts';
import { bandOf, grades } from '../systems/draw/drawEducation.ts';
import type { EducationEventRow, StudentRow } from '../systems/education.ts';
import { removalOfWard } from './householdChanges.ts';
import { type DrawnEvent, dayOf, drawnEvent, memberEvents } from './memberEvents.ts';

type Details = Pick<EducationEventRow, 'kind' | 'school'>;
type EducationEvent = DrawnEvent<Details>;

const event = (on: CalendarDay, kind: Details['kind'], school: string, until: CalendarDay | null = null) =>
  drawnEvent<Details>(on, { kind, school }, until);

/** A change of school: from this day on the student is in the school of the record. */
interface Move {
  readonly on: CalendarDay;
  readonly from: (band: SchoolBand) => string;
}

interface SchoolYear {
  readonly from: CalendarDay;
  readonly to: CalendarDay | null;
  readonly grade: string;
}

/** Days after a removal within which a ward who was placed in another district is in a school there. */
const DAYS_TO_TRANSFER = 14;
const MOST_EARLIER_YEARS = 2;

/** Enrollments of each student. */
export function drawEducationHistory(
  random: RandomStream,
  household: Household,
  students: ReadonlyMap<Member, StudentRow>,
  childWelfare: ChildWelfareRecords | null,
): readonly EducationEventRow[] {
  const rows: EducationEventRow[] = [];
  for (const [member, student] of students) {
    const removal = removalOfWard(household, childWelfare, member);
    const events = drawStudentEvents(random, household, student, removal);
    rows.push(...memberEvents(member, { sisId: student.sisId }, events));
  }
  return rows;
}

function drawStudentEvents(
  random: RandomStream,
  household: Household,
  student: StudentRow,
  removal: CalendarDay | null,
): readonly EducationEvent[] {
  const enrolled = dayOf(student.enrollmentDate);
  if (student.status === 'PRE_ENROLLED') return [event(enrolled, 'REGISTRATION', student.homeSchool)];
  const exit = student.exitDate === null ? null : dayOf(student.exitDate);
  const schoolOf = drawSchools(random, household.place.county, student);
  const move = removal === null ? drawMove(random, household, exit ?? referenceDay) : drawRemovalMove(random, removal);
  const years = [...drawEarlierYears(random, student), { from: enrolled, to: exit, grade: student.gradeLevel }];
  return [
    ...years.flatMap((year) => enrollmentsOf(year, schoolOf, move)),
    ...(student.disciplineActions.length > 0 ? [event(enrolled + 20, 'DISCIPLINE', student.homeSchool)] : []),
    ...(exit === null ? [] : [event(exit, 'EXIT', student.homeSchool)]),
  ];
}

/** One enrollment for the year, or two with a transfer if the move is in it. */
function enrollmentsOf(
  { from, to, grade }: SchoolYear,
  schoolOf: (band: SchoolBand) => string,
  move: Move | null,
): readonly EducationEvent[] {
  const band = bandOf(grade);
  const school = schoolOf(band);
  if (move === null || move.on <= from) return [event(from, 'ENROLLMENT', school, to)];
  const former = move.from(band);
  if (move.on > (to ?? referenceDay)) return [event(from, 'ENROLLMENT', former, to)];
  if (former === school) return [event(from, 'ENROLLMENT', school, to)];
  return [event(from, 'ENROLLMENT', former, move.on - 1), event(move.on, 'TRANSFER', school, to)];
}

/** A school for each band, that of the record among them: a student stays in it as long as the band is the same. */
function drawSchools(
  random: RandomStream,
  county: Household['place']['county'],
  student: StudentRow | null,
): (band: SchoolBand) => string {
  const drawn = new Map<SchoolBand, string>();
  if (student !== null) drawn.set(bandOf(student.gradeLevel), student.homeSchool);
  return (band) => {
    const school = drawn.get(band) ?? drawSchool(random, county, band).rcdts;
    drawn.set(band, school);
    return school;
  };
}

/** Some families move within the county. */
function drawMove(random: RandomStream, { place }: Household, last: CalendarDay): Move | null {
  if (!random.chance(0.08)) return null;
  return { on: last - random.between(10, 600), from: drawSchools(random, place.county, null) };
}

/** Half of the wards come from elsewhere in the state. A removal of the last days has not changed the school yet. */
function drawRemovalMove(random: RandomStream, removal: CalendarDay): Move | null {
  const on = removal + random.between(3, DAYS_TO_TRANSFER);
  if (!random.chance(0.5) || on > referenceDay) return null;
  return { on, from: drawSchools(random, random.pick(counties), null) };
}

/** The school years before that of the record, oldest first, back to kindergarten at most. */
function drawEarlierYears(random: RandomStream, student: StudentRow): readonly SchoolYear[] {
  const grade = grades.indexOf(student.gradeLevel);
  const count = Math.min(Math.max(grade, 0), random.between(1, MOST_EARLIER_YEARS));
  return Array.from({ length: count }, (_, place) => {
    const back = count - place;
    const ends = student.schoolYear - back;
    return {
      from: calendarDay(ends - 1, 8, random.between(13, 27)),
      to: calendarDay(ends, 5, random.between(18, 31)),
      grade: grades[grade - back] ?? 'KG',
    };
  });
}
