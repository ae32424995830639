import type { ChildWelfareEventRow } from '../systems/childwelfare.ts';
import type { CustodyEventRow } from '../systems/corrections.ts';
import type { EducationEventRow } from '../systems/education.ts';
import type { MedicaidEventRow } from '../systems/medicaid.ts';
import type { SnapEventRow } from '../systems/snap.ts';
import type { TanfEventRow } from '../systems/tanf.ts';
import type { EnergyEventRow } from '../systems/weatherization.ts';
import { type PopulationTable, table } from './populationTable.ts';

/** What happened: one table in every system that has a history, loaded after the persons it is about. */
export const eventTables: readonly PopulationTable[] = [
  table<SnapEventRow>('snap', 'event', (records) => records.snapEvents, [
    'clientId',
    'startedOn',
    'sequence',
    'endedOn',
    'kind',
    'change',
    'closureReason',
  ]),
  table<TanfEventRow>('tanf', 'event', (records) => records.tanfEvents, [
    'clientId',
    'startedOn',
    'sequence',
    'endedOn',
    'kind',
    'change',
    'closureReason',
  ]),
  table<MedicaidEventRow>('medicaid', 'event', (records) => records.medicaidEvents, [
    'rin',
    'startedOn',
    'sequence',
    'endedOn',
    'kind',
    'plan',
  ]),
  table<CustodyEventRow>('corrections', 'event', (records) => records.custodyEvents, [
    'idocNumber',
    'startedOn',
    'sequence',
    'endedOn',
    'kind',
    'facility',
  ]),
  table<EducationEventRow>('education', 'event', (records) => records.educationEvents, [
    'sisId',
    'startedOn',
    'sequence',
    'endedOn',
    'kind',
    'school',
  ]),
  table<EnergyEventRow>('weatherization', 'event', (records) => records.energyEvents, [
    'clientId',
    'startedOn',
    'sequence',
    'endedOn',
    'kind',
    'measure',
  ]),
  table<ChildWelfareEventRow>('childwelfare', 'event', (records) => records.childWelfareEvents, [
    'cypId',
    'startedOn',
    'sequence',
    'endedOn',
    'kind',
    'placementType',
  ]),
];
