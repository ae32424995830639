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

export type AppealOutcome =
  /** The owner's denial is reinstated. */
  | 'REVERSE'
  /** The CIO's decision stands. */
  | 'SUSTAIN';

export type ApproveRequestInput = {
  /** Conditions. Default: as requested; never wider. */
  readonly conditions?: ReadonlyArray<ReadonlyArray<PersonCondition>> | null | undefined;
  readonly denials?: ReadonlyArray<DenialInput> | null | undefined;
  /** The request's `sequence` when you read it. Default: the current one. */
  readonly expectedSequence?: number | null | undefined;
  /** Granted fields. Default: all requested fields. Every field that is not granted needs a denial. */
  readonly fields?: ReadonlyArray<string> | null | undefined;
  /** Length of access in months. Default: as requested; never more. */
  readonly months?: number | null | undefined;
  readonly requestId: string;
  readonly transforms?: ReadonlyArray<FieldTransformInput> | null | undefined;
  /** End of access. Default: after `months`; never later. */
  readonly validUntil?: string | null | undefined;
  readonly why?: string | null | undefined;
};

export type ConfirmConsentInput = {
  readonly consentId: string;
  /** SHA-256 of the signed document that the confirming officer has seen. Optional for the person. */
  readonly documentSha256?: string | null | undefined;
};

/** Who confirmed a consent. */
export type ConsentConfirmation =
  /** Staff of the agency that discloses. */
  | 'DISCLOSER'
  /** The person whose records they are. */
  | 'PERSON'
  /** An officer of the recipient other than the one who recorded it. */
  | 'SECOND_OFFICER';

/** The signed document, which the agency keeps. */
export type ConsentDocumentInput = {
  /** Date of the document. */
  readonly date: string;
  /** SHA-256 of the file, as 64 hex digits or 43 characters of base64url. */
  readonly sha256: string;
};

export type ConsentState =
  | 'EXPIRED'
  | 'IN_FORCE'
  /** Waiting for confirmation. Opens nothing. */
  | 'RECORDED'
  | 'REVOKED';

export type DataClass =
  | 'FERPA'
  | 'FINANCIAL'
  | 'PHI'
  | 'PII'
  | 'PUBLIC'
  | 'SENSITIVE';

export type DecideAppealInput = {
  readonly expectedSequence: number;
  readonly outcome: AppealOutcome;
  readonly requestId: string;
  readonly why: string;
};

export type DenialInput = {
  /** Law that the code is based on, or a part of it. */
  readonly citation: string;
  readonly code: string;
  readonly factualBasis: string;
  /** Denied fields. Default: all fields that are not granted. */
  readonly fields?: ReadonlyArray<string> | null | undefined;
  /** Title of the officer who makes the decision. */
  readonly officerTitle: string;
};

export type DenyRequestInput = {
  readonly denials: ReadonlyArray<DenialInput>;
  readonly expectedSequence: number;
  /** Partial release. Required if fewer fields or a mask would cure the reason. */
  readonly offer?: OfferInput | null | undefined;
  readonly requestId: string;
  readonly why: string;
};

export type DraftRequestInput = {
  readonly dataset: string;
  /** Why the data is needed, 10 to 4,000 characters. */
  readonly justification: string;
  readonly terms: RequestTermsInput;
};

export type EmergencyOutcome =
  | 'JUSTIFIED'
  | 'NOT_JUSTIFIED';

/** Why an emergency was declared, as an HL7 v3 ActReason. */
export type EmergencyReason =
  /** Emergency treatment */
  | 'OVRER'
  /** Professional judgment */
  | 'OVRPJ'
  /** Public safety */
  | 'OVRPS'
  /** Safety of a third party */
  | 'OVRTPS';

export type ExtendTimeInput = {
  /** Number of additional business days, 1 to 5. */
  readonly businessDays: number;
  readonly expectedSequence: number;
  readonly reason: ExtensionReason;
  readonly requestId: string;
  readonly why: string;
};

/** Reasons for more time to answer, after 5 ILCS 140/3(e)(i)-(vii). */
export type ExtensionReason =
  | 'FOIA_3E_I'
  | 'FOIA_3E_II'
  | 'FOIA_3E_III'
  | 'FOIA_3E_IV'
  | 'FOIA_3E_V'
  | 'FOIA_3E_VI'
  | 'FOIA_3E_VII';

export type FederalApprovalStatus =
  | 'APPROVED'
  /** Not decided yet, whether or not it was requested. */
  | 'PENDING'
  | 'REFUSED';

export type FederalDecisionInput = {
  readonly expectedSequence: number;
  /** The federal agency's letter or number. */
  readonly reference: string;
  readonly requestId: string;
  readonly why: string;
};

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

export type FieldTransformInput = {
  /** Field, as Type.field. */
  readonly field: string;
  readonly transform: FieldTransform;
};

export type GrantInput = {
  readonly conditions?: ReadonlyArray<ReadonlyArray<PersonCondition>> | null | undefined;
  readonly expectedSequence: number;
  /** Granted fields. Default: all that were denied. */
  readonly fields?: ReadonlyArray<string> | null | undefined;
  readonly months?: number | null | undefined;
  readonly requestId: string;
  readonly transforms?: ReadonlyArray<FieldTransformInput> | null | undefined;
  readonly why: string;
};

export type LiftEmergencyLimitInput = {
  /** Number of hours from now, 1 to 24. */
  readonly hours: number;
  readonly reason: string;
  /** Subject of the requester's token. */
  readonly requester: string;
};

export type MoveInput = {
  /** The request's `sequence` when you read it. If another move was made since then, this move is refused. */
  readonly expectedSequence: number;
  readonly requestId: string;
  /** Reason, question, answer, or argument, 3 to 4,000 characters. */
  readonly why: string;
};

export type MoveKind =
  | 'ACCEPT_OFFER'
  | 'AGREE_EXTENSION'
  | 'APPEAL'
  | 'APPROVE'
  | 'ASK_INFORMATION'
  | 'ASK_RENEWAL'
  | 'DECIDE'
  | 'DENY'
  | 'DRAFT'
  | 'ESCALATE'
  | 'EXTEND'
  | 'FEDERAL_APPROVE'
  | 'FEDERAL_REFUSE'
  | 'GIVE_INFORMATION'
  | 'LIFT'
  | 'OVERTURN'
  | 'PROPOSE_EXTENSION'
  | 'RENEW'
  | 'REQUEST_FEDERAL_APPROVAL'
  | 'REVISE'
  | 'REVOKE'
  | 'SUBMIT'
  | 'SUSPEND'
  | 'UPHOLD'
  | 'WITHDRAW';

export type OfferInput = {
  readonly conditions?: ReadonlyArray<ReadonlyArray<PersonCondition>> | null | undefined;
  readonly fields?: ReadonlyArray<string> | null | undefined;
  readonly months?: number | null | undefined;
  readonly transforms?: ReadonlyArray<FieldTransformInput> | null | undefined;
};

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

export type ProclaimDayInput = {
  readonly day: string;
  readonly name: string;
  /** Proclamation that closes state offices on this day. */
  readonly source: string;
};

export type ProposeExtensionInput = {
  /** Business days beyond the first ten, in total; at most 60. */
  readonly businessDays: number;
  readonly expectedSequence: number;
  readonly reason: ExtensionReason;
  readonly requestId: string;
  readonly why: string;
};

/** An approval that is not in force, as an access request or its decision describes it. */
export type ProposedApprovalInput = {
  /**
   * Conditions on the person, such as [["WARD"], ["CONSENT"]]. They cannot be evaluated over past requests: the log does not
   * say who met them then.
   */
  readonly conditions?: ReadonlyArray<ReadonlyArray<string>> | null | undefined;
  readonly dataset: string;
  /** Fields that the approval would open, as Type.field. By default, all fields of the dataset. */
  readonly fields?: ReadonlyArray<string> | null | undefined;
  readonly purpose: string;
  /** Code of the agency that would receive data. */
  readonly requestingAgency: string;
  /** Roles that the approval would cover, such as CASEWORKER. */
  readonly roles: ReadonlyArray<string>;
};

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

export type RecordConsentInput = {
  /** Ids of 1 to 50 datasets of the discloser. */
  readonly datasets: ReadonlyArray<string>;
  readonly description: string;
  readonly discloser: AgencyCode;
  readonly document: ConsentDocumentInput;
  readonly expiresOn: string;
  readonly givenOn: string;
  /** Person.id, a UUID in lowercase or uppercase. */
  readonly personId: string;
  readonly purpose: Purpose;
  readonly recipient: AgencyCode;
  /**
   * Signer, by their relation to the person: "the person", "the mother". Leave out the name, which is in the signed document:
   * what is recorded here is stored in clear text, in the log too.
   */
  readonly signedBy: string;
};

export type RecordPersonToldInput = {
  readonly emergencyId: string;
  /** How the person was notified, 3 to 4,000 characters. */
  readonly how: string;
  /** Person.id, a UUID in lowercase or uppercase. */
  readonly personId: string;
};

export type Redisclosure =
  | 'AS_REQUIRED_BY_LAW'
  | 'PROHIBITED'
  | 'WITH_CONSENT_OF_OWNER';

export type RenewAccessInput = {
  readonly expectedSequence: number;
  readonly months: number;
  readonly requestId: string;
  readonly why: string;
};

export type RequestAccessInput = {
  /** Conditions that persons must meet. Default: none, which requests access to every person's data. */
  readonly conditions?: ReadonlyArray<ReadonlyArray<PersonCondition>> | null | undefined;
  /** Ids of 1 to 50 datasets. One request is created for each. */
  readonly datasets: ReadonlyArray<string>;
  /** Fields of the datasets, as Type.field. Default: every field that no law bars. */
  readonly fields?: ReadonlyArray<string> | null | undefined;
  /** Why the data is needed, 10 to 4,000 characters. */
  readonly justification: string;
  /** Statute or rule that permits the disclosure. */
  readonly legalBasis: string;
  /** Length of access in months, 1 to 36. */
  readonly months?: number | null | undefined;
  /** Persons whose data is requested, in words. */
  readonly population?: string | null | undefined;
  readonly purpose: Purpose;
  readonly redisclosure?: Redisclosure | null | undefined;
  readonly retentionDays?: number | null | undefined;
  /** Months from the start of access to its review. Default: its end, or one year if that is earlier. */
  readonly reviewMonths?: number | null | undefined;
  /** Roles that will see the data. Default: every staff role. */
  readonly roles?: ReadonlyArray<StaffRole> | null | undefined;
  /** Date in Illinois on which access should begin. Default: as soon as it is granted. */
  readonly startsOn?: string | null | undefined;
  readonly transforms?: ReadonlyArray<FieldTransformInput> | null | undefined;
};

export type RequestBox =
  | 'INBOX'
  | 'OUTBOX'
  | 'OVERDUE';

export type RequestFederalApprovalInput = {
  readonly expectedSequence: number;
  /** Federal agency, such as Centers for Medicare & Medicaid Services. */
  readonly from: string;
  /** Number or title of the request, such as that of a state plan amendment. */
  readonly reference?: string | null | undefined;
  readonly requestId: string;
  /** Rule that requires its approval, such as 42 CFR 431.306. */
  readonly rule: string;
  readonly why: string;
};

export type RequestTermsInput = {
  readonly conditions?: ReadonlyArray<ReadonlyArray<PersonCondition>> | null | undefined;
  /** Fields, as Type.field. Default: every field that no law bars. */
  readonly fields?: ReadonlyArray<string> | null | undefined;
  readonly legalBasis: string;
  readonly months?: number | null | undefined;
  readonly population?: string | null | undefined;
  readonly purpose: Purpose;
  readonly redisclosure?: Redisclosure | null | undefined;
  readonly retentionDays?: number | null | undefined;
  readonly reviewMonths?: number | null | undefined;
  /** Roles that will see the data. Default: every staff role. */
  readonly roles?: ReadonlyArray<StaffRole> | null | undefined;
  readonly startsOn?: string | null | undefined;
  readonly transforms?: ReadonlyArray<FieldTransformInput> | null | undefined;
};

export type ReviewEmergencyInput = {
  /** Reason for the outcome, 3 to 4,000 characters. */
  readonly comment: string;
  readonly emergencyId: string;
  readonly outcome: EmergencyOutcome;
};

export type ReviseRequestInput = {
  readonly expectedSequence: number;
  readonly requestId: string;
  readonly terms: RequestTermsInput;
  readonly why: string;
};

export type RevocationGround =
  | 'BREACH_OF_TERMS'
  /** Requires `denial`. */
  | 'LEGAL_BAR'
  /** For a requester that gives up its access. */
  | 'NO_LONGER_NEEDED'
  | 'SECURITY_INCIDENT';

export type RevokeAccessInput = {
  readonly denial?: DenialInput | null | undefined;
  readonly expectedSequence: number;
  readonly ground: RevocationGround;
  readonly requestId: string;
  readonly why: string;
};

export type RevokeApprovalInput = {
  readonly approvalId: string;
  /** Legal reason; required with LEGAL_BAR. */
  readonly denial?: DenialInput | null | undefined;
  readonly ground?: RevocationGround | null | undefined;
  /** Reason for the revocation, 10 to 4,000 characters. */
  readonly reason: string;
};

export type RevokeConsentInput = {
  readonly consentId: string;
  readonly reason: string;
};

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

export type ApprovalsInForceQueryVariables = Exact<{
  agency?: AgencyCode | null | undefined;
  dataset?: string | null | undefined;
  inForce?: boolean | null | undefined;
}>;


export type ApprovalsInForceQuery = { readonly approvals: ReadonlyArray<{ readonly id: string, readonly requestingAgency: AgencyCode | null, readonly purpose: Purpose | null, readonly roles: ReadonlyArray<StaffRole>, readonly legalBasis: string | null, readonly validFrom: string | null, readonly validUntil: string | null, readonly reviewOn: string | null, readonly revokedAt: string | null, readonly revokedBecause: string | null, readonly inForce: boolean | null, readonly dataset: { readonly id: string, readonly owner: AgencyCode | null } | null, readonly fields: ReadonlyArray<{ readonly field: string | null, readonly transform: FieldTransform | null, readonly conditions: ReadonlyArray<ReadonlyArray<PersonCondition>> | null }> | null, readonly request: { readonly id: string, readonly status: AccessRequestStatus | null, readonly suspended: boolean | null, readonly renewalAsked: number | null, readonly possibleMoves: ReadonlyArray<MoveKind> | null } | null }> | null };

export type RevokeApprovalMutationVariables = Exact<{
  input: RevokeApprovalInput;
}>;


export type RevokeApprovalMutation = { readonly moved: { readonly approvalRevision: number | null, readonly refusal: { readonly code: string | null, readonly kind: string | null, readonly because: string | null, readonly remedy: string | null } | null } | null };

export type ClosedDaysQueryVariables = Exact<{
  fromYear: number;
  toYear: number;
}>;


export type ClosedDaysQuery = { readonly calendar: { readonly version: string | null, readonly closedDays: ReadonlyArray<{ readonly date: string | null, readonly name: string | null, readonly source: string | null }> | null } | null };

export type ProclaimDayMutationVariables = Exact<{
  input: ProclaimDayInput;
}>;


export type ProclaimDayMutation = { readonly proclaimDay: { readonly approvalRevision: number | null, readonly calendar: { readonly version: string | null } | null } | null };

export type DeadLettersQueryVariables = Exact<{ [key: string]: never; }>;


export type DeadLettersQuery = { readonly deadLetters: ReadonlyArray<{ readonly noticeId: string | null, readonly target: string | null, readonly kind: string | null, readonly agency: string | null, readonly requestId: string | null, readonly emergencyId: string | null, readonly attempts: number | null, readonly givenUpAt: string | null, readonly lastFailure: string | null }> | null };

export type ResendNoticeMutationVariables = Exact<{
  noticeId: string;
  target: string;
}>;


export type ResendNoticeMutation = { readonly resendNotice: boolean | null };

export type ConsentsQueryVariables = Exact<{
  personId?: string | null | undefined;
  state?: ConsentState | null | undefined;
}>;


export type ConsentsQuery = { readonly consents: ReadonlyArray<{ readonly id: string, readonly personId: string | null, readonly discloser: AgencyCode | null, readonly recipient: AgencyCode | null, readonly datasets: ReadonlyArray<string> | null, readonly purpose: Purpose | null, readonly description: string | null, readonly signedBy: string | null, readonly givenOn: string | null, readonly expiresOn: string | null, readonly documentSha256: string | null, readonly recordedAt: string | null, readonly recordedBy: string | null, readonly recordedFor: AgencyCode | null, readonly confirmedAt: string | null, readonly confirmedAs: ConsentConfirmation | null, readonly revokedAt: string | null, readonly revokedBecause: string | null, readonly state: ConsentState | null, readonly inForce: boolean | null }> | null };

export type DatasetsForConsentQueryVariables = Exact<{ [key: string]: never; }>;


export type DatasetsForConsentQuery = { readonly datasets: ReadonlyArray<{ readonly id: string, readonly owner: AgencyCode | null, readonly requestable: boolean | null }> | null };

export type RecordConsentMutationVariables = Exact<{
  input: RecordConsentInput;
}>;


export type RecordConsentMutation = { readonly changed: { readonly consent: { readonly id: string, readonly state: ConsentState | null } | null } | null };

export type ConfirmConsentMutationVariables = Exact<{
  input: ConfirmConsentInput;
}>;


export type ConfirmConsentMutation = { readonly changed: { readonly consent: { readonly id: string, readonly state: ConsentState | null } | null } | null };

export type RevokeConsentMutationVariables = Exact<{
  input: RevokeConsentInput;
}>;


export type RevokeConsentMutation = { readonly changed: { readonly consent: { readonly id: string, readonly state: ConsentState | null } | null } | null };

export type DatasetsToRequestQueryVariables = Exact<{ [key: string]: never; }>;


export type DatasetsToRequestQuery = { readonly datasets: ReadonlyArray<{ readonly id: string, readonly title: string | null, readonly description: string | null, readonly owner: AgencyCode | null, readonly system: string | null, readonly classification: DataClass | null, readonly law: ReadonlyArray<string> | null, readonly federalApproval: boolean | null, readonly requestable: boolean | null, readonly emergencyRoles: ReadonlyArray<StaffRole> | null, readonly fields: ReadonlyArray<{ readonly coordinate: string | null, readonly transforms: ReadonlyArray<FieldTransform> | null }> | null, readonly neverOpen: ReadonlyArray<{ readonly coordinate: string | null, readonly bar: string | null, readonly law: string | null }> | null }> | null };

export type AnswerDayQueryVariables = Exact<{
  received: string;
}>;


export type AnswerDayQuery = { readonly answerDue: string | null };

export type RequestAccessMutationVariables = Exact<{
  input: RequestAccessInput;
}>;


export type RequestAccessMutation = { readonly asked: { readonly approvalRevision: number | null, readonly requests: ReadonlyArray<{ readonly id: string }> | null, readonly refusal: { readonly code: string | null, readonly kind: string | null, readonly because: string | null, readonly remedy: string | null } | null } | null };

export type DraftRequestMutationVariables = Exact<{
  input: DraftRequestInput;
}>;


export type DraftRequestMutation = { readonly moved: { readonly approvalRevision: number | null, readonly request: { readonly id: string } | null, readonly refusal: { readonly code: string | null, readonly kind: string | null, readonly because: string | null, readonly remedy: string | null } | null } | null };

export type EmergencyFieldsFragment = { readonly id: string, readonly owner: AgencyCode | null, readonly requester: string | null, readonly agency: AgencyCode | null, readonly purpose: Purpose | null, readonly roles: ReadonlyArray<string> | null, readonly reason: EmergencyReason | null, readonly words: string | null, readonly personId: string | null, readonly openedAt: string | null, readonly endsAt: string | null, readonly datasets: ReadonlyArray<string> | null, readonly reviewDue: string | null, readonly overdue: boolean | null, readonly reviews: ReadonlyArray<{ readonly outcome: EmergencyOutcome | null, readonly comment: string | null, readonly reviewedAt: string | null, readonly reviewedBy: string | null }> | null, readonly shown: ReadonlyArray<{ readonly personId: string | null, readonly datasets: ReadonlyArray<string> | null, readonly shownAt: string | null }> | null };

export type EmergenciesQueryVariables = Exact<{
  waiting?: boolean | null | undefined;
}>;


export type EmergenciesQuery = { readonly emergencies: ReadonlyArray<{ readonly id: string, readonly owner: AgencyCode | null, readonly requester: string | null, readonly agency: AgencyCode | null, readonly purpose: Purpose | null, readonly roles: ReadonlyArray<string> | null, readonly reason: EmergencyReason | null, readonly words: string | null, readonly personId: string | null, readonly openedAt: string | null, readonly endsAt: string | null, readonly datasets: ReadonlyArray<string> | null, readonly reviewDue: string | null, readonly overdue: boolean | null, readonly reviews: ReadonlyArray<{ readonly outcome: EmergencyOutcome | null, readonly comment: string | null, readonly reviewedAt: string | null, readonly reviewedBy: string | null }> | null, readonly shown: ReadonlyArray<{ readonly personId: string | null, readonly datasets: ReadonlyArray<string> | null, readonly shownAt: string | null }> | null }> | null };

export type PersonsToTellQueryVariables = Exact<{ [key: string]: never; }>;


export type PersonsToTellQuery = { readonly personsToTell: ReadonlyArray<{ readonly emergencyId: string | null, readonly owner: AgencyCode | null, readonly personId: string | null, readonly datasets: ReadonlyArray<string> | null, readonly law: ReadonlyArray<string> | null, readonly shownAt: string | null }> | null };

export type ReviewEmergencyMutationVariables = Exact<{
  input: ReviewEmergencyInput;
}>;


export type ReviewEmergencyMutation = { readonly reviewEmergency: { readonly emergency: { readonly id: string } | null } | null };

export type RecordPersonToldMutationVariables = Exact<{
  input: RecordPersonToldInput;
}>;


export type RecordPersonToldMutation = { readonly recordPersonTold: { readonly emergency: { readonly id: string } | null } | null };

export type LiftEmergencyLimitMutationVariables = Exact<{
  input: LiftEmergencyLimitInput;
}>;


export type LiftEmergencyLimitMutation = { readonly liftEmergencyLimit: { readonly lift: { readonly requester: string | null, readonly agency: AgencyCode | null, readonly endsAt: string | null } | null } | null };

export type RefusedInThe30DaysQueryVariables = Exact<{
  proposal: ProposedApprovalInput;
}>;


export type RefusedInThe30DaysQuery = { readonly proposedApprovalImpact: { readonly from: string | null, readonly to: string | null, readonly requests: number | null, readonly requesters: number | null, readonly persons: number | null, readonly suppressed: boolean | null, readonly atMost: boolean | null, readonly fields: ReadonlyArray<{ readonly field: string | null, readonly requests: number | null, readonly persons: number | null, readonly suppressed: boolean | null }> | null } | null };

export type MovedFragment = { readonly approvalRevision: number | null, readonly request: { readonly id: string, readonly status: AccessRequestStatus | null, readonly sequence: number | null } | null, readonly refusal: { readonly code: string | null, readonly kind: string | null, readonly because: string | null, readonly remedy: string | null } | null };

export type ReviseRequestMutationVariables = Exact<{
  input: ReviseRequestInput;
}>;


export type ReviseRequestMutation = { readonly moved: { readonly approvalRevision: number | null, readonly request: { readonly id: string, readonly status: AccessRequestStatus | null, readonly sequence: number | null } | null, readonly refusal: { readonly code: string | null, readonly kind: string | null, readonly because: string | null, readonly remedy: string | null } | null } | null };

export type SubmitRequestMutationVariables = Exact<{
  input: MoveInput;
}>;


export type SubmitRequestMutation = { readonly moved: { readonly approvalRevision: number | null, readonly request: { readonly id: string, readonly status: AccessRequestStatus | null, readonly sequence: number | null } | null, readonly refusal: { readonly code: string | null, readonly kind: string | null, readonly because: string | null, readonly remedy: string | null } | null } | null };

export type WithdrawRequestMutationVariables = Exact<{
  input: MoveInput;
}>;


export type WithdrawRequestMutation = { readonly moved: { readonly approvalRevision: number | null, readonly request: { readonly id: string, readonly status: AccessRequestStatus | null, readonly sequence: number | null } | null, readonly refusal: { readonly code: string | null, readonly kind: string | null, readonly because: string | null, readonly remedy: string | null } | null } | null };

export type AskInformationMutationVariables = Exact<{
  input: MoveInput;
}>;


export type AskInformationMutation = { readonly moved: { readonly approvalRevision: number | null, readonly request: { readonly id: string, readonly status: AccessRequestStatus | null, readonly sequence: number | null } | null, readonly refusal: { readonly code: string | null, readonly kind: string | null, readonly because: string | null, readonly remedy: string | null } | null } | null };

export type GiveInformationMutationVariables = Exact<{
  input: MoveInput;
}>;


export type GiveInformationMutation = { readonly moved: { readonly approvalRevision: number | null, readonly request: { readonly id: string, readonly status: AccessRequestStatus | null, readonly sequence: number | null } | null, readonly refusal: { readonly code: string | null, readonly kind: string | null, readonly because: string | null, readonly remedy: string | null } | null } | null };

export type ExtendTimeMutationVariables = Exact<{
  input: ExtendTimeInput;
}>;


export type ExtendTimeMutation = { readonly moved: { readonly approvalRevision: number | null, readonly request: { readonly id: string, readonly status: AccessRequestStatus | null, readonly sequence: number | null } | null, readonly refusal: { readonly code: string | null, readonly kind: string | null, readonly because: string | null, readonly remedy: string | null } | null } | null };

export type ProposeExtensionMutationVariables = Exact<{
  input: ProposeExtensionInput;
}>;


export type ProposeExtensionMutation = { readonly moved: { readonly approvalRevision: number | null, readonly request: { readonly id: string, readonly status: AccessRequestStatus | null, readonly sequence: number | null } | null, readonly refusal: { readonly code: string | null, readonly kind: string | null, readonly because: string | null, readonly remedy: string | null } | null } | null };

export type AgreeExtensionMutationVariables = Exact<{
  input: MoveInput;
}>;


export type AgreeExtensionMutation = { readonly moved: { readonly approvalRevision: number | null, readonly request: { readonly id: string, readonly status: AccessRequestStatus | null, readonly sequence: number | null } | null, readonly refusal: { readonly code: string | null, readonly kind: string | null, readonly because: string | null, readonly remedy: string | null } | null } | null };

export type ApproveRequestMutationVariables = Exact<{
  input: ApproveRequestInput;
}>;


export type ApproveRequestMutation = { readonly moved: { readonly approvalRevision: number | null, readonly refusal: { readonly code: string | null, readonly kind: string | null, readonly because: string | null, readonly remedy: string | null } | null } | null };

export type DenyRequestMutationVariables = Exact<{
  input: DenyRequestInput;
}>;


export type DenyRequestMutation = { readonly moved: { readonly approvalRevision: number | null, readonly request: { readonly id: string, readonly status: AccessRequestStatus | null, readonly sequence: number | null } | null, readonly refusal: { readonly code: string | null, readonly kind: string | null, readonly because: string | null, readonly remedy: string | null } | null } | null };

export type AcceptOfferMutationVariables = Exact<{
  input: MoveInput;
}>;


export type AcceptOfferMutation = { readonly moved: { readonly approvalRevision: number | null, readonly request: { readonly id: string, readonly status: AccessRequestStatus | null, readonly sequence: number | null } | null, readonly refusal: { readonly code: string | null, readonly kind: string | null, readonly because: string | null, readonly remedy: string | null } | null } | null };

export type EscalateDenialMutationVariables = Exact<{
  input: MoveInput;
}>;


export type EscalateDenialMutation = { readonly moved: { readonly approvalRevision: number | null, readonly request: { readonly id: string, readonly status: AccessRequestStatus | null, readonly sequence: number | null } | null, readonly refusal: { readonly code: string | null, readonly kind: string | null, readonly because: string | null, readonly remedy: string | null } | null } | null };

export type OverturnDenialMutationVariables = Exact<{
  input: GrantInput;
}>;


export type OverturnDenialMutation = { readonly moved: { readonly approvalRevision: number | null, readonly request: { readonly id: string, readonly status: AccessRequestStatus | null, readonly sequence: number | null } | null, readonly refusal: { readonly code: string | null, readonly kind: string | null, readonly because: string | null, readonly remedy: string | null } | null } | null };

export type UpholdDenialMutationVariables = Exact<{
  input: MoveInput;
}>;


export type UpholdDenialMutation = { readonly moved: { readonly approvalRevision: number | null, readonly request: { readonly id: string, readonly status: AccessRequestStatus | null, readonly sequence: number | null } | null, readonly refusal: { readonly code: string | null, readonly kind: string | null, readonly because: string | null, readonly remedy: string | null } | null } | null };

export type AppealOverturnMutationVariables = Exact<{
  input: MoveInput;
}>;


export type AppealOverturnMutation = { readonly moved: { readonly approvalRevision: number | null, readonly request: { readonly id: string, readonly status: AccessRequestStatus | null, readonly sequence: number | null } | null, readonly refusal: { readonly code: string | null, readonly kind: string | null, readonly because: string | null, readonly remedy: string | null } | null } | null };

export type DecideAppealMutationVariables = Exact<{
  input: DecideAppealInput;
}>;


export type DecideAppealMutation = { readonly moved: { readonly approvalRevision: number | null, readonly request: { readonly id: string, readonly status: AccessRequestStatus | null, readonly sequence: number | null } | null, readonly refusal: { readonly code: string | null, readonly kind: string | null, readonly because: string | null, readonly remedy: string | null } | null } | null };

export type RequestFederalApprovalMutationVariables = Exact<{
  input: RequestFederalApprovalInput;
}>;


export type RequestFederalApprovalMutation = { readonly moved: { readonly approvalRevision: number | null, readonly request: { readonly id: string, readonly status: AccessRequestStatus | null, readonly sequence: number | null } | null, readonly refusal: { readonly code: string | null, readonly kind: string | null, readonly because: string | null, readonly remedy: string | null } | null } | null };

export type RecordFederalApprovalMutationVariables = Exact<{
  input: FederalDecisionInput;
}>;


export type RecordFederalApprovalMutation = { readonly moved: { readonly approvalRevision: number | null, readonly request: { readonly id: string, readonly status: AccessRequestStatus | null, readonly sequence: number | null } | null, readonly refusal: { readonly code: string | null, readonly kind: string | null, readonly because: string | null, readonly remedy: string | null } | null } | null };

export type RecordFederalRefusalMutationVariables = Exact<{
  input: FederalDecisionInput;
}>;


export type RecordFederalRefusalMutation = { readonly moved: { readonly approvalRevision: number | null, readonly request: { readonly id: string, readonly status: AccessRequestStatus | null, readonly sequence: number | null } | null, readonly refusal: { readonly code: string | null, readonly kind: string | null, readonly because: string | null, readonly remedy: string | null } | null } | null };

export type SuspendAccessMutationVariables = Exact<{
  input: MoveInput;
}>;


export type SuspendAccessMutation = { readonly moved: { readonly approvalRevision: number | null, readonly request: { readonly id: string, readonly status: AccessRequestStatus | null, readonly sequence: number | null } | null, readonly refusal: { readonly code: string | null, readonly kind: string | null, readonly because: string | null, readonly remedy: string | null } | null } | null };

export type LiftSuspensionMutationVariables = Exact<{
  input: MoveInput;
}>;


export type LiftSuspensionMutation = { readonly moved: { readonly approvalRevision: number | null, readonly request: { readonly id: string, readonly status: AccessRequestStatus | null, readonly sequence: number | null } | null, readonly refusal: { readonly code: string | null, readonly kind: string | null, readonly because: string | null, readonly remedy: string | null } | null } | null };

export type AskRenewalMutationVariables = Exact<{
  input: RenewAccessInput;
}>;


export type AskRenewalMutation = { readonly moved: { readonly approvalRevision: number | null, readonly request: { readonly id: string, readonly status: AccessRequestStatus | null, readonly sequence: number | null } | null, readonly refusal: { readonly code: string | null, readonly kind: string | null, readonly because: string | null, readonly remedy: string | null } | null } | null };

export type RenewAccessMutationVariables = Exact<{
  input: RenewAccessInput;
}>;


export type RenewAccessMutation = { readonly moved: { readonly approvalRevision: number | null, readonly request: { readonly id: string, readonly status: AccessRequestStatus | null, readonly sequence: number | null } | null, readonly refusal: { readonly code: string | null, readonly kind: string | null, readonly because: string | null, readonly remedy: string | null } | null } | null };

export type RevokeAccessMutationVariables = Exact<{
  input: RevokeAccessInput;
}>;


export type RevokeAccessMutation = { readonly moved: { readonly approvalRevision: number | null, readonly request: { readonly id: string, readonly status: AccessRequestStatus | null, readonly sequence: number | null } | null, readonly refusal: { readonly code: string | null, readonly kind: string | null, readonly because: string | null, readonly remedy: string | null } | null } | null };

export type OneRequestQueryVariables = Exact<{
  id: string;
}>;


export type OneRequestQuery = { readonly accessRequest: { readonly id: string, readonly requestingAgency: AgencyCode | null, readonly owner: AgencyCode | null, readonly purpose: Purpose | null, readonly justification: string | null, readonly legalBasis: string | null, readonly roles: ReadonlyArray<StaffRole>, readonly population: string | null, readonly startsOn: string | null, readonly months: number | null, readonly retentionDays: number | null, readonly redisclosure: Redisclosure | null, readonly status: AccessRequestStatus | null, readonly basis: AccessBasis | null, readonly sequence: number | null, readonly submittedAt: string | null, readonly submittedBy: string | null, readonly extended: boolean | null, readonly extensionProposed: number | null, readonly possibleMoves: ReadonlyArray<MoveKind> | null, readonly appealUntil: string | null, readonly decisionTarget: string | null, readonly suspended: boolean | null, readonly renewals: number | null, readonly renewalAsked: number | null, readonly dataset: { readonly id: string, readonly title: string | null, readonly description: string | null, readonly owner: AgencyCode | null, readonly classification: DataClass | null, readonly law: ReadonlyArray<string> | null, readonly federalApproval: boolean | null, readonly emergencyRoles: ReadonlyArray<StaffRole> | null, readonly fields: ReadonlyArray<{ readonly coordinate: string | null, readonly transforms: ReadonlyArray<FieldTransform> | null }> | null, readonly neverOpen: ReadonlyArray<{ readonly coordinate: string | null, readonly bar: string | null, readonly law: string | null }> | null } | null, readonly fields: ReadonlyArray<{ readonly field: string | null, readonly transform: FieldTransform | null, readonly conditions: ReadonlyArray<ReadonlyArray<PersonCondition>> | null }> | null, readonly due: { readonly moment: string | null, readonly date: string | null, readonly businessDaysLeft: number | null } | null, readonly turn: { readonly side: string | null, readonly agency: string | null } | null, readonly nextChange: { readonly at: string | null, readonly to: AccessRequestStatus | null } | null, readonly federal: { readonly neededFrom: string | null, readonly status: FederalApprovalStatus | null, readonly requestedAt: string | null, readonly requestedFrom: string | null, readonly rule: string | null, readonly reference: string | null, readonly decidedAt: string | null, readonly decisionReference: string | null } | null, readonly granted: ReadonlyArray<{ readonly field: string | null, readonly transform: FieldTransform | null, readonly conditions: ReadonlyArray<ReadonlyArray<PersonCondition>> | null }> | null, readonly refused: { readonly fields: ReadonlyArray<string> | null, readonly denials: ReadonlyArray<{ readonly code: string | null, readonly citation: string | null, readonly factualBasis: string | null, readonly officerTitle: string | null, readonly fields: ReadonlyArray<string> | null }> | null, readonly offer: { readonly fields: ReadonlyArray<string> | null, readonly conditions: ReadonlyArray<ReadonlyArray<PersonCondition>> | null, readonly months: number | null, readonly transforms: ReadonlyArray<{ readonly field: string | null, readonly transform: FieldTransform | null }> | null } | null } | null, readonly history: ReadonlyArray<{ readonly sequence: number | null, readonly at: string | null, readonly kind: MoveKind | null, readonly subject: string | null, readonly agency: string | null, readonly role: string | null, readonly side: string | null, readonly why: string | null, readonly details: string | null }> | null, readonly approval: { readonly id: string, readonly validFrom: string | null, readonly validUntil: string | null, readonly reviewOn: string | null, readonly inForce: boolean | null, readonly revokedAt: string | null, readonly revokedBecause: string | null, readonly fields: ReadonlyArray<{ readonly field: string | null, readonly transform: FieldTransform | null, readonly conditions: ReadonlyArray<ReadonlyArray<PersonCondition>> | null }> | null } | null } | null };

export type ReasonsForDenialQueryVariables = Exact<{
  dataset: string;
}>;


export type ReasonsForDenialQuery = { readonly denialCodes: ReadonlyArray<{ readonly code: string | null, readonly reason: string | null, readonly citations: ReadonlyArray<string> | null, readonly curableBy: ReadonlyArray<string> | null }> | null };

export type ReasonsForMoreTimeQueryVariables = Exact<{ [key: string]: never; }>;


export type ReasonsForMoreTimeQuery = { readonly extensionReasons: ReadonlyArray<{ readonly code: ExtensionReason | null, readonly text: string | null }> | null };

export type AlreadyOpenQueryVariables = Exact<{
  agency: AgencyCode;
  dataset: string;
}>;


export type AlreadyOpenQuery = { readonly approvals: ReadonlyArray<{ readonly id: string, readonly purpose: Purpose | null, readonly roles: ReadonlyArray<StaffRole>, readonly validUntil: string | null, readonly fields: ReadonlyArray<{ readonly field: string | null, readonly transform: FieldTransform | null, readonly conditions: ReadonlyArray<ReadonlyArray<PersonCondition>> | null }> | null, readonly request: { readonly id: string } | null }> | null };

export type WhatHappenedSinceQueryVariables = Exact<{
  id: string;
}>;


export type WhatHappenedSinceQuery = { readonly accessRequest: { readonly id: string, readonly status: AccessRequestStatus | null, readonly sequence: number | null, readonly possibleMoves: ReadonlyArray<MoveKind> | null, readonly history: ReadonlyArray<{ readonly sequence: number | null, readonly at: string | null, readonly kind: MoveKind | null, readonly subject: string | null, readonly agency: string | null, readonly side: string | null, readonly why: string | null, readonly details: string | null }> | null } | null };

export type RequestRowFragment = { readonly id: string, readonly requestingAgency: AgencyCode | null, readonly owner: AgencyCode | null, readonly purpose: Purpose | null, readonly status: AccessRequestStatus | null, readonly sequence: number | null, readonly submittedAt: string | null, readonly extended: boolean | null, readonly extensionProposed: number | null, readonly renewalAsked: number | null, readonly decisionTarget: string | null, readonly appealUntil: string | null, readonly possibleMoves: ReadonlyArray<MoveKind> | null, readonly dataset: { readonly id: string, readonly classification: DataClass | null } | null, readonly due: { readonly moment: string | null, readonly date: string | null, readonly businessDaysLeft: number | null } | null, readonly turn: { readonly side: string | null, readonly agency: string | null } | null, readonly nextChange: { readonly at: string | null, readonly to: AccessRequestStatus | null } | null };

export type RequestsInBoxQueryVariables = Exact<{
  box?: RequestBox | null | undefined;
  status?: ReadonlyArray<AccessRequestStatus> | AccessRequestStatus | null | undefined;
  after?: string | null | undefined;
}>;


export type RequestsInBoxQuery = { readonly requests: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly requestingAgency: AgencyCode | null, readonly owner: AgencyCode | null, readonly purpose: Purpose | null, readonly status: AccessRequestStatus | null, readonly sequence: number | null, readonly submittedAt: string | null, readonly extended: boolean | null, readonly extensionProposed: number | null, readonly renewalAsked: number | null, readonly decisionTarget: string | null, readonly appealUntil: string | null, readonly possibleMoves: ReadonlyArray<MoveKind> | null, readonly dataset: { readonly id: string, readonly classification: DataClass | null } | null, readonly due: { readonly moment: string | null, readonly date: string | null, readonly businessDaysLeft: number | null } | null, readonly turn: { readonly side: string | null, readonly agency: string | null } | null, readonly nextChange: { readonly at: string | null, readonly to: AccessRequestStatus | null } | null } | null }> | null, readonly pageInfo: { readonly hasNextPage: boolean | null, readonly endCursor: string | null } | null } | null };

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
export const EmergencyFieldsFragmentDoc = new TypedDocumentString(`
    fragment EmergencyFields on Emergency {
  id
  owner
  requester
  agency
  purpose
  roles
  reason
  words
  personId
  openedAt
  endsAt
  datasets
  reviewDue
  overdue
  reviews {
    outcome
    comment
    reviewedAt
    reviewedBy
  }
  shown {
    personId
    datasets
    shownAt
  }
}
    `, {"fragmentName":"EmergencyFields"}) as unknown as TypedDocumentString<EmergencyFieldsFragment, unknown>;
export const MovedFragmentDoc = new TypedDocumentString(`
    fragment Moved on MovePayload {
  request {
    id
    status
    sequence
  }
  approvalRevision
  refusal {
    code
    kind
    because
    remedy
  }
}
    `, {"fragmentName":"Moved"}) as unknown as TypedDocumentString<MovedFragment, unknown>;
export const RequestRowFragmentDoc = new TypedDocumentString(`
    fragment RequestRow on AccessRequest {
  id
  requestingAgency
  owner
  dataset {
    id
    classification
  }
  purpose
  status
  sequence
  submittedAt
  extended
  extensionProposed
  renewalAsked
  due {
    moment
    date
    businessDaysLeft
  }
  turn {
    side
    agency
  }
  nextChange {
    at
    to
  }
  decisionTarget
  appealUntil
  possibleMoves
}
    `, {"fragmentName":"RequestRow"}) as unknown as TypedDocumentString<RequestRowFragment, unknown>;
export const ApprovalsInForceDocument = new TypedDocumentString(`
    query ApprovalsInForce($agency: AgencyCode, $dataset: ID, $inForce: Boolean) {
  approvals(requestingAgency: $agency, dataset: $dataset, inForce: $inForce) {
    id
    requestingAgency
    dataset {
      id
      owner
    }
    purpose
    roles
    legalBasis
    fields {
      field
      transform
      conditions
    }
    validFrom
    validUntil
    reviewOn
    revokedAt
    revokedBecause
    inForce
    request {
      id
      status
      suspended
      renewalAsked
      possibleMoves
    }
  }
}
    `, {"hash":"sha256:0b12b3680241a24d5ce8d710fa934f94d037a830923254c17fabdaeee58474c3"}) as unknown as TypedDocumentString<ApprovalsInForceQuery, ApprovalsInForceQueryVariables>;
export const RevokeApprovalDocument = new TypedDocumentString(`
    mutation RevokeApproval($input: RevokeApprovalInput!) {
  moved: revokeApproval(input: $input) {
    approvalRevision
    refusal {
      code
      kind
      because
      remedy
    }
  }
}
    `, {"hash":"sha256:f22b4412cc5ae72ea9f2c7d1f180c2f7ff758852808e61718a525f0618310751"}) as unknown as TypedDocumentString<RevokeApprovalMutation, RevokeApprovalMutationVariables>;
export const ClosedDaysDocument = new TypedDocumentString(`
    query ClosedDays($fromYear: Int!, $toYear: Int!) {
  calendar(fromYear: $fromYear, toYear: $toYear) {
    version
    closedDays {
      date
      name
      source
    }
  }
}
    `, {"hash":"sha256:59e78bcd2e4742cf44d93f9271a58903aef5199e7673635ea40a235975cc1d67"}) as unknown as TypedDocumentString<ClosedDaysQuery, ClosedDaysQueryVariables>;
export const ProclaimDayDocument = new TypedDocumentString(`
    mutation ProclaimDay($input: ProclaimDayInput!) {
  proclaimDay(input: $input) {
    calendar {
      version
    }
    approvalRevision
  }
}
    `, {"hash":"sha256:e95d00155f23517e55010d4393cd955e381dc4b16bc8881c065dc262f2b22c9e"}) as unknown as TypedDocumentString<ProclaimDayMutation, ProclaimDayMutationVariables>;
export const DeadLettersDocument = new TypedDocumentString(`
    query DeadLetters {
  deadLetters {
    noticeId
    target
    kind
    agency
    requestId
    emergencyId
    attempts
    givenUpAt
    lastFailure
  }
}
    `, {"hash":"sha256:a633c26927515b072bc6e1df25cc11d97c117dc12a2ddfe74a1ce20b65315812"}) as unknown as TypedDocumentString<DeadLettersQuery, DeadLettersQueryVariables>;
export const ResendNoticeDocument = new TypedDocumentString(`
    mutation ResendNotice($noticeId: ID!, $target: String!) {
  resendNotice(noticeId: $noticeId, target: $target)
}
    `, {"hash":"sha256:fb91c6fe45c5f69500299c5c39280f2d581384e70a2fbe944f935238435cb74c"}) as unknown as TypedDocumentString<ResendNoticeMutation, ResendNoticeMutationVariables>;
export const ConsentsDocument = new TypedDocumentString(`
    query Consents($personId: ID, $state: ConsentState) {
  consents(personId: $personId, state: $state) {
    id
    personId
    discloser
    recipient
    datasets
    purpose
    description
    signedBy
    givenOn
    expiresOn
    documentSha256
    recordedAt
    recordedBy
    recordedFor
    confirmedAt
    confirmedAs
    revokedAt
    revokedBecause
    state
    inForce
  }
}
    `, {"hash":"sha256:4ef386525a5c8933ffab77aab70fe29d4beec9f16b1a01306c0fbc772e120063"}) as unknown as TypedDocumentString<ConsentsQuery, ConsentsQueryVariables>;
export const DatasetsForConsentDocument = new TypedDocumentString(`
    query DatasetsForConsent {
  datasets {
    id
    owner
    requestable
  }
}
    `, {"hash":"sha256:30e8ca9665be15c3b9ed367aff51aad628fb48660851d3fd8ad77156083dacdc"}) as unknown as TypedDocumentString<DatasetsForConsentQuery, DatasetsForConsentQueryVariables>;
export const RecordConsentDocument = new TypedDocumentString(`
    mutation RecordConsent($input: RecordConsentInput!) {
  changed: recordConsent(input: $input) {
    consent {
      id
      state
    }
  }
}
    `, {"hash":"sha256:7b33e42af134b0a5e1bdbb070f968f25fb82f0bf58787db7628263c58faab377"}) as unknown as TypedDocumentString<RecordConsentMutation, RecordConsentMutationVariables>;
export const ConfirmConsentDocument = new TypedDocumentString(`
    mutation ConfirmConsent($input: ConfirmConsentInput!) {
  changed: confirmConsent(input: $input) {
    consent {
      id
      state
    }
  }
}
    `, {"hash":"sha256:643643c5c25034b666773523c78e4cac238e86173d8ec7707d7808a4f260a9df"}) as unknown as TypedDocumentString<ConfirmConsentMutation, ConfirmConsentMutationVariables>;
export const RevokeConsentDocument = new TypedDocumentString(`
    mutation RevokeConsent($input: RevokeConsentInput!) {
  changed: revokeConsent(input: $input) {
    consent {
      id
      state
    }
  }
}
    `, {"hash":"sha256:ee2ccacb4c3097b2bd7a112f38557d079aa157fe739c818efa677eea47a5ca93"}) as unknown as TypedDocumentString<RevokeConsentMutation, RevokeConsentMutationVariables>;
export const DatasetsToRequestDocument = new TypedDocumentString(`
    query DatasetsToRequest {
  datasets {
    id
    title
    description
    owner
    system
    classification
    law
    federalApproval
    requestable
    emergencyRoles
    fields {
      coordinate
      transforms
    }
    neverOpen {
      coordinate
      bar
      law
    }
  }
}
    `, {"hash":"sha256:6be03e396a9b4717327c7d5fa99864ba48e42d87f2568eaeb874f0c927c80f8b"}) as unknown as TypedDocumentString<DatasetsToRequestQuery, DatasetsToRequestQueryVariables>;
export const AnswerDayDocument = new TypedDocumentString(`
    query AnswerDay($received: DateTime!) {
  answerDue(received: $received)
}
    `, {"hash":"sha256:5abeff7417d926deafbe8294d83d53ed00aade0b30ede2d9f3e9be7ce15f2c9d"}) as unknown as TypedDocumentString<AnswerDayQuery, AnswerDayQueryVariables>;
export const RequestAccessDocument = new TypedDocumentString(`
    mutation RequestAccess($input: RequestAccessInput!) {
  asked: requestAccess(input: $input) {
    requests {
      id
    }
    approvalRevision
    refusal {
      code
      kind
      because
      remedy
    }
  }
}
    `, {"hash":"sha256:cd60a77a41bf2f19abc078ed9e48f2f5d802b52be6500ebd2d7dab74c796f45b"}) as unknown as TypedDocumentString<RequestAccessMutation, RequestAccessMutationVariables>;
export const DraftRequestDocument = new TypedDocumentString(`
    mutation DraftRequest($input: DraftRequestInput!) {
  moved: draftRequest(input: $input) {
    request {
      id
    }
    approvalRevision
    refusal {
      code
      kind
      because
      remedy
    }
  }
}
    `, {"hash":"sha256:ddd28a4f49ae2783e771c0a77662e28da360e2737917353bfc68a0fe974ca2d7"}) as unknown as TypedDocumentString<DraftRequestMutation, DraftRequestMutationVariables>;
export const EmergenciesDocument = new TypedDocumentString(`
    query Emergencies($waiting: Boolean) {
  emergencies(waiting: $waiting) {
    ...EmergencyFields
  }
}
    fragment EmergencyFields on Emergency {
  id
  owner
  requester
  agency
  purpose
  roles
  reason
  words
  personId
  openedAt
  endsAt
  datasets
  reviewDue
  overdue
  reviews {
    outcome
    comment
    reviewedAt
    reviewedBy
  }
  shown {
    personId
    datasets
    shownAt
  }
}`, {"hash":"sha256:455bdfbc23463dc68f0ca1c2fd5b01b63f1e92a2f801e33f3646c50e35bc2355"}) as unknown as TypedDocumentString<EmergenciesQuery, EmergenciesQueryVariables>;
export const PersonsToTellDocument = new TypedDocumentString(`
    query PersonsToTell {
  personsToTell {
    emergencyId
    owner
    personId
    datasets
    law
    shownAt
  }
}
    `, {"hash":"sha256:34cf950ad7e15db1b8721dab65fc61a126e29c9efba2e515745df839672824a2"}) as unknown as TypedDocumentString<PersonsToTellQuery, PersonsToTellQueryVariables>;
export const ReviewEmergencyDocument = new TypedDocumentString(`
    mutation ReviewEmergency($input: ReviewEmergencyInput!) {
  reviewEmergency(input: $input) {
    emergency {
      id
    }
  }
}
    `, {"hash":"sha256:91fe63fbb3587977339f03c8c217c5fed73a74a50ad43158350d12bb713de5dc"}) as unknown as TypedDocumentString<ReviewEmergencyMutation, ReviewEmergencyMutationVariables>;
export const RecordPersonToldDocument = new TypedDocumentString(`
    mutation RecordPersonTold($input: RecordPersonToldInput!) {
  recordPersonTold(input: $input) {
    emergency {
      id
    }
  }
}
    `, {"hash":"sha256:1be99b4fa3ad6840e6a565b733be0e21f9a35a4108be35392729bfc60b075e89"}) as unknown as TypedDocumentString<RecordPersonToldMutation, RecordPersonToldMutationVariables>;
export const LiftEmergencyLimitDocument = new TypedDocumentString(`
    mutation LiftEmergencyLimit($input: LiftEmergencyLimitInput!) {
  liftEmergencyLimit(input: $input) {
    lift {
      requester
      agency
      endsAt
    }
  }
}
    `, {"hash":"sha256:f341d4a61ab6d520bd76c111bce7a57acb917198fbcef23c7218cc187a43a394"}) as unknown as TypedDocumentString<LiftEmergencyLimitMutation, LiftEmergencyLimitMutationVariables>;
export const RefusedInThe30DaysDocument = new TypedDocumentString(`
    query RefusedInThe30Days($proposal: ProposedApprovalInput!) {
  proposedApprovalImpact(proposal: $proposal) {
    from
    to
    requests
    requesters
    persons
    suppressed
    atMost
    fields {
      field
      requests
      persons
      suppressed
    }
  }
}
    `, {"hash":"sha256:c66dc1026f34770fa1eb1c7430619b2b9a4d97fc9c69d3405b9b230528717ca7"}) as unknown as TypedDocumentString<RefusedInThe30DaysQuery, RefusedInThe30DaysQueryVariables>;
export const ReviseRequestDocument = new TypedDocumentString(`
    mutation ReviseRequest($input: ReviseRequestInput!) {
  moved: reviseRequest(input: $input) {
    ...Moved
  }
}
    fragment Moved on MovePayload {
  request {
    id
    status
    sequence
  }
  approvalRevision
  refusal {
    code
    kind
    because
    remedy
  }
}`, {"hash":"sha256:03411e438d6606bf7f00fe7423665785531d2ce2c1e4a56da38421aa3702995d"}) as unknown as TypedDocumentString<ReviseRequestMutation, ReviseRequestMutationVariables>;
export const SubmitRequestDocument = new TypedDocumentString(`
    mutation SubmitRequest($input: MoveInput!) {
  moved: submitRequest(input: $input) {
    ...Moved
  }
}
    fragment Moved on MovePayload {
  request {
    id
    status
    sequence
  }
  approvalRevision
  refusal {
    code
    kind
    because
    remedy
  }
}`, {"hash":"sha256:7289204615bcc431b2b337437b14d3f82855cac03f7a858e81b354b10432851d"}) as unknown as TypedDocumentString<SubmitRequestMutation, SubmitRequestMutationVariables>;
export const WithdrawRequestDocument = new TypedDocumentString(`
    mutation WithdrawRequest($input: MoveInput!) {
  moved: withdrawRequest(input: $input) {
    ...Moved
  }
}
    fragment Moved on MovePayload {
  request {
    id
    status
    sequence
  }
  approvalRevision
  refusal {
    code
    kind
    because
    remedy
  }
}`, {"hash":"sha256:64e63920377c52bfa14a93e9c51980811d38b970fdb8c8187cb8bce24c0d1e36"}) as unknown as TypedDocumentString<WithdrawRequestMutation, WithdrawRequestMutationVariables>;
export const AskInformationDocument = new TypedDocumentString(`
    mutation AskInformation($input: MoveInput!) {
  moved: askInformation(input: $input) {
    ...Moved
  }
}
    fragment Moved on MovePayload {
  request {
    id
    status
    sequence
  }
  approvalRevision
  refusal {
    code
    kind
    because
    remedy
  }
}`, {"hash":"sha256:cd4059a2d241d1bed32c67c6ccfa43f2031a501846e5dda3735670b5ab81a88e"}) as unknown as TypedDocumentString<AskInformationMutation, AskInformationMutationVariables>;
export const GiveInformationDocument = new TypedDocumentString(`
    mutation GiveInformation($input: MoveInput!) {
  moved: giveInformation(input: $input) {
    ...Moved
  }
}
    fragment Moved on MovePayload {
  request {
    id
    status
    sequence
  }
  approvalRevision
  refusal {
    code
    kind
    because
    remedy
  }
}`, {"hash":"sha256:af7054860dc6b9fdf46c69732803c5e249184238b545749650a7c9dd77d395e6"}) as unknown as TypedDocumentString<GiveInformationMutation, GiveInformationMutationVariables>;
export const ExtendTimeDocument = new TypedDocumentString(`
    mutation ExtendTime($input: ExtendTimeInput!) {
  moved: extendTime(input: $input) {
    ...Moved
  }
}
    fragment Moved on MovePayload {
  request {
    id
    status
    sequence
  }
  approvalRevision
  refusal {
    code
    kind
    because
    remedy
  }
}`, {"hash":"sha256:f42432abfa4b64ee79ea459192fa2237f5841cda2307d50d246e75c383d93f36"}) as unknown as TypedDocumentString<ExtendTimeMutation, ExtendTimeMutationVariables>;
export const ProposeExtensionDocument = new TypedDocumentString(`
    mutation ProposeExtension($input: ProposeExtensionInput!) {
  moved: proposeExtension(input: $input) {
    ...Moved
  }
}
    fragment Moved on MovePayload {
  request {
    id
    status
    sequence
  }
  approvalRevision
  refusal {
    code
    kind
    because
    remedy
  }
}`, {"hash":"sha256:7faa833bdfd84ae64d1e4ce95f3c7df085ed54d7f8911941b073fdf63d95d5cd"}) as unknown as TypedDocumentString<ProposeExtensionMutation, ProposeExtensionMutationVariables>;
export const AgreeExtensionDocument = new TypedDocumentString(`
    mutation AgreeExtension($input: MoveInput!) {
  moved: agreeExtension(input: $input) {
    ...Moved
  }
}
    fragment Moved on MovePayload {
  request {
    id
    status
    sequence
  }
  approvalRevision
  refusal {
    code
    kind
    because
    remedy
  }
}`, {"hash":"sha256:e1d8f0b909fd2094f2bc72a9ed9285ddc09a1e070cf80e4669393c904b43171a"}) as unknown as TypedDocumentString<AgreeExtensionMutation, AgreeExtensionMutationVariables>;
export const ApproveRequestDocument = new TypedDocumentString(`
    mutation ApproveRequest($input: ApproveRequestInput!) {
  moved: approveRequest(input: $input) {
    approvalRevision
    refusal {
      code
      kind
      because
      remedy
    }
  }
}
    `, {"hash":"sha256:50e7a355540593c3d700caa4c7c02952581daebda49531ea781e65d2ae0d6639"}) as unknown as TypedDocumentString<ApproveRequestMutation, ApproveRequestMutationVariables>;
export const DenyRequestDocument = new TypedDocumentString(`
    mutation DenyRequest($input: DenyRequestInput!) {
  moved: denyRequest(input: $input) {
    ...Moved
  }
}
    fragment Moved on MovePayload {
  request {
    id
    status
    sequence
  }
  approvalRevision
  refusal {
    code
    kind
    because
    remedy
  }
}`, {"hash":"sha256:4af0dea7acb15f6b1de7b909635a7176a771a7e988cf26d1cd03665110bde5b9"}) as unknown as TypedDocumentString<DenyRequestMutation, DenyRequestMutationVariables>;
export const AcceptOfferDocument = new TypedDocumentString(`
    mutation AcceptOffer($input: MoveInput!) {
  moved: acceptOffer(input: $input) {
    ...Moved
  }
}
    fragment Moved on MovePayload {
  request {
    id
    status
    sequence
  }
  approvalRevision
  refusal {
    code
    kind
    because
    remedy
  }
}`, {"hash":"sha256:4804c42bf4e7226716be078239258335f545a0477cb309bf6515658e2fcf1e09"}) as unknown as TypedDocumentString<AcceptOfferMutation, AcceptOfferMutationVariables>;
export const EscalateDenialDocument = new TypedDocumentString(`
    mutation EscalateDenial($input: MoveInput!) {
  moved: escalateDenial(input: $input) {
    ...Moved
  }
}
    fragment Moved on MovePayload {
  request {
    id
    status
    sequence
  }
  approvalRevision
  refusal {
    code
    kind
    because
    remedy
  }
}`, {"hash":"sha256:7605620d1dbbc958531ebabc5975b959180d09f3e38ac70f4f0f553f34a2eb87"}) as unknown as TypedDocumentString<EscalateDenialMutation, EscalateDenialMutationVariables>;
export const OverturnDenialDocument = new TypedDocumentString(`
    mutation OverturnDenial($input: GrantInput!) {
  moved: overturnDenial(input: $input) {
    ...Moved
  }
}
    fragment Moved on MovePayload {
  request {
    id
    status
    sequence
  }
  approvalRevision
  refusal {
    code
    kind
    because
    remedy
  }
}`, {"hash":"sha256:6747701fc82701a146e2de986d69c15e9ec2a8e67ed2223ff7a172d6dd950ddb"}) as unknown as TypedDocumentString<OverturnDenialMutation, OverturnDenialMutationVariables>;
export const UpholdDenialDocument = new TypedDocumentString(`
    mutation UpholdDenial($input: MoveInput!) {
  moved: upholdDenial(input: $input) {
    ...Moved
  }
}
    fragment Moved on MovePayload {
  request {
    id
    status
    sequence
  }
  approvalRevision
  refusal {
    code
    kind
    because
    remedy
  }
}`, {"hash":"sha256:bdeb495e78963a8ce8043381802959a1558556e4308ad380df7ffc86b2558a52"}) as unknown as TypedDocumentString<UpholdDenialMutation, UpholdDenialMutationVariables>;
export const AppealOverturnDocument = new TypedDocumentString(`
    mutation AppealOverturn($input: MoveInput!) {
  moved: appealOverturn(input: $input) {
    ...Moved
  }
}
    fragment Moved on MovePayload {
  request {
    id
    status
    sequence
  }
  approvalRevision
  refusal {
    code
    kind
    because
    remedy
  }
}`, {"hash":"sha256:74abb2b3e2955c0eef332476674574d47b74b9610e91e670ed159e2f81d18141"}) as unknown as TypedDocumentString<AppealOverturnMutation, AppealOverturnMutationVariables>;
export const DecideAppealDocument = new TypedDocumentString(`
    mutation DecideAppeal($input: DecideAppealInput!) {
  moved: decideAppeal(input: $input) {
    ...Moved
  }
}
    fragment Moved on MovePayload {
  request {
    id
    status
    sequence
  }
  approvalRevision
  refusal {
    code
    kind
    because
    remedy
  }
}`, {"hash":"sha256:cdd80b6d6681e23105209790b951ef684bae3130497698a863806dcc97dd7a30"}) as unknown as TypedDocumentString<DecideAppealMutation, DecideAppealMutationVariables>;
export const RequestFederalApprovalDocument = new TypedDocumentString(`
    mutation RequestFederalApproval($input: RequestFederalApprovalInput!) {
  moved: requestFederalApproval(input: $input) {
    ...Moved
  }
}
    fragment Moved on MovePayload {
  request {
    id
    status
    sequence
  }
  approvalRevision
  refusal {
    code
    kind
    because
    remedy
  }
}`, {"hash":"sha256:5c618060b738617cddbfeed91ae4dd94eb5ffa77a1d40d21963d20af1e234006"}) as unknown as TypedDocumentString<RequestFederalApprovalMutation, RequestFederalApprovalMutationVariables>;
export const RecordFederalApprovalDocument = new TypedDocumentString(`
    mutation RecordFederalApproval($input: FederalDecisionInput!) {
  moved: recordFederalApproval(input: $input) {
    ...Moved
  }
}
    fragment Moved on MovePayload {
  request {
    id
    status
    sequence
  }
  approvalRevision
  refusal {
    code
    kind
    because
    remedy
  }
}`, {"hash":"sha256:834e58caa6f6f7b750e30560d5a1a07dbf021ffefb237be9144a2cdf2fc67aae"}) as unknown as TypedDocumentString<RecordFederalApprovalMutation, RecordFederalApprovalMutationVariables>;
export const RecordFederalRefusalDocument = new TypedDocumentString(`
    mutation RecordFederalRefusal($input: FederalDecisionInput!) {
  moved: recordFederalRefusal(input: $input) {
    ...Moved
  }
}
    fragment Moved on MovePayload {
  request {
    id
    status
    sequence
  }
  approvalRevision
  refusal {
    code
    kind
    because
    remedy
  }
}`, {"hash":"sha256:e732267acebf0d9cfaa51fedfb1d56e7a639eef9b979b3ac3093f79535d22749"}) as unknown as TypedDocumentString<RecordFederalRefusalMutation, RecordFederalRefusalMutationVariables>;
export const SuspendAccessDocument = new TypedDocumentString(`
    mutation SuspendAccess($input: MoveInput!) {
  moved: suspendAccess(input: $input) {
    ...Moved
  }
}
    fragment Moved on MovePayload {
  request {
    id
    status
    sequence
  }
  approvalRevision
  refusal {
    code
    kind
    because
    remedy
  }
}`, {"hash":"sha256:64776194abb29ba036bb507f0de9200c4d9cb84ae22115c36534d18365c8ab18"}) as unknown as TypedDocumentString<SuspendAccessMutation, SuspendAccessMutationVariables>;
export const LiftSuspensionDocument = new TypedDocumentString(`
    mutation LiftSuspension($input: MoveInput!) {
  moved: liftSuspension(input: $input) {
    ...Moved
  }
}
    fragment Moved on MovePayload {
  request {
    id
    status
    sequence
  }
  approvalRevision
  refusal {
    code
    kind
    because
    remedy
  }
}`, {"hash":"sha256:f850dbc6a922be6ce0d177ecd30bb89e4b362cc59a8ff809c89aa7011b248ae7"}) as unknown as TypedDocumentString<LiftSuspensionMutation, LiftSuspensionMutationVariables>;
export const AskRenewalDocument = new TypedDocumentString(`
    mutation AskRenewal($input: RenewAccessInput!) {
  moved: askRenewal(input: $input) {
    ...Moved
  }
}
    fragment Moved on MovePayload {
  request {
    id
    status
    sequence
  }
  approvalRevision
  refusal {
    code
    kind
    because
    remedy
  }
}`, {"hash":"sha256:333a78d679465cec58725f4790e703d609bf4f51b4aa16e85bd32898ccdf61cb"}) as unknown as TypedDocumentString<AskRenewalMutation, AskRenewalMutationVariables>;
export const RenewAccessDocument = new TypedDocumentString(`
    mutation RenewAccess($input: RenewAccessInput!) {
  moved: renewAccess(input: $input) {
    ...Moved
  }
}
    fragment Moved on MovePayload {
  request {
    id
    status
    sequence
  }
  approvalRevision
  refusal {
    code
    kind
    because
    remedy
  }
}`, {"hash":"sha256:131c4100b3d1da612eb0206a94de944ddf4eba7bdbeb8c67a9b3357f9e4b78e8"}) as unknown as TypedDocumentString<RenewAccessMutation, RenewAccessMutationVariables>;
export const RevokeAccessDocument = new TypedDocumentString(`
    mutation RevokeAccess($input: RevokeAccessInput!) {
  moved: revokeAccess(input: $input) {
    ...Moved
  }
}
    fragment Moved on MovePayload {
  request {
    id
    status
    sequence
  }
  approvalRevision
  refusal {
    code
    kind
    because
    remedy
  }
}`, {"hash":"sha256:4b0e3e2ac292f977c9071538a0066bc5d38bae39834accf4aceb5a65500f7b56"}) as unknown as TypedDocumentString<RevokeAccessMutation, RevokeAccessMutationVariables>;
export const OneRequestDocument = new TypedDocumentString(`
    query OneRequest($id: ID!) {
  accessRequest(id: $id) {
    id
    requestingAgency
    owner
    dataset {
      id
      title
      description
      owner
      classification
      law
      federalApproval
      emergencyRoles
      fields {
        coordinate
        transforms
      }
      neverOpen {
        coordinate
        bar
        law
      }
    }
    purpose
    justification
    legalBasis
    roles
    fields {
      field
      transform
      conditions
    }
    population
    startsOn
    months
    retentionDays
    redisclosure
    status
    basis
    sequence
    submittedAt
    submittedBy
    due {
      moment
      date
      businessDaysLeft
    }
    extended
    extensionProposed
    turn {
      side
      agency
    }
    possibleMoves
    nextChange {
      at
      to
    }
    appealUntil
    decisionTarget
    federal {
      neededFrom
      status
      requestedAt
      requestedFrom
      rule
      reference
      decidedAt
      decisionReference
    }
    suspended
    renewals
    renewalAsked
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
        officerTitle
        fields
      }
      offer {
        fields
        transforms {
          field
          transform
        }
        conditions
        months
      }
    }
    history {
      sequence
      at
      kind
      subject
      agency
      role
      side
      why
      details
    }
    approval {
      id
      validFrom
      validUntil
      reviewOn
      inForce
      revokedAt
      revokedBecause
      fields {
        field
        transform
        conditions
      }
    }
  }
}
    `, {"hash":"sha256:295eb83f0da730ec1c79e53d95b76b1765cd441f898a186a2aa5d70204d66280"}) as unknown as TypedDocumentString<OneRequestQuery, OneRequestQueryVariables>;
export const ReasonsForDenialDocument = new TypedDocumentString(`
    query ReasonsForDenial($dataset: ID!) {
  denialCodes(dataset: $dataset) {
    code
    reason
    citations
    curableBy
  }
}
    `, {"hash":"sha256:1e5812d3ce8b128ad3f220cbcfeca76ee10b5f8fb690713424d8093a4af20ea7"}) as unknown as TypedDocumentString<ReasonsForDenialQuery, ReasonsForDenialQueryVariables>;
export const ReasonsForMoreTimeDocument = new TypedDocumentString(`
    query ReasonsForMoreTime {
  extensionReasons {
    code
    text
  }
}
    `, {"hash":"sha256:0269f5ad40b1bcfa4493c2dc0d961689c0432300c73515f56c7a4b8e555ff63d"}) as unknown as TypedDocumentString<ReasonsForMoreTimeQuery, ReasonsForMoreTimeQueryVariables>;
export const AlreadyOpenDocument = new TypedDocumentString(`
    query AlreadyOpen($agency: AgencyCode!, $dataset: ID!) {
  approvals(requestingAgency: $agency, dataset: $dataset) {
    id
    purpose
    roles
    validUntil
    fields {
      field
      transform
      conditions
    }
    request {
      id
    }
  }
}
    `, {"hash":"sha256:d9a48bef93e4b357b676495eee9eb96fed5d55f4ff553b565c4e7a4773b8dbe6"}) as unknown as TypedDocumentString<AlreadyOpenQuery, AlreadyOpenQueryVariables>;
export const WhatHappenedSinceDocument = new TypedDocumentString(`
    query WhatHappenedSince($id: ID!) {
  accessRequest(id: $id) {
    id
    status
    sequence
    possibleMoves
    history {
      sequence
      at
      kind
      subject
      agency
      side
      why
      details
    }
  }
}
    `, {"hash":"sha256:b60eeaf89bf8aae34f1c0fc5527c7d1844418cee9df39665ff65aad0729994b5"}) as unknown as TypedDocumentString<WhatHappenedSinceQuery, WhatHappenedSinceQueryVariables>;
export const RequestsInBoxDocument = new TypedDocumentString(`
    query RequestsInBox($box: RequestBox, $status: [AccessRequestStatus!], $after: String) {
  requests(box: $box, status: $status, first: 25, after: $after) {
    edges {
      node {
        ...RequestRow
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment RequestRow on AccessRequest {
  id
  requestingAgency
  owner
  dataset {
    id
    classification
  }
  purpose
  status
  sequence
  submittedAt
  extended
  extensionProposed
  renewalAsked
  due {
    moment
    date
    businessDaysLeft
  }
  turn {
    side
    agency
  }
  nextChange {
    at
    to
  }
  decisionTarget
  appealUntil
  possibleMoves
}`, {"hash":"sha256:00be2a7210d5e9b30e3f2ed7227c7c707118bf2bd9900ccc659fe808ab1fe568"}) as unknown as TypedDocumentString<RequestsInBoxQuery, RequestsInBoxQueryVariables>;