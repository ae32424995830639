import type { CaseAssignmentRow, ChildRow, ChildWelfareCaseRow } from './systems/childwelfare.ts';
import type { CustodyRow, SentenceRow } from './systems/corrections.ts';
import type { SchoolRow, StudentRow } from './systems/education.ts';
import type { HouseholdRow, PersonRow, RelationshipRow } from './systems/identity.ts';
import type { CoverageRow } from './systems/medicaid.ts';
import type { SnapCaseRow, SnapClientRow } from './systems/snap.ts';
import type { TanfCaseRow, TanfClientRow } from './systems/tanf.ts';
import type { EnergyApplicationRow, EnergyClientRow } from './systems/weatherization.ts';

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
};
