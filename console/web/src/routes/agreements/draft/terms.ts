import type {
  DatasetsToRequestQuery,
  FieldTransform,
  PersonCondition,
  Purpose,
  Redisclosure,
  StaffRole,
} from '../generated/graphql.ts';

export type RequestableDataset = NonNullable<DatasetsToRequestQuery['datasets']>[number];

/** Purposes that can be requested: not the person's own request, an emergency, or the agreement's administration. */
export const PURPOSES: readonly Purpose[] = [
  'CHILD_PROTECTION',
  'FOSTER_CARE_CASE',
  'BENEFIT_ELIGIBILITY',
  'BENEFIT_VERIFICATION',
  'CARE_COORDINATION',
  'REENTRY_PLANNING',
  'EDUCATION_SUPPORT',
  'ENERGY_ASSISTANCE',
  'PROGRAM_INTEGRITY',
  'AUDIT',
  'RESEARCH_DEIDENTIFIED',
];
export const ROLES: readonly StaffRole[] = ['CASEWORKER', 'INVESTIGATOR', 'SUPERVISOR', 'DATA_OFFICER', 'AUDITOR'];
export const REDISCLOSURES: readonly Redisclosure[] = ['PROHIBITED', 'WITH_CONSENT_OF_OWNER', 'AS_REQUIRED_BY_LAW'];

/** A request as its form has it. */
export interface TermsDraft {
  readonly purpose: Purpose;
  readonly fields: ReadonlySet<string>;
  readonly masks: ReadonlyMap<string, FieldTransform>;
  readonly roles: ReadonlySet<StaffRole>;
  /** Undefined: every person. */
  readonly conditions: readonly (readonly PersonCondition[])[] | undefined;
  readonly legalBasis: string;
  readonly population: string;
  readonly startsOn: string;
  readonly months: string;
  readonly retentionDays: string;
  readonly redisclosure: Redisclosure;
}

/** The terms as the graph takes them, for a draft and for a submitted request. */
export function termsInput(draft: TermsDraft) {
  const conditions = draft.conditions?.filter((all) => all.length > 0) ?? [];
  return {
    purpose: draft.purpose,
    legalBasis: draft.legalBasis,
    fields: [...draft.fields],
    transforms: [...draft.masks]
      .filter(([field]) => draft.fields.has(field))
      .map(([field, transform]) => ({ field, transform })),
    ...(conditions.length === 0 ? {} : { conditions }),
    roles: [...draft.roles],
    population: draft.population,
    ...(draft.startsOn === '' ? {} : { startsOn: draft.startsOn }),
    months: Number(draft.months),
    retentionDays: Number(draft.retentionDays),
    redisclosure: draft.redisclosure,
  };
}
