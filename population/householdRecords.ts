import type { CaseAssignmentRow, ChildRow, ChildWelfareCaseRow, ChildWelfareEventRow } from './systems/childwelfare.ts';
import type { CustodyEventRow, CustodyRow, SentenceRow } from './systems/corrections.ts';
import type { EducationEventRow, SchoolRow, StudentRow } from './systems/education.ts';
import type { HouseholdRow, PersonRow, RelationshipRow } from './systems/identity.ts';
import type { CoverageRow, MedicaidEventRow } from './systems/medicaid.ts';
import type { SnapCaseRow, SnapClientRow, SnapEventRow } from './systems/snap.ts';
import type { TanfCaseRow, TanfClientRow, TanfEventRow } from './systems/tanf.ts';
import type { EnergyApplicationRow, EnergyClientRow, EnergyEventRow } from './systems/weatherization.ts';

/** Everything that the eight systems know of one household. */
export interface HouseholdRecords {
  readonly households: readonly HouseholdRow[];
  readonly persons: readonly PersonRow[];
  readonly relationships: readonly RelationshipRow[];
  readonly snapCases: readonly SnapCaseRow[];
  readonly snapClients: readonly SnapClientRow[];
  readonly tanfCases: readonly TanfCaseRow[];
  readonly tanfClients: readonly TanfClientRow[];
  readonly coverages: readonly CoverageRow[];
  readonly custodyRecords: readonly CustodyRow[];
  readonly sentences: readonly SentenceRow[];
  /** Reference data, loaded once before the households: a household has none of its own. */
  readonly schools: readonly SchoolRow[];
  readonly students: readonly StudentRow[];
  readonly energyApplications: readonly EnergyApplicationRow[];
  readonly energyClients: readonly EnergyClientRow[];
  readonly childWelfareCases: readonly ChildWelfareCaseRow[];
  readonly children: readonly ChildRow[];
  readonly caseAssignments: readonly CaseAssignmentRow[];
  readonly snapEvents: readonly SnapEventRow[];
  readonly tanfEvents: readonly TanfEventRow[];
  readonly medicaidEvents: readonly MedicaidEventRow[];
  readonly custodyEvents: readonly CustodyEventRow[];
  readonly educationEvents: readonly EducationEventRow[];
  readonly energyEvents: readonly EnergyEventRow[];
  readonly childWelfareEvents: readonly ChildWelfareEventRow[];
}

/** Records of a household that no system knows. */
export const noRecords: HouseholdRecords = {
  households: [],
  persons: [],
  relationships: [],
  snapCases: [],
  snapClients: [],
  tanfCases: [],
  tanfClients: [],
  coverages: [],
  custodyRecords: [],
  sentences: [],
  schools: [],
  students: [],
  energyApplications: [],
  energyClients: [],
  childWelfareCases: [],
  children: [],
  caseAssignments: [],
  snapEvents: [],
  tanfEvents: [],
  medicaidEvents: [],
  custodyEvents: [],
  educationEvents: [],
  energyEvents: [],
  childWelfareEvents: [],
};
