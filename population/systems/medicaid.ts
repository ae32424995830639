import type { MedicaidEventKind } from '../../schema/generated/enums/medicaid.ts';
import type { RecordedName } from '../clericalErrors.ts';
import type { EventRow } from './eventRow.ts';

export type EligibilityGroup =
  | 'ACA_ADULT'
  | 'FAMILY_CARE'
  | 'ALL_KIDS_ASSIST'
  | 'ALL_KIDS_SHARE'
  | 'ALL_KIDS_PREMIUM'
  | 'MOMS_AND_BABIES'
  | 'FORMER_FOSTER_CARE'
  | 'FOSTER_CARE'
  | 'AABD'
  | 'HBWD';

export type ManagedCarePlan =
  | 'AETNA'
  | 'BCBSIL'
  | 'COUNTYCARE'
  | 'MERIDIAN'
  | 'MOLINA'
  | 'YOUTHCARE'
  | 'FEE_FOR_SERVICE';

export interface CoverageRow extends RecordedName {
  readonly rin: string;
  readonly status: 'ACTIVE' | 'CANCELLED' | 'DRAFT' | 'ENTERED_IN_ERROR';
  readonly eligibilityGroup: EligibilityGroup;
  readonly magiBasis: 'MAGI' | 'NON_MAGI';
  readonly coverageStart: string;
  readonly coverageEnd: string | null;
  readonly retroactiveMonths: number;
  readonly redeterminationDate: string | null;
  readonly continuousEligibilityThrough: string | null;
  readonly managedCarePlan: ManagedCarePlan;
  readonly relationship: 'SELF' | 'SPOUSE' | 'CHILD' | 'PARENT' | 'OTHER';
  readonly emergencyOnly: boolean;
  readonly providerName: string | null;
  readonly providerNpi: string | null;
  readonly lastWellChildVisit: string | null;
  readonly immunizationsUpToDate: boolean | null;
  readonly diagnoses: readonly string[];
  readonly waiverProgram: string | null;
  readonly substanceUseDiagnoses: readonly string[];
  readonly hivDiagnoses: readonly string[];
  readonly mentalHealthDiagnoses: readonly string[];
  /** Cents. */
  readonly spendDownAmount: number | null;
  readonly thirdPartyLiability: boolean;
  readonly medicareDualStatus: 'NONE' | 'QMB' | 'SLMB' | 'FULL';
  readonly magiIncome: number | null;
}

export interface MedicaidEventRow extends EventRow {
  readonly rin: string;
  /** The kinds that are not in the schema are never read for others. */
  readonly kind: MedicaidEventKind | 'TREATMENT' | 'TAX_DATA_MATCH';
  readonly plan: ManagedCarePlan | null;
}
