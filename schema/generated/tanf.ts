import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { TanfPerson, TanfParticipationRecord, TanfCaseRecord, TanfContext } from '../../subgraphs/tanf/records.ts';
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

export type Person = {
  readonly __typename?: 'Person';
  /** Participation in Temporary Assistance for Needy Families; null if the program has no record of the person. */
  readonly tanf?: Maybe<TanfParticipation>;
  readonly tanfClientId?: Maybe<Scalars['ID']['output']>;
  /**
   * What happened in the person's TANF case, oldest first: at most the 100 most recent events. Empty if there are none;
   * null if the program has no record of the person.
   */
  readonly tanfHistory?: Maybe<ReadonlyArray<TanfEvent>>;
};

export type Query = {
  readonly __typename?: 'Query';
  /** The TANF case with this number; null if there is none. For the program's own staff. */
  readonly tanfCase?: Maybe<TanfCase>;
};


export type QueryTanfCaseArgs = {
  number: Scalars['String']['input'];
};

/** A case, as looked up by the program's own staff. */
export type TanfCase = {
  readonly __typename?: 'TanfCase';
  /** Persons in the assistance unit. */
  readonly members?: Maybe<ReadonlyArray<Person>>;
  readonly number?: Maybe<Scalars['String']['output']>;
  readonly payee?: Maybe<Person>;
  readonly status?: Maybe<TanfCaseStatus>;
};

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

/** An event in a person's TANF case. Domestic violence, sanctions, and what tax data showed are never among the events. */
export type TanfEvent = {
  readonly __typename?: 'TanfEvent';
  /** What the household reported; null unless `kind` is CHANGE. */
  readonly change?: Maybe<TanfChange>;
  /** Why the case was closed; null unless `kind` is CLOSURE. */
  readonly closureReason?: Maybe<TanfClosureReason>;
  /** Day of the event; for a period, its first day. */
  readonly date?: Maybe<Scalars['Date']['output']>;
  readonly kind?: Maybe<TanfEventKind>;
  /** True for a period that has not ended; false for an event of one day. */
  readonly ongoing?: Maybe<Scalars['Boolean']['output']>;
  /**
   * Last day of a period, which may lie ahead; null for an event of one day, and for a period that goes on without a set
   * end.
   */
  readonly until?: Maybe<Scalars['Date']['output']>;
};

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

/** A person's participation in a TANF case, in the terms of the Integrated Eligibility System. */
export type TanfParticipation = {
  readonly __typename?: 'TanfParticipation';
  readonly approvalDate?: Maybe<Scalars['Date']['output']>;
  /** Case number in the Integrated Eligibility System. */
  readonly caseNumber?: Maybe<Scalars['String']['output']>;
  readonly certificationEnd?: Maybe<Scalars['Date']['output']>;
  /** Child-only case; the lifetime limit does not apply because only children are in the unit. */
  readonly childOnly?: Maybe<Scalars['Boolean']['output']>;
  /** Domestic violence exclusion; never disclosed, for the safety of the victim (750 ILCS 61; 34 USC 12291(b)(2)). */
  readonly domesticViolenceExclusion?: Maybe<Scalars['Boolean']['output']>;
  /** Monthly grant that is paid. */
  readonly grantAmount?: Maybe<Scalars['Cents']['output']>;
  readonly lastPaymentDate?: Maybe<Scalars['Date']['output']>;
  /** Months counted toward the lifetime limit of 60 months, since July 1997. */
  readonly monthsCounted?: Maybe<Scalars['Int']['output']>;
  /** Family Community Resource Center that manages the case. */
  readonly office?: Maybe<Scalars['String']['output']>;
  /** Person who receives the payment for the unit. */
  readonly payee?: Maybe<Person>;
  /** Monthly payment level for the unit before income and sanctions. */
  readonly paymentLevel?: Maybe<Scalars['Cents']['output']>;
  /** Date by which eligibility must be redetermined (REDE). */
  readonly redeterminationDue?: Maybe<Scalars['Date']['output']>;
  /** Sanction level, from 0 to 3; levels 1 and 2 withhold half of the payment level, and level 3 all of it. */
  readonly sanctionLevel?: Maybe<Scalars['Int']['output']>;
  /** Activities in the Responsibility and Services Plan. */
  readonly serviceActivities?: Maybe<ReadonlyArray<TanfServiceActivity>>;
  readonly status?: Maybe<TanfCaseStatus>;
  /** Number of persons in the assistance unit. */
  readonly unitSize?: Maybe<Scalars['Int']['output']>;
};

export type TanfServiceActivity =
  | 'BASIC_EDUCATION'
  | 'EMPLOYMENT'
  | 'JOB_SEARCH'
  | 'PARENTING'
  | 'VOCATIONAL_TRAINING'
  | 'WORK_EXPERIENCE';

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
    & GraphQLRecursivePick<FederationTypes['Person'], {"tanfClientId":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Cents: ResolverTypeWrapper<Scalars['Cents']['output']>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  Person: ResolverTypeWrapper<TanfPerson>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TanfCase: ResolverTypeWrapper<TanfCaseRecord>;
  TanfCaseStatus: TanfCaseStatus;
  TanfChange: TanfChange;
  TanfClosureReason: TanfClosureReason;
  TanfEvent: ResolverTypeWrapper<TanfEvent>;
  TanfEventKind: TanfEventKind;
  TanfParticipation: ResolverTypeWrapper<TanfParticipationRecord>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  TanfServiceActivity: TanfServiceActivity;
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
  Person: TanfPerson;
  ID: Scalars['ID']['output'];
  Query: Record<PropertyKey, never>;
  TanfCase: TanfCaseRecord;
  TanfEvent: TanfEvent;
  TanfParticipation: TanfParticipationRecord;
  Int: Scalars['Int']['output'];
  federation__FieldSet: Scalars['federation__FieldSet']['output'];
  federation__Policy: Scalars['federation__Policy']['output'];
  link__Import: Scalars['link__Import']['output'];
  Boolean: Scalars['Boolean']['output'];
  String: Scalars['String']['output'];
};

export type InaccessibleDirectiveArgs = { };

export type InaccessibleDirectiveResolver<Result, Parent, ContextType = TanfContext, Args = InaccessibleDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type LinkDirectiveArgs = {
  as?: Maybe<Scalars['String']['input']>;
  for?: Maybe<Link__Purpose>;
  import?: Maybe<ReadonlyArray<Maybe<Scalars['link__Import']['input']>>>;
  url: Scalars['String']['input'];
};

export type LinkDirectiveResolver<Result, Parent, ContextType = TanfContext, Args = LinkDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type PolicyDirectiveArgs = {
  policies: ReadonlyArray<ReadonlyArray<Scalars['federation__Policy']['input']>>;
};

export type PolicyDirectiveResolver<Result, Parent, ContextType = TanfContext, Args = PolicyDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type TagDirectiveArgs = {
  name: Scalars['String']['input'];
};

export type TagDirectiveResolver<Result, Parent, ContextType = TanfContext, Args = TagDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export interface CentsScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Cents'], any> {
  name: 'Cents';
}

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export type PersonResolvers<ContextType = TanfContext, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person'], FederationReferenceType extends FederationReferenceTypes['Person'] = FederationReferenceTypes['Person']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Person']> | FederationReferenceType, FederationReferenceType, ContextType>;
  tanf?: Resolver<Maybe<ResolversTypes['TanfParticipation']>, ParentType, ContextType>;
  tanfClientId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  tanfHistory?: Resolver<Maybe<ReadonlyArray<ResolversTypes['TanfEvent']>>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = TanfContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  tanfCase?: Resolver<Maybe<ResolversTypes['TanfCase']>, ParentType, ContextType, RequireFields<QueryTanfCaseArgs, 'number'>>;
};

export type TanfCaseResolvers<ContextType = TanfContext, ParentType extends ResolversParentTypes['TanfCase'] = ResolversParentTypes['TanfCase']> = {
  members?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Person']>>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  payee?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['TanfCaseStatus']>, ParentType, ContextType>;
};

export type TanfEventResolvers<ContextType = TanfContext, ParentType extends ResolversParentTypes['TanfEvent'] = ResolversParentTypes['TanfEvent']> = {
  change?: Resolver<Maybe<ResolversTypes['TanfChange']>, ParentType, ContextType>;
  closureReason?: Resolver<Maybe<ResolversTypes['TanfClosureReason']>, ParentType, ContextType>;
  date?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['TanfEventKind']>, ParentType, ContextType>;
  ongoing?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type TanfParticipationResolvers<ContextType = TanfContext, ParentType extends ResolversParentTypes['TanfParticipation'] = ResolversParentTypes['TanfParticipation']> = {
  approvalDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  caseNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  certificationEnd?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  childOnly?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  domesticViolenceExclusion?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  grantAmount?: Resolver<Maybe<ResolversTypes['Cents']>, ParentType, ContextType>;
  lastPaymentDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  monthsCounted?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  office?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  payee?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  paymentLevel?: Resolver<Maybe<ResolversTypes['Cents']>, ParentType, ContextType>;
  redeterminationDue?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  sanctionLevel?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  serviceActivities?: Resolver<Maybe<ReadonlyArray<ResolversTypes['TanfServiceActivity']>>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['TanfCaseStatus']>, ParentType, ContextType>;
  unitSize?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
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

export type Resolvers<ContextType = TanfContext> = {
  Cents?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  Person?: PersonResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  TanfCase?: TanfCaseResolvers<ContextType>;
  TanfEvent?: TanfEventResolvers<ContextType>;
  TanfParticipation?: TanfParticipationResolvers<ContextType>;
  federation__FieldSet?: GraphQLScalarType;
  federation__Policy?: GraphQLScalarType;
  link__Import?: GraphQLScalarType;
};

export type DirectiveResolvers<ContextType = TanfContext> = {
  inaccessible?: InaccessibleDirectiveResolver<any, any, ContextType>;
  link?: LinkDirectiveResolver<any, any, ContextType>;
  policy?: PolicyDirectiveResolver<any, any, ContextType>;
  tag?: TagDirectiveResolver<any, any, ContextType>;
};
