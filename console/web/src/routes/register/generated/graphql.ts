/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** The decision that granted access. */
export type AccessBasis =
  | 'APPROVED'
  | 'DEEMED_APPROVED'
  | 'OVERTURNED'
  | 'PARTIALLY_APPROVED'
  | 'SUSTAINED';

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

/**
 * Signatories of the enterprise Memorandum of Understanding. CMS and DHS alone are never used: both are also federal
 * agencies.
 */
export type AgencyCode =
  /** Department of Central Management Services */
  | 'CMS_IL'
  /** Department of Commerce and Economic Opportunity */
  | 'DCEO'
  /** Department of Children and Family Services */
  | 'DCFS'
  /** Department of Innovation and Technology */
  | 'DOIT'
  /** Department of Healthcare and Family Services */
  | 'HFS'
  /** Department of Employment Security */
  | 'IDES'
  /** Department of Human Services */
  | 'IDHS'
  /** Department of Juvenile Justice */
  | 'IDJJ'
  /** Department on Aging */
  | 'IDOA'
  /** Department of Corrections */
  | 'IDOC'
  /** Department of Public Health */
  | 'IDPH'
  /** Department of Veterans' Affairs */
  | 'IDVA'
  /** State Board of Education */
  | 'ISBE';

/**
 * Masks, which show less of a value. For dates: MONTH, YEAR_ONLY, AGE_BAND. For text: LAST4, ZIP3. For addresses: COUNTY.
 * For any value: REDACT.
 */
export type FieldTransform =
  | 'AGE_BAND'
  | 'COUNTY'
  | 'LAST4'
  | 'MONTH'
  | 'REDACT'
  | 'YEAR_ONLY'
  | 'ZIP3';

/** Condition that a person must meet before an approval opens their data. */
export type PersonCondition =
  /** The person is in an active case that is assigned to the requester. */
  | 'CASELOAD'
  /** A consent for this recipient, dataset and purpose is on file. */
  | 'CONSENT'
  /** The requester has declared an emergency for the person's household. Only for datasets whose owner allows it. */
  | 'EMERGENCY'
  /** A member of the person's household is in an active case that is assigned to the requester. */
  | 'HOUSEHOLD_OF_CASELOAD'
  /** The state is legally responsible for the person. */
  | 'WARD';

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

/** Roles of agency staff. RESIDENT is not one of them, so no approval opens anything to residents. */
export type StaffRole =
  | 'AUDITOR'
  | 'CASEWORKER'
  /** The Governor's chief operating officer. */
  | 'COO'
  /** Requests data for an agency and answers requests from other agencies. */
  | 'DATA_OFFICER'
  /** At DOIT: acts for the state's chief information officer. At other agencies: reviews what emergencies opened. */
  | 'DATA_STEWARD'
  | 'FEDERAL_LIAISON'
  | 'INVESTIGATOR'
  | 'SUPERVISOR';

export type RegisterFeedQueryVariables = Exact<{ [key: string]: never; }>;


export type RegisterFeedQuery = { readonly publicRegister: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly requestingAgency: AgencyCode | null, readonly owner: AgencyCode | null, readonly purpose: Purpose | null, readonly roles: ReadonlyArray<StaffRole>, readonly legalBasis: string | null, readonly status: AccessRequestStatus | null, readonly dataset: { readonly title: string | null, readonly law: ReadonlyArray<string> | null } | null, readonly granted: ReadonlyArray<{ readonly field: string | null }> | null, readonly refused: { readonly fields: ReadonlyArray<string> | null, readonly denials: ReadonlyArray<{ readonly code: string | null, readonly citation: string | null, readonly factualBasis: string | null }> | null } | null, readonly approval: { readonly validFrom: string | null, readonly validUntil: string | null, readonly revokedAt: string | null, readonly revokedBecause: string | null } | null, readonly history: ReadonlyArray<{ readonly at: string | null }> | null } | null }> | null } | null };

export type RegisterPageQueryVariables = Exact<{
  requestingAgency?: AgencyCode | null | undefined;
  owner?: AgencyCode | null | undefined;
  dataset?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type RegisterPageQuery = { readonly publicRegister: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly requestingAgency: AgencyCode | null, readonly owner: AgencyCode | null, readonly purpose: Purpose | null, readonly legalBasis: string | null, readonly roles: ReadonlyArray<StaffRole>, readonly population: string | null, readonly status: AccessRequestStatus | null, readonly basis: AccessBasis | null, readonly dataset: { readonly id: string, readonly law: ReadonlyArray<string> | null } | null, readonly granted: ReadonlyArray<{ readonly field: string | null, readonly transform: FieldTransform | null, readonly conditions: ReadonlyArray<ReadonlyArray<PersonCondition>> | null }> | null, readonly refused: { readonly fields: ReadonlyArray<string> | null, readonly denials: ReadonlyArray<{ readonly code: string | null, readonly citation: string | null, readonly factualBasis: string | null, readonly fields: ReadonlyArray<string> | null }> | null } | null, readonly approval: { readonly id: string, readonly validFrom: string | null, readonly validUntil: string | null, readonly reviewOn: string | null, readonly inForce: boolean | null, readonly revokedAt: string | null, readonly revokedBecause: string | null } | null } | null }> | null, readonly pageInfo: { readonly hasNextPage: boolean | null, readonly endCursor: string | null } | null } | null };

export type RegisterChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type RegisterChoicesQuery = { readonly agencies: ReadonlyArray<{ readonly code: AgencyCode | null, readonly name: string | null }> | null, readonly datasets: ReadonlyArray<{ readonly id: string, readonly owner: AgencyCode | null, readonly requestable: boolean | null }> | null };

export type OwnersResponsesQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnersResponsesQuery = { readonly responseStatistics: ReadonlyArray<{ readonly owner: AgencyCode | null, readonly received: number | null, readonly answered: number | null, readonly awaited: number | null, readonly medianBusinessDays: number | null, readonly shareDeemed: number | null, readonly shareDenied: number | null, readonly shareOverturned: number | null }> | null };

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

export const RegisterFeedDocument = new TypedDocumentString(`
    query RegisterFeed {
  publicRegister(first: 50) {
    edges {
      node {
        id
        requestingAgency
        owner
        purpose
        roles
        legalBasis
        status
        dataset {
          title
          law
        }
        granted {
          field
        }
        refused {
          fields
          denials {
            code
            citation
            factualBasis
          }
        }
        approval {
          validFrom
          validUntil
          revokedAt
          revokedBecause
        }
        history {
          at
        }
      }
    }
  }
}
    `, {"hash":"sha256:e899d5ea66074500fd28740f588c5aa7b87bf1c1543975f4c89c757892159f92"}) as unknown as TypedDocumentString<RegisterFeedQuery, RegisterFeedQueryVariables>;
export const RegisterPageDocument = new TypedDocumentString(`
    query RegisterPage($requestingAgency: AgencyCode, $owner: AgencyCode, $dataset: ID, $after: String) {
  publicRegister(
    requestingAgency: $requestingAgency
    owner: $owner
    dataset: $dataset
    first: 100
    after: $after
  ) {
    edges {
      node {
        id
        requestingAgency
        owner
        dataset {
          id
          law
        }
        purpose
        legalBasis
        roles
        population
        status
        basis
        granted {
          field
          transform
          conditions
        }
        refused {
          fields
          denials {
            code
            citation
            factualBasis
            fields
          }
        }
        approval {
          id
          validFrom
          validUntil
          reviewOn
          inForce
          revokedAt
          revokedBecause
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `, {"hash":"sha256:45f26866544a83381792b768cdaa8d4c2fb37db713809d362e1110fa08ef535e"}) as unknown as TypedDocumentString<RegisterPageQuery, RegisterPageQueryVariables>;
export const RegisterChoicesDocument = new TypedDocumentString(`
    query RegisterChoices {
  agencies {
    code
    name
  }
  datasets {
    id
    owner
    requestable
  }
}
    `, {"hash":"sha256:398a80f584ce8094f37e4dcb029a40c1a26e09559148eee0402046a2b684c947"}) as unknown as TypedDocumentString<RegisterChoicesQuery, RegisterChoicesQueryVariables>;
export const OwnersResponsesDocument = new TypedDocumentString(`
    query OwnersResponses {
  responseStatistics {
    owner
    received
    answered
    awaited
    medianBusinessDays
    shareDeemed
    shareDenied
    shareOverturned
  }
}
    `, {"hash":"sha256:f80fc048a00b2de0c33bd388bf3e3be8bbf9a262ef1c2f401ffe4dd9f3af29b5"}) as unknown as TypedDocumentString<OwnersResponsesQuery, OwnersResponsesQueryVariables>;