/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Status of a request, derived from its history, the calendar, and the current time. */
export type AccessRequestStatus =
  | 'APPEALED'
  /** This and the next four: granted, and waiting for the requested start date. */
  | 'APPROVED'
  | 'DEEMED_APPROVED'
  | 'DENIAL_REINSTATED'
  | 'DENIED'
  | 'DRAFTED'
  | 'ESCALATED'
  | 'EXPIRED'
  | 'EXTENDED'
  | 'FEDERALLY_REFUSED'
  | 'INFORMATION_ASKED'
  | 'IN_FORCE'
  | 'OVERTURNED'
  | 'PARTIALLY_APPROVED'
  | 'PENDING_FEDERAL_APPROVAL'
  /** Revoked, and escalated to the CIO. Access stays closed in the meantime. */
  | 'REVOCATION_ESCALATED'
  | 'REVOKED'
  | 'SUBMITTED'
  | 'SUSPENDED'
  | 'SUSTAINED'
  | 'UPHELD'
  | 'WITHDRAWN';

export type ChildLegalStatus =
  | 'GUARDIANSHIP'
  | 'INTACT'
  | 'NONE'
  | 'PROTECTIVE_SUPERVISION'
  | 'TEMPORARY_CUSTODY';

export type ChildWelfareEventKind =
  /** End of the case */
  | 'CLOSURE'
  /** Court hearing that took place */
  | 'HEARING'
  /** Period in one placement */
  | 'PLACEMENT'
  /** Removal from home */
  | 'REMOVAL'
  /** Visit of the caseworker to the child */
  | 'VISIT';

export type ChildWelfareStatus =
  | 'CLOSED'
  | 'OPEN';

export type CustodyEventKind =
  /** Stay in custody, from the admission to the release */
  | 'ADMISSION'
  /** Release, under supervision or at the end of the sentence */
  | 'RELEASE'
  /** Transfer to another facility */
  | 'TRANSFER';

export type CustodyStatus =
  | 'DISCHARGED'
  | 'ESCAPE'
  | 'IN_CUSTODY'
  /** Mandatory supervised release */
  | 'MSR'
  | 'OUT_TO_COURT'
  | 'PAROLE';

export type EducationEventKind =
  /** Enrollment in a school, for a school year or the part of it until a transfer or an exit */
  | 'ENROLLMENT'
  /** Last day at a public school */
  | 'EXIT'
  /** Registration for the next school year */
  | 'REGISTRATION'
  /** Transfer to another school during the school year; the period is the rest of that year */
  | 'TRANSFER';

export type EnrollmentStatus =
  | 'ENROLLED'
  | 'EXITED'
  | 'PRE_ENROLLED';

/** Grade level (CEDS Entry Grade Level). */
export type GradeLevel =
  | 'GRADE_01'
  | 'GRADE_02'
  | 'GRADE_03'
  | 'GRADE_04'
  | 'GRADE_05'
  | 'GRADE_06'
  | 'GRADE_07'
  | 'GRADE_08'
  | 'GRADE_09'
  | 'GRADE_10'
  | 'GRADE_11'
  | 'GRADE_12'
  | 'KG'
  | 'PK';

export type InvestigationStatus =
  | 'CLOSED'
  | 'PENDING';

export type LiheapBenefitType =
  | 'CASH'
  | 'COOLING'
  | 'CRISIS_RECONNECTION'
  /** Direct vendor payment */
  | 'DVP'
  | 'FURNACE'
  /** Percentage of Income Payment Plan */
  | 'PIPP';

/** Status of coverage (FHIR financial resource status). */
export type MedicaidCoverageStatus =
  | 'ACTIVE'
  | 'CANCELLED'
  | 'DRAFT'
  | 'ENTERED_IN_ERROR';

export type MedicaidEventKind =
  /** Period of coverage; in YouthCare for wards of the state */
  | 'ENROLLMENT'
  /** Last day of coverage */
  | 'EXIT'
  /** Change of the managed care plan */
  | 'PLAN_CHANGE';

/** Plans of HealthChoice Illinois. YOUTHCARE serves wards of the state; COUNTYCARE serves Cook County only. */
export type MedicaidPlan =
  | 'AETNA'
  | 'BCBSIL'
  | 'COUNTYCARE'
  | 'FEE_FOR_SERVICE'
  | 'MERIDIAN'
  | 'MOLINA'
  | 'YOUTHCARE';

export type PermanencyGoal =
  | 'ADOPTION'
  | 'GUARDIANSHIP'
  | 'NONE'
  | 'PLANNED_PERMANENT_LIVING_ARRANGEMENT'
  | 'RELATIVES'
  | 'REUNIFY';

export type PlacementType =
  | 'CHILD_CARE_INSTITUTION'
  | 'DETENTION'
  | 'FOSTER_HOME'
  | 'GROUP_HOME'
  | 'HOME'
  | 'PRE_ADOPTIVE_HOME'
  | 'PSYCHIATRIC_HOSPITAL'
  | 'QRTP'
  | 'RELATIVE_FOSTER_HOME'
  | 'RUNAWAY'
  | 'SHELTER'
  | 'SUPERVISED_INDEPENDENT_LIVING'
  | 'THERAPEUTIC_FOSTER_HOME';

/** Why data is requested, with the HL7 v3 PurposeOfUse code where there is one. */
export type Purpose =
  /** Audit (no HL7 code) */
  | 'AUDIT'
  /** Determining eligibility for a benefit (HL7 ELIGDTRM) */
  | 'BENEFIT_ELIGIBILITY'
  /** Verifying eligibility for a benefit (HL7 ELIGVER) */
  | 'BENEFIT_VERIFICATION'
  /** Coordinating care and services (HL7 CAREMGT) */
  | 'CARE_COORDINATION'
  /** Protection of a child (no HL7 code) */
  | 'CHILD_PROTECTION'
  /** Administration of the agreement (HL7 GOV) */
  | 'DATA_GOVERNANCE'
  /** Supporting a student (no HL7 code) */
  | 'EDUCATION_SUPPORT'
  /** An emergency (HL7 ETREAT, BTG) */
  | 'EMERGENCY'
  /** Energy assistance and weatherization (no HL7 code) */
  | 'ENERGY_ASSISTANCE'
  /** Case of a child in the state's care (no HL7 code) */
  | 'FOSTER_CARE_CASE'
  /** Finding fraud and errors in a program (HL7 FRAUD) */
  | 'PROGRAM_INTEGRITY'
  /** Planning a return from custody (no HL7 code) */
  | 'REENTRY_PLANNING'
  /** Research without names (HL7 HRESCH) */
  | 'RESEARCH_DEIDENTIFIED'
  /** Request by the person (HL7 PATRQT) */
  | 'SUBJECT_REQUEST';

export type RecordPrintInput = {
  /** Person.id of everyone who is on the paper, 1 to 100. */
  readonly personIds: ReadonlyArray<string>;
  /** Ids of the requests that showed what is printed, from the response header `x-request-id`, 1 to 20. */
  readonly requestIds: ReadonlyArray<string>;
};

/** What the other person is to this person, as an HL7 v3 RoleCode. */
export type RelationshipKind =
  /** Child */
  | 'CHILD'
  /** Foster child */
  | 'CHLDFOST'
  /** Domestic partner */
  | 'DOMPART'
  /** Father */
  | 'FTH'
  /** Grandchild */
  | 'GRCHILD'
  /** Grandparent */
  | 'GRPRN'
  /** Legal guardian, by order of a court */
  | 'GUARD'
  /** Mother */
  | 'MTH'
  /** Foster parent */
  | 'PRNFOST'
  /** Sibling */
  | 'SIB'
  /** Spouse */
  | 'SPS';

export type SnapCaseStatus =
  | 'ACTIVE'
  | 'CANCELLED'
  | 'DENIED'
  | 'PENDING'
  | 'SUSPENDED';

/** What a household reported. */
export type SnapChange =
  /** Rent, utilities, and other deductible costs */
  | 'EXPENSES'
  /** A person joined or left the household */
  | 'HOUSEHOLD'
  /** Income of the household */
  | 'INCOME';

/** Why a case was closed. Does not say which requirement was not met. */
export type SnapClosureReason =
  | 'APPLICATION_DENIED'
  /** The certification period ended without a recertification */
  | 'NOT_RECERTIFIED'
  /** A requirement of the program was no longer met */
  | 'NO_LONGER_ELIGIBLE'
  /** The household asked for it */
  | 'REQUESTED';

export type SnapEventKind =
  | 'APPLICATION'
  /** First certification period after an application */
  | 'CERTIFICATION'
  /** Change that the household reported (7 CFR 273.12) */
  | 'CHANGE'
  /** Denial of the application, or end of the case */
  | 'CLOSURE'
  /** Certification period that follows another one */
  | 'RECERTIFICATION';

export type SnapIncomeSource =
  /** Reported by the client */
  | 'CLIENT'
  | 'EMPLOYER'
  /** State wage records from the Income and Eligibility Verification System */
  | 'IEVS'
  /** Federal tax information */
  | 'IRS'
  /** Interface with the Social Security Administration */
  | 'SSA';

export type TanfCaseStatus =
  | 'ACTIVE'
  | 'CANCELLED'
  | 'DENIED'
  | 'PENDING'
  | 'SUSPENDED';

/** What a household reported. */
export type TanfChange =
  /** A person joined or left the household */
  | 'HOUSEHOLD'
  /** Income of the household */
  | 'INCOME';

/** Why a case was closed. Does not say which requirement was not met. */
export type TanfClosureReason =
  | 'APPLICATION_DENIED'
  /** The certification period ended without a recertification */
  | 'NOT_RECERTIFIED'
  /** A requirement of the program was no longer met */
  | 'NO_LONGER_ELIGIBLE'
  /** The household asked for it */
  | 'REQUESTED';

export type TanfEventKind =
  | 'APPLICATION'
  /** First certification period after an application */
  | 'CERTIFICATION'
  /** Change that the household reported */
  | 'CHANGE'
  /** Denial of the application, or end of the case */
  | 'CLOSURE'
  /** Certification period that follows another one */
  | 'RECERTIFICATION';

export type WeatherizationEventKind =
  /** Application for a program year */
  | 'APPLICATION'
  /** Energy audit of the dwelling */
  | 'AUDIT'
  /** Installation of one measure */
  | 'MEASURE'
  /** Visit of the local agency to the dwelling */
  | 'VISIT';

export type WeatherizationMeasure =
  | 'AIR_SEAL'
  | 'ATTIC_INSULATION'
  | 'CO_DETECTOR'
  | 'DUCT_SEAL'
  | 'FURNACE_REPAIR'
  | 'FURNACE_REPLACE'
  | 'SMOKE_DETECTOR'
  | 'VENTILATION'
  | 'WALL_INSULATION'
  | 'WATER_HEATER';

export type WeatherizationStatus =
  | 'APPLIED'
  | 'AUDITED'
  | 'COMPLETE'
  | 'DEFERRED'
  | 'FINAL_INSPECTION'
  | 'IN_PROGRESS'
  | 'WAITLIST';

export type PersonViewQueryVariables = Exact<{
  id: string;
}>;


export type PersonViewQuery = { readonly person: { readonly id: string, readonly birthDate: string | null, readonly primaryLanguage: string | null, readonly name: { readonly given: string | null, readonly middle: string | null, readonly family: string | null, readonly suffix: string | null } | null, readonly childWelfare: { readonly status: ChildWelfareStatus | null, readonly legalStatus: ChildLegalStatus | null, readonly removalDate: string | null, readonly permanencyGoal: PermanencyGoal | null, readonly nextHearing: string | null, readonly placementType: PlacementType | null, readonly placementStart: string | null, readonly investigationStatus: InvestigationStatus | null } | null, readonly relationships: ReadonlyArray<{ readonly kind: RelationshipKind | null, readonly person: { readonly id: string, readonly birthDate: string | null, readonly name: { readonly given: string | null, readonly family: string | null } | null } | null }> | null, readonly household: { readonly id: string, readonly address: { readonly street: string | null, readonly city: string | null, readonly state: string | null, readonly zip: string | null, readonly county: string | null } | null, readonly members: ReadonlyArray<{ readonly id: string, readonly birthDate: string | null, readonly name: { readonly given: string | null, readonly middle: string | null, readonly family: string | null, readonly suffix: string | null } | null, readonly relationships: ReadonlyArray<{ readonly kind: RelationshipKind | null, readonly person: { readonly id: string } | null }> | null, readonly snap: { readonly status: SnapCaseStatus | null, readonly certificationEnd: string | null, readonly redeterminationDue: string | null, readonly monthlyAllotment: number | null, readonly grossIncome: { readonly amount: number | null, readonly source: SnapIncomeSource | null } | null } | null, readonly tanf: { readonly status: TanfCaseStatus | null, readonly childOnly: boolean | null, readonly redeterminationDue: string | null, readonly grantAmount: number | null } | null, readonly medicaid: { readonly status: MedicaidCoverageStatus | null, readonly managedCarePlan: MedicaidPlan | null, readonly redeterminationDate: string | null, readonly primaryCareProvider: { readonly name: string | null } | null } | null, readonly education: { readonly status: EnrollmentStatus | null, readonly gradeLevel: GradeLevel | null, readonly daysPresent: number | null, readonly daysUnexcused: number | null, readonly daysExcused: number | null, readonly chronicAbsence: boolean | null, readonly iepIndicator: boolean | null, readonly homeSchool: { readonly name: string | null } | null } | null, readonly corrections: { readonly status: CustodyStatus | null, readonly parentInstitution: string | null, readonly admissionDate: string | null, readonly projectedMsrDate: string | null } | null, readonly weatherization: { readonly status: WeatherizationStatus | null, readonly measures: ReadonlyArray<WeatherizationMeasure> | null, readonly completionDate: string | null, readonly auditDate: string | null, readonly benefitType: LiheapBenefitType | null } | null, readonly childWelfare: { readonly status: ChildWelfareStatus | null, readonly legalStatus: ChildLegalStatus | null, readonly removalDate: string | null, readonly permanencyGoal: PermanencyGoal | null, readonly nextHearing: string | null, readonly placementType: PlacementType | null, readonly placementStart: string | null, readonly investigationStatus: InvestigationStatus | null } | null }> | null } | null } | null };

export type ChildWelfareFragment = { readonly status: ChildWelfareStatus | null, readonly legalStatus: ChildLegalStatus | null, readonly removalDate: string | null, readonly permanencyGoal: PermanencyGoal | null, readonly nextHearing: string | null, readonly placementType: PlacementType | null, readonly placementStart: string | null, readonly investigationStatus: InvestigationStatus | null };

export type PersonHistoryQueryVariables = Exact<{
  ids: ReadonlyArray<string> | string;
}>;


export type PersonHistoryQuery = { readonly persons: ReadonlyArray<{ readonly id: string, readonly name: { readonly given: string | null, readonly family: string | null } | null, readonly childWelfareHistory: ReadonlyArray<{ readonly date: string | null, readonly until: string | null, readonly ongoing: boolean | null, readonly kind: ChildWelfareEventKind | null, readonly placementType: PlacementType | null }> | null, readonly educationHistory: ReadonlyArray<{ readonly date: string | null, readonly until: string | null, readonly ongoing: boolean | null, readonly kind: EducationEventKind | null, readonly school: string | null }> | null, readonly medicaidHistory: ReadonlyArray<{ readonly date: string | null, readonly until: string | null, readonly ongoing: boolean | null, readonly kind: MedicaidEventKind | null, readonly plan: MedicaidPlan | null }> | null, readonly snapHistory: ReadonlyArray<{ readonly date: string | null, readonly until: string | null, readonly ongoing: boolean | null, readonly kind: SnapEventKind | null, readonly change: SnapChange | null, readonly closureReason: SnapClosureReason | null }> | null, readonly tanfHistory: ReadonlyArray<{ readonly date: string | null, readonly until: string | null, readonly ongoing: boolean | null, readonly kind: TanfEventKind | null, readonly change: TanfChange | null, readonly closureReason: TanfClosureReason | null }> | null, readonly correctionsHistory: ReadonlyArray<{ readonly date: string | null, readonly until: string | null, readonly ongoing: boolean | null, readonly kind: CustodyEventKind | null, readonly facility: string | null }> | null, readonly weatherizationHistory: ReadonlyArray<{ readonly date: string | null, readonly until: string | null, readonly ongoing: boolean | null, readonly kind: WeatherizationEventKind | null, readonly measure: WeatherizationMeasure | null }> | null } | null> | null };

export type PendingRequestsQueryVariables = Exact<{
  first: number;
  now: string;
}>;


export type PendingRequestsQuery = { readonly answerDue: string | null, readonly requests: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly status: AccessRequestStatus | null, readonly purpose: Purpose | null, readonly submittedAt: string | null, readonly dataset: { readonly id: string } | null, readonly due: { readonly date: string | null, readonly businessDaysLeft: number | null } | null } | null }> | null } | null };

export type RecordPrintMutationVariables = Exact<{
  input: RecordPrintInput;
}>;


export type RecordPrintMutation = { readonly recordPrint: { readonly ticket: { readonly id: string } | null } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ChildWelfareFragmentDoc = new TypedDocumentString(`
    fragment ChildWelfare on ChildWelfareCase {
  status
  legalStatus
  removalDate
  permanencyGoal
  nextHearing
  placementType
  placementStart
  investigationStatus
}
    `, {"fragmentName":"ChildWelfare"}) as unknown as TypedDocumentString<ChildWelfareFragment, unknown>;
export const PersonViewDocument = new TypedDocumentString(`
    query PersonView($id: ID!) {
  person(id: $id) {
    id
    name {
      given
      middle
      family
      suffix
    }
    birthDate
    primaryLanguage
    childWelfare {
      ...ChildWelfare
    }
    relationships {
      kind
      person {
        id
        name {
          given
          family
        }
        birthDate
      }
    }
    household {
      id
      address {
        street
        city
        state
        zip
        county
      }
      members {
        id
        name {
          given
          middle
          family
          suffix
        }
        birthDate
        relationships {
          kind
          person {
            id
          }
        }
        snap {
          status
          certificationEnd
          redeterminationDue
          monthlyAllotment
          grossIncome {
            amount
            source
          }
        }
        tanf {
          status
          childOnly
          redeterminationDue
          grantAmount
        }
        medicaid {
          status
          managedCarePlan
          redeterminationDate
          primaryCareProvider {
            name
          }
        }
        education {
          status
          gradeLevel
          homeSchool {
            name
          }
          daysPresent
          daysUnexcused
          daysExcused
          chronicAbsence
          iepIndicator
        }
        corrections {
          status
          parentInstitution
          admissionDate
          projectedMsrDate
        }
        weatherization {
          status
          measures
          completionDate
          auditDate
          benefitType
        }
        childWelfare {
          ...ChildWelfare
        }
      }
    }
  }
}
    fragment ChildWelfare on ChildWelfareCase {
  status
  legalStatus
  removalDate
  permanencyGoal
  nextHearing
  placementType
  placementStart
  investigationStatus
}`, {"hash":"sha256:9c5d2714fa888f95cc022b38f016bca918c2fc5448b95c8327067d8a2ebf9421"}) as unknown as TypedDocumentString<PersonViewQuery, PersonViewQueryVariables>;
export const PersonHistoryDocument = new TypedDocumentString(`
    query PersonHistory($ids: [ID!]!) {
  persons(ids: $ids) {
    id
    name {
      given
      family
    }
    childWelfareHistory {
      date
      until
      ongoing
      kind
      placementType
    }
    educationHistory {
      date
      until
      ongoing
      kind
      school
    }
    medicaidHistory {
      date
      until
      ongoing
      kind
      plan
    }
    snapHistory {
      date
      until
      ongoing
      kind
      change
      closureReason
    }
    tanfHistory {
      date
      until
      ongoing
      kind
      change
      closureReason
    }
    correctionsHistory {
      date
      until
      ongoing
      kind
      facility
    }
    weatherizationHistory {
      date
      until
      ongoing
      kind
      measure
    }
  }
}
    `, {"hash":"sha256:9c55832fd8697f6b904e98b03c77fc4229d6fcd617476a4fc0b198361edbfbdf"}) as unknown as TypedDocumentString<PersonHistoryQuery, PersonHistoryQueryVariables>;
export const PendingRequestsDocument = new TypedDocumentString(`
    query PendingRequests($first: Int!, $now: DateTime!) {
  answerDue(received: $now)
  requests(box: OUTBOX, first: $first) {
    edges {
      node {
        id
        status
        purpose
        submittedAt
        dataset {
          id
        }
        due {
          date
          businessDaysLeft
        }
      }
    }
  }
}
    `, {"hash":"sha256:1e04bea4a0b41ca717d18c431a90170be7958598f04cfd1b82259d39eb388454"}) as unknown as TypedDocumentString<PendingRequestsQuery, PendingRequestsQueryVariables>;
export const RecordPrintDocument = new TypedDocumentString(`
    mutation RecordPrint($input: RecordPrintInput!) {
  recordPrint(input: $input) {
    ticket {
      id
    }
  }
}
    `, {"hash":"sha256:076e75d0ab1294e1f46fd0bc0bf5eb0ce7c8a5f2558fff1572dc1df38d459722"}) as unknown as TypedDocumentString<RecordPrintMutation, RecordPrintMutationVariables>;