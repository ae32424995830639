import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AgencyRecord, DatasetRecord, AgreementRecord, EmouContext } from '../../subgraphs/emou/records.ts';
import type { ConsentRecord } from '../../subgraphs/emou/consents/consentRecord.ts';
import type { EmergencyRecord } from '../../subgraphs/emou/emergencies/readEmergencies.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A calendar date without a time or time zone, in ISO 8601 format: 2026-12-01. */
  Date: { input: string; output: string; }
  /**
   * An instant in RFC 3339 format. Responses use UTC: 2026-12-01T15:00:00.000Z. Arguments may use any time zone and up to
   * nine digits of a fractional second: 2026-12-01T09:00:00.123456-06:00.
   */
  DateTime: { input: string; output: string; }
  federation__FieldSet: { input: string; output: string; }
  federation__Policy: { input: string; output: string; }
  link__Import: { input: string; output: string; }
};

/** The decision that granted access. */
export type AccessBasis =
  | 'APPROVED'
  | 'DEEMED_APPROVED'
  | 'OVERTURNED'
  | 'PARTIALLY_APPROVED'
  | 'SUSTAINED';

export type AccessRequest = {
  readonly __typename?: 'AccessRequest';
  /** Instant before which the owner may appeal; null if no appeal is possible. */
  readonly appealUntil?: Maybe<Scalars['DateTime']['output']>;
  /** The approval; null if nothing has been granted yet. */
  readonly approval?: Maybe<Approval>;
  readonly basis?: Maybe<AccessBasis>;
  readonly dataset?: Maybe<Dataset>;
  /** Service target for the COO's decision; null unless an appeal is pending. */
  readonly decisionTarget?: Maybe<Scalars['DateTime']['output']>;
  /** When the owner's answer is due; null unless it is awaited. */
  readonly due?: Maybe<AnswerDue>;
  readonly extended?: Maybe<Scalars['Boolean']['output']>;
  /** Business days beyond the first ten that the owner has proposed; null unless a proposal waits for the requester. */
  readonly extensionProposed?: Maybe<Scalars['Int']['output']>;
  /** Federal approval; null if none is required. */
  readonly federal?: Maybe<FederalApproval>;
  /** Requested access, field by field. */
  readonly fields?: Maybe<ReadonlyArray<FieldAccess>>;
  /** Fields that decisions have granted, whether or not they are open now. */
  readonly granted?: Maybe<ReadonlyArray<FieldAccess>>;
  /** Every move, in chronological order. */
  readonly history?: Maybe<ReadonlyArray<RequestEvent>>;
  readonly id: Scalars['ID']['output'];
  readonly justification?: Maybe<Scalars['String']['output']>;
  readonly legalBasis?: Maybe<Scalars['String']['output']>;
  readonly months?: Maybe<Scalars['Int']['output']>;
  /** Next change of status that happens without a move; null if none. */
  readonly nextChange?: Maybe<StatusChange>;
  readonly owner?: Maybe<AgencyCode>;
  /** Persons whose data is requested, in words. */
  readonly population?: Maybe<Scalars['String']['output']>;
  /** Kinds of moves that would be accepted from this requester now, if their content is valid. */
  readonly possibleMoves?: Maybe<ReadonlyArray<MoveKind>>;
  readonly purpose?: Maybe<Purpose>;
  readonly redisclosure?: Maybe<Redisclosure>;
  readonly refused?: Maybe<RefusedFields>;
  /** Months of renewal that the requester has asked for; null unless the owner's answer is pending. */
  readonly renewalAsked?: Maybe<Scalars['Int']['output']>;
  readonly renewals?: Maybe<Scalars['Int']['output']>;
  readonly requestingAgency?: Maybe<AgencyCode>;
  readonly retentionDays?: Maybe<Scalars['Int']['output']>;
  /** Roles of the requesting agency's staff that may see the data. */
  readonly roles: ReadonlyArray<StaffRole>;
  /** Number of the last event. A move states it to prove that it is based on this state. */
  readonly sequence?: Maybe<Scalars['Int']['output']>;
  readonly startsOn?: Maybe<Scalars['Date']['output']>;
  readonly status?: Maybe<AccessRequestStatus>;
  readonly submittedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly submittedBy?: Maybe<Scalars['String']['output']>;
  readonly suspended?: Maybe<Scalars['Boolean']['output']>;
  /** Side whose move the procedure waits for; null if none. */
  readonly turn?: Maybe<Turn>;
};

export type AccessRequestConnection = {
  readonly __typename?: 'AccessRequestConnection';
  readonly edges?: Maybe<ReadonlyArray<AccessRequestEdge>>;
  readonly pageInfo?: Maybe<RequestPageInfo>;
};

export type AccessRequestEdge = {
  readonly __typename?: 'AccessRequestEdge';
  readonly cursor?: Maybe<Scalars['String']['output']>;
  readonly node?: Maybe<AccessRequest>;
};

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

export type Agency = {
  readonly __typename?: 'Agency';
  readonly code?: Maybe<AgencyCode>;
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Day the agency signed the agreement. */
  readonly signedOn?: Maybe<Scalars['String']['output']>;
};

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

export type AnswerDue = {
  readonly __typename?: 'AnswerDue';
  /** Business days after today, up to and including the last day to answer; 0 on that day. */
  readonly businessDaysLeft?: Maybe<Scalars['Int']['output']>;
  /** Last day to answer. */
  readonly date?: Maybe<Scalars['Date']['output']>;
  /** Instant at which the request is deemed approved if there is no answer. */
  readonly moment?: Maybe<Scalars['DateTime']['output']>;
};

export type AppealOutcome =
  /** The owner's denial is reinstated. */
  | 'REVERSE'
  /** The CIO's decision stands. */
  | 'SUSTAIN';

/** Access that is or was in force. */
export type Approval = {
  readonly __typename?: 'Approval';
  readonly dataset?: Maybe<Dataset>;
  /** Fields that are open now or will be; empty if none. */
  readonly fields?: Maybe<ReadonlyArray<FieldAccess>>;
  readonly id: Scalars['ID']['output'];
  readonly inForce?: Maybe<Scalars['Boolean']['output']>;
  readonly legalBasis?: Maybe<Scalars['String']['output']>;
  readonly purpose?: Maybe<Purpose>;
  readonly request?: Maybe<AccessRequest>;
  readonly requestingAgency?: Maybe<AgencyCode>;
  /** Date on which both agencies review the approval. */
  readonly reviewOn?: Maybe<Scalars['Date']['output']>;
  readonly revokedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly revokedBecause?: Maybe<Scalars['String']['output']>;
  /** Roles of the requesting agency's staff that may see the data. */
  readonly roles: ReadonlyArray<StaffRole>;
  readonly validFrom?: Maybe<Scalars['DateTime']['output']>;
  readonly validUntil?: Maybe<Scalars['DateTime']['output']>;
};

export type ApproveRequestInput = {
  /** Conditions. Default: as requested; never wider. */
  readonly conditions?: InputMaybe<ReadonlyArray<ReadonlyArray<PersonCondition>>>;
  readonly denials?: InputMaybe<ReadonlyArray<DenialInput>>;
  /** The request's `sequence` when you read it. Default: the current one. */
  readonly expectedSequence?: InputMaybe<Scalars['Int']['input']>;
  /** Granted fields. Default: all requested fields. Every field that is not granted needs a denial. */
  readonly fields?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Length of access in months. Default: as requested; never more. */
  readonly months?: InputMaybe<Scalars['Int']['input']>;
  readonly requestId: Scalars['ID']['input'];
  readonly transforms?: InputMaybe<ReadonlyArray<FieldTransformInput>>;
  /** End of access. Default: after `months`; never later. */
  readonly validUntil?: InputMaybe<Scalars['DateTime']['input']>;
  readonly why?: InputMaybe<Scalars['String']['input']>;
};

export type ApproveRequestPayload = {
  readonly __typename?: 'ApproveRequestPayload';
  readonly approval?: Maybe<Approval>;
  readonly approvalRevision?: Maybe<Scalars['Int']['output']>;
  /** Why nothing was approved; null if the request was approved. */
  readonly refusal?: Maybe<MoveRefusal>;
};

export type Calendar = {
  readonly __typename?: 'Calendar';
  readonly closedDays?: Maybe<ReadonlyArray<ClosedDay>>;
  readonly version?: Maybe<Scalars['String']['output']>;
};

export type ClosedDay = {
  readonly __typename?: 'ClosedDay';
  readonly date?: Maybe<Scalars['Date']['output']>;
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly source?: Maybe<Scalars['String']['output']>;
};

export type ConfirmConsentInput = {
  readonly consentId: Scalars['ID']['input'];
  /** SHA-256 of the signed document that the confirming officer has seen. Optional for the person. */
  readonly documentSha256?: InputMaybe<Scalars['String']['input']>;
};

/** A person's consent to the disclosure of their records, with the elements required by 42 CFR 2.31(a). */
export type Consent = {
  readonly __typename?: 'Consent';
  readonly confirmedAs?: Maybe<ConsentConfirmation>;
  readonly confirmedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Subject of the requester who confirmed it; null until confirmed. */
  readonly confirmedBy?: Maybe<Scalars['String']['output']>;
  readonly datasets?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /** Amount and kind of information, in the words of the consent. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Agency that may disclose. */
  readonly discloser?: Maybe<AgencyCode>;
  readonly documentDate?: Maybe<Scalars['Date']['output']>;
  /** SHA-256 of the signed document, in hex; null if the consent was recorded before documents were required. */
  readonly documentSha256?: Maybe<Scalars['String']['output']>;
  /** Last day on which the consent is in force. */
  readonly expiresOn?: Maybe<Scalars['Date']['output']>;
  readonly givenOn?: Maybe<Scalars['Date']['output']>;
  readonly id: Scalars['ID']['output'];
  /** True if confirmed, not expired, and not revoked. */
  readonly inForce?: Maybe<Scalars['Boolean']['output']>;
  /** Person.id */
  readonly personId?: Maybe<Scalars['ID']['output']>;
  readonly purpose?: Maybe<Purpose>;
  /** Agency that may receive. */
  readonly recipient?: Maybe<AgencyCode>;
  readonly recordedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Subject of the officer who recorded it; `recordedFor` is that officer's agency. */
  readonly recordedBy?: Maybe<Scalars['String']['output']>;
  readonly recordedFor?: Maybe<AgencyCode>;
  readonly revokedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly revokedBecause?: Maybe<Scalars['String']['output']>;
  /**
   * Signer, by their relation to the person, such as "the mother": the person, or someone who may act for the person. The
   * signed document has the name.
   */
  readonly signedBy?: Maybe<Scalars['String']['output']>;
  readonly state?: Maybe<ConsentState>;
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
  readonly date: Scalars['Date']['input'];
  /** SHA-256 of the file, as 64 hex digits or 43 characters of base64url. */
  readonly sha256: Scalars['String']['input'];
};

export type ConsentFact = {
  readonly __typename?: 'ConsentFact';
  readonly dataset?: Maybe<Scalars['ID']['output']>;
  readonly personId?: Maybe<Scalars['ID']['output']>;
};

export type ConsentPayload = {
  readonly __typename?: 'ConsentPayload';
  readonly consent?: Maybe<Consent>;
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

/** A set of fields that approvals grant as a unit. */
export type Dataset = {
  readonly __typename?: 'Dataset';
  readonly classification?: Maybe<DataClass>;
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Roles that may declare an emergency where an approval has that condition; null if no emergency opens the dataset. */
  readonly emergencyRoles?: Maybe<ReadonlyArray<StaffRole>>;
  /** True if a federal agency must also approve before access begins. */
  readonly federalApproval?: Maybe<Scalars['Boolean']['output']>;
  /** Fields that can be requested, with the masks that each allows. */
  readonly fields?: Maybe<ReadonlyArray<DatasetField>>;
  /** Id of the dataset, such as snap.benefits. */
  readonly id: Scalars['ID']['output'];
  /** Statutes and rules that govern the dataset. */
  readonly law?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Fields that no approval can open, with the bar on each. */
  readonly neverOpen?: Maybe<ReadonlyArray<HardBar>>;
  readonly owner?: Maybe<AgencyCode>;
  /** False if only the owner's own staff may see it. */
  readonly requestable?: Maybe<Scalars['Boolean']['output']>;
  readonly system?: Maybe<Scalars['String']['output']>;
  readonly title?: Maybe<Scalars['String']['output']>;
};

export type DatasetField = {
  readonly __typename?: 'DatasetField';
  /** Field, as Type.field. */
  readonly coordinate?: Maybe<Scalars['String']['output']>;
  readonly transforms?: Maybe<ReadonlyArray<FieldTransform>>;
};

export type DeadLetter = {
  readonly __typename?: 'DeadLetter';
  readonly agency?: Maybe<Scalars['String']['output']>;
  readonly attempts?: Maybe<Scalars['Int']['output']>;
  readonly emergencyId?: Maybe<Scalars['ID']['output']>;
  readonly givenUpAt?: Maybe<Scalars['DateTime']['output']>;
  readonly kind?: Maybe<Scalars['String']['output']>;
  readonly lastFailure?: Maybe<Scalars['String']['output']>;
  readonly noticeId?: Maybe<Scalars['ID']['output']>;
  /** Request that the notice is about; null if it is about an emergency. */
  readonly requestId?: Maybe<Scalars['ID']['output']>;
  readonly target?: Maybe<Scalars['String']['output']>;
};

export type DecideAppealInput = {
  readonly expectedSequence: Scalars['Int']['input'];
  readonly outcome: AppealOutcome;
  readonly requestId: Scalars['ID']['input'];
  readonly why: Scalars['String']['input'];
};

export type DenialCode = {
  readonly __typename?: 'DenialCode';
  /** Citations of law; a denial must cite one of them, or a part of one. */
  readonly citations?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly code?: Maybe<Scalars['String']['output']>;
  /** What would cure the reason for denial. */
  readonly curableBy?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly datasets?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  readonly reason?: Maybe<Scalars['String']['output']>;
};

export type DenialInput = {
  /** Law that the code is based on, or a part of it. */
  readonly citation: Scalars['String']['input'];
  readonly code: Scalars['String']['input'];
  readonly factualBasis: Scalars['String']['input'];
  /** Denied fields. Default: all fields that are not granted. */
  readonly fields?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Title of the officer who makes the decision. */
  readonly officerTitle: Scalars['String']['input'];
};

export type DenyRequestInput = {
  readonly denials: ReadonlyArray<DenialInput>;
  readonly expectedSequence: Scalars['Int']['input'];
  /** Partial release. Required if fewer fields or a mask would cure the reason. */
  readonly offer?: InputMaybe<OfferInput>;
  readonly requestId: Scalars['ID']['input'];
  readonly why: Scalars['String']['input'];
};

export type DraftRequestInput = {
  readonly dataset: Scalars['ID']['input'];
  /** Why the data is needed, 10 to 4,000 characters. */
  readonly justification: Scalars['String']['input'];
  readonly terms: RequestTermsInput;
};

/** A declared emergency, as reviewed by one owner of the data that it opened. */
export type Emergency = {
  readonly __typename?: 'Emergency';
  readonly agency?: Maybe<AgencyCode>;
  /** Datasets of this owner that were requested in the emergency. */
  readonly datasets?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /** Instant from which it no longer opens anything. */
  readonly endsAt?: Maybe<Scalars['DateTime']['output']>;
  /** Reference to the emergency in `extensions.emergency` and in the disclosure log. */
  readonly id: Scalars['ID']['output'];
  readonly openedAt?: Maybe<Scalars['DateTime']['output']>;
  /** True if it has not been reviewed in time. */
  readonly overdue?: Maybe<Scalars['Boolean']['output']>;
  readonly owner?: Maybe<AgencyCode>;
  /** Person.id of the person for whose household it was declared. */
  readonly personId?: Maybe<Scalars['ID']['output']>;
  readonly purpose?: Maybe<Purpose>;
  readonly reason?: Maybe<EmergencyReason>;
  /** Subject of the requester's token. */
  readonly requester?: Maybe<Scalars['String']['output']>;
  /** Instant before which the owner must review it: the end of the next business day. */
  readonly reviewDue?: Maybe<Scalars['DateTime']['output']>;
  /** Every review, in chronological order; the last one counts. */
  readonly reviews?: Maybe<ReadonlyArray<EmergencyReview>>;
  readonly roles?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Persons whose data was shown. */
  readonly shown?: Maybe<ReadonlyArray<EmergencySubject>>;
  /** Description that the requester wrote. */
  readonly words?: Maybe<Scalars['String']['output']>;
};

/** Permission for one requester to declare emergencies for any number of persons for a limited time. */
export type EmergencyLimitLift = {
  readonly __typename?: 'EmergencyLimitLift';
  readonly agency?: Maybe<AgencyCode>;
  /** Instant from which the limit applies again. */
  readonly endsAt?: Maybe<Scalars['DateTime']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly liftedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly liftedBy?: Maybe<Scalars['String']['output']>;
  readonly reason?: Maybe<Scalars['String']['output']>;
  readonly requester?: Maybe<Scalars['String']['output']>;
};

export type EmergencyLimitPayload = {
  readonly __typename?: 'EmergencyLimitPayload';
  readonly lift?: Maybe<EmergencyLimitLift>;
};

export type EmergencyOutcome =
  | 'JUSTIFIED'
  | 'NOT_JUSTIFIED';

export type EmergencyPayload = {
  readonly __typename?: 'EmergencyPayload';
  readonly emergency?: Maybe<Emergency>;
};

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

export type EmergencyRefusal =
  /** The requester has declared emergencies for too many persons within the hour. */
  | 'LIMIT'
  /** The requester has used the same words for another person. */
  | 'SAME_WORDS';

export type EmergencyReview = {
  readonly __typename?: 'EmergencyReview';
  readonly comment?: Maybe<Scalars['String']['output']>;
  readonly outcome?: Maybe<EmergencyOutcome>;
  readonly reviewedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly reviewedBy?: Maybe<Scalars['String']['output']>;
};

export type EmergencyShownInput = {
  readonly datasets: ReadonlyArray<Scalars['ID']['input']>;
  readonly personId: Scalars['ID']['input'];
};

export type EmergencySubject = {
  readonly __typename?: 'EmergencySubject';
  readonly datasets?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /** Person.id */
  readonly personId?: Maybe<Scalars['ID']['output']>;
  readonly shownAt?: Maybe<Scalars['DateTime']['output']>;
};

export type ExtendTimeInput = {
  /** Number of additional business days, 1 to 5. */
  readonly businessDays: Scalars['Int']['input'];
  readonly expectedSequence: Scalars['Int']['input'];
  readonly reason: ExtensionReason;
  readonly requestId: Scalars['ID']['input'];
  readonly why: Scalars['String']['input'];
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

export type ExtensionReasonText = {
  readonly __typename?: 'ExtensionReasonText';
  readonly code?: Maybe<ExtensionReason>;
  readonly text?: Maybe<Scalars['String']['output']>;
};

export type FederalApproval = {
  readonly __typename?: 'FederalApproval';
  /** When its last decision was recorded; earlier than `requestedAt` if approval was requested again since. */
  readonly decidedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The federal agency's letter or number. */
  readonly decisionReference?: Maybe<Scalars['String']['output']>;
  /** Federal agency that must approve. */
  readonly neededFrom?: Maybe<Scalars['String']['output']>;
  /** Number or title of the request. */
  readonly reference?: Maybe<Scalars['String']['output']>;
  /** When its approval was last requested; null if no request is on record. */
  readonly requestedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly requestedFrom?: Maybe<Scalars['String']['output']>;
  /** The rule under which it was requested. */
  readonly rule?: Maybe<Scalars['String']['output']>;
  readonly status?: Maybe<FederalApprovalStatus>;
};

export type FederalApprovalStatus =
  | 'APPROVED'
  /** Not decided yet, whether or not it was requested. */
  | 'PENDING'
  | 'REFUSED';

export type FederalDecisionInput = {
  readonly expectedSequence: Scalars['Int']['input'];
  /** The federal agency's letter or number. */
  readonly reference: Scalars['String']['input'];
  readonly requestId: Scalars['ID']['input'];
  readonly why: Scalars['String']['input'];
};

/** Access to one field: in which form, and for which persons. */
export type FieldAccess = {
  readonly __typename?: 'FieldAccess';
  /**
   * Alternatives, any one of which opens the field if all of its conditions are met; empty if the field is open for every
   * person.
   */
  readonly conditions?: Maybe<ReadonlyArray<ReadonlyArray<PersonCondition>>>;
  /** Field, as Type.field. */
  readonly field?: Maybe<Scalars['String']['output']>;
  /** Mask that is applied to the value; null if the value is shown unchanged. */
  readonly transform?: Maybe<FieldTransform>;
};

export type FieldDenial = {
  readonly __typename?: 'FieldDenial';
  readonly citation?: Maybe<Scalars['String']['output']>;
  readonly code?: Maybe<Scalars['String']['output']>;
  readonly factualBasis?: Maybe<Scalars['String']['output']>;
  /** Denied fields; null for all fields that are not granted. */
  readonly fields?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly officerTitle?: Maybe<Scalars['String']['output']>;
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
  readonly field: Scalars['String']['input'];
  readonly transform: FieldTransform;
};

export type GrantInput = {
  readonly conditions?: InputMaybe<ReadonlyArray<ReadonlyArray<PersonCondition>>>;
  readonly expectedSequence: Scalars['Int']['input'];
  /** Granted fields. Default: all that were denied. */
  readonly fields?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly months?: InputMaybe<Scalars['Int']['input']>;
  readonly requestId: Scalars['ID']['input'];
  readonly transforms?: InputMaybe<ReadonlyArray<FieldTransformInput>>;
  readonly why: Scalars['String']['input'];
};

export type HardBar = {
  readonly __typename?: 'HardBar';
  /** Code of the bar, such as IMM-1. */
  readonly bar?: Maybe<Scalars['String']['output']>;
  /** Field, as Type.field. */
  readonly coordinate?: Maybe<Scalars['String']['output']>;
  readonly law?: Maybe<Scalars['String']['output']>;
};

export type LiftEmergencyLimitInput = {
  /** Number of hours from now, 1 to 24. */
  readonly hours: Scalars['Int']['input'];
  readonly reason: Scalars['String']['input'];
  /** Subject of the requester's token. */
  readonly requester: Scalars['String']['input'];
};

export type MoveInput = {
  /** The request's `sequence` when you read it. If another move was made since then, this move is refused. */
  readonly expectedSequence: Scalars['Int']['input'];
  readonly requestId: Scalars['ID']['input'];
  /** Reason, question, answer, or argument, 3 to 4,000 characters. */
  readonly why: Scalars['String']['input'];
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

/** Outcome of a move: the request as it is now, or why the procedure does not allow the move. */
export type MovePayload = {
  readonly __typename?: 'MovePayload';
  /**
   * Approval revision after this change. Send it in the header `min-approval-revision` to be sure that a request sees the
   * change.
   */
  readonly approvalRevision?: Maybe<Scalars['Int']['output']>;
  /** Why the move was refused and nothing changed; null if it was made. */
  readonly refusal?: Maybe<MoveRefusal>;
  readonly request?: Maybe<AccessRequest>;
};

export type MoveRefusal = {
  readonly __typename?: 'MoveRefusal';
  readonly because?: Maybe<Scalars['String']['output']>;
  /** Code such as STALE_HISTORY (another move was made since), NOT_YOUR_MOVE, or NOT_A_LEGAL_REASON. */
  readonly code?: Maybe<Scalars['String']['output']>;
  /** CONFLICT, FORBIDDEN, NOT_FOUND, or BAD_USER_INPUT. */
  readonly kind?: Maybe<Scalars['String']['output']>;
  /** What can be done instead. */
  readonly remedy?: Maybe<Scalars['String']['output']>;
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Accept the partial release that the denial offered. Role: DATA_OFFICER or SUPERVISOR of the requester. */
  readonly acceptOffer?: Maybe<MovePayload>;
  /** Agree to the extension that the owner proposed. Role: DATA_OFFICER or SUPERVISOR of the requester. */
  readonly agreeExtension?: Maybe<MovePayload>;
  /** Appeal the CIO's decision to the Governor's chief operating officer. Role: DATA_OFFICER of the owner. */
  readonly appealOverturn?: Maybe<MovePayload>;
  /** Approve a request in whole or in part. Role: DATA_OFFICER of the dataset's owner. */
  readonly approveRequest?: Maybe<ApproveRequestPayload>;
  /** Ask the requester for information; the clock keeps running. Role: DATA_OFFICER of the owner. */
  readonly askInformation?: Maybe<MovePayload>;
  /** Ask the owner to renew access. Silence renews nothing. Role: DATA_OFFICER or SUPERVISOR of the requester. */
  readonly askRenewal?: Maybe<MovePayload>;
  /**
   * Confirm a recorded consent, so that it counts. Never the requester who recorded it. Role: CASEWORKER, SUPERVISOR, or
   * DATA_OFFICER of the discloser; a second SUPERVISOR or DATA_OFFICER of the recipient; or the person (RESIDENT, for
   * SUBJECT_REQUEST).
   */
  readonly confirmConsent?: Maybe<ConsentPayload>;
  /** Decide an appeal; the decision is final. Role: COO of GOV. */
  readonly decideAppeal?: Maybe<MovePayload>;
  /** Deny the whole request, with legal reasons. Role: DATA_OFFICER of the owner. */
  readonly denyRequest?: Maybe<MovePayload>;
  /** Draft a request without submitting it. Role: staff of a signatory. */
  readonly draftRequest?: Maybe<MovePayload>;
  /** Escalate a denial, or the owner's revocation, to the state's CIO. Role: DATA_OFFICER or SUPERVISOR of the requester. */
  readonly escalateDenial?: Maybe<MovePayload>;
  /** Extend the time to answer by one to five business days, once. Role: DATA_OFFICER of the owner. */
  readonly extendTime?: Maybe<MovePayload>;
  /** Answer the owner's question. Role: staff of the requester. */
  readonly giveInformation?: Maybe<MovePayload>;
  /**
   * Allow one requester to declare emergencies for any number of persons, for a number of hours from now. Otherwise, the
   * number of persons per hour is limited. Role: SUPERVISOR of the requester's agency; never the requester.
   */
  readonly liftEmergencyLimit?: Maybe<EmergencyLimitPayload>;
  /** Lift a suspension. Role: the same as for suspending; only the CIO can lift what the CIO suspended. */
  readonly liftSuspension?: Maybe<MovePayload>;
  /**
   * Open a declared emergency, or return the one that is already open: one per requester and person, for 60 minutes. For the
   * gateway only; clients cannot call it.
   */
  readonly openEmergency?: Maybe<OpenedEmergency>;
  /** Overturn a denial, in whole or in part, or a revocation, as a whole, as the CIO. Role: DATA_STEWARD of DOIT. */
  readonly overturnDenial?: Maybe<MovePayload>;
  /** Add a one-time closed day to the calendar, at the latest on that day. Role: DATA_STEWARD of DOIT. */
  readonly proclaimDay?: Maybe<ProclaimDayPayload>;
  /** Propose more time than the owner may take alone; effective once the requester agrees. Role: DATA_OFFICER of the owner. */
  readonly proposeExtension?: Maybe<MovePayload>;
  /**
   * Put a person's written consent on file (42 CFR 2.31). A consent recorded by the discloser's staff counts immediately; one
   * recorded by the recipient's staff counts once it is confirmed. Role: SUPERVISOR or DATA_OFFICER of either agency, or a
   * CASEWORKER for a person in their caseload.
   */
  readonly recordConsent?: Maybe<ConsentPayload>;
  /** Record whose data the gateway is about to show in an emergency. For the gateway only; clients cannot call it. */
  readonly recordEmergencyShown?: Maybe<Scalars['Boolean']['output']>;
  /** Record that the federal agency approved. Role: FEDERAL_LIAISON of the owner or of DOIT. */
  readonly recordFederalApproval?: Maybe<MovePayload>;
  /** Record that the federal agency refused. Role: FEDERAL_LIAISON of the owner or of DOIT. */
  readonly recordFederalRefusal?: Maybe<MovePayload>;
  /** Record that a person was notified that their data was shown in an emergency. Role: DATA_STEWARD of the owner. */
  readonly recordPersonTold?: Maybe<EmergencyPayload>;
  /** Renew access beyond its end date, during its last 90 days. Role: DATA_OFFICER of the owner. */
  readonly renewAccess?: Maybe<MovePayload>;
  /** Request access from the owner of each dataset. Role: DATA_OFFICER or SUPERVISOR of a signatory, for their own agency. */
  readonly requestAccess?: Maybe<RequestAccessPayload>;
  /**
   * Record that the federal agency's approval was requested, from which agency, and under which rule. This decides nothing.
   * Role: FEDERAL_LIAISON of the owner or of DOIT.
   */
  readonly requestFederalApproval?: Maybe<MovePayload>;
  /** Try again to deliver a notice that could not be delivered. For the same roles as `deadLetters`. */
  readonly resendNotice?: Maybe<Scalars['Boolean']['output']>;
  /**
   * Record whether an emergency was justified. JUSTIFIED is possible once it is over; NOT_JUSTIFIED also while it is open,
   * which ends it. A later review does not replace an earlier one: both stay on record. Role: DATA_STEWARD of the agency
   * whose data it opened; never the person who declared it.
   */
  readonly reviewEmergency?: Maybe<EmergencyPayload>;
  /** Change a draft. Role: staff of the requester. */
  readonly reviseRequest?: Maybe<MovePayload>;
  /**
   * Revoke access permanently, effective immediately. Role: DATA_OFFICER of the owner or of the requester, or DATA_STEWARD
   * of DOIT.
   */
  readonly revokeAccess?: Maybe<MovePayload>;
  /**
   * Revoke an approval, effective immediately. Role: DATA_OFFICER of the owner, or DATA_STEWARD; the requester may give it
   * up.
   */
  readonly revokeApproval?: Maybe<RevokeApprovalPayload>;
  /**
   * Revoke a consent, effective immediately. For the person, or a CASEWORKER, SUPERVISOR, or DATA_OFFICER of either
   * agency.
   */
  readonly revokeConsent?: Maybe<ConsentPayload>;
  /** Submit a draft, which starts the owner's ten business days. Role: DATA_OFFICER or SUPERVISOR of the requester. */
  readonly submitRequest?: Maybe<MovePayload>;
  /** Suspend access, effective immediately. Role: DATA_OFFICER of the owner, or DATA_STEWARD of DOIT. */
  readonly suspendAccess?: Maybe<MovePayload>;
  /** Uphold a denial or a revocation, as the CIO. Role: DATA_STEWARD of DOIT. */
  readonly upholdDenial?: Maybe<MovePayload>;
  /** Withdraw a request. Role: DATA_OFFICER or SUPERVISOR of the requester. */
  readonly withdrawRequest?: Maybe<MovePayload>;
};


export type MutationAcceptOfferArgs = {
  input: MoveInput;
};


export type MutationAgreeExtensionArgs = {
  input: MoveInput;
};


export type MutationAppealOverturnArgs = {
  input: MoveInput;
};


export type MutationApproveRequestArgs = {
  input: ApproveRequestInput;
};


export type MutationAskInformationArgs = {
  input: MoveInput;
};


export type MutationAskRenewalArgs = {
  input: RenewAccessInput;
};


export type MutationConfirmConsentArgs = {
  input: ConfirmConsentInput;
};


export type MutationDecideAppealArgs = {
  input: DecideAppealInput;
};


export type MutationDenyRequestArgs = {
  input: DenyRequestInput;
};


export type MutationDraftRequestArgs = {
  input: DraftRequestInput;
};


export type MutationEscalateDenialArgs = {
  input: MoveInput;
};


export type MutationExtendTimeArgs = {
  input: ExtendTimeInput;
};


export type MutationGiveInformationArgs = {
  input: MoveInput;
};


export type MutationLiftEmergencyLimitArgs = {
  input: LiftEmergencyLimitInput;
};


export type MutationLiftSuspensionArgs = {
  input: MoveInput;
};


export type MutationOpenEmergencyArgs = {
  input: OpenEmergencyInput;
};


export type MutationOverturnDenialArgs = {
  input: GrantInput;
};


export type MutationProclaimDayArgs = {
  input: ProclaimDayInput;
};


export type MutationProposeExtensionArgs = {
  input: ProposeExtensionInput;
};


export type MutationRecordConsentArgs = {
  input: RecordConsentInput;
};


export type MutationRecordEmergencyShownArgs = {
  emergencyId: Scalars['ID']['input'];
  shown: ReadonlyArray<EmergencyShownInput>;
};


export type MutationRecordFederalApprovalArgs = {
  input: FederalDecisionInput;
};


export type MutationRecordFederalRefusalArgs = {
  input: FederalDecisionInput;
};


export type MutationRecordPersonToldArgs = {
  input: RecordPersonToldInput;
};


export type MutationRenewAccessArgs = {
  input: RenewAccessInput;
};


export type MutationRequestAccessArgs = {
  input: RequestAccessInput;
};


export type MutationRequestFederalApprovalArgs = {
  input: RequestFederalApprovalInput;
};


export type MutationResendNoticeArgs = {
  noticeId: Scalars['ID']['input'];
  target: Scalars['String']['input'];
};


export type MutationReviewEmergencyArgs = {
  input: ReviewEmergencyInput;
};


export type MutationReviseRequestArgs = {
  input: ReviseRequestInput;
};


export type MutationRevokeAccessArgs = {
  input: RevokeAccessInput;
};


export type MutationRevokeApprovalArgs = {
  input: RevokeApprovalInput;
};


export type MutationRevokeConsentArgs = {
  input: RevokeConsentInput;
};


export type MutationSubmitRequestArgs = {
  input: MoveInput;
};


export type MutationSuspendAccessArgs = {
  input: MoveInput;
};


export type MutationUpholdDenialArgs = {
  input: MoveInput;
};


export type MutationWithdrawRequestArgs = {
  input: MoveInput;
};

export type OfferInput = {
  readonly conditions?: InputMaybe<ReadonlyArray<ReadonlyArray<PersonCondition>>>;
  readonly fields?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly months?: InputMaybe<Scalars['Int']['input']>;
  readonly transforms?: InputMaybe<ReadonlyArray<FieldTransformInput>>;
};

export type OpenEmergencyInput = {
  readonly agency: AgencyCode;
  readonly datasets: ReadonlyArray<Scalars['ID']['input']>;
  readonly household: ReadonlyArray<Scalars['ID']['input']>;
  readonly personId: Scalars['ID']['input'];
  readonly purpose: Purpose;
  readonly reason: EmergencyReason;
  readonly requester: Scalars['String']['input'];
  readonly roles: ReadonlyArray<Scalars['String']['input']>;
  readonly words: Scalars['String']['input'];
};

export type OpenedEmergency = {
  readonly __typename?: 'OpenedEmergency';
  readonly endsAt?: Maybe<Scalars['DateTime']['output']>;
  readonly household?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  readonly id?: Maybe<Scalars['ID']['output']>;
  /** False if it is over and the same words cannot open another one, or if it was refused. */
  readonly isOpen?: Maybe<Scalars['Boolean']['output']>;
  readonly openedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly reason?: Maybe<EmergencyReason>;
  /** Why nothing was opened; if set, every other field is null or false. */
  readonly refusal?: Maybe<EmergencyRefusal>;
};

export type PartialOffer = {
  readonly __typename?: 'PartialOffer';
  /** Offered conditions; null for the requested conditions. */
  readonly conditions?: Maybe<ReadonlyArray<ReadonlyArray<PersonCondition>>>;
  /** Offered fields; null for every requested field. */
  readonly fields?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly months?: Maybe<Scalars['Int']['output']>;
  readonly transforms?: Maybe<ReadonlyArray<TransformOfField>>;
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

/** A person who must be notified of a disclosure in an emergency. */
export type PersonToTell = {
  readonly __typename?: 'PersonToTell';
  readonly datasets?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  readonly emergencyId?: Maybe<Scalars['ID']['output']>;
  /** Law that requires the notification. */
  readonly law?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly owner?: Maybe<AgencyCode>;
  /** Person.id */
  readonly personId?: Maybe<Scalars['ID']['output']>;
  readonly shownAt?: Maybe<Scalars['DateTime']['output']>;
};

export type ProclaimDayInput = {
  readonly day: Scalars['Date']['input'];
  readonly name: Scalars['String']['input'];
  /** Proclamation that closes state offices on this day. */
  readonly source: Scalars['String']['input'];
};

export type ProclaimDayPayload = {
  readonly __typename?: 'ProclaimDayPayload';
  readonly approvalRevision?: Maybe<Scalars['Int']['output']>;
  readonly calendar?: Maybe<Calendar>;
};

export type ProposeExtensionInput = {
  /** Business days beyond the first ten, in total; at most 60. */
  readonly businessDays: Scalars['Int']['input'];
  readonly expectedSequence: Scalars['Int']['input'];
  readonly reason: ExtensionReason;
  readonly requestId: Scalars['ID']['input'];
  readonly why: Scalars['String']['input'];
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

export type Query = {
  readonly __typename?: 'Query';
  /** The access request with this id; null if there is none. */
  readonly accessRequest?: Maybe<AccessRequest>;
  /** Access requests, newest first. */
  readonly accessRequests?: Maybe<ReadonlyArray<AccessRequest>>;
  /** The signatories of the agreement. */
  readonly agencies?: Maybe<ReadonlyArray<Agency>>;
  /** Last day to answer a request that is received at this instant. */
  readonly answerDue?: Maybe<Scalars['Date']['output']>;
  /** The public register of approvals, newest first. By default, only those in force. */
  readonly approvals?: Maybe<ReadonlyArray<Approval>>;
  /** Days on which state offices are closed, in chronological order. Weekends are not listed. At most ten years at a time. */
  readonly calendar?: Maybe<Calendar>;
  /** Which of these persons have consented to which of these datasets. For the gateway only; clients cannot query it. */
  readonly consentFacts?: Maybe<ReadonlyArray<ConsentFact>>;
  /**
   * Consents on file, newest first, at most 200. Open to the person, to the staff of the agencies that a consent names, and
   * to the data steward. A caseworker or investigator must give `personId`, and the person must be in their caseload. The
   * state RECORDED selects the consents that wait for confirmation.
   */
  readonly consents?: Maybe<ReadonlyArray<Consent>>;
  /** Datasets of one system or of all systems, including those that cannot be requested. */
  readonly datasets?: Maybe<ReadonlyArray<Dataset>>;
  /** Notices that could not be delivered. Open to the DATA_OFFICER of the agency they are for, and to the data steward. */
  readonly deadLetters?: Maybe<ReadonlyArray<DeadLetter>>;
  /** Legal reasons for a denial. With `dataset`, only those that apply to it. */
  readonly denialCodes?: Maybe<ReadonlyArray<DenialCode>>;
  /**
   * Declared emergencies that opened data of the requester's agency, at most 200. By default those that wait for a review,
   * most urgent first; with `waiting: false` all of them, newest first. Role: DATA_STEWARD of the owner; the DATA_STEWARD of
   * DOIT sees those of every owner.
   */
  readonly emergencies?: Maybe<ReadonlyArray<Emergency>>;
  /** Reasons for which an owner may take more time to answer. */
  readonly extensionReasons?: Maybe<ReadonlyArray<ExtensionReasonText>>;
  /**
   * Persons who must be notified that their data was shown in an emergency, for example under 42 CFR 431.306(d), and have not
   * been notified yet. Oldest first, at most 200. Role: DATA_STEWARD of the owner or of DOIT.
   */
  readonly personsToTell?: Maybe<ReadonlyArray<PersonToTell>>;
  /** Decisions: approvals, and denials with their legal reasons, newest first. */
  readonly publicRegister?: Maybe<AccessRequestConnection>;
  /**
   * Access requests, page by page. INBOX: requests that wait for a move by the agency, most urgent first. OUTBOX: requests by
   * the agency. OVERDUE: requests on which the agency's time to move has passed (deemed approved because it did not answer,
   * or with an appeal or a review past its date). Without a box: all requests, newest first. `agency` defaults to the
   * requester's own; GOV stands for the Governor's office.
   */
  readonly requests?: Maybe<AccessRequestConnection>;
  /**
   * How owners have answered the requests received from `since` (inclusive) to `until` (exclusive). By default, the last
   * year.
   */
  readonly responseStatistics?: Maybe<ReadonlyArray<ResponseStatistics>>;
};


export type QueryAccessRequestArgs = {
  id: Scalars['ID']['input'];
};


export type QueryAccessRequestsArgs = {
  owner?: InputMaybe<AgencyCode>;
  requestingAgency?: InputMaybe<AgencyCode>;
  status?: InputMaybe<AccessRequestStatus>;
};


export type QueryAnswerDueArgs = {
  businessDays?: InputMaybe<Scalars['Int']['input']>;
  received: Scalars['DateTime']['input'];
};


export type QueryApprovalsArgs = {
  dataset?: InputMaybe<Scalars['ID']['input']>;
  inForce?: InputMaybe<Scalars['Boolean']['input']>;
  requestingAgency?: InputMaybe<AgencyCode>;
};


export type QueryCalendarArgs = {
  fromYear: Scalars['Int']['input'];
  toYear: Scalars['Int']['input'];
};


export type QueryConsentFactsArgs = {
  agency: AgencyCode;
  datasets: ReadonlyArray<Scalars['ID']['input']>;
  personIds: ReadonlyArray<Scalars['ID']['input']>;
  purpose: Purpose;
};


export type QueryConsentsArgs = {
  personId?: InputMaybe<Scalars['ID']['input']>;
  state?: InputMaybe<ConsentState>;
};


export type QueryDatasetsArgs = {
  system?: InputMaybe<Scalars['String']['input']>;
};


export type QueryDenialCodesArgs = {
  dataset?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryEmergenciesArgs = {
  waiting?: InputMaybe<Scalars['Boolean']['input']>;
};


export type QueryPublicRegisterArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  dataset?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  owner?: InputMaybe<AgencyCode>;
  requestingAgency?: InputMaybe<AgencyCode>;
};


export type QueryRequestsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  agency?: InputMaybe<Scalars['String']['input']>;
  box?: InputMaybe<RequestBox>;
  dataset?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  status?: InputMaybe<ReadonlyArray<AccessRequestStatus>>;
};


export type QueryResponseStatisticsArgs = {
  owner?: InputMaybe<AgencyCode>;
  since?: InputMaybe<Scalars['DateTime']['input']>;
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

export type RecordConsentInput = {
  /** Ids of 1 to 50 datasets of the discloser. */
  readonly datasets: ReadonlyArray<Scalars['ID']['input']>;
  readonly description: Scalars['String']['input'];
  readonly discloser: AgencyCode;
  readonly document: ConsentDocumentInput;
  readonly expiresOn: Scalars['Date']['input'];
  readonly givenOn: Scalars['Date']['input'];
  /** Person.id, a UUID in lowercase or uppercase. */
  readonly personId: Scalars['ID']['input'];
  readonly purpose: Purpose;
  readonly recipient: AgencyCode;
  /**
   * Signer, by their relation to the person: "the person", "the mother". Leave out the name, which is in the signed document:
   * what is recorded here is stored in clear text, in the log too.
   */
  readonly signedBy: Scalars['String']['input'];
};

export type RecordPersonToldInput = {
  readonly emergencyId: Scalars['ID']['input'];
  /** How the person was notified, 3 to 4,000 characters. */
  readonly how: Scalars['String']['input'];
  /** Person.id, a UUID in lowercase or uppercase. */
  readonly personId: Scalars['ID']['input'];
};

export type Redisclosure =
  | 'AS_REQUIRED_BY_LAW'
  | 'PROHIBITED'
  | 'WITH_CONSENT_OF_OWNER';

export type RefusedFields = {
  readonly __typename?: 'RefusedFields';
  readonly denials?: Maybe<ReadonlyArray<FieldDenial>>;
  readonly fields?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Partial release that the owner offers; null if none. */
  readonly offer?: Maybe<PartialOffer>;
};

export type RenewAccessInput = {
  readonly expectedSequence: Scalars['Int']['input'];
  readonly months: Scalars['Int']['input'];
  readonly requestId: Scalars['ID']['input'];
  readonly why: Scalars['String']['input'];
};

export type RequestAccessInput = {
  /** Conditions that persons must meet. Default: none, which requests access to every person's data. */
  readonly conditions?: InputMaybe<ReadonlyArray<ReadonlyArray<PersonCondition>>>;
  /** Ids of 1 to 50 datasets. One request is created for each. */
  readonly datasets: ReadonlyArray<Scalars['ID']['input']>;
  /** Fields of the datasets, as Type.field. Default: every field that no law bars. */
  readonly fields?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Why the data is needed, 10 to 4,000 characters. */
  readonly justification: Scalars['String']['input'];
  /** Statute or rule that permits the disclosure. */
  readonly legalBasis: Scalars['String']['input'];
  /** Length of access in months, 1 to 36. */
  readonly months?: InputMaybe<Scalars['Int']['input']>;
  /** Persons whose data is requested, in words. */
  readonly population?: InputMaybe<Scalars['String']['input']>;
  readonly purpose: Purpose;
  readonly redisclosure?: InputMaybe<Redisclosure>;
  readonly retentionDays?: InputMaybe<Scalars['Int']['input']>;
  /** Months from the start of access to its review. Default: its end, or one year if that is earlier. */
  readonly reviewMonths?: InputMaybe<Scalars['Int']['input']>;
  /** Roles that will see the data. Default: every staff role. */
  readonly roles?: InputMaybe<ReadonlyArray<StaffRole>>;
  /** Date in Illinois on which access should begin. Default: as soon as it is granted. */
  readonly startsOn?: InputMaybe<Scalars['Date']['input']>;
  readonly transforms?: InputMaybe<ReadonlyArray<FieldTransformInput>>;
};

export type RequestAccessPayload = {
  readonly __typename?: 'RequestAccessPayload';
  /**
   * Approval revision after this change. Send it in the header `min-approval-revision` to be sure that a request sees the
   * change.
   */
  readonly approvalRevision?: Maybe<Scalars['Int']['output']>;
  /** Why nothing was requested; null if everything was. */
  readonly refusal?: Maybe<MoveRefusal>;
  readonly requests?: Maybe<ReadonlyArray<AccessRequest>>;
};

export type RequestBox =
  | 'INBOX'
  | 'OUTBOX'
  | 'OVERDUE';

export type RequestEvent = {
  readonly __typename?: 'RequestEvent';
  readonly agency?: Maybe<Scalars['String']['output']>;
  readonly at?: Maybe<Scalars['DateTime']['output']>;
  /** Other content of the move, as JSON. */
  readonly details?: Maybe<Scalars['String']['output']>;
  readonly kind?: Maybe<MoveKind>;
  readonly role?: Maybe<Scalars['String']['output']>;
  readonly sequence?: Maybe<Scalars['Int']['output']>;
  /** Side for which the person made the move: REQUESTER, OWNER, CIO, COO, or FEDERAL. */
  readonly side?: Maybe<Scalars['String']['output']>;
  readonly subject?: Maybe<Scalars['String']['output']>;
  /** Reason, question, or argument. */
  readonly why?: Maybe<Scalars['String']['output']>;
};

export type RequestFederalApprovalInput = {
  readonly expectedSequence: Scalars['Int']['input'];
  /** Federal agency, such as Centers for Medicare & Medicaid Services. */
  readonly from: Scalars['String']['input'];
  /** Number or title of the request, such as that of a state plan amendment. */
  readonly reference?: InputMaybe<Scalars['String']['input']>;
  readonly requestId: Scalars['ID']['input'];
  /** Rule that requires its approval, such as 42 CFR 431.306. */
  readonly rule: Scalars['String']['input'];
  readonly why: Scalars['String']['input'];
};

export type RequestPageInfo = {
  readonly __typename?: 'RequestPageInfo';
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  readonly hasNextPage?: Maybe<Scalars['Boolean']['output']>;
};

export type RequestTermsInput = {
  readonly conditions?: InputMaybe<ReadonlyArray<ReadonlyArray<PersonCondition>>>;
  /** Fields, as Type.field. Default: every field that no law bars. */
  readonly fields?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly legalBasis: Scalars['String']['input'];
  readonly months?: InputMaybe<Scalars['Int']['input']>;
  readonly population?: InputMaybe<Scalars['String']['input']>;
  readonly purpose: Purpose;
  readonly redisclosure?: InputMaybe<Redisclosure>;
  readonly retentionDays?: InputMaybe<Scalars['Int']['input']>;
  readonly reviewMonths?: InputMaybe<Scalars['Int']['input']>;
  /** Roles that will see the data. Default: every staff role. */
  readonly roles?: InputMaybe<ReadonlyArray<StaffRole>>;
  readonly startsOn?: InputMaybe<Scalars['Date']['input']>;
  readonly transforms?: InputMaybe<ReadonlyArray<FieldTransformInput>>;
};

export type ResponseStatistics = {
  readonly __typename?: 'ResponseStatistics';
  /** Number answered by the owner. */
  readonly answered?: Maybe<Scalars['Int']['output']>;
  /** Number waiting for the owner, within its time. */
  readonly awaited?: Maybe<Scalars['Int']['output']>;
  /**
   * Median number of business days from receipt to the answer, or to the deadline if there was none; null if none is
   * decided.
   */
  readonly medianBusinessDays?: Maybe<Scalars['Float']['output']>;
  readonly owner?: Maybe<AgencyCode>;
  /** Number of requests received in the period. */
  readonly received?: Maybe<Scalars['Int']['output']>;
  /** Share deemed approved because the owner did not answer, from 0 to 1, of those answered or deemed approved. */
  readonly shareDeemed?: Maybe<Scalars['Float']['output']>;
  /** Share denied, from 0 to 1, of those answered or deemed approved. */
  readonly shareDenied?: Maybe<Scalars['Float']['output']>;
  /** Share overturned by the CIO, from 0 to 1, of those denied at least in part and escalated. */
  readonly shareOverturned?: Maybe<Scalars['Float']['output']>;
};

export type ReviewEmergencyInput = {
  /** Reason for the outcome, 3 to 4,000 characters. */
  readonly comment: Scalars['String']['input'];
  readonly emergencyId: Scalars['ID']['input'];
  readonly outcome: EmergencyOutcome;
};

export type ReviseRequestInput = {
  readonly expectedSequence: Scalars['Int']['input'];
  readonly requestId: Scalars['ID']['input'];
  readonly terms: RequestTermsInput;
  readonly why: Scalars['String']['input'];
};

export type RevocationGround =
  | 'BREACH_OF_TERMS'
  /** Requires `denial`. */
  | 'LEGAL_BAR'
  /** For a requester that gives up its access. */
  | 'NO_LONGER_NEEDED'
  | 'SECURITY_INCIDENT';

export type RevokeAccessInput = {
  readonly denial?: InputMaybe<DenialInput>;
  readonly expectedSequence: Scalars['Int']['input'];
  readonly ground: RevocationGround;
  readonly requestId: Scalars['ID']['input'];
  readonly why: Scalars['String']['input'];
};

export type RevokeApprovalInput = {
  readonly approvalId: Scalars['ID']['input'];
  /** Legal reason; required with LEGAL_BAR. */
  readonly denial?: InputMaybe<DenialInput>;
  readonly ground?: InputMaybe<RevocationGround>;
  /** Reason for the revocation, 10 to 4,000 characters. */
  readonly reason: Scalars['String']['input'];
};

export type RevokeApprovalPayload = {
  readonly __typename?: 'RevokeApprovalPayload';
  readonly approval?: Maybe<Approval>;
  readonly approvalRevision?: Maybe<Scalars['Int']['output']>;
  /** Why nothing was revoked; null if the approval was revoked. */
  readonly refusal?: Maybe<MoveRefusal>;
};

export type RevokeConsentInput = {
  readonly consentId: Scalars['ID']['input'];
  readonly reason: Scalars['String']['input'];
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

export type StatusChange = {
  readonly __typename?: 'StatusChange';
  readonly at?: Maybe<Scalars['DateTime']['output']>;
  readonly to?: Maybe<AccessRequestStatus>;
};

export type TransformOfField = {
  readonly __typename?: 'TransformOfField';
  readonly field?: Maybe<Scalars['String']['output']>;
  readonly transform?: Maybe<FieldTransform>;
};

export type Turn = {
  readonly __typename?: 'Turn';
  /** Agency code, or GOV for the Governor's office. */
  readonly agency?: Maybe<Scalars['String']['output']>;
  /** REQUESTER, OWNER, CIO, COO, or FEDERAL. */
  readonly side?: Maybe<Scalars['String']['output']>;
};

export type Link__Purpose =
  | 'EXECUTION'
  | 'SECURITY';



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;





/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AccessBasis: AccessBasis;
  AccessRequest: ResolverTypeWrapper<AgreementRecord>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AccessRequestConnection: ResolverTypeWrapper<Omit<AccessRequestConnection, 'edges'> & { edges?: Maybe<ReadonlyArray<ResolversTypes['AccessRequestEdge']>> }>;
  AccessRequestEdge: ResolverTypeWrapper<Omit<AccessRequestEdge, 'node'> & { node?: Maybe<ResolversTypes['AccessRequest']> }>;
  AccessRequestStatus: AccessRequestStatus;
  Agency: ResolverTypeWrapper<AgencyRecord>;
  AgencyCode: AgencyCode;
  AnswerDue: ResolverTypeWrapper<AnswerDue>;
  AppealOutcome: AppealOutcome;
  Approval: ResolverTypeWrapper<AgreementRecord>;
  ApproveRequestInput: ApproveRequestInput;
  ApproveRequestPayload: ResolverTypeWrapper<Omit<ApproveRequestPayload, 'approval'> & { approval?: Maybe<ResolversTypes['Approval']> }>;
  Calendar: ResolverTypeWrapper<Calendar>;
  ClosedDay: ResolverTypeWrapper<ClosedDay>;
  ConfirmConsentInput: ConfirmConsentInput;
  Consent: ResolverTypeWrapper<ConsentRecord>;
  ConsentConfirmation: ConsentConfirmation;
  ConsentDocumentInput: ConsentDocumentInput;
  ConsentFact: ResolverTypeWrapper<ConsentFact>;
  ConsentPayload: ResolverTypeWrapper<Omit<ConsentPayload, 'consent'> & { consent?: Maybe<ResolversTypes['Consent']> }>;
  ConsentState: ConsentState;
  DataClass: DataClass;
  Dataset: ResolverTypeWrapper<DatasetRecord>;
  DatasetField: ResolverTypeWrapper<DatasetField>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeadLetter: ResolverTypeWrapper<DeadLetter>;
  DecideAppealInput: DecideAppealInput;
  DenialCode: ResolverTypeWrapper<DenialCode>;
  DenialInput: DenialInput;
  DenyRequestInput: DenyRequestInput;
  DraftRequestInput: DraftRequestInput;
  Emergency: ResolverTypeWrapper<EmergencyRecord>;
  EmergencyLimitLift: ResolverTypeWrapper<EmergencyLimitLift>;
  EmergencyLimitPayload: ResolverTypeWrapper<EmergencyLimitPayload>;
  EmergencyOutcome: EmergencyOutcome;
  EmergencyPayload: ResolverTypeWrapper<Omit<EmergencyPayload, 'emergency'> & { emergency?: Maybe<ResolversTypes['Emergency']> }>;
  EmergencyReason: EmergencyReason;
  EmergencyRefusal: EmergencyRefusal;
  EmergencyReview: ResolverTypeWrapper<EmergencyReview>;
  EmergencyShownInput: EmergencyShownInput;
  EmergencySubject: ResolverTypeWrapper<EmergencySubject>;
  ExtendTimeInput: ExtendTimeInput;
  ExtensionReason: ExtensionReason;
  ExtensionReasonText: ResolverTypeWrapper<ExtensionReasonText>;
  FederalApproval: ResolverTypeWrapper<FederalApproval>;
  FederalApprovalStatus: FederalApprovalStatus;
  FederalDecisionInput: FederalDecisionInput;
  FieldAccess: ResolverTypeWrapper<FieldAccess>;
  FieldDenial: ResolverTypeWrapper<FieldDenial>;
  FieldTransform: FieldTransform;
  FieldTransformInput: FieldTransformInput;
  GrantInput: GrantInput;
  HardBar: ResolverTypeWrapper<HardBar>;
  LiftEmergencyLimitInput: LiftEmergencyLimitInput;
  MoveInput: MoveInput;
  MoveKind: MoveKind;
  MovePayload: ResolverTypeWrapper<Omit<MovePayload, 'request'> & { request?: Maybe<ResolversTypes['AccessRequest']> }>;
  MoveRefusal: ResolverTypeWrapper<MoveRefusal>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  OfferInput: OfferInput;
  OpenEmergencyInput: OpenEmergencyInput;
  OpenedEmergency: ResolverTypeWrapper<OpenedEmergency>;
  PartialOffer: ResolverTypeWrapper<PartialOffer>;
  PersonCondition: PersonCondition;
  PersonToTell: ResolverTypeWrapper<PersonToTell>;
  ProclaimDayInput: ProclaimDayInput;
  ProclaimDayPayload: ResolverTypeWrapper<ProclaimDayPayload>;
  ProposeExtensionInput: ProposeExtensionInput;
  Purpose: Purpose;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RecordConsentInput: RecordConsentInput;
  RecordPersonToldInput: RecordPersonToldInput;
  Redisclosure: Redisclosure;
  RefusedFields: ResolverTypeWrapper<RefusedFields>;
  RenewAccessInput: RenewAccessInput;
  RequestAccessInput: RequestAccessInput;
  RequestAccessPayload: ResolverTypeWrapper<Omit<RequestAccessPayload, 'requests'> & { requests?: Maybe<ReadonlyArray<ResolversTypes['AccessRequest']>> }>;
  RequestBox: RequestBox;
  RequestEvent: ResolverTypeWrapper<RequestEvent>;
  RequestFederalApprovalInput: RequestFederalApprovalInput;
  RequestPageInfo: ResolverTypeWrapper<RequestPageInfo>;
  RequestTermsInput: RequestTermsInput;
  ResponseStatistics: ResolverTypeWrapper<ResponseStatistics>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  ReviewEmergencyInput: ReviewEmergencyInput;
  ReviseRequestInput: ReviseRequestInput;
  RevocationGround: RevocationGround;
  RevokeAccessInput: RevokeAccessInput;
  RevokeApprovalInput: RevokeApprovalInput;
  RevokeApprovalPayload: ResolverTypeWrapper<Omit<RevokeApprovalPayload, 'approval'> & { approval?: Maybe<ResolversTypes['Approval']> }>;
  RevokeConsentInput: RevokeConsentInput;
  StaffRole: StaffRole;
  StatusChange: ResolverTypeWrapper<StatusChange>;
  TransformOfField: ResolverTypeWrapper<TransformOfField>;
  Turn: ResolverTypeWrapper<Turn>;
  federation__FieldSet: ResolverTypeWrapper<Scalars['federation__FieldSet']['output']>;
  federation__Policy: ResolverTypeWrapper<Scalars['federation__Policy']['output']>;
  link__Import: ResolverTypeWrapper<Scalars['link__Import']['output']>;
  link__Purpose: Link__Purpose;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AccessRequest: AgreementRecord;
  Int: Scalars['Int']['output'];
  ID: Scalars['ID']['output'];
  AccessRequestConnection: Omit<AccessRequestConnection, 'edges'> & { edges?: Maybe<ReadonlyArray<ResolversParentTypes['AccessRequestEdge']>> };
  AccessRequestEdge: Omit<AccessRequestEdge, 'node'> & { node?: Maybe<ResolversParentTypes['AccessRequest']> };
  Agency: AgencyRecord;
  AnswerDue: AnswerDue;
  Approval: AgreementRecord;
  ApproveRequestInput: ApproveRequestInput;
  ApproveRequestPayload: Omit<ApproveRequestPayload, 'approval'> & { approval?: Maybe<ResolversParentTypes['Approval']> };
  Calendar: Calendar;
  ClosedDay: ClosedDay;
  ConfirmConsentInput: ConfirmConsentInput;
  Consent: ConsentRecord;
  ConsentDocumentInput: ConsentDocumentInput;
  ConsentFact: ConsentFact;
  ConsentPayload: Omit<ConsentPayload, 'consent'> & { consent?: Maybe<ResolversParentTypes['Consent']> };
  Dataset: DatasetRecord;
  DatasetField: DatasetField;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DeadLetter: DeadLetter;
  DecideAppealInput: DecideAppealInput;
  DenialCode: DenialCode;
  DenialInput: DenialInput;
  DenyRequestInput: DenyRequestInput;
  DraftRequestInput: DraftRequestInput;
  Emergency: EmergencyRecord;
  EmergencyLimitLift: EmergencyLimitLift;
  EmergencyLimitPayload: EmergencyLimitPayload;
  EmergencyPayload: Omit<EmergencyPayload, 'emergency'> & { emergency?: Maybe<ResolversParentTypes['Emergency']> };
  EmergencyReview: EmergencyReview;
  EmergencyShownInput: EmergencyShownInput;
  EmergencySubject: EmergencySubject;
  ExtendTimeInput: ExtendTimeInput;
  ExtensionReasonText: ExtensionReasonText;
  FederalApproval: FederalApproval;
  FederalDecisionInput: FederalDecisionInput;
  FieldAccess: FieldAccess;
  FieldDenial: FieldDenial;
  FieldTransformInput: FieldTransformInput;
  GrantInput: GrantInput;
  HardBar: HardBar;
  LiftEmergencyLimitInput: LiftEmergencyLimitInput;
  MoveInput: MoveInput;
  MovePayload: Omit<MovePayload, 'request'> & { request?: Maybe<ResolversParentTypes['AccessRequest']> };
  MoveRefusal: MoveRefusal;
  Mutation: Record<PropertyKey, never>;
  OfferInput: OfferInput;
  OpenEmergencyInput: OpenEmergencyInput;
  OpenedEmergency: OpenedEmergency;
  PartialOffer: PartialOffer;
  PersonToTell: PersonToTell;
  ProclaimDayInput: ProclaimDayInput;
  ProclaimDayPayload: ProclaimDayPayload;
  ProposeExtensionInput: ProposeExtensionInput;
  Query: Record<PropertyKey, never>;
  RecordConsentInput: RecordConsentInput;
  RecordPersonToldInput: RecordPersonToldInput;
  RefusedFields: RefusedFields;
  RenewAccessInput: RenewAccessInput;
  RequestAccessInput: RequestAccessInput;
  RequestAccessPayload: Omit<RequestAccessPayload, 'requests'> & { requests?: Maybe<ReadonlyArray<ResolversParentTypes['AccessRequest']>> };
  RequestEvent: RequestEvent;
  RequestFederalApprovalInput: RequestFederalApprovalInput;
  RequestPageInfo: RequestPageInfo;
  RequestTermsInput: RequestTermsInput;
  ResponseStatistics: ResponseStatistics;
  Float: Scalars['Float']['output'];
  ReviewEmergencyInput: ReviewEmergencyInput;
  ReviseRequestInput: ReviseRequestInput;
  RevokeAccessInput: RevokeAccessInput;
  RevokeApprovalInput: RevokeApprovalInput;
  RevokeApprovalPayload: Omit<RevokeApprovalPayload, 'approval'> & { approval?: Maybe<ResolversParentTypes['Approval']> };
  RevokeConsentInput: RevokeConsentInput;
  StatusChange: StatusChange;
  TransformOfField: TransformOfField;
  Turn: Turn;
  federation__FieldSet: Scalars['federation__FieldSet']['output'];
  federation__Policy: Scalars['federation__Policy']['output'];
  link__Import: Scalars['link__Import']['output'];
  Boolean: Scalars['Boolean']['output'];
  String: Scalars['String']['output'];
};

export type InaccessibleDirectiveArgs = { };

export type InaccessibleDirectiveResolver<Result, Parent, ContextType = EmouContext, Args = InaccessibleDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type LinkDirectiveArgs = {
  as?: Maybe<Scalars['String']['input']>;
  for?: Maybe<Link__Purpose>;
  import?: Maybe<ReadonlyArray<Maybe<Scalars['link__Import']['input']>>>;
  url: Scalars['String']['input'];
};

export type LinkDirectiveResolver<Result, Parent, ContextType = EmouContext, Args = LinkDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type PolicyDirectiveArgs = {
  policies: ReadonlyArray<ReadonlyArray<Scalars['federation__Policy']['input']>>;
};

export type PolicyDirectiveResolver<Result, Parent, ContextType = EmouContext, Args = PolicyDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type TagDirectiveArgs = {
  name: Scalars['String']['input'];
};

export type TagDirectiveResolver<Result, Parent, ContextType = EmouContext, Args = TagDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AccessRequestResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['AccessRequest'] = ResolversParentTypes['AccessRequest']> = {
  appealUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  approval?: Resolver<Maybe<ResolversTypes['Approval']>, ParentType, ContextType>;
  basis?: Resolver<Maybe<ResolversTypes['AccessBasis']>, ParentType, ContextType>;
  dataset?: Resolver<Maybe<ResolversTypes['Dataset']>, ParentType, ContextType>;
  decisionTarget?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  due?: Resolver<Maybe<ResolversTypes['AnswerDue']>, ParentType, ContextType>;
  extended?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  extensionProposed?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  federal?: Resolver<Maybe<ResolversTypes['FederalApproval']>, ParentType, ContextType>;
  fields?: Resolver<Maybe<ReadonlyArray<ResolversTypes['FieldAccess']>>, ParentType, ContextType>;
  granted?: Resolver<Maybe<ReadonlyArray<ResolversTypes['FieldAccess']>>, ParentType, ContextType>;
  history?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RequestEvent']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  justification?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  legalBasis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  months?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  nextChange?: Resolver<Maybe<ResolversTypes['StatusChange']>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['AgencyCode']>, ParentType, ContextType>;
  population?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  possibleMoves?: Resolver<Maybe<ReadonlyArray<ResolversTypes['MoveKind']>>, ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['Purpose']>, ParentType, ContextType>;
  redisclosure?: Resolver<Maybe<ResolversTypes['Redisclosure']>, ParentType, ContextType>;
  refused?: Resolver<Maybe<ResolversTypes['RefusedFields']>, ParentType, ContextType>;
  renewalAsked?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  renewals?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  requestingAgency?: Resolver<Maybe<ResolversTypes['AgencyCode']>, ParentType, ContextType>;
  retentionDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  roles?: Resolver<ReadonlyArray<ResolversTypes['StaffRole']>, ParentType, ContextType>;
  sequence?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  startsOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['AccessRequestStatus']>, ParentType, ContextType>;
  submittedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  submittedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  suspended?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  turn?: Resolver<Maybe<ResolversTypes['Turn']>, ParentType, ContextType>;
};

export type AccessRequestConnectionResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['AccessRequestConnection'] = ResolversParentTypes['AccessRequestConnection']> = {
  edges?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AccessRequestEdge']>>, ParentType, ContextType>;
  pageInfo?: Resolver<Maybe<ResolversTypes['RequestPageInfo']>, ParentType, ContextType>;
};

export type AccessRequestEdgeResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['AccessRequestEdge'] = ResolversParentTypes['AccessRequestEdge']> = {
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['AccessRequest']>, ParentType, ContextType>;
};

export type AgencyResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['Agency'] = ResolversParentTypes['Agency']> = {
  code?: Resolver<Maybe<ResolversTypes['AgencyCode']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  signedOn?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AnswerDueResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['AnswerDue'] = ResolversParentTypes['AnswerDue']> = {
  businessDaysLeft?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  date?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  moment?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ApprovalResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['Approval'] = ResolversParentTypes['Approval']> = {
  dataset?: Resolver<Maybe<ResolversTypes['Dataset']>, ParentType, ContextType>;
  fields?: Resolver<Maybe<ReadonlyArray<ResolversTypes['FieldAccess']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inForce?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  legalBasis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['Purpose']>, ParentType, ContextType>;
  request?: Resolver<Maybe<ResolversTypes['AccessRequest']>, ParentType, ContextType>;
  requestingAgency?: Resolver<Maybe<ResolversTypes['AgencyCode']>, ParentType, ContextType>;
  reviewOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  revokedBecause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  roles?: Resolver<ReadonlyArray<ResolversTypes['StaffRole']>, ParentType, ContextType>;
  validFrom?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ApproveRequestPayloadResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['ApproveRequestPayload'] = ResolversParentTypes['ApproveRequestPayload']> = {
  approval?: Resolver<Maybe<ResolversTypes['Approval']>, ParentType, ContextType>;
  approvalRevision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['MoveRefusal']>, ParentType, ContextType>;
};

export type CalendarResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['Calendar'] = ResolversParentTypes['Calendar']> = {
  closedDays?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ClosedDay']>>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ClosedDayResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['ClosedDay'] = ResolversParentTypes['ClosedDay']> = {
  date?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ConsentResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['Consent'] = ResolversParentTypes['Consent']> = {
  confirmedAs?: Resolver<Maybe<ResolversTypes['ConsentConfirmation']>, ParentType, ContextType>;
  confirmedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  confirmedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  datasets?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ID']>>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  discloser?: Resolver<Maybe<ResolversTypes['AgencyCode']>, ParentType, ContextType>;
  documentDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  documentSha256?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  givenOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inForce?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  personId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['Purpose']>, ParentType, ContextType>;
  recipient?: Resolver<Maybe<ResolversTypes['AgencyCode']>, ParentType, ContextType>;
  recordedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  recordedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recordedFor?: Resolver<Maybe<ResolversTypes['AgencyCode']>, ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  revokedBecause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  signedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['ConsentState']>, ParentType, ContextType>;
};

export type ConsentFactResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['ConsentFact'] = ResolversParentTypes['ConsentFact']> = {
  dataset?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  personId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type ConsentPayloadResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['ConsentPayload'] = ResolversParentTypes['ConsentPayload']> = {
  consent?: Resolver<Maybe<ResolversTypes['Consent']>, ParentType, ContextType>;
};

export type DatasetResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['Dataset'] = ResolversParentTypes['Dataset']> = {
  classification?: Resolver<Maybe<ResolversTypes['DataClass']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  emergencyRoles?: Resolver<Maybe<ReadonlyArray<ResolversTypes['StaffRole']>>, ParentType, ContextType>;
  federalApproval?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  fields?: Resolver<Maybe<ReadonlyArray<ResolversTypes['DatasetField']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  law?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  neverOpen?: Resolver<Maybe<ReadonlyArray<ResolversTypes['HardBar']>>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['AgencyCode']>, ParentType, ContextType>;
  requestable?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  system?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DatasetFieldResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['DatasetField'] = ResolversParentTypes['DatasetField']> = {
  coordinate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  transforms?: Resolver<Maybe<ReadonlyArray<ResolversTypes['FieldTransform']>>, ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeadLetterResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['DeadLetter'] = ResolversParentTypes['DeadLetter']> = {
  agency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  attempts?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  emergencyId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  givenUpAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastFailure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  noticeId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  requestId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  target?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DenialCodeResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['DenialCode'] = ResolversParentTypes['DenialCode']> = {
  citations?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  curableBy?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  datasets?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ID']>>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EmergencyResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['Emergency'] = ResolversParentTypes['Emergency']> = {
  agency?: Resolver<Maybe<ResolversTypes['AgencyCode']>, ParentType, ContextType>;
  datasets?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ID']>>, ParentType, ContextType>;
  endsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  openedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  overdue?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['AgencyCode']>, ParentType, ContextType>;
  personId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['Purpose']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['EmergencyReason']>, ParentType, ContextType>;
  requester?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reviewDue?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reviews?: Resolver<Maybe<ReadonlyArray<ResolversTypes['EmergencyReview']>>, ParentType, ContextType>;
  roles?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  shown?: Resolver<Maybe<ReadonlyArray<ResolversTypes['EmergencySubject']>>, ParentType, ContextType>;
  words?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EmergencyLimitLiftResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['EmergencyLimitLift'] = ResolversParentTypes['EmergencyLimitLift']> = {
  agency?: Resolver<Maybe<ResolversTypes['AgencyCode']>, ParentType, ContextType>;
  endsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  liftedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  liftedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  requester?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EmergencyLimitPayloadResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['EmergencyLimitPayload'] = ResolversParentTypes['EmergencyLimitPayload']> = {
  lift?: Resolver<Maybe<ResolversTypes['EmergencyLimitLift']>, ParentType, ContextType>;
};

export type EmergencyPayloadResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['EmergencyPayload'] = ResolversParentTypes['EmergencyPayload']> = {
  emergency?: Resolver<Maybe<ResolversTypes['Emergency']>, ParentType, ContextType>;
};

export type EmergencyReviewResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['EmergencyReview'] = ResolversParentTypes['EmergencyReview']> = {
  comment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['EmergencyOutcome']>, ParentType, ContextType>;
  reviewedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reviewedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EmergencySubjectResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['EmergencySubject'] = ResolversParentTypes['EmergencySubject']> = {
  datasets?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ID']>>, ParentType, ContextType>;
  personId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  shownAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ExtensionReasonTextResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['ExtensionReasonText'] = ResolversParentTypes['ExtensionReasonText']> = {
  code?: Resolver<Maybe<ResolversTypes['ExtensionReason']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type FederalApprovalResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['FederalApproval'] = ResolversParentTypes['FederalApproval']> = {
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  decisionReference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  neededFrom?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  requestedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  requestedFrom?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rule?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['FederalApprovalStatus']>, ParentType, ContextType>;
};

export type FieldAccessResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['FieldAccess'] = ResolversParentTypes['FieldAccess']> = {
  conditions?: Resolver<Maybe<ReadonlyArray<ReadonlyArray<ResolversTypes['PersonCondition']>>>, ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  transform?: Resolver<Maybe<ResolversTypes['FieldTransform']>, ParentType, ContextType>;
};

export type FieldDenialResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['FieldDenial'] = ResolversParentTypes['FieldDenial']> = {
  citation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  factualBasis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fields?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  officerTitle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type HardBarResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['HardBar'] = ResolversParentTypes['HardBar']> = {
  bar?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  coordinate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  law?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MovePayloadResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['MovePayload'] = ResolversParentTypes['MovePayload']> = {
  approvalRevision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['MoveRefusal']>, ParentType, ContextType>;
  request?: Resolver<Maybe<ResolversTypes['AccessRequest']>, ParentType, ContextType>;
};

export type MoveRefusalResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['MoveRefusal'] = ResolversParentTypes['MoveRefusal']> = {
  because?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  remedy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acceptOffer?: Resolver<Maybe<ResolversTypes['MovePayload']>, ParentType, ContextType, RequireFields<MutationAcceptOfferArgs, 'input'>>;
  agreeExtension?: Resolver<Maybe<ResolversTypes['MovePayload']>, ParentType, ContextType, RequireFields<MutationAgreeExtensionArgs, 'input'>>;
  appealOverturn?: Resolver<Maybe<ResolversTypes['MovePayload']>, ParentType, ContextType, RequireFields<MutationAppealOverturnArgs, 'input'>>;
  approveRequest?: Resolver<Maybe<ResolversTypes['ApproveRequestPayload']>, ParentType, ContextType, RequireFields<MutationApproveRequestArgs, 'input'>>;
  askInformation?: Resolver<Maybe<ResolversTypes['MovePayload']>, ParentType, ContextType, RequireFields<MutationAskInformationArgs, 'input'>>;
  askRenewal?: Resolver<Maybe<ResolversTypes['MovePayload']>, ParentType, ContextType, RequireFields<MutationAskRenewalArgs, 'input'>>;
  confirmConsent?: Resolver<Maybe<ResolversTypes['ConsentPayload']>, ParentType, ContextType, RequireFields<MutationConfirmConsentArgs, 'input'>>;
  decideAppeal?: Resolver<Maybe<ResolversTypes['MovePayload']>, ParentType, ContextType, RequireFields<MutationDecideAppealArgs, 'input'>>;
  denyRequest?: Resolver<Maybe<ResolversTypes['MovePayload']>, ParentType, ContextType, RequireFields<MutationDenyRequestArgs, 'input'>>;
  draftRequest?: Resolver<Maybe<ResolversTypes['MovePayload']>, ParentType, ContextType, RequireFields<MutationDraftRequestArgs, 'input'>>;
  escalateDenial?: Resolver<Maybe<ResolversTypes['MovePayload']>, ParentType, ContextType, RequireFields<MutationEscalateDenialArgs, 'input'>>;
  extendTime?: Resolver<Maybe<ResolversTypes['MovePayload']>, ParentType, ContextType, RequireFields<MutationExtendTimeArgs, 'input'>>;
  giveInformation?: Resolver<Maybe<ResolversTypes['MovePayload']>, ParentType, ContextType, RequireFields<MutationGiveInformationArgs, 'input'>>;
  liftEmergencyLimit?: Resolver<Maybe<ResolversTypes['EmergencyLimitPayload']>, ParentType, ContextType, RequireFields<MutationLiftEmergencyLimitArgs, 'input'>>;
  liftSuspension?: Resolver<Maybe<ResolversTypes['MovePayload']>, ParentType, ContextType, RequireFields<MutationLiftSuspensionArgs, 'input'>>;
  openEmergency?: Resolver<Maybe<ResolversTypes['OpenedEmergency']>, ParentType, ContextType, RequireFields<MutationOpenEmergencyArgs, 'input'>>;
  overturnDenial?: Resolver<Maybe<ResolversTypes['MovePayload']>, ParentType, ContextType, RequireFields<MutationOverturnDenialArgs, 'input'>>;
  proclaimDay?: Resolver<Maybe<ResolversTypes['ProclaimDayPayload']>, ParentType, ContextType, RequireFields<MutationProclaimDayArgs, 'input'>>;
  proposeExtension?: Resolver<Maybe<ResolversTypes['MovePayload']>, ParentType, ContextType, RequireFields<MutationProposeExtensionArgs, 'input'>>;
  recordConsent?: Resolver<Maybe<ResolversTypes['ConsentPayload']>, ParentType, ContextType, RequireFields<MutationRecordConsentArgs, 'input'>>;
  recordEmergencyShown?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType, RequireFields<MutationRecordEmergencyShownArgs, 'emergencyId' | 'shown'>>;
  recordFederalApproval?: Resolver<Maybe<ResolversTypes['MovePayload']>, ParentType, ContextType, RequireFields<MutationRecordFederalApprovalArgs, 'input'>>;
  recordFederalRefusal?: Resolver<Maybe<ResolversTypes['MovePayload']>, ParentType, ContextType, RequireFields<MutationRecordFederalRefusalArgs, 'input'>>;
  recordPersonTold?: Resolver<Maybe<ResolversTypes['EmergencyPayload']>, ParentType, ContextType, RequireFields<MutationRecordPersonToldArgs, 'input'>>;
  renewAccess?: Resolver<Maybe<ResolversTypes['MovePayload']>, ParentType, ContextType, RequireFields<MutationRenewAccessArgs, 'input'>>;
  requestAccess?: Resolver<Maybe<ResolversTypes['RequestAccessPayload']>, ParentType, ContextType, RequireFields<MutationRequestAccessArgs, 'input'>>;
  requestFederalApproval?: Resolver<Maybe<ResolversTypes['MovePayload']>, ParentType, ContextType, RequireFields<MutationRequestFederalApprovalArgs, 'input'>>;
  resendNotice?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType, RequireFields<MutationResendNoticeArgs, 'noticeId' | 'target'>>;
  reviewEmergency?: Resolver<Maybe<ResolversTypes['EmergencyPayload']>, ParentType, ContextType, RequireFields<MutationReviewEmergencyArgs, 'input'>>;
  reviseRequest?: Resolver<Maybe<ResolversTypes['MovePayload']>, ParentType, ContextType, RequireFields<MutationReviseRequestArgs, 'input'>>;
  revokeAccess?: Resolver<Maybe<ResolversTypes['MovePayload']>, ParentType, ContextType, RequireFields<MutationRevokeAccessArgs, 'input'>>;
  revokeApproval?: Resolver<Maybe<ResolversTypes['RevokeApprovalPayload']>, ParentType, ContextType, RequireFields<MutationRevokeApprovalArgs, 'input'>>;
  revokeConsent?: Resolver<Maybe<ResolversTypes['ConsentPayload']>, ParentType, ContextType, RequireFields<MutationRevokeConsentArgs, 'input'>>;
  submitRequest?: Resolver<Maybe<ResolversTypes['MovePayload']>, ParentType, ContextType, RequireFields<MutationSubmitRequestArgs, 'input'>>;
  suspendAccess?: Resolver<Maybe<ResolversTypes['MovePayload']>, ParentType, ContextType, RequireFields<MutationSuspendAccessArgs, 'input'>>;
  upholdDenial?: Resolver<Maybe<ResolversTypes['MovePayload']>, ParentType, ContextType, RequireFields<MutationUpholdDenialArgs, 'input'>>;
  withdrawRequest?: Resolver<Maybe<ResolversTypes['MovePayload']>, ParentType, ContextType, RequireFields<MutationWithdrawRequestArgs, 'input'>>;
};

export type OpenedEmergencyResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['OpenedEmergency'] = ResolversParentTypes['OpenedEmergency']> = {
  endsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  household?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ID']>>, ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  isOpen?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  openedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['EmergencyReason']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['EmergencyRefusal']>, ParentType, ContextType>;
};

export type PartialOfferResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['PartialOffer'] = ResolversParentTypes['PartialOffer']> = {
  conditions?: Resolver<Maybe<ReadonlyArray<ReadonlyArray<ResolversTypes['PersonCondition']>>>, ParentType, ContextType>;
  fields?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  months?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  transforms?: Resolver<Maybe<ReadonlyArray<ResolversTypes['TransformOfField']>>, ParentType, ContextType>;
};

export type PersonToTellResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['PersonToTell'] = ResolversParentTypes['PersonToTell']> = {
  datasets?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ID']>>, ParentType, ContextType>;
  emergencyId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  law?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['AgencyCode']>, ParentType, ContextType>;
  personId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  shownAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ProclaimDayPayloadResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['ProclaimDayPayload'] = ResolversParentTypes['ProclaimDayPayload']> = {
  approvalRevision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  calendar?: Resolver<Maybe<ResolversTypes['Calendar']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  accessRequest?: Resolver<Maybe<ResolversTypes['AccessRequest']>, ParentType, ContextType, RequireFields<QueryAccessRequestArgs, 'id'>>;
  accessRequests?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AccessRequest']>>, ParentType, ContextType, Partial<QueryAccessRequestsArgs>>;
  agencies?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Agency']>>, ParentType, ContextType>;
  answerDue?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType, RequireFields<QueryAnswerDueArgs, 'businessDays' | 'received'>>;
  approvals?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Approval']>>, ParentType, ContextType, RequireFields<QueryApprovalsArgs, 'inForce'>>;
  calendar?: Resolver<Maybe<ResolversTypes['Calendar']>, ParentType, ContextType, RequireFields<QueryCalendarArgs, 'fromYear' | 'toYear'>>;
  consentFacts?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ConsentFact']>>, ParentType, ContextType, RequireFields<QueryConsentFactsArgs, 'agency' | 'datasets' | 'personIds' | 'purpose'>>;
  consents?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Consent']>>, ParentType, ContextType, Partial<QueryConsentsArgs>>;
  datasets?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Dataset']>>, ParentType, ContextType, Partial<QueryDatasetsArgs>>;
  deadLetters?: Resolver<Maybe<ReadonlyArray<ResolversTypes['DeadLetter']>>, ParentType, ContextType>;
  denialCodes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['DenialCode']>>, ParentType, ContextType, Partial<QueryDenialCodesArgs>>;
  emergencies?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Emergency']>>, ParentType, ContextType, RequireFields<QueryEmergenciesArgs, 'waiting'>>;
  extensionReasons?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ExtensionReasonText']>>, ParentType, ContextType>;
  personsToTell?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PersonToTell']>>, ParentType, ContextType>;
  publicRegister?: Resolver<Maybe<ResolversTypes['AccessRequestConnection']>, ParentType, ContextType, RequireFields<QueryPublicRegisterArgs, 'first'>>;
  requests?: Resolver<Maybe<ResolversTypes['AccessRequestConnection']>, ParentType, ContextType, RequireFields<QueryRequestsArgs, 'first'>>;
  responseStatistics?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ResponseStatistics']>>, ParentType, ContextType, Partial<QueryResponseStatisticsArgs>>;
};

export type RefusedFieldsResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['RefusedFields'] = ResolversParentTypes['RefusedFields']> = {
  denials?: Resolver<Maybe<ReadonlyArray<ResolversTypes['FieldDenial']>>, ParentType, ContextType>;
  fields?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  offer?: Resolver<Maybe<ResolversTypes['PartialOffer']>, ParentType, ContextType>;
};

export type RequestAccessPayloadResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['RequestAccessPayload'] = ResolversParentTypes['RequestAccessPayload']> = {
  approvalRevision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['MoveRefusal']>, ParentType, ContextType>;
  requests?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AccessRequest']>>, ParentType, ContextType>;
};

export type RequestEventResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['RequestEvent'] = ResolversParentTypes['RequestEvent']> = {
  agency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  details?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['MoveKind']>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sequence?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  side?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  why?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RequestPageInfoResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['RequestPageInfo'] = ResolversParentTypes['RequestPageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type ResponseStatisticsResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['ResponseStatistics'] = ResolversParentTypes['ResponseStatistics']> = {
  answered?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  awaited?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  medianBusinessDays?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['AgencyCode']>, ParentType, ContextType>;
  received?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  shareDeemed?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  shareDenied?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  shareOverturned?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type RevokeApprovalPayloadResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['RevokeApprovalPayload'] = ResolversParentTypes['RevokeApprovalPayload']> = {
  approval?: Resolver<Maybe<ResolversTypes['Approval']>, ParentType, ContextType>;
  approvalRevision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['MoveRefusal']>, ParentType, ContextType>;
};

export type StatusChangeResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['StatusChange'] = ResolversParentTypes['StatusChange']> = {
  at?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['AccessRequestStatus']>, ParentType, ContextType>;
};

export type TransformOfFieldResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['TransformOfField'] = ResolversParentTypes['TransformOfField']> = {
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  transform?: Resolver<Maybe<ResolversTypes['FieldTransform']>, ParentType, ContextType>;
};

export type TurnResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['Turn'] = ResolversParentTypes['Turn']> = {
  agency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  side?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface Federation__FieldSetScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['federation__FieldSet'], any> {
  name: 'federation__FieldSet';
}

export interface Federation__PolicyScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['federation__Policy'], any> {
  name: 'federation__Policy';
}

export interface Link__ImportScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['link__Import'], any> {
  name: 'link__Import';
}

export type Resolvers<ContextType = EmouContext> = {
  AccessRequest?: AccessRequestResolvers<ContextType>;
  AccessRequestConnection?: AccessRequestConnectionResolvers<ContextType>;
  AccessRequestEdge?: AccessRequestEdgeResolvers<ContextType>;
  Agency?: AgencyResolvers<ContextType>;
  AnswerDue?: AnswerDueResolvers<ContextType>;
  Approval?: ApprovalResolvers<ContextType>;
  ApproveRequestPayload?: ApproveRequestPayloadResolvers<ContextType>;
  Calendar?: CalendarResolvers<ContextType>;
  ClosedDay?: ClosedDayResolvers<ContextType>;
  Consent?: ConsentResolvers<ContextType>;
  ConsentFact?: ConsentFactResolvers<ContextType>;
  ConsentPayload?: ConsentPayloadResolvers<ContextType>;
  Dataset?: DatasetResolvers<ContextType>;
  DatasetField?: DatasetFieldResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DeadLetter?: DeadLetterResolvers<ContextType>;
  DenialCode?: DenialCodeResolvers<ContextType>;
  Emergency?: EmergencyResolvers<ContextType>;
  EmergencyLimitLift?: EmergencyLimitLiftResolvers<ContextType>;
  EmergencyLimitPayload?: EmergencyLimitPayloadResolvers<ContextType>;
  EmergencyPayload?: EmergencyPayloadResolvers<ContextType>;
  EmergencyReview?: EmergencyReviewResolvers<ContextType>;
  EmergencySubject?: EmergencySubjectResolvers<ContextType>;
  ExtensionReasonText?: ExtensionReasonTextResolvers<ContextType>;
  FederalApproval?: FederalApprovalResolvers<ContextType>;
  FieldAccess?: FieldAccessResolvers<ContextType>;
  FieldDenial?: FieldDenialResolvers<ContextType>;
  HardBar?: HardBarResolvers<ContextType>;
  MovePayload?: MovePayloadResolvers<ContextType>;
  MoveRefusal?: MoveRefusalResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  OpenedEmergency?: OpenedEmergencyResolvers<ContextType>;
  PartialOffer?: PartialOfferResolvers<ContextType>;
  PersonToTell?: PersonToTellResolvers<ContextType>;
  ProclaimDayPayload?: ProclaimDayPayloadResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RefusedFields?: RefusedFieldsResolvers<ContextType>;
  RequestAccessPayload?: RequestAccessPayloadResolvers<ContextType>;
  RequestEvent?: RequestEventResolvers<ContextType>;
  RequestPageInfo?: RequestPageInfoResolvers<ContextType>;
  ResponseStatistics?: ResponseStatisticsResolvers<ContextType>;
  RevokeApprovalPayload?: RevokeApprovalPayloadResolvers<ContextType>;
  StatusChange?: StatusChangeResolvers<ContextType>;
  TransformOfField?: TransformOfFieldResolvers<ContextType>;
  Turn?: TurnResolvers<ContextType>;
  federation__FieldSet?: GraphQLScalarType;
  federation__Policy?: GraphQLScalarType;
  link__Import?: GraphQLScalarType;
};

export type DirectiveResolvers<ContextType = EmouContext> = {
  inaccessible?: InaccessibleDirectiveResolver<any, any, ContextType>;
  link?: LinkDirectiveResolver<any, any, ContextType>;
  policy?: PolicyDirectiveResolver<any, any, ContextType>;
  tag?: TagDirectiveResolver<any, any, ContextType>;
};
