import { type CalendarDay, firstOfMonth, lastOfMonth } from '../calendarDay.ts';
import type { Household } from '../household/household.ts';
import type { Member } from '../household/member.ts';
import type { RandomStream } from '../random/randomStream.ts';
import { referenceDay } from '../referenceDay.ts';
import type { ChildWelfareRecords } from '../systems/draw/drawChildWelfare.ts';
import type { CoverageRow, ManagedCarePlan, MedicaidEventRow } from '../systems/medicaid.ts';
import { removalOfWard } from './householdChanges.ts';
import { type DrawnEvent, dayOf, drawnEvent, memberEvents } from './memberEvents.ts';

type Details = Pick<MedicaidEventRow, 'kind' | 'plan'>;
type MedicaidEvent = DrawnEvent<Details>;

const event = (
  on: CalendarDay,
  kind: Details['kind'],
  plan: ManagedCarePlan | null = null,
  until: CalendarDay | null = null,
) => drawnEvent<Details>(on, { kind, plan }, until);
const enrollment = (on: CalendarDay, until: CalendarDay | null, plan: ManagedCarePlan) =>
  event(on, 'ENROLLMENT', plan, until);

/** Days after a removal within which the child is in YouthCare. */
const DAYS_TO_YOUTHCARE = 14;
/** Plans that serve the whole state. */
const STATEWIDE = ['MERIDIAN', 'BCBSIL', 'AETNA', 'MOLINA'] as const;

/** Enrollments of each member. */
export function drawMedicaidHistory(
  random: RandomStream,
  household: Household,
  coverages: ReadonlyMap<Member, CoverageRow>,
  childWelfare: ChildWelfareRecords | null,
): readonly MedicaidEventRow[] {
  const rows: MedicaidEventRow[] = [];
  for (const [member, coverage] of coverages) {
    // An application, or a record that should not be there, is not coverage.
    if (coverage.status === 'DRAFT' || coverage.status === 'ENTERED_IN_ERROR') continue;
    const removal = removalOfWard(household, childWelfare, member);
    const events =
      removal === null
        ? drawEnrollments(random, member, coverage, household.custody?.member === member)
        : drawWardEnrollments(random, coverage, removal);
    rows.push(...memberEvents(member, { rin: coverage.rin }, [...events, ...drawBarredEvents(random, coverage)]));
  }
  return rows;
}

function drawEnrollments(
  random: RandomStream,
  member: Member,
  coverage: CoverageRow,
  wasInCustody: boolean,
): readonly MedicaidEvent[] {
  const start = dayOf(coverage.coverageStart);
  const end = coverage.coverageEnd === null ? null : dayOf(coverage.coverageEnd);
  const current = coverage.managedCarePlan;
  const former = random.pick(STATEWIDE);
  const changeable = current !== 'YOUTHCARE' && current !== 'FEE_FOR_SERVICE' && former !== current;
  const change = firstOfMonth(start, random.between(2, 12));
  const changes = changeable && change < (end ?? referenceDay) && random.chance(0.3);
  const earlierEnd = lastOfMonth(start, -random.between(2, 8));
  const earlierStart = Math.max(member.birthDay, firstOfMonth(earlierEnd, -random.between(5, 30)));
  // Coverage is suspended in custody, so no earlier one is made up for those who were there.
  const hasEarlier = !wasInCustody && random.chance(0.3) && earlierStart < earlierEnd;
  return [
    ...(hasEarlier ? [enrollment(earlierStart, earlierEnd, former), event(earlierEnd, 'EXIT')] : []),
    enrollment(start, end, changes ? former : current),
    ...(changes ? [event(change, 'PLAN_CHANGE', current)] : []),
    ...(end === null ? [] : [event(end, 'EXIT')]),
  ];
}

/** A ward is in YouthCare soon after the removal, newly enrolled or by a change of plan. */
function drawWardEnrollments(
  random: RandomStream,
  coverage: CoverageRow,
  removal: CalendarDay,
): readonly MedicaidEvent[] {
  const start = dayOf(coverage.coverageStart);
  const inYouthCare = Math.min(referenceDay, removal + random.between(1, DAYS_TO_YOUTHCARE));
  if (start <= removal) {
    return [enrollment(start, null, random.pick(STATEWIDE)), event(inYouthCare, 'PLAN_CHANGE', 'YOUTHCARE')];
  }
  if (start <= inYouthCare + DAYS_TO_YOUTHCARE) return [enrollment(start, null, 'YOUTHCARE')];
  return [enrollment(inYouthCare, start - 1, 'YOUTHCARE'), enrollment(start, null, 'YOUTHCARE')];
}

/** Events that may never be disclosed, so that a leak is visible. */
function drawBarredEvents(random: RandomStream, coverage: CoverageRow): readonly MedicaidEvent[] {
  const { mentalHealthDiagnoses, substanceUseDiagnoses, magiIncome, coverageStart } = coverage;
  const treated = mentalHealthDiagnoses.length + substanceUseDiagnoses.length > 0;
  const start = dayOf(coverageStart);
  return [
    ...(treated ? [event(start + random.between(0, 60), 'TREATMENT')] : []),
    ...(magiIncome !== null && random.chance(0.05) ? [event(start, 'TAX_DATA_MATCH')] : []),
  ];
}
