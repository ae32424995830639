import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { MedicaidPerson, MedicaidCoverageRecord, MedicaidContext } from '../../subgraphs/medicaid/records.ts';
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
  /** An amount in US cents: 29100 is $291.00. */
  Cents: { input: number; output: number; }
  /** A calendar date without a time or time zone, in ISO 8601 format: 2026-12-01. */
  Date: { input: string; output: string; }
  federation__FieldSet: { input: string; output: string; }
  federation__Policy: { input: string; output: string; }
  link__Import: { input: string; output: string; }
};

/** Coverage of one person, in the terms of FHIR Coverage and T-MSIS. */
export type MedicaidCoverage = {
  readonly __typename?: 'MedicaidCoverage';
  readonly continuousEligibilityThrough?: Maybe<Scalars['Date']['output']>;
  /** Last day of coverage; null while coverage is open-ended. */
  readonly coverageEnd?: Maybe<Scalars['Date']['output']>;
  readonly coverageStart?: Maybe<Scalars['Date']['output']>;
  /** Diagnoses as ICD-10-CM codes, except those barred by a stricter law. */
  readonly diagnoses?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly eligibilityGroup?: Maybe<MedicaidEligibilityGroup>;
  readonly emergencyOnly?: Maybe<Scalars['Boolean']['output']>;
  /** HIV diagnoses, ICD-10-CM B20 and Z21; never disclosed (410 ILCS 305/9). */
  readonly hivDiagnoses?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly immunizationsUpToDate?: Maybe<Scalars['Boolean']['output']>;
  /** Date of the most recent well-child visit (EPSDT). */
  readonly lastWellChildVisit?: Maybe<Scalars['Date']['output']>;
  readonly magiBasis?: Maybe<MedicaidMagiBasis>;
  /** Income from federal tax data; never disclosed (26 USC 6103(l)(21)). */
  readonly magiIncome?: Maybe<Scalars['Cents']['output']>;
  readonly managedCarePlan?: Maybe<MedicaidPlan>;
  readonly medicareDualStatus?: Maybe<MedicareDualStatus>;
  /** Mental health diagnoses, ICD-10-CM F20 to F99; never disclosed (740 ILCS 110). */
  readonly mentalHealthDiagnoses?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly primaryCareProvider?: Maybe<MedicaidProvider>;
  readonly redeterminationDate?: Maybe<Scalars['Date']['output']>;
  /** The person's relationship to the subscriber (FHIR subscriber-relationship). */
  readonly relationship?: Maybe<MedicaidSubscriberRelationship>;
  /** Months covered before the application, from 0 to 3. */
  readonly retroactiveMonths?: Maybe<Scalars['Int']['output']>;
  readonly spendDownAmount?: Maybe<Scalars['Cents']['output']>;
  readonly status?: Maybe<MedicaidCoverageStatus>;
  /** Substance use disorder diagnoses, ICD-10-CM F10 to F19; never disclosed (42 CFR Part 2). */
  readonly substanceUseDiagnoses?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** True if another party is liable for the cost of care. */
  readonly thirdPartyLiability?: Maybe<Scalars['Boolean']['output']>;
  /** Waiver for home and community-based services. */
  readonly waiverProgram?: Maybe<Scalars['String']['output']>;
};

/** Status of coverage (FHIR financial resource status). */
export type MedicaidCoverageStatus =
  | 'ACTIVE'
  | 'CANCELLED'
  | 'DRAFT'
  | 'ENTERED_IN_ERROR';

export type MedicaidEligibilityGroup =
  | 'AABD'
  | 'ACA_ADULT'
  | 'ALL_KIDS_ASSIST'
  | 'ALL_KIDS_PREMIUM'
  | 'ALL_KIDS_SHARE'
  | 'FAMILY_CARE'
  | 'FORMER_FOSTER_CARE'
  | 'FOSTER_CARE'
  | 'HBWD'
  | 'MOMS_AND_BABIES';

/**
 * An event in a person's coverage. Care, diagnoses, and what tax data showed are never among the events, and no event says
 * why coverage ended.
 */
export type MedicaidEvent = {
  readonly __typename?: 'MedicaidEvent';
  /** Day of the event; for a period, its first day. */
  readonly date?: Maybe<Scalars['Date']['output']>;
  readonly kind?: Maybe<MedicaidEventKind>;
  /** True for a period that has not ended; false for an event of one day. */
  readonly ongoing?: Maybe<Scalars['Boolean']['output']>;
  /** Plan from this day on; null for an EXIT. */
  readonly plan?: Maybe<MedicaidPlan>;
  /**
   * Last day of a period, which may lie ahead; null for an event of one day, and for a period that goes on without a set
   * end.
   */
  readonly until?: Maybe<Scalars['Date']['output']>;
};

export type MedicaidEventKind =
  /** Period of coverage; in YouthCare for wards of the state */
  | 'ENROLLMENT'
  /** Last day of coverage */
  | 'EXIT'
  /** Change of the managed care plan */
  | 'PLAN_CHANGE';

export type MedicaidMagiBasis =
  | 'MAGI'
  | 'NON_MAGI';

/** Plans of HealthChoice Illinois. YOUTHCARE serves wards of the state; COUNTYCARE serves Cook County only. */
export type MedicaidPlan =
  | 'AETNA'
  | 'BCBSIL'
  | 'COUNTYCARE'
  | 'FEE_FOR_SERVICE'
  | 'MERIDIAN'
  | 'MOLINA'
  | 'YOUTHCARE';

export type MedicaidProvider = {
  readonly __typename?: 'MedicaidProvider';
  readonly name?: Maybe<Scalars['String']['output']>;
  /** National Provider Identifier, ten digits. */
  readonly npi?: Maybe<Scalars['String']['output']>;
};

/** A recipient, as looked up by the program's own staff. */
export type MedicaidRecipient = {
  readonly __typename?: 'MedicaidRecipient';
  readonly person?: Maybe<Person>;
  readonly rin?: Maybe<Scalars['String']['output']>;
  readonly status?: Maybe<MedicaidCoverageStatus>;
};

export type MedicaidSubscriberRelationship =
  | 'CHILD'
  | 'OTHER'
  | 'PARENT'
  | 'SELF'
  | 'SPOUSE';

export type MedicareDualStatus =
  | 'FULL'
  | 'NONE'
  | 'QMB'
  | 'SLMB';

export type Person = {
  readonly __typename?: 'Person';
  /** Coverage by Medicaid or All Kids; null if the program has no record of the person. */
  readonly medicaid?: Maybe<MedicaidCoverage>;
  /**
   * Enrollments in Medicaid and All Kids, changes of plan, and exits, oldest first: at most the 100 most recent events.
   * Empty if there are none; null if the program has no record of the person.
   */
  readonly medicaidHistory?: Maybe<ReadonlyArray<MedicaidEvent>>;
  readonly medicaidRin?: Maybe<Scalars['ID']['output']>;
};

export type Query = {
  readonly __typename?: 'Query';
  /** The recipient with this recipient identification number (RIN); null if there is none. For the program's own staff. */
  readonly medicaidRecipient?: Maybe<MedicaidRecipient>;
};


export type QueryMedicaidRecipientArgs = {
  rin: Scalars['String']['input'];
};

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
    & GraphQLRecursivePick<FederationTypes['Person'], {"medicaidRin":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Cents: ResolverTypeWrapper<Scalars['Cents']['output']>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  MedicaidCoverage: ResolverTypeWrapper<MedicaidCoverageRecord>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  MedicaidCoverageStatus: MedicaidCoverageStatus;
  MedicaidEligibilityGroup: MedicaidEligibilityGroup;
  MedicaidEvent: ResolverTypeWrapper<MedicaidEvent>;
  MedicaidEventKind: MedicaidEventKind;
  MedicaidMagiBasis: MedicaidMagiBasis;
  MedicaidPlan: MedicaidPlan;
  MedicaidProvider: ResolverTypeWrapper<MedicaidProvider>;
  MedicaidRecipient: ResolverTypeWrapper<MedicaidCoverageRecord>;
  MedicaidSubscriberRelationship: MedicaidSubscriberRelationship;
  MedicareDualStatus: MedicareDualStatus;
  Person: ResolverTypeWrapper<MedicaidPerson>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  federation__FieldSet: ResolverTypeWrapper<Scalars['federation__FieldSet']['output']>;
  federation__Policy: ResolverTypeWrapper<Scalars['federation__Policy']['output']>;
  link__Import: ResolverTypeWrapper<Scalars['link__Import']['output']>;
  link__Purpose: Link__Purpose;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Cents: Scalars['Cents']['output'];
  Date: Scalars['Date']['output'];
  MedicaidCoverage: MedicaidCoverageRecord;
  Int: Scalars['Int']['output'];
  MedicaidEvent: MedicaidEvent;
  MedicaidProvider: MedicaidProvider;
  MedicaidRecipient: MedicaidCoverageRecord;
  Person: MedicaidPerson;
  ID: Scalars['ID']['output'];
  Query: Record<PropertyKey, never>;
  federation__FieldSet: Scalars['federation__FieldSet']['output'];
  federation__Policy: Scalars['federation__Policy']['output'];
  link__Import: Scalars['link__Import']['output'];
  Boolean: Scalars['Boolean']['output'];
  String: Scalars['String']['output'];
};

export type InaccessibleDirectiveArgs = { };

export type InaccessibleDirectiveResolver<Result, Parent, ContextType = MedicaidContext, Args = InaccessibleDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type LinkDirectiveArgs = {
  as?: Maybe<Scalars['String']['input']>;
  for?: Maybe<Link__Purpose>;
  import?: Maybe<ReadonlyArray<Maybe<Scalars['link__Import']['input']>>>;
  url: Scalars['String']['input'];
};

export type LinkDirectiveResolver<Result, Parent, ContextType = MedicaidContext, Args = LinkDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type PolicyDirectiveArgs = {
  policies: ReadonlyArray<ReadonlyArray<Scalars['federation__Policy']['input']>>;
};

export type PolicyDirectiveResolver<Result, Parent, ContextType = MedicaidContext, Args = PolicyDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type TagDirectiveArgs = {
  name: Scalars['String']['input'];
};

export type TagDirectiveResolver<Result, Parent, ContextType = MedicaidContext, Args = TagDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export interface CentsScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Cents'], any> {
  name: 'Cents';
}

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export type MedicaidCoverageResolvers<ContextType = MedicaidContext, ParentType extends ResolversParentTypes['MedicaidCoverage'] = ResolversParentTypes['MedicaidCoverage']> = {
  continuousEligibilityThrough?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  coverageEnd?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  coverageStart?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  diagnoses?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  eligibilityGroup?: Resolver<Maybe<ResolversTypes['MedicaidEligibilityGroup']>, ParentType, ContextType>;
  emergencyOnly?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  hivDiagnoses?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  immunizationsUpToDate?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  lastWellChildVisit?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  magiBasis?: Resolver<Maybe<ResolversTypes['MedicaidMagiBasis']>, ParentType, ContextType>;
  magiIncome?: Resolver<Maybe<ResolversTypes['Cents']>, ParentType, ContextType>;
  managedCarePlan?: Resolver<Maybe<ResolversTypes['MedicaidPlan']>, ParentType, ContextType>;
  medicareDualStatus?: Resolver<Maybe<ResolversTypes['MedicareDualStatus']>, ParentType, ContextType>;
  mentalHealthDiagnoses?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  primaryCareProvider?: Resolver<Maybe<ResolversTypes['MedicaidProvider']>, ParentType, ContextType>;
  redeterminationDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  relationship?: Resolver<Maybe<ResolversTypes['MedicaidSubscriberRelationship']>, ParentType, ContextType>;
  retroactiveMonths?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  spendDownAmount?: Resolver<Maybe<ResolversTypes['Cents']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['MedicaidCoverageStatus']>, ParentType, ContextType>;
  substanceUseDiagnoses?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  thirdPartyLiability?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  waiverProgram?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MedicaidEventResolvers<ContextType = MedicaidContext, ParentType extends ResolversParentTypes['MedicaidEvent'] = ResolversParentTypes['MedicaidEvent']> = {
  date?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['MedicaidEventKind']>, ParentType, ContextType>;
  ongoing?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  plan?: Resolver<Maybe<ResolversTypes['MedicaidPlan']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type MedicaidProviderResolvers<ContextType = MedicaidContext, ParentType extends ResolversParentTypes['MedicaidProvider'] = ResolversParentTypes['MedicaidProvider']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  npi?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MedicaidRecipientResolvers<ContextType = MedicaidContext, ParentType extends ResolversParentTypes['MedicaidRecipient'] = ResolversParentTypes['MedicaidRecipient']> = {
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  rin?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['MedicaidCoverageStatus']>, ParentType, ContextType>;
};

export type PersonResolvers<ContextType = MedicaidContext, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person'], FederationReferenceType extends FederationReferenceTypes['Person'] = FederationReferenceTypes['Person']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Person']> | FederationReferenceType, FederationReferenceType, ContextType>;
  medicaid?: Resolver<Maybe<ResolversTypes['MedicaidCoverage']>, ParentType, ContextType>;
  medicaidHistory?: Resolver<Maybe<ReadonlyArray<ResolversTypes['MedicaidEvent']>>, ParentType, ContextType>;
  medicaidRin?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = MedicaidContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  medicaidRecipient?: Resolver<Maybe<ResolversTypes['MedicaidRecipient']>, ParentType, ContextType, RequireFields<QueryMedicaidRecipientArgs, 'rin'>>;
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

export type Resolvers<ContextType = MedicaidContext> = {
  Cents?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  MedicaidCoverage?: MedicaidCoverageResolvers<ContextType>;
  MedicaidEvent?: MedicaidEventResolvers<ContextType>;
  MedicaidProvider?: MedicaidProviderResolvers<ContextType>;
  MedicaidRecipient?: MedicaidRecipientResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  federation__FieldSet?: GraphQLScalarType;
  federation__Policy?: GraphQLScalarType;
  link__Import?: GraphQLScalarType;
};

export type DirectiveResolvers<ContextType = MedicaidContext> = {
  inaccessible?: InaccessibleDirectiveResolver<any, any, ContextType>;
  link?: LinkDirectiveResolver<any, any, ContextType>;
  policy?: PolicyDirectiveResolver<any, any, ContextType>;
  tag?: TagDirectiveResolver<any, any, ContextType>;
};
