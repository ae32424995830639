import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { SnapPerson, SnapParticipationRecord, SnapMemberRecord, SnapCaseRecord, SnapContext } from '../../subgraphs/snap/records.ts';
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

/** Work requirement of able-bodied adults without dependents (7 CFR 273.24). */
export type AbawdStatus =
  | 'EXEMPT'
  | 'MET'
  | 'UNMET';

export type Person = {
  readonly __typename?: 'Person';
  /** Participation in the Supplemental Nutrition Assistance Program; null if the program has no record of the person. */
  readonly snap?: Maybe<SnapParticipation>;
  readonly snapClientId?: Maybe<Scalars['ID']['output']>;
  /**
   * What happened in the person's SNAP case, oldest first: at most the 100 most recent events. Empty if there are none;
   * null if the program has no record of the person.
   */
  readonly snapHistory?: Maybe<ReadonlyArray<SnapEvent>>;
};

export type Query = {
  readonly __typename?: 'Query';
  /** The SNAP case with this number; null if there is none. For the program's own staff. */
  readonly snapCase?: Maybe<SnapCase>;
};


export type QuerySnapCaseArgs = {
  number: Scalars['String']['input'];
};

/** A case, as looked up by the program's own staff. */
export type SnapCase = {
  readonly __typename?: 'SnapCase';
  readonly headOfHousehold?: Maybe<Person>;
  /** Persons in the assistance unit. */
  readonly members?: Maybe<ReadonlyArray<Person>>;
  readonly number?: Maybe<Scalars['String']['output']>;
  readonly status?: Maybe<SnapCaseStatus>;
};

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

/**
 * An event in a person's SNAP case. Immigration, domestic violence, and what tax or Social Security data showed are never
 * among the events.
 */
export type SnapEvent = {
  readonly __typename?: 'SnapEvent';
  /** What the household reported; null unless `kind` is CHANGE. */
  readonly change?: Maybe<SnapChange>;
  /** Why the case was closed; null unless `kind` is CLOSURE. */
  readonly closureReason?: Maybe<SnapClosureReason>;
  /** Day of the event; for a period, its first day. */
  readonly date?: Maybe<Scalars['Date']['output']>;
  readonly kind?: Maybe<SnapEventKind>;
  /** True for a period that has not ended; false for an event of one day. */
  readonly ongoing?: Maybe<Scalars['Boolean']['output']>;
  /**
   * Last day of a period, which may lie ahead; null for an event of one day, and for a period that goes on without a set
   * end.
   */
  readonly until?: Maybe<Scalars['Date']['output']>;
};

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

/** Income and its source. Amounts from federal tax or Social Security data are never disclosed. */
export type SnapIncome = {
  readonly __typename?: 'SnapIncome';
  /** Amount of the income; null if `source` is IRS (26 USC 6103) or SSA (42 USC 1306). */
  readonly amount?: Maybe<Scalars['Cents']['output']>;
  readonly source?: Maybe<SnapIncomeSource>;
};

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

/** A person's participation in a SNAP case, in the terms of the Integrated Eligibility System. */
export type SnapParticipation = {
  readonly __typename?: 'SnapParticipation';
  /** Number of countable months used in the fixed window, from 0 to 3. */
  readonly abawdCountableMonths?: Maybe<Scalars['Int']['output']>;
  readonly abawdStatus?: Maybe<AbawdStatus>;
  readonly assistanceUnit?: Maybe<ReadonlyArray<SnapUnitMember>>;
  /** Case number in the Integrated Eligibility System. */
  readonly caseNumber?: Maybe<Scalars['String']['output']>;
  /** Eligible under broad-based categorical eligibility (7 CFR 273.2(j)). */
  readonly categoricallyEligible?: Maybe<Scalars['Boolean']['output']>;
  readonly certificationEnd?: Maybe<Scalars['Date']['output']>;
  readonly certificationStart?: Maybe<Scalars['Date']['output']>;
  /** Domestic violence exclusion; never disclosed, for the safety of the victim (750 ILCS 61; 34 USC 12291(b)(2)). */
  readonly domesticViolenceExclusion?: Maybe<Scalars['Boolean']['output']>;
  /** Entitled to expedited service, with benefits within seven days (7 CFR 273.2(i)). */
  readonly expeditedService?: Maybe<Scalars['Boolean']['output']>;
  readonly grossIncome?: Maybe<SnapIncome>;
  /** Person the case is named for. */
  readonly headOfHousehold?: Maybe<Person>;
  /** Immigration status, used only to determine eligibility for this program; never disclosed (7 CFR 272.1(c), 8 USC 1367). */
  readonly immigrationStatus?: Maybe<Scalars['String']['output']>;
  readonly intentionalProgramViolation?: Maybe<Scalars['Boolean']['output']>;
  /** Due date of the mid-point report (MPR). */
  readonly midPointReportDue?: Maybe<Scalars['Date']['output']>;
  readonly monthlyAllotment?: Maybe<Scalars['Cents']['output']>;
  readonly netIncome?: Maybe<SnapIncome>;
  /** Family Community Resource Center that manages the case. */
  readonly office?: Maybe<Scalars['String']['output']>;
  /** Date by which eligibility must be redetermined (REDE). */
  readonly redeterminationDue?: Maybe<Scalars['Date']['output']>;
  readonly shelterDeduction?: Maybe<Scalars['Cents']['output']>;
  readonly status?: Maybe<SnapCaseStatus>;
};

export type SnapUnitMember = {
  readonly __typename?: 'SnapUnitMember';
  /** True if the person counts toward the size of the unit. */
  readonly countable?: Maybe<Scalars['Boolean']['output']>;
  readonly person?: Maybe<Person>;
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
    & GraphQLRecursivePick<FederationTypes['Person'], {"snapClientId":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AbawdStatus: AbawdStatus;
  Cents: ResolverTypeWrapper<Scalars['Cents']['output']>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  Person: ResolverTypeWrapper<SnapPerson>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  SnapCase: ResolverTypeWrapper<SnapCaseRecord>;
  SnapCaseStatus: SnapCaseStatus;
  SnapChange: SnapChange;
  SnapClosureReason: SnapClosureReason;
  SnapEvent: ResolverTypeWrapper<SnapEvent>;
  SnapEventKind: SnapEventKind;
  SnapIncome: ResolverTypeWrapper<SnapIncome>;
  SnapIncomeSource: SnapIncomeSource;
  SnapParticipation: ResolverTypeWrapper<SnapParticipationRecord>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  SnapUnitMember: ResolverTypeWrapper<SnapMemberRecord>;
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
  Person: SnapPerson;
  ID: Scalars['ID']['output'];
  Query: Record<PropertyKey, never>;
  SnapCase: SnapCaseRecord;
  SnapEvent: SnapEvent;
  SnapIncome: SnapIncome;
  SnapParticipation: SnapParticipationRecord;
  Int: Scalars['Int']['output'];
  SnapUnitMember: SnapMemberRecord;
  federation__FieldSet: Scalars['federation__FieldSet']['output'];
  federation__Policy: Scalars['federation__Policy']['output'];
  link__Import: Scalars['link__Import']['output'];
  Boolean: Scalars['Boolean']['output'];
  String: Scalars['String']['output'];
};

export type InaccessibleDirectiveArgs = { };

export type InaccessibleDirectiveResolver<Result, Parent, ContextType = SnapContext, Args = InaccessibleDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type LinkDirectiveArgs = {
  as?: Maybe<Scalars['String']['input']>;
  for?: Maybe<Link__Purpose>;
  import?: Maybe<ReadonlyArray<Maybe<Scalars['link__Import']['input']>>>;
  url: Scalars['String']['input'];
};

export type LinkDirectiveResolver<Result, Parent, ContextType = SnapContext, Args = LinkDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type PolicyDirectiveArgs = {
  policies: ReadonlyArray<ReadonlyArray<Scalars['federation__Policy']['input']>>;
};

export type PolicyDirectiveResolver<Result, Parent, ContextType = SnapContext, Args = PolicyDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type TagDirectiveArgs = {
  name: Scalars['String']['input'];
};

export type TagDirectiveResolver<Result, Parent, ContextType = SnapContext, Args = TagDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export interface CentsScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Cents'], any> {
  name: 'Cents';
}

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export type PersonResolvers<ContextType = SnapContext, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person'], FederationReferenceType extends FederationReferenceTypes['Person'] = FederationReferenceTypes['Person']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Person']> | FederationReferenceType, FederationReferenceType, ContextType>;
  snap?: Resolver<Maybe<ResolversTypes['SnapParticipation']>, ParentType, ContextType>;
  snapClientId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  snapHistory?: Resolver<Maybe<ReadonlyArray<ResolversTypes['SnapEvent']>>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = SnapContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  snapCase?: Resolver<Maybe<ResolversTypes['SnapCase']>, ParentType, ContextType, RequireFields<QuerySnapCaseArgs, 'number'>>;
};

export type SnapCaseResolvers<ContextType = SnapContext, ParentType extends ResolversParentTypes['SnapCase'] = ResolversParentTypes['SnapCase']> = {
  headOfHousehold?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  members?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Person']>>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['SnapCaseStatus']>, ParentType, ContextType>;
};

export type SnapEventResolvers<ContextType = SnapContext, ParentType extends ResolversParentTypes['SnapEvent'] = ResolversParentTypes['SnapEvent']> = {
  change?: Resolver<Maybe<ResolversTypes['SnapChange']>, ParentType, ContextType>;
  closureReason?: Resolver<Maybe<ResolversTypes['SnapClosureReason']>, ParentType, ContextType>;
  date?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['SnapEventKind']>, ParentType, ContextType>;
  ongoing?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type SnapIncomeResolvers<ContextType = SnapContext, ParentType extends ResolversParentTypes['SnapIncome'] = ResolversParentTypes['SnapIncome']> = {
  amount?: Resolver<Maybe<ResolversTypes['Cents']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['SnapIncomeSource']>, ParentType, ContextType>;
};

export type SnapParticipationResolvers<ContextType = SnapContext, ParentType extends ResolversParentTypes['SnapParticipation'] = ResolversParentTypes['SnapParticipation']> = {
  abawdCountableMonths?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  abawdStatus?: Resolver<Maybe<ResolversTypes['AbawdStatus']>, ParentType, ContextType>;
  assistanceUnit?: Resolver<Maybe<ReadonlyArray<ResolversTypes['SnapUnitMember']>>, ParentType, ContextType>;
  caseNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  categoricallyEligible?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  certificationEnd?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  certificationStart?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  domesticViolenceExclusion?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  expeditedService?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  grossIncome?: Resolver<Maybe<ResolversTypes['SnapIncome']>, ParentType, ContextType>;
  headOfHousehold?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  immigrationStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  intentionalProgramViolation?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  midPointReportDue?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  monthlyAllotment?: Resolver<Maybe<ResolversTypes['Cents']>, ParentType, ContextType>;
  netIncome?: Resolver<Maybe<ResolversTypes['SnapIncome']>, ParentType, ContextType>;
  office?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  redeterminationDue?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  shelterDeduction?: Resolver<Maybe<ResolversTypes['Cents']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['SnapCaseStatus']>, ParentType, ContextType>;
};

export type SnapUnitMemberResolvers<ContextType = SnapContext, ParentType extends ResolversParentTypes['SnapUnitMember'] = ResolversParentTypes['SnapUnitMember']> = {
  countable?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
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

export type Resolvers<ContextType = SnapContext> = {
  Cents?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  Person?: PersonResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  SnapCase?: SnapCaseResolvers<ContextType>;
  SnapEvent?: SnapEventResolvers<ContextType>;
  SnapIncome?: SnapIncomeResolvers<ContextType>;
  SnapParticipation?: SnapParticipationResolvers<ContextType>;
  SnapUnitMember?: SnapUnitMemberResolvers<ContextType>;
  federation__FieldSet?: GraphQLScalarType;
  federation__Policy?: GraphQLScalarType;
  link__Import?: GraphQLScalarType;
};

export type DirectiveResolvers<ContextType = SnapContext> = {
  inaccessible?: InaccessibleDirectiveResolver<any, any, ContextType>;
  link?: LinkDirectiveResolver<any, any, ContextType>;
  policy?: PolicyDirectiveResolver<any, any, ContextType>;
  tag?: TagDirectiveResolver<any, any, ContextType>;
};
