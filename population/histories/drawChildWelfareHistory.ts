import type { CalendarDay } from '../calendarDay.ts';
import type { ChildCase } from '../household/household.ts';
import type { RandomStream } from '../random/randomStream.ts';
import { referenceDay } from '../referenceDay.ts';
import type { ChildRow, ChildWelfareEventRow } from '../systems/childwelfare.ts';
import type { ChildWelfareRecords } from '../systems/draw/drawChildWelfare.ts';
import { type DrawnEvent, dayOf, drawnEvent, memberEvents } from './memberEvents.ts';

type Details = Pick<ChildWelfareEventRow, 'kind' | 'placementType'>;
type ChildWelfareEvent = DrawnEvent<Details>;

const event = (
  on: CalendarDay,
  kind: Details['kind'],
  placementType: Details['placementType'] = null,
  until: CalendarDay | null = null,
) => drawnEvent<Details>(on, { kind, placementType }, until);

/** Days from a removal to the hearings of the first year (705 ILCS 405/2-9, 2-14, 2-21, 2-28). */
const HEARINGS = [4, 85, 112, 300, 480, 660, 840, 1020] as const;
const MOST_VISITS = 3;

/** What happened in the case, by child. */
export function drawChildWelfareHistory(
  random: RandomStream,
  kind: ChildCase['kind'],
  { children, assignments }: ChildWelfareRecords,
): readonly ChildWelfareEventRow[] {
  const opened = dayOf(assignments[0]?.assignedOn ?? '');
  const ended = assignments.at(-1)?.endedOn ?? null;
  const closed = kind === 'CLOSED' && ended !== null ? dayOf(ended) : null;
  const shared = [
    ...drawVisits(random, opened, Math.min(referenceDay, closed ?? referenceDay)),
    ...drawHearings(random, kind, opened),
    ...(closed === null ? [] : [event(closed, 'CLOSURE')]),
  ];
  return [...children].flatMap(([member, child]) =>
    memberEvents(member, { cypId: child.cypId }, [
      ...barredEvents(child, opened),
      ...drawPlacements(random, child),
      ...shared,
    ]),
  );
}

/** The removal, a first placement until the one of the record began, and that one. */
function drawPlacements(random: RandomStream, child: ChildRow): readonly ChildWelfareEvent[] {
  const { removalDate, placementStart, placementType } = child;
  if (removalDate === null || placementStart === null) return [];
  const removal = dayOf(removalDate);
  const placed = dayOf(placementStart);
  const first = placed - removal > 5 ? 'FOSTER_HOME' : random.pick(['SHELTER', 'FOSTER_HOME']);
  return [
    event(removal, 'REMOVAL'),
    ...(placed > removal ? [event(removal, 'PLACEMENT', first, placed)] : []),
    event(placed, 'PLACEMENT', placementType),
  ];
}

function drawHearings(
  random: RandomStream,
  kind: ChildCase['kind'],
  opened: CalendarDay,
): readonly ChildWelfareEvent[] {
  if (kind !== 'WARDS' && kind !== 'SUPERVISION') return [];
  return HEARINGS.map((days) => event(opened + days - random.between(0, 2), 'HEARING'));
}

/** A few visits of the caseworker, the last ones of the case. */
function drawVisits(random: RandomStream, opened: CalendarDay, last: CalendarDay): readonly ChildWelfareEvent[] {
  const visits: ChildWelfareEvent[] = [];
  let on = last - random.between(2, 28);
  while (visits.length < MOST_VISITS && on > opened) {
    visits.push(event(on, 'VISIT'));
    on -= random.between(25, 35);
  }
  return visits;
}

/** Report and investigation, which may never be disclosed here, so that a leak is visible. */
function barredEvents(child: ChildRow, opened: CalendarDay): readonly ChildWelfareEvent[] {
  const decided = child.investigationStatus === 'CLOSED' ? Math.min(referenceDay, opened + 55) : null;
  return [event(opened, 'REPORT'), event(opened, 'INVESTIGATION', null, decided)];
}
