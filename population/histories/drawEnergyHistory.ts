import type { CalendarDay } from '../calendarDay.ts';
import type { RandomStream } from '../random/randomStream.ts';
import { referenceDay } from '../referenceDay.ts';
import type { EnergyRecords } from '../systems/draw/drawWeatherization.ts';
import type { EnergyEventRow } from '../systems/weatherization.ts';
import type { HouseholdChanges } from './householdChanges.ts';
import { type DrawnEvent, dayOf, drawnEvent, memberEvents } from './memberEvents.ts';

type Details = Pick<EnergyEventRow, 'kind' | 'measure'>;
type EnergyEvent = DrawnEvent<Details>;

const event = (on: CalendarDay, kind: Details['kind'], measure: string | null = null) =>
  drawnEvent<Details>(on, { kind, measure });

/** What happened in the household's application, by occupant: the same for all of them, from when they lived there. */
export function drawEnergyHistory(
  random: RandomStream,
  { application, clients }: EnergyRecords,
  { absences }: HouseholdChanges,
): readonly EnergyEventRow[] {
  const events = drawApplication(random, application);
  return [...clients].flatMap(([member, { clientId }]) =>
    // The case is the applicant's, also while they are away.
    memberEvents(member, { clientId }, events, clientId === application.applicantClientId ? [] : absences.get(member)),
  );
}

function drawApplication(random: RandomStream, application: EnergyRecords['application']): readonly EnergyEvent[] {
  const audit = application.auditDate === null ? null : dayOf(application.auditDate);
  const thisYear = application.programYear === 2026;
  const applied =
    audit === null
      ? referenceDay - random.between(thisYear ? 1 : 120, thisYear ? 60 : 380)
      : audit - random.between(30, 90);
  const earlier = random.chance(0.35) ? [event(applied - random.between(330, 390), 'APPLICATION')] : [];
  if (audit === null) return [...earlier, event(applied, 'APPLICATION')];
  return [
    ...earlier,
    event(applied, 'APPLICATION'),
    event(audit - random.between(7, 20), 'VISIT'),
    event(audit, 'AUDIT'),
    ...workOf(application, audit),
  ];
}

/** The measures in the order of the record, evenly over the time of the work, and the last inspection. */
function workOf(
  { status, measures, completionDate }: EnergyRecords['application'],
  audit: CalendarDay,
): readonly EnergyEvent[] {
  const end = completionDate === null ? referenceDay : dayOf(completionDate);
  const installed =
    status === 'COMPLETE' || status === 'FINAL_INSPECTION'
      ? measures
      : status === 'IN_PROGRESS'
        ? measures.slice(0, Math.floor(measures.length / 2))
        : [];
  return [
    ...installed.map((measure, place) =>
      event(audit + Math.ceil(((end - audit) * (place + 1)) / (installed.length + 1)), 'MEASURE', measure),
    ),
    ...(status === 'COMPLETE' ? [event(end, 'VISIT')] : []),
  ];
}
