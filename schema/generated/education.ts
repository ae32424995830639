import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { EducationPerson, EnrollmentRecord, EducationContext } from '../../subgraphs/education/records.ts';
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

export type DirectCertificationSource =
  | 'FOSTER'
  | 'HOMELESS'
  | 'MEDICAID'
  | 'SNAP'
  | 'TANF';

/** An event in a student's enrollment. Discipline and special education are never among the events. */
export type EducationEvent = {
  readonly __typename?: 'EducationEvent';
  /** Day of the event; for a period, its first day. */
  readonly date?: Maybe<Scalars['Date']['output']>;
  readonly kind?: Maybe<EducationEventKind>;
  /** True for a period that has not ended; false for an event of one day. */
  readonly ongoing?: Maybe<Scalars['Boolean']['output']>;
  /** Name of the school that the event is about. */
  readonly school?: Maybe<Scalars['String']['output']>;
  /**
   * Last day of a period, which may lie ahead; null for an event of one day, and for a period that goes on without a set
   * end.
   */
  readonly until?: Maybe<Scalars['Date']['output']>;
};

export type EducationEventKind =
  /** Enrollment in a school, for a school year or the part of it until a transfer or an exit */
  | 'ENROLLMENT'
  /** Last day at a public school */
  | 'EXIT'
  /** Registration for the next school year */
  | 'REGISTRATION'
  /** Transfer to another school during the school year; the period is the rest of that year */
  | 'TRANSFER';

export type EnrollmentStatus =
  | 'ENROLLED'
  | 'EXITED'
  | 'PRE_ENROLLED';

/** Why an enrollment ended, as recorded in the state's Student Information System. */
export type ExitType =
  | 'AGED_OUT'
  | 'GRADUATED'
  | 'HOME_SCHOOL'
  | 'MOVED'
  | 'PROMOTION'
  | 'TRANSFER_IN_DISTRICT'
  | 'TRANSFER_PRIVATE';

/** Grade level (CEDS Entry Grade Level). */
export type GradeLevel =
  | 'GRADE_01'
  | 'GRADE_02'
  | 'GRADE_03'
  | 'GRADE_04'
  | 'GRADE_05'
  | 'GRADE_06'
  | 'GRADE_07'
  | 'GRADE_08'
  | 'GRADE_09'
  | 'GRADE_10'
  | 'GRADE_11'
  | 'GRADE_12'
  | 'KG'
  | 'PK';

/** Disability categories of IDEA (34 CFR 300.8). */
export type IdeaDisability =
  | 'AUTISM'
  | 'DEVELOPMENTAL_DELAY'
  | 'EMOTIONAL_DISABILITY'
  | 'HEARING_IMPAIRMENT'
  | 'INTELLECTUAL_DISABILITY'
  | 'ORTHOPEDIC_IMPAIRMENT'
  | 'OTHER_HEALTH_IMPAIRMENT'
  | 'SPECIFIC_LEARNING_DISABILITY'
  | 'SPEECH_OR_LANGUAGE_IMPAIRMENT'
  | 'VISUAL_IMPAIRMENT';

export type MealStatus =
  | 'FREE'
  | 'PAID'
  | 'REDUCED';

export type Person = {
  readonly __typename?: 'Person';
  /** Enrollment in a public school; null if the board has no record of the person. */
  readonly education?: Maybe<SchoolEnrollment>;
  /**
   * Enrollments in public schools, transfers, and exits, oldest first: at most the 100 most recent events. Empty if there
   * are none; null if the board has no record of the person.
   */
  readonly educationHistory?: Maybe<ReadonlyArray<EducationEvent>>;
  readonly sisId?: Maybe<Scalars['ID']['output']>;
};

export type Query = {
  readonly __typename?: 'Query';
  /** The student with this number in the Student Information System; null if there is none. For the board's own staff. */
  readonly student?: Maybe<Student>;
};


export type QueryStudentArgs = {
  sisId: Scalars['String']['input'];
};

export type School = {
  readonly __typename?: 'School';
  readonly name?: Maybe<Scalars['String']['output']>;
  /** School code of 15 digits: region, county, district, type, and school. */
  readonly rcdts?: Maybe<Scalars['String']['output']>;
};

/** A student's current enrollment, in the terms of CEDS and the state's Student Information System. */
export type SchoolEnrollment = {
  readonly __typename?: 'SchoolEnrollment';
  /** True if the student was absent on at least 10% of days. */
  readonly chronicAbsence?: Maybe<Scalars['Boolean']['output']>;
  readonly daysExcused?: Maybe<Scalars['Int']['output']>;
  readonly daysPresent?: Maybe<Scalars['Int']['output']>;
  readonly daysUnexcused?: Maybe<Scalars['Int']['output']>;
  /** Program that certified the student for free meals (42 USC 1758(b)(4)). */
  readonly directCertification?: Maybe<DirectCertificationSource>;
  readonly disabilityCode?: Maybe<IdeaDisability>;
  readonly disciplineActions?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly englishLearner?: Maybe<Scalars['Boolean']['output']>;
  readonly enrollmentDate?: Maybe<Scalars['Date']['output']>;
  readonly exitDate?: Maybe<Scalars['Date']['output']>;
  readonly exitType?: Maybe<ExitType>;
  readonly fosterCareStatus?: Maybe<Scalars['Boolean']['output']>;
  readonly gradeLevel?: Maybe<GradeLevel>;
  readonly homeSchool?: Maybe<School>;
  readonly homelessStatus?: Maybe<Scalars['Boolean']['output']>;
  /** True if the student has an individualized education program (CEDS IDEA Indicator). */
  readonly iepIndicator?: Maybe<Scalars['Boolean']['output']>;
  readonly iepReviewDate?: Maybe<Scalars['Date']['output']>;
  readonly mealStatus?: Maybe<MealStatus>;
  /** Language spoken at home, as a BCP 47 code. */
  readonly nativeLanguage?: Maybe<Scalars['String']['output']>;
  /** True if the student has a Section 504 plan. */
  readonly plan504?: Maybe<Scalars['Boolean']['output']>;
  /** School year, as the calendar year in which it ends. */
  readonly schoolYear?: Maybe<Scalars['Int']['output']>;
  readonly servingSchool?: Maybe<School>;
  readonly status?: Maybe<EnrollmentStatus>;
};

/** A student, as looked up by the board's own staff. */
export type Student = {
  readonly __typename?: 'Student';
  readonly person?: Maybe<Person>;
  readonly sisId?: Maybe<Scalars['String']['output']>;
  readonly status?: Maybe<EnrollmentStatus>;
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
    & GraphQLRecursivePick<FederationTypes['Person'], {"sisId":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DirectCertificationSource: DirectCertificationSource;
  EducationEvent: ResolverTypeWrapper<EducationEvent>;
  EducationEventKind: EducationEventKind;
  EnrollmentStatus: EnrollmentStatus;
  ExitType: ExitType;
  GradeLevel: GradeLevel;
  IdeaDisability: IdeaDisability;
  MealStatus: MealStatus;
  Person: ResolverTypeWrapper<EducationPerson>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  School: ResolverTypeWrapper<School>;
  SchoolEnrollment: ResolverTypeWrapper<EnrollmentRecord>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Student: ResolverTypeWrapper<EnrollmentRecord>;
  federation__FieldSet: ResolverTypeWrapper<Scalars['federation__FieldSet']['output']>;
  federation__Policy: ResolverTypeWrapper<Scalars['federation__Policy']['output']>;
  link__Import: ResolverTypeWrapper<Scalars['link__Import']['output']>;
  link__Purpose: Link__Purpose;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Date: Scalars['Date']['output'];
  EducationEvent: EducationEvent;
  Person: EducationPerson;
  ID: Scalars['ID']['output'];
  Query: Record<PropertyKey, never>;
  School: School;
  SchoolEnrollment: EnrollmentRecord;
  Int: Scalars['Int']['output'];
  Student: EnrollmentRecord;
  federation__FieldSet: Scalars['federation__FieldSet']['output'];
  federation__Policy: Scalars['federation__Policy']['output'];
  link__Import: Scalars['link__Import']['output'];
  Boolean: Scalars['Boolean']['output'];
  String: Scalars['String']['output'];
};

export type InaccessibleDirectiveArgs = { };

export type InaccessibleDirectiveResolver<Result, Parent, ContextType = EducationContext, Args = InaccessibleDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type LinkDirectiveArgs = {
  as?: Maybe<Scalars['String']['input']>;
  for?: Maybe<Link__Purpose>;
  import?: Maybe<ReadonlyArray<Maybe<Scalars['link__Import']['input']>>>;
  url: Scalars['String']['input'];
};

export type LinkDirectiveResolver<Result, Parent, ContextType = EducationContext, Args = LinkDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type PolicyDirectiveArgs = {
  policies: ReadonlyArray<ReadonlyArray<Scalars['federation__Policy']['input']>>;
};

export type PolicyDirectiveResolver<Result, Parent, ContextType = EducationContext, Args = PolicyDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type TagDirectiveArgs = {
  name: Scalars['String']['input'];
};

export type TagDirectiveResolver<Result, Parent, ContextType = EducationContext, Args = TagDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export type EducationEventResolvers<ContextType = EducationContext, ParentType extends ResolversParentTypes['EducationEvent'] = ResolversParentTypes['EducationEvent']> = {
  date?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['EducationEventKind']>, ParentType, ContextType>;
  ongoing?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  school?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type PersonResolvers<ContextType = EducationContext, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person'], FederationReferenceType extends FederationReferenceTypes['Person'] = FederationReferenceTypes['Person']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Person']> | FederationReferenceType, FederationReferenceType, ContextType>;
  education?: Resolver<Maybe<ResolversTypes['SchoolEnrollment']>, ParentType, ContextType>;
  educationHistory?: Resolver<Maybe<ReadonlyArray<ResolversTypes['EducationEvent']>>, ParentType, ContextType>;
  sisId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = EducationContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  student?: Resolver<Maybe<ResolversTypes['Student']>, ParentType, ContextType, RequireFields<QueryStudentArgs, 'sisId'>>;
};

export type SchoolResolvers<ContextType = EducationContext, ParentType extends ResolversParentTypes['School'] = ResolversParentTypes['School']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rcdts?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SchoolEnrollmentResolvers<ContextType = EducationContext, ParentType extends ResolversParentTypes['SchoolEnrollment'] = ResolversParentTypes['SchoolEnrollment']> = {
  chronicAbsence?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  daysExcused?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  daysPresent?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  daysUnexcused?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  directCertification?: Resolver<Maybe<ResolversTypes['DirectCertificationSource']>, ParentType, ContextType>;
  disabilityCode?: Resolver<Maybe<ResolversTypes['IdeaDisability']>, ParentType, ContextType>;
  disciplineActions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  englishLearner?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  enrollmentDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  exitDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  exitType?: Resolver<Maybe<ResolversTypes['ExitType']>, ParentType, ContextType>;
  fosterCareStatus?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  gradeLevel?: Resolver<Maybe<ResolversTypes['GradeLevel']>, ParentType, ContextType>;
  homeSchool?: Resolver<Maybe<ResolversTypes['School']>, ParentType, ContextType>;
  homelessStatus?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  iepIndicator?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  iepReviewDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  mealStatus?: Resolver<Maybe<ResolversTypes['MealStatus']>, ParentType, ContextType>;
  nativeLanguage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  plan504?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  schoolYear?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  servingSchool?: Resolver<Maybe<ResolversTypes['School']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['EnrollmentStatus']>, ParentType, ContextType>;
};

export type StudentResolvers<ContextType = EducationContext, ParentType extends ResolversParentTypes['Student'] = ResolversParentTypes['Student']> = {
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  sisId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['EnrollmentStatus']>, ParentType, ContextType>;
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

export type Resolvers<ContextType = EducationContext> = {
  Date?: GraphQLScalarType;
  EducationEvent?: EducationEventResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  School?: SchoolResolvers<ContextType>;
  SchoolEnrollment?: SchoolEnrollmentResolvers<ContextType>;
  Student?: StudentResolvers<ContextType>;
  federation__FieldSet?: GraphQLScalarType;
  federation__Policy?: GraphQLScalarType;
  link__Import?: GraphQLScalarType;
};

export type DirectiveResolvers<ContextType = EducationContext> = {
  inaccessible?: InaccessibleDirectiveResolver<any, any, ContextType>;
  link?: LinkDirectiveResolver<any, any, ContextType>;
  policy?: PolicyDirectiveResolver<any, any, ContextType>;
  tag?: TagDirectiveResolver<any, any, ContextType>;
};
