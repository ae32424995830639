import type { CalendarDay } from '../calendarDay.ts';
import { type Household, isWard } from '../household/household.ts';
import type { Member } from '../household/member.ts';
import { referenceDay } from '../referenceDay.ts';
import type { ChildWelfareRecords } from '../systems/draw/drawChildWelfare.ts';
import type { CorrectionsRecords } from '../systems/draw/drawCorrections.ts';
import { type Absence, dayOf } from './memberEvents.ts';

/** Changes in who lives in the household, which it reports to its programs. */
export interface HouseholdChanges {
  /** Days on which somebody left or joined. */
  readonly days: readonly CalendarDay[];
  readonly absences: ReadonlyMap<Member, readonly Absence[]>;
}

/** Day on which the member, a ward of the state, was removed from home; null if they are no ward. */
export function removalOfWard(
  household: Household,
  childWelfare: ChildWelfareRecords | null,
  member: Member,
): CalendarDay | null {
  const date = isWard(household, member) ? childWelfare?.children.get(member)?.removalDate : null;
  return date == null ? null : dayOf(date);
}

/** Days within which a household reports a change (7 CFR 273.12(a)(2)). */
export const DAYS_TO_REPORT = 10;

export function householdChanges(
  household: Household,
  corrections: CorrectionsRecords | null,
  childWelfare: ChildWelfareRecords | null,
): HouseholdChanges {
  const days: CalendarDay[] = [];
  const absences = new Map<Member, readonly Absence[]>();
  const leaves = (member: Member, from: CalendarDay, to: CalendarDay | null) => {
    days.push(from, ...(to === null ? [] : [to]));
    absences.set(member, [{ from, to: to ?? referenceDay + 1 }]);
  };
  if (corrections) {
    const { lastParoledDate } = corrections.custody;
    leaves(corrections.member, corrections.admission, lastParoledDate === null ? null : dayOf(lastParoledDate));
  }
  const { childCase } = household;
  for (const [member, child] of childWelfare?.children ?? []) {
    if (child.removalDate === null || child.placementStart === null) continue;
    const removal = dayOf(child.removalDate);
    if (childCase?.kind === 'SUPERVISION') leaves(member, removal, dayOf(child.placementStart));
    else if (childCase?.kind === 'WARDS' && childCase.placement === 'AWAY') leaves(member, removal, null);
    // Wards who live here came with their placement.
    else absences.set(member, [{ from: member.birthDay, to: dayOf(child.placementStart) }]);
  }
  for (const member of household.unit) if (member.age < 5) days.push(member.birthDay);
  return { days, absences };
}
