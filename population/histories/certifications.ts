import type { CalendarDay } from '../calendarDay.ts';
import type { RandomStream } from '../random/randomStream.ts';
import { referenceDay } from '../referenceDay.ts';
import { DAYS_TO_REPORT } from './householdChanges.ts';

/** A certification period, both days included. */
export interface Certification {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

/** Days on which the household reported that somebody left or joined: shortly after each change during a certification. */
export function reportsOf(
  random: RandomStream,
  changes: readonly CalendarDay[],
  certifications: readonly Certification[],
): readonly CalendarDay[] {
  return changes
    .filter((day) => certifications.some(({ from, to }) => day >= from && day <= to))
    .map((day) => Math.min(referenceDay, day + random.between(2, DAYS_TO_REPORT)));
}

/** A day of the certifications that has passed. */
export function drawDayWithin(random: RandomStream, certifications: readonly Certification[]): CalendarDay | null {
  const first = certifications[0]?.from ?? referenceDay;
  const last = Math.min(referenceDay, certifications.at(-1)?.to ?? referenceDay);
  return last > first ? random.between(first, last) : null;
}

/** Why a case ends after its last certification. Drawn without a look at the household: no reason says anything of it. */
export function drawClosureReason(random: RandomStream) {
  return random.weighted([
    [70, 'NOT_RECERTIFIED'],
    [20, 'NO_LONGER_ELIGIBLE'],
    [10, 'REQUESTED'],
  ]);
}
