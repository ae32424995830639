import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ChildWelfarePerson, ChildWelfareCaseRecord, CaseFileRecord, ChildWelfareContext } from '../../subgraphs/childwelfare/records.ts';
import type { CaseloadRecord } from '../../subgraphs/childwelfare/caseload/caseload.ts';
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

/**
 * Something that a caseworker must do about one child by a date. Dates follow from the case's records and the law, as of
 * today in Illinois. The department's own deadlines may be earlier.
 */
export type CaseDuty = {
  readonly __typename?: 'CaseDuty';
  readonly dueOn?: Maybe<Scalars['Date']['output']>;
  readonly kind?: Maybe<CaseDutyKind>;
  /** Law that requires it; null for a date that the court has set. */
  readonly law?: Maybe<Scalars['String']['output']>;
  /** True if the date has passed and the records show no later one. */
  readonly overdue?: Maybe<Scalars['Boolean']['output']>;
};

export type CaseDutyKind =
  /** Review of the case plan, every 6 months from removal (42 USC 675(5)(B)) */
  | 'CASE_PLAN_REVIEW'
  /** Hearing on the date that the court has set */
  | 'COURT_HEARING'
  /** Finding of an investigation, within 60 days of the report (325 ILCS 5/7.12) */
  | 'INVESTIGATION_FINDING'
  /** Visit with a child in foster care, once every calendar month (42 USC 624(f)); the date is the month's last day */
  | 'MONTHLY_VISIT'
  /**
   * Permanency hearing: 12 months after temporary custody was taken, then every 6 months (42 USC 675(5)(C); 705 ILCS
   * 405/2-28(2))
   */
  | 'PERMANENCY_HEARING';

/** One child in an open case that is assigned to the requester. */
export type CaseloadCase = {
  readonly __typename?: 'CaseloadCase';
  /** Day from which the requester carries the case. */
  readonly assignedOn?: Maybe<Scalars['Date']['output']>;
  readonly caseNumber?: Maybe<Scalars['String']['output']>;
  /** What the law and the court require next, earliest first. */
  readonly due?: Maybe<ReadonlyArray<CaseDuty>>;
  /** Day on which the case was first assigned to a worker. */
  readonly openedOn?: Maybe<Scalars['Date']['output']>;
  readonly person?: Maybe<Person>;
  readonly status?: Maybe<ChildWelfareStatus>;
};

export type ChildLegalStatus =
  | 'GUARDIANSHIP'
  | 'INTACT'
  | 'NONE'
  | 'PROTECTIVE_SUPERVISION'
  | 'TEMPORARY_CUSTODY';

/** One child's case, in the terms of NIEM Human Services hs:ChildWelfareCase and AFCARS (45 CFR 1355.44). */
export type ChildWelfareCase = {
  readonly __typename?: 'ChildWelfareCase';
  /** Workers to whom the case is assigned now, as the subjects of their tokens; empty if it is closed. */
  readonly assignedWorkers?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly caseNumber?: Maybe<Scalars['String']['output']>;
  /** Number that identifies the caseworker (NIEM hs:Caseworker). */
  readonly caseworker?: Maybe<Scalars['String']['output']>;
  /** County of the circuit court that hears the case. */
  readonly court?: Maybe<Scalars['String']['output']>;
  /** Finding of the investigation; for the department only (325 ILCS 5/11.1). */
  readonly finding?: Maybe<InvestigationFinding>;
  /** True if the Indian Child Welfare Act applies (NIEM hs:ICWAEligibilityIndicator). */
  readonly icwaIndicator?: Maybe<Scalars['Boolean']['output']>;
  /** Status of the investigation; for the department only (325 ILCS 5/11.1). */
  readonly investigationStatus?: Maybe<InvestigationStatus>;
  readonly legalStatus?: Maybe<ChildLegalStatus>;
  readonly medicalConsentAuthority?: Maybe<MedicalConsentAuthority>;
  readonly nextHearing?: Maybe<Scalars['Date']['output']>;
  readonly permanencyGoal?: Maybe<PermanencyGoal>;
  readonly placementCounty?: Maybe<Scalars['String']['output']>;
  readonly placementStart?: Maybe<Scalars['Date']['output']>;
  readonly placementType?: Maybe<PlacementType>;
  /** Date of the most recent removal from home (NIEM hs:FosterCareLastRemovalDate). */
  readonly removalDate?: Maybe<Scalars['Date']['output']>;
  readonly removalReasons?: Maybe<ReadonlyArray<RemovalReason>>;
  /** Person who made the report; never disclosed (325 ILCS 5/7.19). */
  readonly reporter?: Maybe<Scalars['String']['output']>;
  /** Siblings known to the department. */
  readonly siblings?: Maybe<ReadonlyArray<Person>>;
  readonly status?: Maybe<ChildWelfareStatus>;
};

/** A case, as looked up by the department's own staff. */
export type ChildWelfareCaseFile = {
  readonly __typename?: 'ChildWelfareCaseFile';
  /** Children in the case. */
  readonly children?: Maybe<ReadonlyArray<Person>>;
  readonly number?: Maybe<Scalars['String']['output']>;
  readonly status?: Maybe<ChildWelfareStatus>;
};

/**
 * An event in a child's case. Reports, investigations, and placements in treatment or detention are never among the events
 * (325 ILCS 5/11.1, 705 ILCS 405/1-7, 740 ILCS 110), and a child has none after an unfounded report (325 ILCS 5/7.14).
 */
export type ChildWelfareEvent = {
  readonly __typename?: 'ChildWelfareEvent';
  /** Day of the event; for a period, its first day. */
  readonly date?: Maybe<Scalars['Date']['output']>;
  readonly kind?: Maybe<ChildWelfareEventKind>;
  /** True for a period that has not ended; false for an event of one day. */
  readonly ongoing?: Maybe<Scalars['Boolean']['output']>;
  /** Kind of placement; null unless `kind` is PLACEMENT. */
  readonly placementType?: Maybe<PlacementType>;
  /**
   * Last day of a period, which may lie ahead; null for an event of one day, and for a period that goes on without a set
   * end.
   */
  readonly until?: Maybe<Scalars['Date']['output']>;
};

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

export type InvestigationFinding =
  | 'INDICATED'
  | 'UNFOUNDED';

export type InvestigationStatus =
  | 'CLOSED'
  | 'PENDING';

export type MedicalConsentAuthority =
  | 'COURT'
  | 'GUARDIANSHIP_ADMINISTRATOR'
  | 'PARENT';

export type PermanencyGoal =
  | 'ADOPTION'
  | 'GUARDIANSHIP'
  | 'NONE'
  | 'PLANNED_PERMANENT_LIVING_ARRANGEMENT'
  | 'RELATIVES'
  | 'REUNIFY';

export type Person = {
  readonly __typename?: 'Person';
  /** Case at the Department of Children and Family Services; null if the department has no case for this person. */
  readonly childWelfare?: Maybe<ChildWelfareCase>;
  /**
   * Removals, placements, hearings, caseworker visits, and closures, oldest first: at most the 100 most recent events.
   * Empty if there are none; null if the department has no case for this person.
   */
  readonly childWelfareHistory?: Maybe<ReadonlyArray<ChildWelfareEvent>>;
  readonly cypId?: Maybe<Scalars['ID']['output']>;
};

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

export type Query = {
  readonly __typename?: 'Query';
  /** The child welfare case with this number; null if there is none. For the department's own staff. */
  readonly childWelfareCase?: Maybe<ChildWelfareCaseFile>;
  /**
   * The open cases that are assigned to the requester now, one item a child, the most urgent duty first; at most 500. For the
   * department's own staff, who see their own cases only. Empty if no case is assigned to them.
   */
  readonly myCaseload?: Maybe<ReadonlyArray<CaseloadCase>>;
};


export type QueryChildWelfareCaseArgs = {
  number: Scalars['String']['input'];
};

/** Circumstances of the child and family at removal (AFCARS). */
export type RemovalReason =
  | 'CARETAKER_INABILITY'
  | 'CHILD_DRUG_ABUSE'
  | 'INADEQUATE_HOUSING'
  | 'NEGLECT'
  | 'PARENT_DEATH'
  | 'PARENT_DRUG_ABUSE'
  | 'PARENT_INCARCERATION'
  | 'PHYSICAL_ABUSE'
  | 'RELINQUISHMENT'
  | 'SEXUAL_ABUSE';

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
    & GraphQLRecursivePick<FederationTypes['Person'], {"cypId":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  CaseDuty: ResolverTypeWrapper<CaseDuty>;
  CaseDutyKind: CaseDutyKind;
  CaseloadCase: ResolverTypeWrapper<CaseloadRecord>;
  ChildLegalStatus: ChildLegalStatus;
  ChildWelfareCase: ResolverTypeWrapper<ChildWelfareCaseRecord>;
  ChildWelfareCaseFile: ResolverTypeWrapper<CaseFileRecord>;
  ChildWelfareEvent: ResolverTypeWrapper<ChildWelfareEvent>;
  ChildWelfareEventKind: ChildWelfareEventKind;
  ChildWelfareStatus: ChildWelfareStatus;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  InvestigationFinding: InvestigationFinding;
  InvestigationStatus: InvestigationStatus;
  MedicalConsentAuthority: MedicalConsentAuthority;
  PermanencyGoal: PermanencyGoal;
  Person: ResolverTypeWrapper<ChildWelfarePerson>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  PlacementType: PlacementType;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RemovalReason: RemovalReason;
  federation__FieldSet: ResolverTypeWrapper<Scalars['federation__FieldSet']['output']>;
  federation__Policy: ResolverTypeWrapper<Scalars['federation__Policy']['output']>;
  link__Import: ResolverTypeWrapper<Scalars['link__Import']['output']>;
  link__Purpose: Link__Purpose;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  CaseDuty: CaseDuty;
  CaseloadCase: CaseloadRecord;
  ChildWelfareCase: ChildWelfareCaseRecord;
  ChildWelfareCaseFile: CaseFileRecord;
  ChildWelfareEvent: ChildWelfareEvent;
  Date: Scalars['Date']['output'];
  Person: ChildWelfarePerson;
  ID: Scalars['ID']['output'];
  Query: Record<PropertyKey, never>;
  federation__FieldSet: Scalars['federation__FieldSet']['output'];
  federation__Policy: Scalars['federation__Policy']['output'];
  link__Import: Scalars['link__Import']['output'];
  Boolean: Scalars['Boolean']['output'];
  String: Scalars['String']['output'];
};

export type InaccessibleDirectiveArgs = { };

export type InaccessibleDirectiveResolver<Result, Parent, ContextType = ChildWelfareContext, Args = InaccessibleDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type LinkDirectiveArgs = {
  as?: Maybe<Scalars['String']['input']>;
  for?: Maybe<Link__Purpose>;
  import?: Maybe<ReadonlyArray<Maybe<Scalars['link__Import']['input']>>>;
  url: Scalars['String']['input'];
};

export type LinkDirectiveResolver<Result, Parent, ContextType = ChildWelfareContext, Args = LinkDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type PolicyDirectiveArgs = {
  policies: ReadonlyArray<ReadonlyArray<Scalars['federation__Policy']['input']>>;
};

export type PolicyDirectiveResolver<Result, Parent, ContextType = ChildWelfareContext, Args = PolicyDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type TagDirectiveArgs = {
  name: Scalars['String']['input'];
};

export type TagDirectiveResolver<Result, Parent, ContextType = ChildWelfareContext, Args = TagDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type CaseDutyResolvers<ContextType = ChildWelfareContext, ParentType extends ResolversParentTypes['CaseDuty'] = ResolversParentTypes['CaseDuty']> = {
  dueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['CaseDutyKind']>, ParentType, ContextType>;
  law?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  overdue?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type CaseloadCaseResolvers<ContextType = ChildWelfareContext, ParentType extends ResolversParentTypes['CaseloadCase'] = ResolversParentTypes['CaseloadCase']> = {
  assignedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  caseNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  due?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CaseDuty']>>, ParentType, ContextType>;
  openedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['ChildWelfareStatus']>, ParentType, ContextType>;
};

export type ChildWelfareCaseResolvers<ContextType = ChildWelfareContext, ParentType extends ResolversParentTypes['ChildWelfareCase'] = ResolversParentTypes['ChildWelfareCase']> = {
  assignedWorkers?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  caseNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  caseworker?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  court?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  finding?: Resolver<Maybe<ResolversTypes['InvestigationFinding']>, ParentType, ContextType>;
  icwaIndicator?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  investigationStatus?: Resolver<Maybe<ResolversTypes['InvestigationStatus']>, ParentType, ContextType>;
  legalStatus?: Resolver<Maybe<ResolversTypes['ChildLegalStatus']>, ParentType, ContextType>;
  medicalConsentAuthority?: Resolver<Maybe<ResolversTypes['MedicalConsentAuthority']>, ParentType, ContextType>;
  nextHearing?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  permanencyGoal?: Resolver<Maybe<ResolversTypes['PermanencyGoal']>, ParentType, ContextType>;
  placementCounty?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  placementStart?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  placementType?: Resolver<Maybe<ResolversTypes['PlacementType']>, ParentType, ContextType>;
  removalDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  removalReasons?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RemovalReason']>>, ParentType, ContextType>;
  reporter?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  siblings?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Person']>>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['ChildWelfareStatus']>, ParentType, ContextType>;
};

export type ChildWelfareCaseFileResolvers<ContextType = ChildWelfareContext, ParentType extends ResolversParentTypes['ChildWelfareCaseFile'] = ResolversParentTypes['ChildWelfareCaseFile']> = {
  children?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Person']>>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['ChildWelfareStatus']>, ParentType, ContextType>;
};

export type ChildWelfareEventResolvers<ContextType = ChildWelfareContext, ParentType extends ResolversParentTypes['ChildWelfareEvent'] = ResolversParentTypes['ChildWelfareEvent']> = {
  date?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['ChildWelfareEventKind']>, ParentType, ContextType>;
  ongoing?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  placementType?: Resolver<Maybe<ResolversTypes['PlacementType']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export type PersonResolvers<ContextType = ChildWelfareContext, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person'], FederationReferenceType extends FederationReferenceTypes['Person'] = FederationReferenceTypes['Person']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Person']> | FederationReferenceType, FederationReferenceType, ContextType>;
  childWelfare?: Resolver<Maybe<ResolversTypes['ChildWelfareCase']>, ParentType, ContextType>;
  childWelfareHistory?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ChildWelfareEvent']>>, ParentType, ContextType>;
  cypId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = ChildWelfareContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  childWelfareCase?: Resolver<Maybe<ResolversTypes['ChildWelfareCaseFile']>, ParentType, ContextType, RequireFields<QueryChildWelfareCaseArgs, 'number'>>;
  myCaseload?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CaseloadCase']>>, ParentType, ContextType>;
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

export type Resolvers<ContextType = ChildWelfareContext> = {
  CaseDuty?: CaseDutyResolvers<ContextType>;
  CaseloadCase?: CaseloadCaseResolvers<ContextType>;
  ChildWelfareCase?: ChildWelfareCaseResolvers<ContextType>;
  ChildWelfareCaseFile?: ChildWelfareCaseFileResolvers<ContextType>;
  ChildWelfareEvent?: ChildWelfareEventResolvers<ContextType>;
  Date?: GraphQLScalarType;
  Person?: PersonResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  federation__FieldSet?: GraphQLScalarType;
  federation__Policy?: GraphQLScalarType;
  link__Import?: GraphQLScalarType;
};

export type DirectiveResolvers<ContextType = ChildWelfareContext> = {
  inaccessible?: InaccessibleDirectiveResolver<any, any, ContextType>;
  link?: LinkDirectiveResolver<any, any, ContextType>;
  policy?: PolicyDirectiveResolver<any, any, ContextType>;
  tag?: TagDirectiveResolver<any, any, ContextType>;
};
