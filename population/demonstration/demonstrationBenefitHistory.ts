import { type HouseholdRecords, noRecords } from '../householdRecords.ts';
import type { MedicaidEventRow } from '../systems/medicaid.ts';
import { numberEvents } from '../systems/numberEvents.ts';
import type { SnapEventRow } from '../systems/snap.ts';
import type { TanfEventRow } from '../systems/tanf.ts';
import { demonstrationNumbers as numbers } from './demonstrationNumbers.ts';

type SnapEvent = Omit<SnapEventRow, 'clientId' | 'sequence'>;
type TanfEvent = Omit<TanfEventRow, 'clientId' | 'sequence'>;
type MedicaidEvent = Omit<MedicaidEventRow, 'rin' | 'sequence'>;

const snap = (startedOn: string, kind: SnapEvent['kind'], more: Partial<SnapEvent> = {}): SnapEvent => ({
  ...{ startedOn, endedOn: null, kind, change: null, closureReason: null },
  ...more,
});
const tanf = (startedOn: string, kind: TanfEvent['kind'], more: Partial<TanfEvent> = {}): TanfEvent => ({
  ...{ startedOn, endedOn: null, kind, change: null, closureReason: null },
  ...more,
});
const medicaid = (
  startedOn: string,
  kind: MedicaidEvent['kind'],
  plan: MedicaidEvent['plan'],
  endedOn: string | null = null,
): MedicaidEvent => ({ startedOn, endedOn, kind, plan });

const snapHousehold: readonly SnapEvent[] = [
  snap('2021-05-12', 'APPLICATION'),
  snap('2021-06-01', 'CERTIFICATION', { endedOn: '2022-05-31' }),
  snap('2022-06-01', 'RECERTIFICATION', { endedOn: '2023-05-31' }),
  snap('2023-06-01', 'RECERTIFICATION', { endedOn: '2024-05-31' }),
  snap('2024-06-01', 'RECERTIFICATION', { endedOn: '2025-05-31' }),
  // The partner went into custody on 2024-10-17, and the ward was removed on 2025-01-23.
  snap('2024-10-24', 'CHANGE', { change: 'HOUSEHOLD' }),
  snap('2025-01-30', 'CHANGE', { change: 'HOUSEHOLD' }),
  snap('2025-05-31', 'CLOSURE', { closureReason: 'NOT_RECERTIFIED' }),
  snap('2026-05-18', 'APPLICATION'),
  snap('2026-06-01', 'CERTIFICATION', { endedOn: '2027-05-31' }),
  snap('2026-08-11', 'CHANGE', { change: 'INCOME' }),
];

const tanfHousehold: readonly TanfEvent[] = [
  tanf('2024-11-04', 'APPLICATION'),
  tanf('2024-12-02', 'CERTIFICATION', { endedOn: '2025-08-31' }),
  tanf('2025-01-30', 'CHANGE', { change: 'HOUSEHOLD' }),
  tanf('2025-08-31', 'CLOSURE', { closureReason: 'NO_LONGER_ELIGIBLE' }),
  tanf('2026-02-16', 'APPLICATION'),
  tanf('2026-03-09', 'CERTIFICATION', { endedOn: '2027-02-28' }),
  tanf('2026-08-11', 'CHANGE', { change: 'INCOME' }),
];

const grandmotherCoverage: readonly MedicaidEvent[] = [
  medicaid('2021-01-01', 'ENROLLMENT', 'BCBSIL', '2023-10-31'),
  medicaid('2022-07-01', 'PLAN_CHANGE', 'MERIDIAN'),
  medicaid('2023-10-31', 'EXIT', null),
  medicaid('2024-04-01', 'ENROLLMENT', 'MERIDIAN'),
];
const motherAndChildCoverage: readonly MedicaidEvent[] = [
  medicaid('2021-03-01', 'ENROLLMENT', 'BCBSIL', '2025-05-31'),
  medicaid('2023-01-01', 'PLAN_CHANGE', 'COUNTYCARE'),
  medicaid('2025-05-31', 'EXIT', null),
  medicaid('2025-09-01', 'ENROLLMENT', 'COUNTYCARE'),
];
const wardCoverage: readonly MedicaidEvent[] = [
  medicaid('2021-03-01', 'ENROLLMENT', 'BCBSIL', '2025-01-31'),
  medicaid('2023-01-01', 'PLAN_CHANGE', 'COUNTYCARE'),
  medicaid('2025-02-01', 'ENROLLMENT', 'YOUTHCARE'),
];

function ofClient<Event extends SnapEvent | TanfEvent>(clientId: string, events: readonly Event[]) {
  return numberEvents(events).map((event) => ({ ...event, clientId }));
}
function ofRecipient(rin: string, events: readonly MedicaidEvent[]): readonly MedicaidEventRow[] {
  return numberEvents(events).map((event) => ({ ...event, rin }));
}

/** History of the demonstration household with SNAP, TANF and Medicaid, the kinds that are never read included. */
export const demonstrationBenefitHistory: HouseholdRecords = {
  ...noRecords,
  snapEvents: [
    ...ofClient(numbers.daughterSnap, [
      ...snapHousehold,
      snap('2026-05-20', 'IMMIGRATION_CHECK'),
      snap('2026-05-21', 'DOMESTIC_VIOLENCE_EXCLUSION'),
      snap('2026-07-07', 'TAX_DATA_MATCH'),
    ]),
    ...ofClient(numbers.childSnap, snapHousehold),
  ],
  tanfEvents: [
    ...ofClient(numbers.daughterTanf, [
      ...tanfHousehold,
      tanf('2025-06-02', 'SANCTION'),
      tanf('2026-02-20', 'DOMESTIC_VIOLENCE_EXCLUSION'),
    ]),
    ...ofClient(numbers.childTanf, tanfHousehold),
  ],
  medicaidEvents: [
    ...ofRecipient(numbers.grandmotherRin, grandmotherCoverage),
    ...ofRecipient(numbers.daughterRin, [
      ...motherAndChildCoverage,
      medicaid('2024-05-14', 'TREATMENT', null),
      medicaid('2025-08-19', 'TAX_DATA_MATCH', null),
    ]),
    ...ofRecipient(numbers.wardRin, [...wardCoverage, medicaid('2025-03-11', 'TREATMENT', null)]),
    ...ofRecipient(numbers.childRin, motherAndChildCoverage),
  ],
};
