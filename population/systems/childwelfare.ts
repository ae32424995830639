import type { ChildWelfareEventKind } from '../../schema/generated/enums/childwelfare.ts';
import type { RecordedName } from '../clericalErrors.ts';
import type { EventRow } from './eventRow.ts';

export interface ChildWelfareCaseRow {
  readonly caseNumber: string;
  readonly status: 'OPEN' | 'CLOSED';
  readonly court: string;
  readonly nextHearing: string | null;
  readonly caseworker: string;
}

export type PlacementType =
  | 'RELATIVE_FOSTER_HOME'
  | 'FOSTER_HOME'
  | 'THERAPEUTIC_FOSTER_HOME'
  | 'PRE_ADOPTIVE_HOME'
  | 'SHELTER'
  | 'GROUP_HOME'
  | 'QRTP'
  | 'CHILD_CARE_INSTITUTION'
  | 'SUPERVISED_INDEPENDENT_LIVING'
  | 'PSYCHIATRIC_HOSPITAL'
  | 'DETENTION'
  | 'RUNAWAY'
  | 'HOME';

export interface ChildRow extends RecordedName {
  readonly cypId: string;
  readonly caseNumber: string;
  readonly legalStatus: 'TEMPORARY_CUSTODY' | 'GUARDIANSHIP' | 'PROTECTIVE_SUPERVISION' | 'INTACT' | 'NONE';
  readonly removalDate: string | null;
  readonly removalReasons: readonly string[];
  readonly permanencyGoal:
    | 'REUNIFY'
    | 'RELATIVES'
    | 'ADOPTION'
    | 'GUARDIANSHIP'
    | 'PLANNED_PERMANENT_LIVING_ARRANGEMENT'
    | 'NONE';
  readonly icwaIndicator: boolean;
  readonly medicalConsentAuthority: 'PARENT' | 'GUARDIANSHIP_ADMINISTRATOR' | 'COURT';
  readonly placementType: PlacementType | null;
  readonly placementStart: string | null;
  readonly placementCounty: string | null;
  readonly investigationStatus: 'PENDING' | 'CLOSED' | null;
  readonly finding: 'INDICATED' | 'UNFOUNDED' | null;
  readonly reporter: string | null;
}

export interface CaseAssignmentRow {
  readonly caseNumber: string;
  readonly worker: string;
  readonly assignedOn: string;
  readonly endedOn: string | null;
}

export interface ChildWelfareEventRow extends EventRow {
  readonly cypId: string;
  /** The kinds that are not in the schema are never read for others. */
  readonly kind: ChildWelfareEventKind | 'REPORT' | 'INVESTIGATION';
  readonly placementType: PlacementType | null;
}
