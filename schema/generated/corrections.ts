import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { CorrectionsPerson, CustodyRecordRow, SentenceRow, CorrectionsContext } from '../../subgraphs/corrections/records.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
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
  federation__FieldSet: { input: string; output: string; }
  federation__Policy: { input: string; output: string; }
  link__Import: { input: string; output: string; }
};

export type AdmissionType =
  | 'COURT'
  | 'NEW_SENTENCE_VIOLATOR'
  | 'TECHNICAL_VIOLATION';

/** An event in a person's custody. Discipline and transfers for treatment are never among the events. */
export type CustodyEvent = {
  readonly __typename?: 'CustodyEvent';
  /** Day of the event; for a period, its first day. */
  readonly date?: Maybe<Scalars['Date']['output']>;
  /** Facility that received the person, or released them. */
  readonly facility?: Maybe<Scalars['String']['output']>;
  readonly kind?: Maybe<CustodyEventKind>;
  /** True for a period that has not ended; false for an event of one day. */
  readonly ongoing?: Maybe<Scalars['Boolean']['output']>;
  /**
   * Last day of a period, which may lie ahead; null for an event of one day, and for a period that goes on without a set
   * end.
   */
  readonly until?: Maybe<Scalars['Date']['output']>;
};

export type CustodyEventKind =
  /** Stay in custody, from the admission to the release */
  | 'ADMISSION'
  /** Release, under supervision or at the end of the sentence */
  | 'RELEASE'
  /** Transfer to another facility */
  | 'TRANSFER';

/** A record, as looked up by the department's own staff. */
export type CustodyLookup = {
  readonly __typename?: 'CustodyLookup';
  readonly idocNumber?: Maybe<Scalars['String']['output']>;
  readonly person?: Maybe<Person>;
  readonly status?: Maybe<CustodyStatus>;
};

/** Custody and supervision, in the terms of NIEM Justice. Custody data is what the department's own public search shows. */
export type CustodyRecord = {
  readonly __typename?: 'CustodyRecord';
  readonly admissionDate?: Maybe<Scalars['Date']['output']>;
  readonly admissionType?: Maybe<AdmissionType>;
  /** Disciplinary record; never disclosed (730 ILCS 5/3-5-1(a)(5)). */
  readonly disciplinaryRecord?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Gang affiliation; never disclosed (730 ILCS 5/3-5-1(a)(10)). */
  readonly gangAffiliation?: Maybe<Scalars['String']['output']>;
  /** Grievances; never disclosed (730 ILCS 5/3-5-1(a)(12)). */
  readonly grievances?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly highSchoolEquivalency?: Maybe<Scalars['Boolean']['output']>;
  readonly lastParoledDate?: Maybe<Scalars['Date']['output']>;
  /** Mental health treatment; never disclosed (740 ILCS 110/9.2). */
  readonly mentalHealthTreatment?: Maybe<Scalars['String']['output']>;
  /** Conditions of mandatory supervised release. */
  readonly msrConditions?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** People the person must not contact, by relationship. */
  readonly noContactOrders?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Facility where the person is held; null if not in custody. */
  readonly parentInstitution?: Maybe<Scalars['String']['output']>;
  /** Number that identifies the parole agent. */
  readonly paroleAgent?: Maybe<Scalars['String']['output']>;
  readonly programs?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly projectedDischargeDate?: Maybe<Scalars['Date']['output']>;
  /** Projected release to mandatory supervised release (NIEM j:IncarcerationProjectedReleaseDate). */
  readonly projectedMsrDate?: Maybe<Scalars['Date']['output']>;
  readonly sentences?: Maybe<ReadonlyArray<Sentence>>;
  readonly status?: Maybe<CustodyStatus>;
  readonly supervisionLevel?: Maybe<SupervisionLevel>;
  readonly violentOffenderRegistration?: Maybe<Scalars['Boolean']['output']>;
  readonly visitsAllowed?: Maybe<Scalars['Boolean']['output']>;
};

export type CustodyStatus =
  | 'DISCHARGED'
  | 'ESCAPE'
  | 'IN_CUSTODY'
  /** Mandatory supervised release */
  | 'MSR'
  | 'OUT_TO_COURT'
  | 'PAROLE';

export type FelonyClass =
  | 'CLASS_1'
  | 'CLASS_2'
  | 'CLASS_3'
  | 'CLASS_4'
  | 'M'
  | 'X';

export type Person = {
  readonly __typename?: 'Person';
  /** Record at the Department of Corrections; null if the department has no record of the person. */
  readonly corrections?: Maybe<CustodyRecord>;
  /**
   * Stays in custody, transfers, and releases, oldest first: at most the 100 most recent events. Empty if there are none;
   * null if the department has no record of the person.
   */
  readonly correctionsHistory?: Maybe<ReadonlyArray<CustodyEvent>>;
  readonly idocNumber?: Maybe<Scalars['ID']['output']>;
};

export type Query = {
  readonly __typename?: 'Query';
  /** The person with this IDOC number; null if there is none. For the department's own staff. */
  readonly custodyRecord?: Maybe<CustodyLookup>;
};


export type QueryCustodyRecordArgs = {
  idocNumber: Scalars['String']['input'];
};

/** A sentence for one offense (NIEM j:SentenceCharge). */
export type Sentence = {
  readonly __typename?: 'Sentence';
  readonly class?: Maybe<FelonyClass>;
  readonly counts?: Maybe<Scalars['Int']['output']>;
  /** County that committed the person. */
  readonly county?: Maybe<Scalars['String']['output']>;
  readonly custodyDate?: Maybe<Scalars['Date']['output']>;
  readonly mittimus?: Maybe<Scalars['String']['output']>;
  readonly offense?: Maybe<Scalars['String']['output']>;
  readonly sentenceMonths?: Maybe<Scalars['Int']['output']>;
  readonly sentenceYears?: Maybe<Scalars['Int']['output']>;
};

export type SupervisionLevel =
  | 'MAXIMUM'
  | 'MEDIUM'
  | 'MINIMUM';

export type Link__Purpose =
  | 'EXECUTION'
  | 'SECURITY';



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

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

/** Mapping of federation types */
export type FederationTypes = {
  Person: Person;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Person:
    ( { __typename: 'Person' }
    & GraphQLRecursivePick<FederationTypes['Person'], {"idocNumber":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AdmissionType: AdmissionType;
  CustodyEvent: ResolverTypeWrapper<CustodyEvent>;
  CustodyEventKind: CustodyEventKind;
  CustodyLookup: ResolverTypeWrapper<CustodyRecordRow>;
  CustodyRecord: ResolverTypeWrapper<CustodyRecordRow>;
  CustodyStatus: CustodyStatus;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  FelonyClass: FelonyClass;
  Person: ResolverTypeWrapper<CorrectionsPerson>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Sentence: ResolverTypeWrapper<SentenceRow>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  SupervisionLevel: SupervisionLevel;
  federation__FieldSet: ResolverTypeWrapper<Scalars['federation__FieldSet']['output']>;
  federation__Policy: ResolverTypeWrapper<Scalars['federation__Policy']['output']>;
  link__Import: ResolverTypeWrapper<Scalars['link__Import']['output']>;
  link__Purpose: Link__Purpose;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  CustodyEvent: CustodyEvent;
  CustodyLookup: CustodyRecordRow;
  CustodyRecord: CustodyRecordRow;
  Date: Scalars['Date']['output'];
  Person: CorrectionsPerson;
  ID: Scalars['ID']['output'];
  Query: Record<PropertyKey, never>;
  Sentence: SentenceRow;
  Int: Scalars['Int']['output'];
  federation__FieldSet: Scalars['federation__FieldSet']['output'];
  federation__Policy: Scalars['federation__Policy']['output'];
  link__Import: Scalars['link__Import']['output'];
  Boolean: Scalars['Boolean']['output'];
  String: Scalars['String']['output'];
};

export type InaccessibleDirectiveArgs = { };

export type InaccessibleDirectiveResolver<Result, Parent, ContextType = CorrectionsContext, Args = InaccessibleDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type LinkDirectiveArgs = {
  as?: Maybe<Scalars['String']['input']>;
  for?: Maybe<Link__Purpose>;
  import?: Maybe<ReadonlyArray<Maybe<Scalars['link__Import']['input']>>>;
  url: Scalars['String']['input'];
};

export type LinkDirectiveResolver<Result, Parent, ContextType = CorrectionsContext, Args = LinkDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type PolicyDirectiveArgs = {
  policies: ReadonlyArray<ReadonlyArray<Scalars['federation__Policy']['input']>>;
};

export type PolicyDirectiveResolver<Result, Parent, ContextType = CorrectionsContext, Args = PolicyDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type TagDirectiveArgs = {
  name: Scalars['String']['input'];
};

export type TagDirectiveResolver<Result, Parent, ContextType = CorrectionsContext, Args = TagDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type CustodyEventResolvers<ContextType = CorrectionsContext, ParentType extends ResolversParentTypes['CustodyEvent'] = ResolversParentTypes['CustodyEvent']> = {
  date?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  facility?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['CustodyEventKind']>, ParentType, ContextType>;
  ongoing?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type CustodyLookupResolvers<ContextType = CorrectionsContext, ParentType extends ResolversParentTypes['CustodyLookup'] = ResolversParentTypes['CustodyLookup']> = {
  idocNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['CustodyStatus']>, ParentType, ContextType>;
};

export type CustodyRecordResolvers<ContextType = CorrectionsContext, ParentType extends ResolversParentTypes['CustodyRecord'] = ResolversParentTypes['CustodyRecord']> = {
  admissionDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  admissionType?: Resolver<Maybe<ResolversTypes['AdmissionType']>, ParentType, ContextType>;
  disciplinaryRecord?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  gangAffiliation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  grievances?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  highSchoolEquivalency?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  lastParoledDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  mentalHealthTreatment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  msrConditions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  noContactOrders?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  parentInstitution?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  paroleAgent?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  programs?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  projectedDischargeDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  projectedMsrDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  sentences?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Sentence']>>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['CustodyStatus']>, ParentType, ContextType>;
  supervisionLevel?: Resolver<Maybe<ResolversTypes['SupervisionLevel']>, ParentType, ContextType>;
  violentOffenderRegistration?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  visitsAllowed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export type PersonResolvers<ContextType = CorrectionsContext, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person'], FederationReferenceType extends FederationReferenceTypes['Person'] = FederationReferenceTypes['Person']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Person']> | FederationReferenceType, FederationReferenceType, ContextType>;
  corrections?: Resolver<Maybe<ResolversTypes['CustodyRecord']>, ParentType, ContextType>;
  correctionsHistory?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CustodyEvent']>>, ParentType, ContextType>;
  idocNumber?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = CorrectionsContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  custodyRecord?: Resolver<Maybe<ResolversTypes['CustodyLookup']>, ParentType, ContextType, RequireFields<QueryCustodyRecordArgs, 'idocNumber'>>;
};

export type SentenceResolvers<ContextType = CorrectionsContext, ParentType extends ResolversParentTypes['Sentence'] = ResolversParentTypes['Sentence']> = {
  class?: Resolver<Maybe<ResolversTypes['FelonyClass']>, ParentType, ContextType>;
  counts?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  county?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  custodyDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  mittimus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  offense?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sentenceMonths?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sentenceYears?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
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

export type Resolvers<ContextType = CorrectionsContext> = {
  CustodyEvent?: CustodyEventResolvers<ContextType>;
  CustodyLookup?: CustodyLookupResolvers<ContextType>;
  CustodyRecord?: CustodyRecordResolvers<ContextType>;
  Date?: GraphQLScalarType;
  Person?: PersonResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Sentence?: SentenceResolvers<ContextType>;
  federation__FieldSet?: GraphQLScalarType;
  federation__Policy?: GraphQLScalarType;
  link__Import?: GraphQLScalarType;
};

export type DirectiveResolvers<ContextType = CorrectionsContext> = {
  inaccessible?: InaccessibleDirectiveResolver<any, any, ContextType>;
  link?: LinkDirectiveResolver<any, any, ContextType>;
  policy?: PolicyDirectiveResolver<any, any, ContextType>;
  tag?: TagDirectiveResolver<any, any, ContextType>;
};
