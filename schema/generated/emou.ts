import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AgencyRecord, DatasetRecord, ApprovalRecord, AccessRequestRecord, EmouContext } from '../../subgraphs/emou/records.ts';
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
  /** An instant in UTC, RFC 3339: 2026-12-01T15:00:00.000Z. */
  DateTime: { input: string; output: string; }
  federation__FieldSet: { input: string; output: string; }
  federation__Policy: { input: string; output: string; }
  link__Import: { input: string; output: string; }
};

export type AccessRequest = {
  readonly __typename?: 'AccessRequest';
  readonly approval?: Maybe<Approval>;
  readonly dataset?: Maybe<Dataset>;
  readonly id: Scalars['ID']['output'];
  readonly justification?: Maybe<Scalars['String']['output']>;
  readonly legalBasis?: Maybe<Scalars['String']['output']>;
  readonly purpose?: Maybe<Purpose>;
  readonly requestingAgency?: Maybe<AgencyCode>;
  readonly status?: Maybe<AccessRequestStatus>;
  readonly submittedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly submittedBy?: Maybe<Scalars['String']['output']>;
};

export type AccessRequestStatus =
  | 'APPROVED'
  | 'SUBMITTED';

export type Agency = {
  readonly __typename?: 'Agency';
  readonly code?: Maybe<AgencyCode>;
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Day the agency signed the agreement. */
  readonly signedOn?: Maybe<Scalars['String']['output']>;
};

/** Signatories of the enterprise Memorandum of Understanding. Never a bare CMS or DHS: both are federal names too. */
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

export type Approval = {
  readonly __typename?: 'Approval';
  readonly dataset?: Maybe<Dataset>;
  readonly id: Scalars['ID']['output'];
  readonly inForce?: Maybe<Scalars['Boolean']['output']>;
  readonly legalBasis?: Maybe<Scalars['String']['output']>;
  readonly purpose?: Maybe<Purpose>;
  readonly request?: Maybe<AccessRequest>;
  readonly requestingAgency?: Maybe<AgencyCode>;
  readonly revokedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly revokedBecause?: Maybe<Scalars['String']['output']>;
  /** Null: any role of the agency. */
  readonly roles?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly validFrom?: Maybe<Scalars['DateTime']['output']>;
  readonly validUntil?: Maybe<Scalars['DateTime']['output']>;
};

export type ApproveRequestInput = {
  readonly requestId: Scalars['ID']['input'];
  /** Default: one year from now; at most three. */
  readonly validUntil?: InputMaybe<Scalars['DateTime']['input']>;
};

export type ApproveRequestPayload = {
  readonly __typename?: 'ApproveRequestPayload';
  readonly approval?: Maybe<Approval>;
  readonly approvalRevision?: Maybe<Scalars['Int']['output']>;
};

export type DataClass =
  | 'FERPA'
  | 'FINANCIAL'
  | 'PHI'
  | 'PII'
  | 'PUBLIC'
  | 'SENSITIVE';

/** The unit that an approval grants. */
export type Dataset = {
  readonly __typename?: 'Dataset';
  readonly classification?: Maybe<DataClass>;
  readonly description?: Maybe<Scalars['String']['output']>;
  /** A federal agency must approve too before an approval is in force. */
  readonly federalApproval?: Maybe<Scalars['Boolean']['output']>;
  /** For example snap.benefits. */
  readonly id: Scalars['ID']['output'];
  /** Statutes and rules that govern the dataset. */
  readonly law?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Fields that no approval opens, with the bar. */
  readonly neverOpen?: Maybe<ReadonlyArray<HardBar>>;
  readonly owner?: Maybe<AgencyCode>;
  /** False: open to the owner's own staff only. */
  readonly requestable?: Maybe<Scalars['Boolean']['output']>;
  readonly system?: Maybe<Scalars['String']['output']>;
  readonly title?: Maybe<Scalars['String']['output']>;
};

export type HardBar = {
  readonly __typename?: 'HardBar';
  /** Code of the reason, such as IMM-1. */
  readonly bar?: Maybe<Scalars['String']['output']>;
  /** Type.field */
  readonly coordinate?: Maybe<Scalars['String']['output']>;
  readonly law?: Maybe<Scalars['String']['output']>;
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Approve a request. Role: DATA_OFFICER of the agency that owns the dataset. */
  readonly approveRequest?: Maybe<ApproveRequestPayload>;
  /** Ask the owner of each dataset for access. Roles: DATA_OFFICER or SUPERVISOR of a signatory, for their own agency. */
  readonly requestAccess?: Maybe<RequestAccessPayload>;
  /** Revoke an approval; in force at once. Role: DATA_OFFICER of the owner, or DATA_STEWARD. */
  readonly revokeApproval?: Maybe<RevokeApprovalPayload>;
};


export type MutationApproveRequestArgs = {
  input: ApproveRequestInput;
};


export type MutationRequestAccessArgs = {
  input: RequestAccessInput;
};


export type MutationRevokeApprovalArgs = {
  input: RevokeApprovalInput;
};

/** Why data is asked for; the HL7 v3 PurposeOfUse it maps to is in each description. */
export type Purpose =
  /** Audit (no HL7 code) */
  | 'AUDIT'
  /** ELIGDTRM */
  | 'BENEFIT_ELIGIBILITY'
  /** ELIGVER */
  | 'BENEFIT_VERIFICATION'
  /** CAREMGT */
  | 'CARE_COORDINATION'
  /** Protection of a child (no HL7 code) */
  | 'CHILD_PROTECTION'
  /** Running of the agreement itself: GOV */
  | 'DATA_GOVERNANCE'
  /** Support of a student (no HL7 code) */
  | 'EDUCATION_SUPPORT'
  /** ETREAT, BTG */
  | 'EMERGENCY'
  /** Energy assistance and weatherization (no HL7 code) */
  | 'ENERGY_ASSISTANCE'
  /** Case of a child in the state's care (no HL7 code) */
  | 'FOSTER_CARE_CASE'
  /** FRAUD */
  | 'PROGRAM_INTEGRITY'
  /** Return from custody (no HL7 code) */
  | 'REENTRY_PLANNING'
  /** HRESCH */
  | 'RESEARCH_DEIDENTIFIED'
  /** PATRQT */
  | 'SUBJECT_REQUEST';

export type Query = {
  readonly __typename?: 'Query';
  /** One request for access; null when there is none. */
  readonly accessRequest?: Maybe<AccessRequest>;
  /** Requests for access, the newest first. */
  readonly accessRequests?: Maybe<ReadonlyArray<AccessRequest>>;
  /** The signatories of the agreement. */
  readonly agencies?: Maybe<ReadonlyArray<Agency>>;
  /** Approvals, the newest first: the public register. By default only those in force. */
  readonly approvals?: Maybe<ReadonlyArray<Approval>>;
  /** The datasets that can be asked for, and those that never can; of one system or of all. */
  readonly datasets?: Maybe<ReadonlyArray<Dataset>>;
};


export type QueryAccessRequestArgs = {
  id: Scalars['ID']['input'];
};


export type QueryAccessRequestsArgs = {
  owner?: InputMaybe<AgencyCode>;
  requestingAgency?: InputMaybe<AgencyCode>;
  status?: InputMaybe<AccessRequestStatus>;
};


export type QueryApprovalsArgs = {
  dataset?: InputMaybe<Scalars['ID']['input']>;
  inForce?: InputMaybe<Scalars['Boolean']['input']>;
  requestingAgency?: InputMaybe<AgencyCode>;
};


export type QueryDatasetsArgs = {
  system?: InputMaybe<Scalars['String']['input']>;
};

export type RequestAccessInput = {
  /** One request is made for each dataset. 1 to 50. */
  readonly datasets: ReadonlyArray<Scalars['ID']['input']>;
  /** Why the data is needed, 10 to 4,000 characters. */
  readonly justification: Scalars['String']['input'];
  /** Statute or rule that permits the disclosure. */
  readonly legalBasis: Scalars['String']['input'];
  readonly purpose: Purpose;
};

export type RequestAccessPayload = {
  readonly __typename?: 'RequestAccessPayload';
  /** Revision of the approvals after this change; send it as min-approval-revision to be sure it is seen. */
  readonly approvalRevision?: Maybe<Scalars['Int']['output']>;
  readonly requests?: Maybe<ReadonlyArray<AccessRequest>>;
};

export type RevokeApprovalInput = {
  readonly approvalId: Scalars['ID']['input'];
  /** 10 to 4,000 characters. */
  readonly reason: Scalars['String']['input'];
};

export type RevokeApprovalPayload = {
  readonly __typename?: 'RevokeApprovalPayload';
  readonly approval?: Maybe<Approval>;
  readonly approvalRevision?: Maybe<Scalars['Int']['output']>;
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
  AccessRequest: ResolverTypeWrapper<AccessRequestRecord>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AccessRequestStatus: AccessRequestStatus;
  Agency: ResolverTypeWrapper<AgencyRecord>;
  AgencyCode: AgencyCode;
  Approval: ResolverTypeWrapper<ApprovalRecord>;
  ApproveRequestInput: ApproveRequestInput;
  ApproveRequestPayload: ResolverTypeWrapper<Omit<ApproveRequestPayload, 'approval'> & { approval?: Maybe<ResolversTypes['Approval']> }>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  DataClass: DataClass;
  Dataset: ResolverTypeWrapper<DatasetRecord>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  HardBar: ResolverTypeWrapper<HardBar>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Purpose: Purpose;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RequestAccessInput: RequestAccessInput;
  RequestAccessPayload: ResolverTypeWrapper<Omit<RequestAccessPayload, 'requests'> & { requests?: Maybe<ReadonlyArray<ResolversTypes['AccessRequest']>> }>;
  RevokeApprovalInput: RevokeApprovalInput;
  RevokeApprovalPayload: ResolverTypeWrapper<Omit<RevokeApprovalPayload, 'approval'> & { approval?: Maybe<ResolversTypes['Approval']> }>;
  federation__FieldSet: ResolverTypeWrapper<Scalars['federation__FieldSet']['output']>;
  federation__Policy: ResolverTypeWrapper<Scalars['federation__Policy']['output']>;
  link__Import: ResolverTypeWrapper<Scalars['link__Import']['output']>;
  link__Purpose: Link__Purpose;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AccessRequest: AccessRequestRecord;
  ID: Scalars['ID']['output'];
  Agency: AgencyRecord;
  Approval: ApprovalRecord;
  ApproveRequestInput: ApproveRequestInput;
  ApproveRequestPayload: Omit<ApproveRequestPayload, 'approval'> & { approval?: Maybe<ResolversParentTypes['Approval']> };
  Int: Scalars['Int']['output'];
  Dataset: DatasetRecord;
  DateTime: Scalars['DateTime']['output'];
  HardBar: HardBar;
  Mutation: Record<PropertyKey, never>;
  Query: Record<PropertyKey, never>;
  RequestAccessInput: RequestAccessInput;
  RequestAccessPayload: Omit<RequestAccessPayload, 'requests'> & { requests?: Maybe<ReadonlyArray<ResolversParentTypes['AccessRequest']>> };
  RevokeApprovalInput: RevokeApprovalInput;
  RevokeApprovalPayload: Omit<RevokeApprovalPayload, 'approval'> & { approval?: Maybe<ResolversParentTypes['Approval']> };
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
  approval?: Resolver<Maybe<ResolversTypes['Approval']>, ParentType, ContextType>;
  dataset?: Resolver<Maybe<ResolversTypes['Dataset']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  justification?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  legalBasis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['Purpose']>, ParentType, ContextType>;
  requestingAgency?: Resolver<Maybe<ResolversTypes['AgencyCode']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['AccessRequestStatus']>, ParentType, ContextType>;
  submittedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  submittedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AgencyResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['Agency'] = ResolversParentTypes['Agency']> = {
  code?: Resolver<Maybe<ResolversTypes['AgencyCode']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  signedOn?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ApprovalResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['Approval'] = ResolversParentTypes['Approval']> = {
  dataset?: Resolver<Maybe<ResolversTypes['Dataset']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inForce?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  legalBasis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['Purpose']>, ParentType, ContextType>;
  request?: Resolver<Maybe<ResolversTypes['AccessRequest']>, ParentType, ContextType>;
  requestingAgency?: Resolver<Maybe<ResolversTypes['AgencyCode']>, ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  revokedBecause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  roles?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  validFrom?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ApproveRequestPayloadResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['ApproveRequestPayload'] = ResolversParentTypes['ApproveRequestPayload']> = {
  approval?: Resolver<Maybe<ResolversTypes['Approval']>, ParentType, ContextType>;
  approvalRevision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type DatasetResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['Dataset'] = ResolversParentTypes['Dataset']> = {
  classification?: Resolver<Maybe<ResolversTypes['DataClass']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  federalApproval?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  law?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  neverOpen?: Resolver<Maybe<ReadonlyArray<ResolversTypes['HardBar']>>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['AgencyCode']>, ParentType, ContextType>;
  requestable?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  system?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type HardBarResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['HardBar'] = ResolversParentTypes['HardBar']> = {
  bar?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  coordinate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  law?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  approveRequest?: Resolver<Maybe<ResolversTypes['ApproveRequestPayload']>, ParentType, ContextType, RequireFields<MutationApproveRequestArgs, 'input'>>;
  requestAccess?: Resolver<Maybe<ResolversTypes['RequestAccessPayload']>, ParentType, ContextType, RequireFields<MutationRequestAccessArgs, 'input'>>;
  revokeApproval?: Resolver<Maybe<ResolversTypes['RevokeApprovalPayload']>, ParentType, ContextType, RequireFields<MutationRevokeApprovalArgs, 'input'>>;
};

export type QueryResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  accessRequest?: Resolver<Maybe<ResolversTypes['AccessRequest']>, ParentType, ContextType, RequireFields<QueryAccessRequestArgs, 'id'>>;
  accessRequests?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AccessRequest']>>, ParentType, ContextType, Partial<QueryAccessRequestsArgs>>;
  agencies?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Agency']>>, ParentType, ContextType>;
  approvals?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Approval']>>, ParentType, ContextType, RequireFields<QueryApprovalsArgs, 'inForce'>>;
  datasets?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Dataset']>>, ParentType, ContextType, Partial<QueryDatasetsArgs>>;
};

export type RequestAccessPayloadResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['RequestAccessPayload'] = ResolversParentTypes['RequestAccessPayload']> = {
  approvalRevision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  requests?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AccessRequest']>>, ParentType, ContextType>;
};

export type RevokeApprovalPayloadResolvers<ContextType = EmouContext, ParentType extends ResolversParentTypes['RevokeApprovalPayload'] = ResolversParentTypes['RevokeApprovalPayload']> = {
  approval?: Resolver<Maybe<ResolversTypes['Approval']>, ParentType, ContextType>;
  approvalRevision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
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
  Agency?: AgencyResolvers<ContextType>;
  Approval?: ApprovalResolvers<ContextType>;
  ApproveRequestPayload?: ApproveRequestPayloadResolvers<ContextType>;
  Dataset?: DatasetResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  HardBar?: HardBarResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RequestAccessPayload?: RequestAccessPayloadResolvers<ContextType>;
  RevokeApprovalPayload?: RevokeApprovalPayloadResolvers<ContextType>;
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
