import type DataLoader from 'dataloader';
import type {
  DirectCertificationSource,
  EducationEventKind,
  EnrollmentStatus,
  ExitType,
  GradeLevel,
  IdeaDisability,
  MealStatus,
} from '../../schema/generated/enums/education.ts';
import { type EventRecord, eventStatement } from '../kit/database/eventStatement.ts';
import { createGroupedLoader, createKeyedLoader } from '../kit/database/keyedLoader.ts';
import { keyedStatement } from '../kit/database/statement.ts';
import type { SubgraphContext, SubgraphSystem } from '../kit/subgraphDefinition.ts';
import { illinoisDate } from '../kit/values/illinoisDate.ts';

export type EducationContext = SubgraphContext<EducationLoaders>;

/** A person by this system's own number; nothing more is known of them here. */
export interface EducationPerson {
  readonly sisId: string;
  /** If it has been read already. */
  readonly record?: EnrollmentRecord | undefined;
}

export interface EnrollmentRecord {
  readonly sisId: string;
  readonly status: EnrollmentStatus;
  readonly schoolYear: number;
  readonly gradeLevel: GradeLevel;
  readonly homeSchoolRcdts: string;
  readonly homeSchoolName: string;
  readonly servingSchoolRcdts: string;
  readonly servingSchoolName: string;
  readonly enrollmentDate: string;
  readonly exitDate: string | null;
  readonly exitType: ExitType | null;
  readonly daysPresent: number;
  readonly daysExcused: number;
  readonly daysUnexcused: number;
  readonly chronicAbsence: boolean;
  readonly englishLearner: boolean;
  readonly nativeLanguage: string;
  readonly iepIndicator: boolean;
  readonly disabilityCode: IdeaDisability | null;
  readonly iepReviewDate: string | null;
  readonly plan504: boolean;
  readonly mealStatus: MealStatus;
  readonly directCertification: DirectCertificationSource | null;
  readonly homelessStatus: boolean;
  readonly fosterCareStatus: boolean;
  readonly disciplineActions: readonly string[];
}

/** Before the first school day no student is chronically absent, because there are no days to be absent from. */
const enrollments = keyedStatement<EnrollmentRecord>(
  'education.enrollments',
  ({ sisId }) => sisId,
  `select s.sis_id as "sisId", s.status, s.school_year as "schoolYear", s.grade_level as "gradeLevel",
     home.rcdts as "homeSchoolRcdts", home.name as "homeSchoolName",
     serving.rcdts as "servingSchoolRcdts", serving.name as "servingSchoolName",
     s.enrollment_date as "enrollmentDate", s.exit_date as "exitDate", s.exit_type as "exitType",
     s.days_present as "daysPresent", s.days_excused as "daysExcused", s.days_unexcused as "daysUnexcused",
     s.days_excused + s.days_unexcused > 0
       and 9 * (s.days_excused + s.days_unexcused) >= s.days_present as "chronicAbsence",
     s.english_learner as "englishLearner", s.native_language as "nativeLanguage",
     s.iep_indicator as "iepIndicator", s.disability_code as "disabilityCode", s.iep_review_date as "iepReviewDate",
     s.plan_504 as "plan504", s.meal_status as "mealStatus", s.direct_certification as "directCertification",
     s.homeless_status as "homelessStatus", s.foster_care_status as "fosterCareStatus",
     s.discipline_actions as "disciplineActions"
   from student s
     join school home on home.rcdts = s.home_school
     join school serving on serving.rcdts = s.serving_school
   where s.sis_id = any($1)`,
);

export interface EducationEventRecord extends EventRecord<EducationEventKind> {
  readonly school: string | null;
}

/** Discipline is not read at all. */
const events = eventStatement<EducationEventRecord>('education.events', {
  key: 'sis_id',
  kinds: { REGISTRATION: 'day', ENROLLMENT: 'period', TRANSFER: 'period', EXIT: 'day' },
  columns: 'school.name as school',
  joins: 'left join school on school.rcdts = event.school',
});

export interface EducationLoaders {
  readonly enrollment: DataLoader<string, EnrollmentRecord | null>;
  readonly events: DataLoader<string, readonly EducationEventRecord[]>;
}

export function createEducationLoaders({ database, clock }: SubgraphSystem): EducationLoaders {
  return {
    enrollment: createKeyedLoader((ids) => database.byKey(enrollments, ids)),
    events: createGroupedLoader((keys) => database.byKey(events, keys, illinoisDate(clock()))),
  };
}
