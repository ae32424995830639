import type { EducationEventKind } from '../../schema/generated/enums/education.ts';
import type { RecordedName } from '../clericalErrors.ts';
import type { EventRow } from './eventRow.ts';

export interface SchoolRow {
  readonly rcdts: string;
  readonly name: string;
}

export interface StudentRow extends RecordedName {
  readonly sisId: string;
  readonly status: 'ENROLLED' | 'EXITED' | 'PRE_ENROLLED';
  readonly schoolYear: number;
  readonly gradeLevel: string;
  readonly homeSchool: string;
  readonly servingSchool: string;
  readonly enrollmentDate: string;
  readonly exitDate: string | null;
  readonly exitType: 'TRANSFER_IN_DISTRICT' | 'HOME_SCHOOL' | 'TRANSFER_PRIVATE' | 'GRADUATED' | 'MOVED' | null;
  readonly daysPresent: number;
  readonly daysExcused: number;
  readonly daysUnexcused: number;
  readonly englishLearner: boolean;
  readonly nativeLanguage: string;
  readonly iepIndicator: boolean;
  readonly disabilityCode: string | null;
  readonly iepReviewDate: string | null;
  readonly plan504: boolean;
  readonly mealStatus: 'FREE' | 'REDUCED' | 'PAID';
  readonly directCertification: 'SNAP' | 'TANF' | 'MEDICAID' | 'FOSTER' | 'HOMELESS' | null;
  readonly homelessStatus: boolean;
  readonly fosterCareStatus: boolean;
  readonly disciplineActions: readonly string[];
}

export interface EducationEventRow extends EventRow {
  readonly sisId: string;
  /** The kinds that are not in the schema are never read for others. */
  readonly kind: EducationEventKind | 'DISCIPLINE';
  readonly school: string | null;
}
