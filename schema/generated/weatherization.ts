import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { WeatherizationPerson, EnergyAssistanceRecord, EnergyApplicationRecord, WeatherizationContext } from '../../subgraphs/weatherization/records.ts';
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

export type DisconnectionStatus =
  | 'CONNECTED'
  | 'NOTICE'
  | 'OFF';

export type DwellingType =
  | 'MOBILE'
  | 'MULTIFAMILY_LARGE'
  | 'MULTIFAMILY_SMALL'
  | 'SITE_BUILT';

/** An application, as looked up by the program's own staff. */
export type EnergyApplication = {
  readonly __typename?: 'EnergyApplication';
  readonly applicant?: Maybe<Person>;
  readonly number?: Maybe<Scalars['String']['output']>;
  readonly occupants?: Maybe<ReadonlyArray<Person>>;
  readonly status?: Maybe<WeatherizationStatus>;
};

export type EnergyAssistance = {
  readonly __typename?: 'EnergyAssistance';
  readonly applicant?: Maybe<Person>;
  /** Unpaid balance with the utility. */
  readonly arrearage?: Maybe<Scalars['Cents']['output']>;
  readonly auditDate?: Maybe<Scalars['Date']['output']>;
  readonly benefitAmount?: Maybe<Scalars['Cents']['output']>;
  readonly benefitType?: Maybe<LiheapBenefitType>;
  /** Air leakage at 50 pascals after the work, in cubic feet per minute. */
  readonly blowerDoorPost?: Maybe<Scalars['Int']['output']>;
  /** Air leakage at 50 pascals before the work, in cubic feet per minute. */
  readonly blowerDoorPre?: Maybe<Scalars['Int']['output']>;
  readonly categoricalBasis?: Maybe<EnergyCategoricalBasis>;
  readonly completionDate?: Maybe<Scalars['Date']['output']>;
  readonly deferralReason?: Maybe<Scalars['String']['output']>;
  readonly disconnectionStatus?: Maybe<DisconnectionStatus>;
  readonly dwellingType?: Maybe<DwellingType>;
  readonly fuelType?: Maybe<FuelType>;
  readonly fundingSource?: Maybe<WeatherizationFunding>;
  readonly healthSafetyFindings?: Maybe<ReadonlyArray<HealthSafetyFinding>>;
  /** Household income as a percentage of the federal poverty level. */
  readonly incomePercentOfPoverty?: Maybe<Scalars['Int']['output']>;
  /** Community action agency that serves the household. */
  readonly localAgency?: Maybe<Scalars['String']['output']>;
  readonly measures?: Maybe<ReadonlyArray<WeatherizationMeasure>>;
  readonly occupants?: Maybe<Scalars['Int']['output']>;
  readonly priorityGroups?: Maybe<ReadonlyArray<EnergyPriorityGroup>>;
  /** Program year, as the calendar year in which it starts. */
  readonly programYear?: Maybe<Scalars['Int']['output']>;
  /** Savings-to-investment ratio of the planned measures; at 1.0 or more they pay for themselves. */
  readonly savingsToInvestmentRatio?: Maybe<Scalars['Float']['output']>;
  /** Status of the household's weatherization. */
  readonly status?: Maybe<WeatherizationStatus>;
  readonly tenure?: Maybe<Tenure>;
  readonly utilityVendor?: Maybe<Scalars['String']['output']>;
  readonly yearBuilt?: Maybe<Scalars['Int']['output']>;
};

export type EnergyCategoricalBasis =
  | 'AABD'
  | 'HUD'
  | 'LIHEAP'
  | 'SSI'
  | 'TANF'
  | 'USDA_RD';

/** Groups with priority for assistance (47 Ill. Adm. Code 100.410). */
export type EnergyPriorityGroup =
  /** Child age 5 or younger */
  | 'CHILD_UNDER_6'
  | 'DISABLED'
  | 'ELDERLY'
  | 'HIGH_BURDEN';

export type FuelType =
  | 'ELECTRIC'
  | 'NAT_GAS'
  | 'OIL'
  | 'PROPANE'
  | 'WOOD';

export type HealthSafetyFinding =
  | 'CARBON_MONOXIDE'
  | 'GAS_LEAK'
  | 'KNOB_AND_TUBE'
  | 'LEAD'
  | 'MOLD'
  | 'STRUCTURAL';

export type LiheapBenefitType =
  | 'CASH'
  | 'COOLING'
  | 'CRISIS_RECONNECTION'
  /** Direct vendor payment */
  | 'DVP'
  | 'FURNACE'
  /** Percentage of Income Payment Plan */
  | 'PIPP';

export type Person = {
  readonly __typename?: 'Person';
  readonly energyClientId?: Maybe<Scalars['ID']['output']>;
  /**
   * Energy assistance (LIHEAP) and weatherization (IHWAP) for the person's household; null if the program has no record of
   * the person.
   */
  readonly weatherization?: Maybe<EnergyAssistance>;
  /**
   * What happened in the household's energy assistance and weatherization, oldest first: at most the 100 most recent
   * events. Empty if there are none; null if the program has no record of the person.
   */
  readonly weatherizationHistory?: Maybe<ReadonlyArray<WeatherizationEvent>>;
};

export type Query = {
  readonly __typename?: 'Query';
  /** The energy assistance application with this number; null if there is none. For the program's own staff. */
  readonly energyApplication?: Maybe<EnergyApplication>;
};


export type QueryEnergyApplicationArgs = {
  number: Scalars['String']['input'];
};

export type Tenure =
  | 'OWN'
  | 'RENT';

/** An event in a household's energy assistance or in the weatherization of its home. */
export type WeatherizationEvent = {
  readonly __typename?: 'WeatherizationEvent';
  /** Day of the event; for a period, its first day. */
  readonly date?: Maybe<Scalars['Date']['output']>;
  readonly kind?: Maybe<WeatherizationEventKind>;
  /** Measure that was installed; null unless `kind` is MEASURE. */
  readonly measure?: Maybe<WeatherizationMeasure>;
  /** True for a period that has not ended; false for an event of one day. */
  readonly ongoing?: Maybe<Scalars['Boolean']['output']>;
  /**
   * Last day of a period, which may lie ahead; null for an event of one day, and for a period that goes on without a set
   * end.
   */
  readonly until?: Maybe<Scalars['Date']['output']>;
};

export type WeatherizationEventKind =
  /** Application for a program year */
  | 'APPLICATION'
  /** Energy audit of the dwelling */
  | 'AUDIT'
  /** Installation of one measure */
  | 'MEASURE'
  /** Visit of the local agency to the dwelling */
  | 'VISIT';

export type WeatherizationFunding =
  | 'DOE'
  | 'HHS'
  | 'STATE'
  | 'UTILITY';

export type WeatherizationMeasure =
  | 'AIR_SEAL'
  | 'ATTIC_INSULATION'
  | 'CO_DETECTOR'
  | 'DUCT_SEAL'
  | 'FURNACE_REPAIR'
  | 'FURNACE_REPLACE'
  | 'SMOKE_DETECTOR'
  | 'VENTILATION'
  | 'WALL_INSULATION'
  | 'WATER_HEATER';

export type WeatherizationStatus =
  | 'APPLIED'
  | 'AUDITED'
  | 'COMPLETE'
  | 'DEFERRED'
  | 'FINAL_INSPECTION'
  | 'IN_PROGRESS'
  | 'WAITLIST';

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
    & GraphQLRecursivePick<FederationTypes['Person'], {"energyClientId":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Cents: ResolverTypeWrapper<Scalars['Cents']['output']>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DisconnectionStatus: DisconnectionStatus;
  DwellingType: DwellingType;
  EnergyApplication: ResolverTypeWrapper<EnergyApplicationRecord>;
  EnergyAssistance: ResolverTypeWrapper<EnergyAssistanceRecord>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  EnergyCategoricalBasis: EnergyCategoricalBasis;
  EnergyPriorityGroup: EnergyPriorityGroup;
  FuelType: FuelType;
  HealthSafetyFinding: HealthSafetyFinding;
  LiheapBenefitType: LiheapBenefitType;
  Person: ResolverTypeWrapper<WeatherizationPerson>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Tenure: Tenure;
  WeatherizationEvent: ResolverTypeWrapper<WeatherizationEvent>;
  WeatherizationEventKind: WeatherizationEventKind;
  WeatherizationFunding: WeatherizationFunding;
  WeatherizationMeasure: WeatherizationMeasure;
  WeatherizationStatus: WeatherizationStatus;
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
  EnergyApplication: EnergyApplicationRecord;
  EnergyAssistance: EnergyAssistanceRecord;
  Int: Scalars['Int']['output'];
  Float: Scalars['Float']['output'];
  Person: WeatherizationPerson;
  ID: Scalars['ID']['output'];
  Query: Record<PropertyKey, never>;
  WeatherizationEvent: WeatherizationEvent;
  federation__FieldSet: Scalars['federation__FieldSet']['output'];
  federation__Policy: Scalars['federation__Policy']['output'];
  link__Import: Scalars['link__Import']['output'];
  Boolean: Scalars['Boolean']['output'];
  String: Scalars['String']['output'];
};

export type InaccessibleDirectiveArgs = { };

export type InaccessibleDirectiveResolver<Result, Parent, ContextType = WeatherizationContext, Args = InaccessibleDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type LinkDirectiveArgs = {
  as?: Maybe<Scalars['String']['input']>;
  for?: Maybe<Link__Purpose>;
  import?: Maybe<ReadonlyArray<Maybe<Scalars['link__Import']['input']>>>;
  url: Scalars['String']['input'];
};

export type LinkDirectiveResolver<Result, Parent, ContextType = WeatherizationContext, Args = LinkDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type PolicyDirectiveArgs = {
  policies: ReadonlyArray<ReadonlyArray<Scalars['federation__Policy']['input']>>;
};

export type PolicyDirectiveResolver<Result, Parent, ContextType = WeatherizationContext, Args = PolicyDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type TagDirectiveArgs = {
  name: Scalars['String']['input'];
};

export type TagDirectiveResolver<Result, Parent, ContextType = WeatherizationContext, Args = TagDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export interface CentsScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Cents'], any> {
  name: 'Cents';
}

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export type EnergyApplicationResolvers<ContextType = WeatherizationContext, ParentType extends ResolversParentTypes['EnergyApplication'] = ResolversParentTypes['EnergyApplication']> = {
  applicant?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  occupants?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Person']>>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['WeatherizationStatus']>, ParentType, ContextType>;
};

export type EnergyAssistanceResolvers<ContextType = WeatherizationContext, ParentType extends ResolversParentTypes['EnergyAssistance'] = ResolversParentTypes['EnergyAssistance']> = {
  applicant?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  arrearage?: Resolver<Maybe<ResolversTypes['Cents']>, ParentType, ContextType>;
  auditDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  benefitAmount?: Resolver<Maybe<ResolversTypes['Cents']>, ParentType, ContextType>;
  benefitType?: Resolver<Maybe<ResolversTypes['LiheapBenefitType']>, ParentType, ContextType>;
  blowerDoorPost?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  blowerDoorPre?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  categoricalBasis?: Resolver<Maybe<ResolversTypes['EnergyCategoricalBasis']>, ParentType, ContextType>;
  completionDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  deferralReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  disconnectionStatus?: Resolver<Maybe<ResolversTypes['DisconnectionStatus']>, ParentType, ContextType>;
  dwellingType?: Resolver<Maybe<ResolversTypes['DwellingType']>, ParentType, ContextType>;
  fuelType?: Resolver<Maybe<ResolversTypes['FuelType']>, ParentType, ContextType>;
  fundingSource?: Resolver<Maybe<ResolversTypes['WeatherizationFunding']>, ParentType, ContextType>;
  healthSafetyFindings?: Resolver<Maybe<ReadonlyArray<ResolversTypes['HealthSafetyFinding']>>, ParentType, ContextType>;
  incomePercentOfPoverty?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  localAgency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  measures?: Resolver<Maybe<ReadonlyArray<ResolversTypes['WeatherizationMeasure']>>, ParentType, ContextType>;
  occupants?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  priorityGroups?: Resolver<Maybe<ReadonlyArray<ResolversTypes['EnergyPriorityGroup']>>, ParentType, ContextType>;
  programYear?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  savingsToInvestmentRatio?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['WeatherizationStatus']>, ParentType, ContextType>;
  tenure?: Resolver<Maybe<ResolversTypes['Tenure']>, ParentType, ContextType>;
  utilityVendor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  yearBuilt?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type PersonResolvers<ContextType = WeatherizationContext, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person'], FederationReferenceType extends FederationReferenceTypes['Person'] = FederationReferenceTypes['Person']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Person']> | FederationReferenceType, FederationReferenceType, ContextType>;
  energyClientId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  weatherization?: Resolver<Maybe<ResolversTypes['EnergyAssistance']>, ParentType, ContextType>;
  weatherizationHistory?: Resolver<Maybe<ReadonlyArray<ResolversTypes['WeatherizationEvent']>>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = WeatherizationContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  energyApplication?: Resolver<Maybe<ResolversTypes['EnergyApplication']>, ParentType, ContextType, RequireFields<QueryEnergyApplicationArgs, 'number'>>;
};

export type WeatherizationEventResolvers<ContextType = WeatherizationContext, ParentType extends ResolversParentTypes['WeatherizationEvent'] = ResolversParentTypes['WeatherizationEvent']> = {
  date?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['WeatherizationEventKind']>, ParentType, ContextType>;
  measure?: Resolver<Maybe<ResolversTypes['WeatherizationMeasure']>, ParentType, ContextType>;
  ongoing?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
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

export type Resolvers<ContextType = WeatherizationContext> = {
  Cents?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  EnergyApplication?: EnergyApplicationResolvers<ContextType>;
  EnergyAssistance?: EnergyAssistanceResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  WeatherizationEvent?: WeatherizationEventResolvers<ContextType>;
  federation__FieldSet?: GraphQLScalarType;
  federation__Policy?: GraphQLScalarType;
  link__Import?: GraphQLScalarType;
};

export type DirectiveResolvers<ContextType = WeatherizationContext> = {
  inaccessible?: InaccessibleDirectiveResolver<any, any, ContextType>;
  link?: LinkDirectiveResolver<any, any, ContextType>;
  policy?: PolicyDirectiveResolver<any, any, ContextType>;
  tag?: TagDirectiveResolver<any, any, ContextType>;
};
