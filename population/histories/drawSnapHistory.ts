import { type CalendarDay, firstOfMonth, lastOfMonth } from '../calendarDay.ts';
import type { RandomStream } from '../random/randomStream.ts';
import { referenceDay } from '../referenceDay.ts';
import type { SnapRecords } from '../systems/draw/drawSnap.ts';
import type { SnapClientRow, SnapEventRow } from '../systems/snap.ts';
import { type Certification, drawClosureReason, drawDayWithin, reportsOf } from './certifications.ts';
import type { HouseholdChanges } from './householdChanges.ts';
import { type DrawnEvent, dayOf, drawnEvent, memberEvents } from './memberEvents.ts';

type Details = Pick<SnapEventRow, 'kind' | 'change' | 'closureReason'>;
type SnapEvent = DrawnEvent<Details>;

const event = (on: CalendarDay, kind: Details['kind'], more: Partial<Details> = {}, until: CalendarDay | null = null) =>
  drawnEvent<Details>(on, { kind, change: null, closureReason: null, ...more }, until);

/** What happened in the household's SNAP case, by client: the same for all of them, as far back as they were part of it. */
export function drawSnapHistory(
  random: RandomStream,
  { snapCase, clients }: SnapRecords,
  { days, absences }: HouseholdChanges,
): readonly SnapEventRow[] {
  const events = drawCase(random, snapCase, days);
  const application = events[0]?.on ?? referenceDay;
  return [...clients].flatMap(([member, client]) =>
    memberEvents(
      member,
      { clientId: client.clientId },
      [...events, ...barredEvents(client, snapCase, application)],
      absences.get(member),
    ),
  );
}

function drawCase(
  random: RandomStream,
  snapCase: SnapRecords['snapCase'],
  changes: HouseholdChanges['days'],
): readonly SnapEvent[] {
  const start = dayOf(snapCase.certificationStart);
  switch (snapCase.status) {
    case 'PENDING':
      return [event(referenceDay - random.between(0, 25), 'APPLICATION')];
    case 'DENIED': {
      const application = start - random.between(1, 28);
      const denial = Math.min(referenceDay, application + random.between(10, 30));
      return [event(application, 'APPLICATION'), event(denial, 'CLOSURE', { closureReason: 'APPLICATION_DENIED' })];
    }
    case 'ACTIVE':
    case 'SUSPENDED':
    case 'CANCELLED': {
      // Only shorter certifications have a mid-point report.
      const months = snapCase.midPointReportDue === null ? 36 : 12;
      const earlier = random.between(0, months === 12 ? 3 : 1);
      const certifications: Certification[] = [];
      for (let back = earlier; back >= 0; back--) {
        const from = firstOfMonth(start, -back * months);
        certifications.push({ from, to: lastOfMonth(from, months - 1) });
      }
      const other = random.chance(0.4) ? drawDayWithin(random, certifications) : null;
      return [
        event((certifications[0]?.from ?? start) - random.between(1, 28), 'APPLICATION'),
        ...certifications.map(({ from, to }, place) =>
          event(from, place === 0 ? 'CERTIFICATION' : 'RECERTIFICATION', {}, to),
        ),
        ...reportsOf(random, changes, certifications).map((on) => event(on, 'CHANGE', { change: 'HOUSEHOLD' })),
        ...(other === null ? [] : [event(other, 'CHANGE', { change: random.pick(['INCOME', 'INCOME', 'EXPENSES']) })]),
        ...(snapCase.status === 'CANCELLED'
          ? [event(dayOf(snapCase.certificationEnd), 'CLOSURE', { closureReason: drawClosureReason(random) })]
          : []),
      ];
    }
  }
}

/** Events of the program alone: as many as there are columns that may never be disclosed, so that a leak is visible. */
function barredEvents(
  client: SnapClientRow,
  snapCase: SnapRecords['snapCase'],
  application: number,
): readonly SnapEvent[] {
  const { immigrationStatus, domesticViolenceExclusion, clientId } = client;
  return [
    ...(immigrationStatus !== null && immigrationStatus !== 'US_CITIZEN_BY_BIRTH'
      ? [event(application + 2, 'IMMIGRATION_CHECK')]
      : []),
    ...(domesticViolenceExclusion ? [event(application + 3, 'DOMESTIC_VIOLENCE_EXCLUSION')] : []),
    ...(snapCase.grossIncomeSource === 'IRS' && snapCase.headClientId === clientId
      ? [event(application + 15, 'TAX_DATA_MATCH')]
      : []),
  ];
}
