import type { CalendarDay } from '../calendarDay.ts';
import type { RandomStream } from '../random/randomStream.ts';
import { referenceDay } from '../referenceDay.ts';
import type { CustodyEventRow } from '../systems/corrections.ts';
import {
  type CorrectionsRecords,
  INSTITUTIONS_OF_MEN,
  INSTITUTIONS_OF_WOMEN,
} from '../systems/draw/drawCorrections.ts';
import { type DrawnEvent, dayOf, drawnEvent, memberEvents } from './memberEvents.ts';

type Details = Pick<CustodyEventRow, 'kind' | 'facility'>;
type CustodyEvent = DrawnEvent<Details>;

const event = (on: CalendarDay, kind: Details['kind'], facility: string, until: CalendarDay | null = null) =>
  drawnEvent<Details>(on, { kind, facility }, until);

const TREATMENT_CENTER = 'Joliet Treatment Center';

/** The stay in custody of the record: admission, transfers until the facility of the record, release. */
export function drawCustodyHistory(
  random: RandomStream,
  { member, admission, custody }: CorrectionsRecords,
): readonly CustodyEventRow[] {
  const release = custody.lastParoledDate === null ? null : dayOf(custody.lastParoledDate);
  const events = drawStay(random, custody, member.gender === 'FEMALE', admission, release);
  return memberEvents(member, { idocNumber: custody.idocNumber }, events);
}

function drawStay(
  random: RandomStream,
  custody: CorrectionsRecords['custody'],
  ofWomen: boolean,
  admission: CalendarDay,
  release: CalendarDay | null,
): readonly CustodyEvent[] {
  const institutions = ofWomen ? INSTITUTIONS_OF_WOMEN : INSTITUTIONS_OF_MEN;
  const reception = ofWomen ? INSTITUTIONS_OF_WOMEN[0] : 'Northern Reception and Classification Center';
  const last = custody.parentInstitution ?? random.pick(institutions);
  const end = release ?? referenceDay;
  const assigned = admission + random.between(14, 45);
  const moved = admission + random.between(150, 900);
  const first = random.pick(institutions);
  const moves = [
    ...(moved < end && first !== last ? [{ on: assigned, facility: first }] : []),
    { on: moved < end && first !== last ? moved : assigned, facility: last },
  ].filter(({ on }) => on < end);
  // A person who was admitted recently, or stays only for weeks, was admitted to the facility of the record.
  const received = moves.length === 0 || reception === moves[0]?.facility ? last : reception;
  const transfers = moves.filter(({ facility }, place) => facility !== (moves[place - 1]?.facility ?? received));
  return [
    event(admission, 'ADMISSION', received, release),
    ...transfers.map(({ on, facility }) => event(on, 'TRANSFER', facility)),
    ...barredEvents(custody, admission, end, moves[0]?.facility ?? received),
    ...(release === null ? [] : [event(release, 'RELEASE', last)]),
  ];
}

/** Discipline and treatment, which may never be disclosed, so that a leak is visible. */
function barredEvents(
  { disciplinaryRecord, mentalHealthTreatment }: CorrectionsRecords['custody'],
  admission: CalendarDay,
  end: CalendarDay,
  facility: string,
): readonly CustodyEvent[] {
  const disciplined = Math.min(end, admission + 60);
  const treated = admission + 80;
  return [
    ...(disciplinaryRecord.length > 0 ? [event(disciplined, 'DISCIPLINE', facility)] : []),
    ...(mentalHealthTreatment !== null && treated + 30 < Math.min(end, admission + 150)
      ? [event(treated, 'TREATMENT_TRANSFER', TREATMENT_CENTER), event(treated + 30, 'TREATMENT_TRANSFER', facility)]
      : []),
  ];
}
