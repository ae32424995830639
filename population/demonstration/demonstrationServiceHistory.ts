import { type HouseholdRecords, noRecords } from '../householdRecords.ts';
import type { ChildWelfareEventRow } from '../systems/childwelfare.ts';
import type { CustodyEventRow } from '../systems/corrections.ts';
import type { EducationEventRow } from '../systems/education.ts';
import { numberEvents } from '../systems/numberEvents.ts';
import type { EnergyEventRow } from '../systems/weatherization.ts';
import { demonstrationNumbers as numbers } from './demonstrationNumbers.ts';

type CustodyEvent = Omit<CustodyEventRow, 'sequence'>;
type EducationEvent = Omit<EducationEventRow, 'sisId' | 'sequence'>;
type EnergyEvent = Omit<EnergyEventRow, 'clientId' | 'sequence'>;
type ChildWelfareEvent = Omit<ChildWelfareEventRow, 'sequence'>;

const custody = (startedOn: string, kind: CustodyEvent['kind'], facility: string | null): CustodyEvent => ({
  ...{ idocNumber: numbers.partnerIdoc, startedOn, endedOn: null, kind, facility },
});
const school = (
  startedOn: string,
  endedOn: string | null,
  rcdts: string,
  kind: EducationEvent['kind'] = 'ENROLLMENT',
): EducationEvent => ({ startedOn, endedOn, kind, school: rcdts });
const energy = (startedOn: string, kind: EnergyEvent['kind']): EnergyEvent => ({
  ...{ startedOn, endedOn: null, kind, measure: null },
});
const welfare = (
  startedOn: string,
  kind: ChildWelfareEvent['kind'],
  more: Partial<ChildWelfareEvent> = {},
): ChildWelfareEvent => ({
  ...{ cypId: numbers.wardCyp, startedOn, endedOn: null, kind, placementType: null },
  ...more,
});

// Where the mother lived with the children, and where the grandmother lives: two districts.
const FORMER_ELEMENTARY = '160160011251043';
const ELEMENTARY = '160160010251005';
const MIDDLE = '160160010252003';

const wardSchools: readonly EducationEvent[] = [
  school('2021-08-23', '2022-06-10', FORMER_ELEMENTARY),
  school('2022-08-22', '2023-06-09', FORMER_ELEMENTARY),
  school('2023-08-21', '2024-06-07', FORMER_ELEMENTARY),
  school('2024-08-26', '2025-01-24', FORMER_ELEMENTARY),
  school('2025-01-27', '2025-06-12', ELEMENTARY, 'TRANSFER'),
  school('2025-08-18', '2026-06-05', MIDDLE),
  school('2026-08-17', null, MIDDLE),
  { startedOn: '2026-09-29', endedOn: null, kind: 'DISCIPLINE', school: MIDDLE },
];
const childSchools: readonly EducationEvent[] = [
  school('2022-08-22', '2023-06-09', FORMER_ELEMENTARY),
  school('2023-08-21', '2024-06-07', FORMER_ELEMENTARY),
  school('2024-08-26', '2025-06-12', FORMER_ELEMENTARY),
  school('2025-08-18', '2025-09-05', FORMER_ELEMENTARY),
  // The mother moved in with the grandmother.
  school('2025-09-08', '2026-06-05', ELEMENTARY, 'TRANSFER'),
  school('2026-08-17', null, ELEMENTARY),
];

const household: readonly EnergyEvent[] = [
  energy('2026-06-22', 'APPLICATION'),
  energy('2026-09-23', 'VISIT'),
  energy('2026-10-14', 'AUDIT'),
];

function ofStudent(sisId: string, events: readonly EducationEvent[]): readonly EducationEventRow[] {
  return numberEvents(events).map((event) => ({ ...event, sisId }));
}
function ofClient(clientId: string, events: readonly EnergyEvent[]): readonly EnergyEventRow[] {
  return numberEvents(events).map((event) => ({ ...event, clientId }));
}

/** History of the demonstration household with corrections, schools, energy and child welfare. */
export const demonstrationServiceHistory: HouseholdRecords = {
  ...noRecords,
  custodyEvents: numberEvents([
    custody('2024-10-17', 'ADMISSION', 'Northern Reception and Classification Center'),
    custody('2024-11-21', 'TRANSFER', 'Vandalia Correctional Center'),
    custody('2025-05-06', 'DISCIPLINE', 'Vandalia Correctional Center'),
    custody('2025-09-16', 'TRANSFER', 'Sheridan Correctional Center'),
    custody('2026-03-02', 'TREATMENT_TRANSFER', 'Joliet Treatment Center'),
    custody('2026-03-30', 'TREATMENT_TRANSFER', 'Sheridan Correctional Center'),
  ]),
  educationEvents: [...ofStudent(numbers.wardSis, wardSchools), ...ofStudent(numbers.childSis, childSchools)],
  energyEvents: [
    ...ofClient(numbers.grandmotherEnergy, [
      energy('2023-11-06', 'APPLICATION'),
      energy('2024-11-12', 'APPLICATION'),
      ...household,
    ]),
    ...ofClient(numbers.daughterEnergy, household),
    ...ofClient(numbers.wardEnergy, household),
    ...ofClient(numbers.childEnergy, household),
  ],
  childWelfareEvents: numberEvents([
    welfare('2025-01-17', 'REPORT'),
    welfare('2025-01-18', 'INVESTIGATION', { endedOn: '2025-03-14' }),
    welfare('2025-01-23', 'REMOVAL'),
    welfare('2025-01-23', 'PLACEMENT', { endedOn: '2025-01-24', placementType: 'SHELTER' }),
    welfare('2025-01-24', 'PLACEMENT', { placementType: 'RELATIVE_FOSTER_HOME' }),
    welfare('2025-01-27', 'HEARING'),
    welfare('2025-02-06', 'VISIT'),
    welfare('2025-04-22', 'HEARING'),
    welfare('2025-05-20', 'HEARING'),
    welfare('2025-09-09', 'VISIT'),
    welfare('2025-11-18', 'HEARING'),
    welfare('2026-02-10', 'VISIT'),
    welfare('2026-05-19', 'HEARING'),
    welfare('2026-10-06', 'VISIT'),
  ]),
};
