import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { PublicationRecord, SubgraphRecord } from '../../subgraphs/registry/state/publicationRecord.ts';
import type { SupergraphRecord } from '../../subgraphs/registry/state/supergraphRecord.ts';
import type { SubgraphContext } from '../../subgraphs/kit/subgraphDefinition.ts';
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

export type AcceptFindingInput = {
  readonly fingerprint: Scalars['String']['input'];
  readonly reason: Scalars['String']['input'];
  readonly subgraph: Scalars['ID']['input'];
};

export type AcceptFindingPayload = {
  readonly __typename?: 'AcceptFindingPayload';
  readonly accepted?: Maybe<AcceptedFinding>;
};

export type AcceptedFinding = {
  readonly __typename?: 'AcceptedFinding';
  readonly acceptedAt: Scalars['DateTime']['output'];
  readonly acceptedBy: Scalars['String']['output'];
  readonly agency: Scalars['String']['output'];
  readonly fingerprint: Scalars['String']['output'];
  readonly reason: Scalars['String']['output'];
  readonly subgraph: Scalars['String']['output'];
};

export type AffectedApproval = {
  readonly __typename?: 'AffectedApproval';
  readonly approval: Scalars['ID']['output'];
  readonly change: ApprovalChange;
  readonly purpose: Scalars['String']['output'];
  /** The agency that the approval is for. */
  readonly requestingAgency: Scalars['String']['output'];
};

export type ApprovalChange =
  /** It opens something else than before. */
  | 'CHANGES'
  /** It opens less than before. */
  | 'CLOSES'
  /** It opens more than before. */
  | 'OPENS'
  /** It is of a dataset that no longer exists. */
  | 'ORPHANED';

export type ChangeSeverity =
  /** Clients that use this have to change. */
  | 'BREAKING'
  /** Clients that use this may behave differently. */
  | 'DANGEROUS'
  | 'SAFE';

export type CheckOutcome =
  | 'PASSED'
  | 'STOPPED';

export type CheckSubgraphInput = {
  readonly contact?: InputMaybe<Scalars['String']['input']>;
  /** Content of the file of datasets, YAML or JSON. */
  readonly datasets?: InputMaybe<Scalars['String']['input']>;
  readonly personKey?: InputMaybe<Scalars['String']['input']>;
  readonly routingUrl?: InputMaybe<Scalars['String']['input']>;
  /** Absent together with the other members: what the subgraph's retirement would do. */
  readonly sdl?: InputMaybe<Scalars['String']['input']>;
  readonly subgraph: Scalars['ID']['input'];
};

/** What gateways do with a text of the client that is not published. */
export type ClientDocumentMode =
  /** It is executed, counted, and logged. */
  | 'AUDIT'
  | 'OFF'
  /** It is refused. */
  | 'REQUIRE';

export type ClientDocuments = {
  readonly __typename?: 'ClientDocuments';
  readonly agency: Scalars['String']['output'];
  /** Name that the client gives itself in the header apollographql-client-name, or its OAuth client id. */
  readonly client: Scalars['String']['output'];
  /** How many documents were published. */
  readonly documents: Scalars['Int']['output'];
  /** Mode of the client from then on; null if it stayed. */
  readonly mode?: Maybe<ClientDocumentMode>;
  /** Counts all publications of documents. */
  readonly number: Scalars['Int']['output'];
  readonly publishedAt: Scalars['DateTime']['output'];
  readonly publishedBy: Scalars['String']['output'];
  readonly version: Scalars['String']['output'];
};

export type DecidePublicationInput = {
  readonly number: Scalars['Int']['input'];
  readonly reason: Scalars['String']['input'];
};

export type FindingCount = {
  readonly __typename?: 'FindingCount';
  readonly code: Scalars['String']['output'];
  readonly count: Scalars['Int']['output'];
};

export type FindingLevel =
  /** Stops the publication. */
  | 'ERROR'
  | 'NOTICE'
  | 'WARNING';

export type GatewayReport = {
  readonly __typename?: 'GatewayReport';
  readonly gateway: Scalars['String']['output'];
  /** Why it refused. */
  readonly refusal?: Maybe<Scalars['String']['output']>;
  /** Number of a supergraph that it refused to serve. */
  readonly refused?: Maybe<Scalars['Int']['output']>;
  readonly reportedAt: Scalars['DateTime']['output'];
  readonly since: Scalars['DateTime']['output'];
  /** Number of the supergraph that it serves; 0 for one from a file. */
  readonly supergraph: Scalars['Int']['output'];
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Accept a finding of the checks, until the subgraph is published. Role: SCHEMA_PUBLISHER of the agency that owns it. */
  readonly acceptFinding?: Maybe<AcceptFindingPayload>;
  /**
   * Approve a publication as the second person. Role: DATA_OFFICER of the agency that owns the subgraph, or DATA_STEWARD of
   * DOIT; never the person who published it.
   */
  readonly approvePublication?: Maybe<PublicationPayload>;
  /**
   * Publish trusted documents of a client, in addition to those of the same version. Role: SCHEMA_PUBLISHER of the agency
   * that published for this client first. Documents that do not fit the schema in service are refused.
   */
  readonly publishDocuments?: Maybe<PublishDocumentsPayload>;
  /**
   * Publish a subgraph with its datasets. Role: SCHEMA_PUBLISHER of the agency that owns it. Takes effect at once, unless
   * the checks say that a second person has to approve it.
   */
  readonly publishSubgraph?: Maybe<PublicationPayload>;
  /** Reject a publication that waits. Same roles; its author may withdraw it this way. */
  readonly rejectPublication?: Maybe<PublicationPayload>;
  /** Take a subgraph out of the supergraph. Role: SCHEMA_PUBLISHER of the agency that owns it. */
  readonly retireSubgraph?: Maybe<PublicationPayload>;
  /** Publish an earlier publication again. Role: SCHEMA_PUBLISHER of the agency that owns the subgraph. */
  readonly rollbackSubgraph?: Maybe<PublicationPayload>;
};


export type MutationAcceptFindingArgs = {
  input: AcceptFindingInput;
};


export type MutationApprovePublicationArgs = {
  input: DecidePublicationInput;
};


export type MutationPublishDocumentsArgs = {
  input: PublishDocumentsInput;
};


export type MutationPublishSubgraphArgs = {
  input: PublishSubgraphInput;
};


export type MutationRejectPublicationArgs = {
  input: DecidePublicationInput;
};


export type MutationRetireSubgraphArgs = {
  input: RetireSubgraphInput;
};


export type MutationRollbackSubgraphArgs = {
  input: RollbackSubgraphInput;
};

export type Publication = {
  readonly __typename?: 'Publication';
  readonly agency: Scalars['String']['output'];
  /** Publication that was in service when its author wrote this one. */
  readonly basedOn?: Maybe<Scalars['Int']['output']>;
  /** Whom to ask about the subgraph. */
  readonly contact?: Maybe<Scalars['String']['output']>;
  /** Its datasets, as YAML; null for a retirement. */
  readonly datasets?: Maybe<Scalars['String']['output']>;
  readonly decision?: Maybe<PublicationDecision>;
  /** SHA-256 of everything that is published, in hexadecimal. */
  readonly digest?: Maybe<Scalars['String']['output']>;
  readonly kind: PublicationKind;
  readonly message: Scalars['String']['output'];
  /** Counts all publications. */
  readonly number: Scalars['Int']['output'];
  readonly owner: Scalars['String']['output'];
  /** Field of Person that holds the system's own number of a person. */
  readonly personKey?: Maybe<Scalars['String']['output']>;
  readonly publishedAt: Scalars['DateTime']['output'];
  readonly publishedBy: Scalars['String']['output'];
  /** Publication that a rollback repeats. */
  readonly repeats?: Maybe<Scalars['Int']['output']>;
  readonly routingUrl?: Maybe<Scalars['String']['output']>;
  /** The subgraph's schema as published; null for a retirement. */
  readonly sdl?: Maybe<Scalars['String']['output']>;
  /** Why a second person has to approve it; empty if nobody has to. */
  readonly secondPersonBecause: ReadonlyArray<Scalars['String']['output']>;
  readonly state: PublicationState;
  readonly subgraph: Scalars['String']['output'];
  /** Counts the publications of this subgraph. */
  readonly version: Scalars['Int']['output'];
};

export type PublicationConnection = {
  readonly __typename?: 'PublicationConnection';
  readonly edges: ReadonlyArray<PublicationEdge>;
  readonly pageInfo: RegistryPageInfo;
};

export type PublicationDecision = {
  readonly __typename?: 'PublicationDecision';
  readonly agency: Scalars['String']['output'];
  readonly decidedAt: Scalars['DateTime']['output'];
  readonly decidedBy: Scalars['String']['output'];
  readonly outcome: PublicationOutcome;
  readonly reason: Scalars['String']['output'];
};

export type PublicationEdge = {
  readonly __typename?: 'PublicationEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Publication;
};

export type PublicationKind =
  | 'PUBLISH'
  | 'RETIRE'
  | 'ROLLBACK'
  /** Came with the product. */
  | 'SHIPPED';

export type PublicationOutcome =
  | 'APPROVED'
  | 'REJECTED';

export type PublicationPayload = {
  readonly __typename?: 'PublicationPayload';
  /** What the checks found; null for a rejection. */
  readonly checks?: Maybe<SubgraphCheckReport>;
  /** Null if the checks stopped it. */
  readonly publication?: Maybe<Publication>;
  /** The supergraph that gateways serve from now on; null if nothing took effect. */
  readonly supergraph?: Maybe<SupergraphVersion>;
};

export type PublicationState =
  | 'IN_SERVICE'
  /** Waits for a second person. */
  | 'PENDING'
  | 'REJECTED'
  /** Another publication has taken its place. */
  | 'REPLACED';

export type PublishDocumentsInput = {
  readonly client: Scalars['String']['input'];
  /** Content of the manifest, JSON: of graphql-codegen's client preset with SHA-256, or Apollo's. */
  readonly manifest: Scalars['String']['input'];
  /** Absent: as before; at first AUDIT. */
  readonly mode?: InputMaybe<ClientDocumentMode>;
  /** Documents of the ten newest versions are in force. */
  readonly version: Scalars['String']['input'];
};

export type PublishDocumentsPayload = {
  readonly __typename?: 'PublishDocumentsPayload';
  readonly documents?: Maybe<ClientDocuments>;
};

export type PublishSubgraphInput = {
  /**
   * Number of the publication in service that this one was written for (`Subgraph.basedOn`); absent for the first. If
   * another one has been published since, this one is refused with CONFLICT.
   */
  readonly basedOn?: InputMaybe<Scalars['Int']['input']>;
  /** Whom to ask about the subgraph. */
  readonly contact: Scalars['String']['input'];
  /** Content of the file of datasets, YAML or JSON. It names the owner. */
  readonly datasets: Scalars['String']['input'];
  /** What changed, for the history. */
  readonly message?: InputMaybe<Scalars['String']['input']>;
  /** Field of Person that holds the system's own number of a person. */
  readonly personKey?: InputMaybe<Scalars['String']['input']>;
  /** GraphQL endpoint of the subgraph. */
  readonly routingUrl: Scalars['String']['input'];
  readonly sdl: Scalars['String']['input'];
  /** 2 to 40 lower-case letters. */
  readonly subgraph: Scalars['ID']['input'];
};

export type Query = {
  readonly __typename?: 'Query';
  /** Findings that were accepted since the subgraph was last published. */
  readonly acceptedFindings?: Maybe<ReadonlyArray<AcceptedFinding>>;
  /** Publications of trusted documents, of one client or of all, newest first. */
  readonly documents?: Maybe<ReadonlyArray<ClientDocuments>>;
  /** Gateways that have reported in the last day, and the supergraph that each serves. */
  readonly gateways?: Maybe<ReadonlyArray<GatewayReport>>;
  /** Publications that wait for a second person, oldest first. */
  readonly pendingPublications?: Maybe<ReadonlyArray<Publication>>;
  /** The publication with this number; null if there is none. */
  readonly publication?: Maybe<Publication>;
  /** Publications, newest first. */
  readonly publications?: Maybe<PublicationConnection>;
  /** What changes for clients from one supergraph to another. */
  readonly schemaChanges?: Maybe<ReadonlyArray<SchemaChange>>;
  /**
   * How often clients used operations and fields, from the first day on; by default the last 90 days. Most used first, at
   * most 1,000. Counts name no persons and no values.
   */
  readonly schemaUsage?: Maybe<ReadonlyArray<SchemaUsage>>;
  /** What a publication would do. Nothing is published. */
  readonly subgraphChecks?: Maybe<SubgraphCheckReport>;
  /** Subgraphs that are or were part of the supergraph, by name. Open to all staff, like everything in the registry. */
  readonly subgraphs?: Maybe<ReadonlyArray<Subgraph>>;
  /** The supergraph with this number; by default the one that gateways serve. */
  readonly supergraph?: Maybe<SupergraphVersion>;
  /** Supergraphs, newest first. */
  readonly supergraphs?: Maybe<SupergraphVersionConnection>;
};


export type QueryAcceptedFindingsArgs = {
  subgraph: Scalars['ID']['input'];
};


export type QueryDocumentsArgs = {
  client?: InputMaybe<Scalars['String']['input']>;
};


export type QueryPublicationArgs = {
  number: Scalars['Int']['input'];
};


export type QueryPublicationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  subgraph?: InputMaybe<Scalars['ID']['input']>;
};


export type QuerySchemaChangesArgs = {
  from: Scalars['Int']['input'];
  to: Scalars['Int']['input'];
};


export type QuerySchemaUsageArgs = {
  client?: InputMaybe<Scalars['String']['input']>;
  coordinate?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  operation?: InputMaybe<Scalars['String']['input']>;
  since?: InputMaybe<Scalars['Date']['input']>;
};


export type QuerySubgraphChecksArgs = {
  input: CheckSubgraphInput;
};


export type QuerySupergraphArgs = {
  number?: InputMaybe<Scalars['Int']['input']>;
};


export type QuerySupergraphsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type RegistryPageInfo = {
  readonly __typename?: 'RegistryPageInfo';
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  readonly hasNextPage: Scalars['Boolean']['output'];
};

export type RetireSubgraphInput = {
  readonly basedOn: Scalars['Int']['input'];
  readonly message?: InputMaybe<Scalars['String']['input']>;
  readonly subgraph: Scalars['ID']['input'];
};

export type RollbackSubgraphInput = {
  readonly basedOn: Scalars['Int']['input'];
  readonly message?: InputMaybe<Scalars['String']['input']>;
  readonly subgraph: Scalars['ID']['input'];
  /** Number of the publication to repeat. */
  readonly to: Scalars['Int']['input'];
};

export type SchemaChange = {
  readonly __typename?: 'SchemaChange';
  readonly coordinate?: Maybe<Scalars['String']['output']>;
  /** What changed, in one sentence. */
  readonly message: Scalars['String']['output'];
  readonly severity: ChangeSeverity;
};

export type SchemaFinding = {
  readonly __typename?: 'SchemaFinding';
  /** False if the publication has to change: nobody can accept this. */
  readonly acceptable: Scalars['Boolean']['output'];
  readonly accepted: Scalars['Boolean']['output'];
  /** Approvals that open or close something. */
  readonly affectedApprovals: ReadonlyArray<AffectedApproval>;
  readonly affectedClients: ReadonlyArray<Scalars['String']['output']>;
  readonly affectedOperations: ReadonlyArray<Scalars['String']['output']>;
  /** compose, guards, changes, access, plans, or lint */
  readonly check: Scalars['String']['output'];
  readonly code: Scalars['String']['output'];
  readonly column?: Maybe<Scalars['Int']['output']>;
  /** The field or type that it is about, such as Person.snap. */
  readonly coordinate?: Maybe<Scalars['String']['output']>;
  readonly file?: Maybe<Scalars['String']['output']>;
  /** Give it to `acceptFinding`. */
  readonly fingerprint: Scalars['String']['output'];
  readonly level: FindingLevel;
  readonly line?: Maybe<Scalars['Int']['output']>;
  readonly message: Scalars['String']['output'];
  readonly whatToDo: Scalars['String']['output'];
};

export type SchemaUsage = {
  readonly __typename?: 'SchemaUsage';
  readonly client: Scalars['String']['output'];
  readonly coordinate: Scalars['String']['output'];
  readonly count: Scalars['Float']['output'];
  readonly firstDay: Scalars['Date']['output'];
  readonly lastDay: Scalars['Date']['output'];
  /** SHA-256 of the operation. */
  readonly operation: Scalars['String']['output'];
};

export type Subgraph = {
  readonly __typename?: 'Subgraph';
  /** Number to give as `basedOn` with the next publication; null for the first. */
  readonly basedOn?: Maybe<Scalars['Int']['output']>;
  /** What is in service; null once it is retired, and while its first publication waits. */
  readonly current?: Maybe<Publication>;
  readonly name: Scalars['String']['output'];
  /** The agency that owns it. */
  readonly owner: Scalars['String']['output'];
  /** The publication that waits for a second person. */
  readonly pending?: Maybe<Publication>;
};

export type SubgraphCheckReport = {
  readonly __typename?: 'SubgraphCheckReport';
  readonly findings: ReadonlyArray<SchemaFinding>;
  readonly outcome: CheckOutcome;
  /** Why a second person would have to approve the publication; empty if nobody has to. */
  readonly secondPersonBecause: ReadonlyArray<Scalars['String']['output']>;
};

export type SupergraphVersion = {
  readonly __typename?: 'SupergraphVersion';
  readonly agency: Scalars['String']['output'];
  /** The publication that led to it; null for the first. */
  readonly becauseOf?: Maybe<Publication>;
  readonly composedAt: Scalars['DateTime']['output'];
  readonly composedBy: Scalars['String']['output'];
  /** SHA-256 of `sdl`, in hexadecimal. */
  readonly digest: Scalars['String']['output'];
  /** Findings of its checks that did not stop it. */
  readonly findings: ReadonlyArray<FindingCount>;
  readonly isCurrent: Scalars['Boolean']['output'];
  readonly number: Scalars['Int']['output'];
  /** What it is composed of, by name of the subgraph. */
  readonly publications: ReadonlyArray<Publication>;
  /** The composed supergraph, with its guards. */
  readonly sdl: Scalars['String']['output'];
};

export type SupergraphVersionConnection = {
  readonly __typename?: 'SupergraphVersionConnection';
  readonly edges: ReadonlyArray<SupergraphVersionEdge>;
  readonly pageInfo: RegistryPageInfo;
};

export type SupergraphVersionEdge = {
  readonly __typename?: 'SupergraphVersionEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: SupergraphVersion;
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
  AcceptFindingInput: AcceptFindingInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AcceptFindingPayload: ResolverTypeWrapper<AcceptFindingPayload>;
  AcceptedFinding: ResolverTypeWrapper<AcceptedFinding>;
  AffectedApproval: ResolverTypeWrapper<AffectedApproval>;
  ApprovalChange: ApprovalChange;
  ChangeSeverity: ChangeSeverity;
  CheckOutcome: CheckOutcome;
  CheckSubgraphInput: CheckSubgraphInput;
  ClientDocumentMode: ClientDocumentMode;
  ClientDocuments: ResolverTypeWrapper<ClientDocuments>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DecidePublicationInput: DecidePublicationInput;
  FindingCount: ResolverTypeWrapper<FindingCount>;
  FindingLevel: FindingLevel;
  GatewayReport: ResolverTypeWrapper<GatewayReport>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Publication: ResolverTypeWrapper<PublicationRecord>;
  PublicationConnection: ResolverTypeWrapper<Omit<PublicationConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['PublicationEdge']> }>;
  PublicationDecision: ResolverTypeWrapper<PublicationDecision>;
  PublicationEdge: ResolverTypeWrapper<Omit<PublicationEdge, 'node'> & { node: ResolversTypes['Publication'] }>;
  PublicationKind: PublicationKind;
  PublicationOutcome: PublicationOutcome;
  PublicationPayload: ResolverTypeWrapper<Omit<PublicationPayload, 'publication' | 'supergraph'> & { publication?: Maybe<ResolversTypes['Publication']>, supergraph?: Maybe<ResolversTypes['SupergraphVersion']> }>;
  PublicationState: PublicationState;
  PublishDocumentsInput: PublishDocumentsInput;
  PublishDocumentsPayload: ResolverTypeWrapper<PublishDocumentsPayload>;
  PublishSubgraphInput: PublishSubgraphInput;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RegistryPageInfo: ResolverTypeWrapper<RegistryPageInfo>;
  RetireSubgraphInput: RetireSubgraphInput;
  RollbackSubgraphInput: RollbackSubgraphInput;
  SchemaChange: ResolverTypeWrapper<SchemaChange>;
  SchemaFinding: ResolverTypeWrapper<SchemaFinding>;
  SchemaUsage: ResolverTypeWrapper<SchemaUsage>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Subgraph: ResolverTypeWrapper<SubgraphRecord>;
  SubgraphCheckReport: ResolverTypeWrapper<SubgraphCheckReport>;
  SupergraphVersion: ResolverTypeWrapper<SupergraphRecord>;
  SupergraphVersionConnection: ResolverTypeWrapper<Omit<SupergraphVersionConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['SupergraphVersionEdge']> }>;
  SupergraphVersionEdge: ResolverTypeWrapper<Omit<SupergraphVersionEdge, 'node'> & { node: ResolversTypes['SupergraphVersion'] }>;
  federation__FieldSet: ResolverTypeWrapper<Scalars['federation__FieldSet']['output']>;
  federation__Policy: ResolverTypeWrapper<Scalars['federation__Policy']['output']>;
  link__Import: ResolverTypeWrapper<Scalars['link__Import']['output']>;
  link__Purpose: Link__Purpose;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AcceptFindingInput: AcceptFindingInput;
  ID: Scalars['ID']['output'];
  AcceptFindingPayload: AcceptFindingPayload;
  AcceptedFinding: AcceptedFinding;
  AffectedApproval: AffectedApproval;
  CheckSubgraphInput: CheckSubgraphInput;
  ClientDocuments: ClientDocuments;
  Int: Scalars['Int']['output'];
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DecidePublicationInput: DecidePublicationInput;
  FindingCount: FindingCount;
  GatewayReport: GatewayReport;
  Mutation: Record<PropertyKey, never>;
  Publication: PublicationRecord;
  PublicationConnection: Omit<PublicationConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['PublicationEdge']> };
  PublicationDecision: PublicationDecision;
  PublicationEdge: Omit<PublicationEdge, 'node'> & { node: ResolversParentTypes['Publication'] };
  PublicationPayload: Omit<PublicationPayload, 'publication' | 'supergraph'> & { publication?: Maybe<ResolversParentTypes['Publication']>, supergraph?: Maybe<ResolversParentTypes['SupergraphVersion']> };
  PublishDocumentsInput: PublishDocumentsInput;
  PublishDocumentsPayload: PublishDocumentsPayload;
  PublishSubgraphInput: PublishSubgraphInput;
  Query: Record<PropertyKey, never>;
  RegistryPageInfo: RegistryPageInfo;
  RetireSubgraphInput: RetireSubgraphInput;
  RollbackSubgraphInput: RollbackSubgraphInput;
  SchemaChange: SchemaChange;
  SchemaFinding: SchemaFinding;
  SchemaUsage: SchemaUsage;
  Float: Scalars['Float']['output'];
  Subgraph: SubgraphRecord;
  SubgraphCheckReport: SubgraphCheckReport;
  SupergraphVersion: SupergraphRecord;
  SupergraphVersionConnection: Omit<SupergraphVersionConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['SupergraphVersionEdge']> };
  SupergraphVersionEdge: Omit<SupergraphVersionEdge, 'node'> & { node: ResolversParentTypes['SupergraphVersion'] };
  federation__FieldSet: Scalars['federation__FieldSet']['output'];
  federation__Policy: Scalars['federation__Policy']['output'];
  link__Import: Scalars['link__Import']['output'];
  Boolean: Scalars['Boolean']['output'];
  String: Scalars['String']['output'];
};

export type InaccessibleDirectiveArgs = { };

export type InaccessibleDirectiveResolver<Result, Parent, ContextType = SubgraphContext, Args = InaccessibleDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type LinkDirectiveArgs = {
  as?: Maybe<Scalars['String']['input']>;
  for?: Maybe<Link__Purpose>;
  import?: Maybe<ReadonlyArray<Maybe<Scalars['link__Import']['input']>>>;
  url: Scalars['String']['input'];
};

export type LinkDirectiveResolver<Result, Parent, ContextType = SubgraphContext, Args = LinkDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type PolicyDirectiveArgs = {
  policies: ReadonlyArray<ReadonlyArray<Scalars['federation__Policy']['input']>>;
};

export type PolicyDirectiveResolver<Result, Parent, ContextType = SubgraphContext, Args = PolicyDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type TagDirectiveArgs = {
  name: Scalars['String']['input'];
};

export type TagDirectiveResolver<Result, Parent, ContextType = SubgraphContext, Args = TagDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AcceptFindingPayloadResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['AcceptFindingPayload'] = ResolversParentTypes['AcceptFindingPayload']> = {
  accepted?: Resolver<Maybe<ResolversTypes['AcceptedFinding']>, ParentType, ContextType>;
};

export type AcceptedFindingResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['AcceptedFinding'] = ResolversParentTypes['AcceptedFinding']> = {
  acceptedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  acceptedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  agency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fingerprint?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subgraph?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AffectedApprovalResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['AffectedApproval'] = ResolversParentTypes['AffectedApproval']> = {
  approval?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  change?: Resolver<ResolversTypes['ApprovalChange'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  requestingAgency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ClientDocumentsResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ClientDocuments'] = ResolversParentTypes['ClientDocuments']> = {
  agency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  client?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  documents?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mode?: Resolver<Maybe<ResolversTypes['ClientDocumentMode']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  publishedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  publishedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type FindingCountResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['FindingCount'] = ResolversParentTypes['FindingCount']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type GatewayReportResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['GatewayReport'] = ResolversParentTypes['GatewayReport']> = {
  gateway?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  refused?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  reportedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  supergraph?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acceptFinding?: Resolver<Maybe<ResolversTypes['AcceptFindingPayload']>, ParentType, ContextType, RequireFields<MutationAcceptFindingArgs, 'input'>>;
  approvePublication?: Resolver<Maybe<ResolversTypes['PublicationPayload']>, ParentType, ContextType, RequireFields<MutationApprovePublicationArgs, 'input'>>;
  publishDocuments?: Resolver<Maybe<ResolversTypes['PublishDocumentsPayload']>, ParentType, ContextType, RequireFields<MutationPublishDocumentsArgs, 'input'>>;
  publishSubgraph?: Resolver<Maybe<ResolversTypes['PublicationPayload']>, ParentType, ContextType, RequireFields<MutationPublishSubgraphArgs, 'input'>>;
  rejectPublication?: Resolver<Maybe<ResolversTypes['PublicationPayload']>, ParentType, ContextType, RequireFields<MutationRejectPublicationArgs, 'input'>>;
  retireSubgraph?: Resolver<Maybe<ResolversTypes['PublicationPayload']>, ParentType, ContextType, RequireFields<MutationRetireSubgraphArgs, 'input'>>;
  rollbackSubgraph?: Resolver<Maybe<ResolversTypes['PublicationPayload']>, ParentType, ContextType, RequireFields<MutationRollbackSubgraphArgs, 'input'>>;
};

export type PublicationResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Publication'] = ResolversParentTypes['Publication']> = {
  agency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  basedOn?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  contact?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  datasets?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  decision?: Resolver<Maybe<ResolversTypes['PublicationDecision']>, ParentType, ContextType>;
  digest?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PublicationKind'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  personKey?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  publishedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  publishedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  repeats?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  routingUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sdl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  secondPersonBecause?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['PublicationState'], ParentType, ContextType>;
  subgraph?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PublicationConnectionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['PublicationConnection'] = ResolversParentTypes['PublicationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['PublicationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['RegistryPageInfo'], ParentType, ContextType>;
};

export type PublicationDecisionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['PublicationDecision'] = ResolversParentTypes['PublicationDecision']> = {
  agency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  decidedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  decidedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['PublicationOutcome'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PublicationEdgeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['PublicationEdge'] = ResolversParentTypes['PublicationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Publication'], ParentType, ContextType>;
};

export type PublicationPayloadResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['PublicationPayload'] = ResolversParentTypes['PublicationPayload']> = {
  checks?: Resolver<Maybe<ResolversTypes['SubgraphCheckReport']>, ParentType, ContextType>;
  publication?: Resolver<Maybe<ResolversTypes['Publication']>, ParentType, ContextType>;
  supergraph?: Resolver<Maybe<ResolversTypes['SupergraphVersion']>, ParentType, ContextType>;
};

export type PublishDocumentsPayloadResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['PublishDocumentsPayload'] = ResolversParentTypes['PublishDocumentsPayload']> = {
  documents?: Resolver<Maybe<ResolversTypes['ClientDocuments']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  acceptedFindings?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AcceptedFinding']>>, ParentType, ContextType, RequireFields<QueryAcceptedFindingsArgs, 'subgraph'>>;
  documents?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ClientDocuments']>>, ParentType, ContextType, Partial<QueryDocumentsArgs>>;
  gateways?: Resolver<Maybe<ReadonlyArray<ResolversTypes['GatewayReport']>>, ParentType, ContextType>;
  pendingPublications?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Publication']>>, ParentType, ContextType>;
  publication?: Resolver<Maybe<ResolversTypes['Publication']>, ParentType, ContextType, RequireFields<QueryPublicationArgs, 'number'>>;
  publications?: Resolver<Maybe<ResolversTypes['PublicationConnection']>, ParentType, ContextType, RequireFields<QueryPublicationsArgs, 'first'>>;
  schemaChanges?: Resolver<Maybe<ReadonlyArray<ResolversTypes['SchemaChange']>>, ParentType, ContextType, RequireFields<QuerySchemaChangesArgs, 'from' | 'to'>>;
  schemaUsage?: Resolver<Maybe<ReadonlyArray<ResolversTypes['SchemaUsage']>>, ParentType, ContextType, RequireFields<QuerySchemaUsageArgs, 'first'>>;
  subgraphChecks?: Resolver<Maybe<ResolversTypes['SubgraphCheckReport']>, ParentType, ContextType, RequireFields<QuerySubgraphChecksArgs, 'input'>>;
  subgraphs?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Subgraph']>>, ParentType, ContextType>;
  supergraph?: Resolver<Maybe<ResolversTypes['SupergraphVersion']>, ParentType, ContextType, Partial<QuerySupergraphArgs>>;
  supergraphs?: Resolver<Maybe<ResolversTypes['SupergraphVersionConnection']>, ParentType, ContextType, RequireFields<QuerySupergraphsArgs, 'first'>>;
};

export type RegistryPageInfoResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['RegistryPageInfo'] = ResolversParentTypes['RegistryPageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SchemaChangeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['SchemaChange'] = ResolversParentTypes['SchemaChange']> = {
  coordinate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['ChangeSeverity'], ParentType, ContextType>;
};

export type SchemaFindingResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['SchemaFinding'] = ResolversParentTypes['SchemaFinding']> = {
  acceptable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  accepted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  affectedApprovals?: Resolver<ReadonlyArray<ResolversTypes['AffectedApproval']>, ParentType, ContextType>;
  affectedClients?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  affectedOperations?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  check?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  column?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  coordinate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  file?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fingerprint?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['FindingLevel'], ParentType, ContextType>;
  line?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  whatToDo?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SchemaUsageResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['SchemaUsage'] = ResolversParentTypes['SchemaUsage']> = {
  client?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  coordinate?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  firstDay?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  lastDay?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  operation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SubgraphResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Subgraph'] = ResolversParentTypes['Subgraph']> = {
  basedOn?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  current?: Resolver<Maybe<ResolversTypes['Publication']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  pending?: Resolver<Maybe<ResolversTypes['Publication']>, ParentType, ContextType>;
};

export type SubgraphCheckReportResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['SubgraphCheckReport'] = ResolversParentTypes['SubgraphCheckReport']> = {
  findings?: Resolver<ReadonlyArray<ResolversTypes['SchemaFinding']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['CheckOutcome'], ParentType, ContextType>;
  secondPersonBecause?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SupergraphVersionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['SupergraphVersion'] = ResolversParentTypes['SupergraphVersion']> = {
  agency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  becauseOf?: Resolver<Maybe<ResolversTypes['Publication']>, ParentType, ContextType>;
  composedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  composedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  findings?: Resolver<ReadonlyArray<ResolversTypes['FindingCount']>, ParentType, ContextType>;
  isCurrent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  publications?: Resolver<ReadonlyArray<ResolversTypes['Publication']>, ParentType, ContextType>;
  sdl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SupergraphVersionConnectionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['SupergraphVersionConnection'] = ResolversParentTypes['SupergraphVersionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SupergraphVersionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['RegistryPageInfo'], ParentType, ContextType>;
};

export type SupergraphVersionEdgeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['SupergraphVersionEdge'] = ResolversParentTypes['SupergraphVersionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SupergraphVersion'], ParentType, ContextType>;
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

export type Resolvers<ContextType = SubgraphContext> = {
  AcceptFindingPayload?: AcceptFindingPayloadResolvers<ContextType>;
  AcceptedFinding?: AcceptedFindingResolvers<ContextType>;
  AffectedApproval?: AffectedApprovalResolvers<ContextType>;
  ClientDocuments?: ClientDocumentsResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  FindingCount?: FindingCountResolvers<ContextType>;
  GatewayReport?: GatewayReportResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Publication?: PublicationResolvers<ContextType>;
  PublicationConnection?: PublicationConnectionResolvers<ContextType>;
  PublicationDecision?: PublicationDecisionResolvers<ContextType>;
  PublicationEdge?: PublicationEdgeResolvers<ContextType>;
  PublicationPayload?: PublicationPayloadResolvers<ContextType>;
  PublishDocumentsPayload?: PublishDocumentsPayloadResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RegistryPageInfo?: RegistryPageInfoResolvers<ContextType>;
  SchemaChange?: SchemaChangeResolvers<ContextType>;
  SchemaFinding?: SchemaFindingResolvers<ContextType>;
  SchemaUsage?: SchemaUsageResolvers<ContextType>;
  Subgraph?: SubgraphResolvers<ContextType>;
  SubgraphCheckReport?: SubgraphCheckReportResolvers<ContextType>;
  SupergraphVersion?: SupergraphVersionResolvers<ContextType>;
  SupergraphVersionConnection?: SupergraphVersionConnectionResolvers<ContextType>;
  SupergraphVersionEdge?: SupergraphVersionEdgeResolvers<ContextType>;
  federation__FieldSet?: GraphQLScalarType;
  federation__Policy?: GraphQLScalarType;
  link__Import?: GraphQLScalarType;
};

export type DirectiveResolvers<ContextType = SubgraphContext> = {
  inaccessible?: InaccessibleDirectiveResolver<any, any, ContextType>;
  link?: LinkDirectiveResolver<any, any, ContextType>;
  policy?: PolicyDirectiveResolver<any, any, ContextType>;
  tag?: TagDirectiveResolver<any, any, ContextType>;
};
