import { type CalendarDay, firstOfMonth } from '../calendarDay.ts';
import type { RandomStream } from '../random/randomStream.ts';
import { referenceDay } from '../referenceDay.ts';
import type { TanfRecords } from '../systems/draw/drawTanf.ts';
import type { TanfClientRow, TanfEventRow } from '../systems/tanf.ts';
import { type Certification, drawClosureReason, drawDayWithin, reportsOf } from './certifications.ts';
import type { HouseholdChanges } from './householdChanges.ts';
import { type DrawnEvent, dayOf, drawnEvent, memberEvents } from './memberEvents.ts';

type Details = Pick<TanfEventRow, 'kind' | 'change' | 'closureReason'>;
type TanfEvent = DrawnEvent<Details>;

const event = (on: CalendarDay, kind: Details['kind'], more: Partial<Details> = {}, until: CalendarDay | null = null) =>
  drawnEvent<Details>(on, { kind, change: null, closureReason: null, ...more }, until);

/** What happened in the household's TANF case, by client: the same for all of them, as far back as they were part of it. */
export function drawTanfHistory(
  random: RandomStream,
  { tanfCase, clients }: TanfRecords,
  { days, absences }: HouseholdChanges,
): readonly TanfEventRow[] {
  const events = drawCase(random, tanfCase, days);
  const approval = dayOf(tanfCase.approvalDate);
  return [...clients].flatMap(([member, client]) =>
    memberEvents(
      member,
      { clientId: client.clientId },
      [...events, ...barredEvents(client, approval)],
      absences.get(member),
    ),
  );
}

function drawCase(
  random: RandomStream,
  tanfCase: TanfRecords['tanfCase'],
  changes: HouseholdChanges['days'],
): readonly TanfEvent[] {
  const approval = dayOf(tanfCase.approvalDate);
  switch (tanfCase.status) {
    case 'PENDING':
      return [event(approval - random.between(0, 10), 'APPLICATION')];
    case 'DENIED':
      return [
        event(approval - random.between(10, 40), 'APPLICATION'),
        event(approval, 'CLOSURE', { closureReason: 'APPLICATION_DENIED' }),
      ];
    case 'ACTIVE':
    case 'SUSPENDED':
    case 'CANCELLED': {
      const certification = { from: approval, to: dayOf(tanfCase.certificationEnd) };
      const earlier = random.chance(0.3) ? drawEarlierCertification(random, approval) : null;
      const certifications = earlier === null ? [certification] : [earlier, certification];
      const other = random.chance(0.4) ? drawDayWithin(random, [certification]) : null;
      return [
        ...(earlier === null ? [] : earlierCase(random, earlier)),
        event(approval - random.between(5, 40), 'APPLICATION'),
        event(approval, 'CERTIFICATION', {}, certification.to),
        ...reportsOf(random, changes, certifications).map((on) => event(on, 'CHANGE', { change: 'HOUSEHOLD' })),
        ...(other === null ? [] : [event(other, 'CHANGE', { change: 'INCOME' })]),
        ...(tanfCase.status === 'CANCELLED'
          ? [event(certification.to, 'CLOSURE', { closureReason: drawClosureReason(random) })]
          : []),
      ];
    }
  }
}

/** A year of TANF that ended some months before the case of the record began. */
function drawEarlierCertification(random: RandomStream, approval: number): Certification {
  const to = firstOfMonth(approval, -random.between(3, 9)) - 1;
  return { from: firstOfMonth(to, -11), to };
}

function earlierCase(random: RandomStream, { from, to }: Certification): readonly TanfEvent[] {
  return [
    event(from - random.between(5, 40), 'APPLICATION'),
    event(from, 'CERTIFICATION', {}, to),
    event(to, 'CLOSURE', { closureReason: drawClosureReason(random) }),
  ];
}

/** Events of the program alone, which may never be disclosed, so that a leak is visible. */
function barredEvents(
  { domesticViolenceExclusion, sanctionLevel }: TanfClientRow,
  approval: number,
): readonly TanfEvent[] {
  return [
    ...(domesticViolenceExclusion ? [event(approval, 'DOMESTIC_VIOLENCE_EXCLUSION')] : []),
    ...(sanctionLevel > 0 ? [event(Math.min(referenceDay, approval + 30), 'SANCTION')] : []),
  ];
}
