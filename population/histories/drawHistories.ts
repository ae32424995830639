import type { Household } from '../household/household.ts';
import type { Member } from '../household/member.ts';
import type { HouseholdRecords } from '../householdRecords.ts';
import type { ChildWelfareRecords } from '../systems/draw/drawChildWelfare.ts';
import type { CorrectionsRecords } from '../systems/draw/drawCorrections.ts';
import type { SnapRecords } from '../systems/draw/drawSnap.ts';
import type { TanfRecords } from '../systems/draw/drawTanf.ts';
import type { EnergyRecords } from '../systems/draw/drawWeatherization.ts';
import type { StudentRow } from '../systems/education.ts';
import type { CoverageRow } from '../systems/medicaid.ts';
import { drawChildWelfareHistory } from './drawChildWelfareHistory.ts';
import { drawCustodyHistory } from './drawCustodyHistory.ts';
import { drawEducationHistory } from './drawEducationHistory.ts';
import { drawEnergyHistory } from './drawEnergyHistory.ts';
import { drawMedicaidHistory } from './drawMedicaidHistory.ts';
import { drawSnapHistory } from './drawSnapHistory.ts';
import { drawTanfHistory } from './drawTanfHistory.ts';
import { createHistoryStream } from './historyStream.ts';
import { householdChanges } from './householdChanges.ts';

/** The records that a household's history must agree with. */
export interface DrawnRecords {
  readonly snap: SnapRecords | null;
  readonly tanf: TanfRecords | null;
  readonly coverages: ReadonlyMap<Member, CoverageRow>;
  readonly corrections: CorrectionsRecords | null;
  readonly students: ReadonlyMap<Member, StudentRow>;
  readonly energy: EnergyRecords | null;
  readonly childWelfare: ChildWelfareRecords | null;
}

export type Histories = Pick<
  HouseholdRecords,
  | 'snapEvents'
  | 'tanfEvents'
  | 'medicaidEvents'
  | 'custodyEvents'
  | 'educationEvents'
  | 'energyEvents'
  | 'childWelfareEvents'
>;

const nothing: Histories = {
  snapEvents: [],
  tanfEvents: [],
  medicaidEvents: [],
  custodyEvents: [],
  educationEvents: [],
  energyEvents: [],
  childWelfareEvents: [],
};

/** Draws what led to the household's records, with a random stream of its own: the records are given. */
export function drawHistories(household: Household, records: DrawnRecords): Histories {
  const { snap, tanf, coverages, corrections, students, energy, childWelfare } = records;
  const isKnown = snap || tanf || corrections || energy || childWelfare || coverages.size > 0 || students.size > 0;
  if (!isKnown) return nothing;
  const random = createHistoryStream(household.id);
  const changes = householdChanges(household, corrections, childWelfare);
  return {
    snapEvents: snap ? drawSnapHistory(random, snap, changes) : [],
    tanfEvents: tanf ? drawTanfHistory(random, tanf, changes) : [],
    medicaidEvents: drawMedicaidHistory(random, household, coverages, childWelfare),
    custodyEvents: corrections ? drawCustodyHistory(random, corrections) : [],
    educationEvents: drawEducationHistory(random, household, students, childWelfare),
    energyEvents: energy ? drawEnergyHistory(random, energy, changes) : [],
    childWelfareEvents:
      childWelfare && household.childCase
        ? drawChildWelfareHistory(random, household.childCase.kind, childWelfare)
        : [],
  };
}
