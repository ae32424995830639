import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { PersonRecord, HouseholdRecord, RelationshipRecord } from '../../subgraphs/identity/records.ts';
import type { IdentityContext } from '../../subgraphs/identity/loaders.ts';
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
  /**
   * An instant in RFC 3339 format. Responses use UTC: 2026-12-01T15:00:00.000Z. Arguments may use any time zone and up to
   * nine digits of a fractional second: 2026-12-01T09:00:00.123456-06:00.
   */
  DateTime: { input: string; output: string; }
  federation__FieldSet: { input: string; output: string; }
  federation__Policy: { input: string; output: string; }
  link__Import: { input: string; output: string; }
};

export type Address = {
  readonly __typename?: 'Address';
  readonly city?: Maybe<Scalars['String']['output']>;
  /** County name. */
  readonly county?: Maybe<Scalars['String']['output']>;
  /** County FIPS code, five digits, from 17001 to 17203. */
  readonly countyFips?: Maybe<Scalars['String']['output']>;
  /** State, as a two-letter USPS code. */
  readonly state?: Maybe<Scalars['String']['output']>;
  readonly street?: Maybe<Scalars['String']['output']>;
  /** ZIP Code, five digits. */
  readonly zip?: Maybe<Scalars['String']['output']>;
};

export type AdministrativeGender =
  | 'FEMALE'
  | 'MALE'
  | 'OTHER'
  | 'UNKNOWN';

export type CrosswalkFileInput = {
  readonly issuedAt: Scalars['DateTime']['input'];
  /** SHA-256 of the whole file, in hexadecimal. */
  readonly sha256: Scalars['String']['input'];
  /** SHA-256 thumbprint of the key that signed the file (RFC 7638). */
  readonly signedBy: Scalars['String']['input'];
};

export type Dependent = {
  readonly __typename?: 'Dependent';
  readonly familyName?: Maybe<Scalars['String']['output']>;
  readonly givenName?: Maybe<Scalars['String']['output']>;
  /** The child's Person.id. */
  readonly personId: Scalars['ID']['output'];
  /** What the resident is to the child: MTH, FTH, or GUARD. */
  readonly relationship?: Maybe<RelationshipKind>;
};

export type Household = {
  readonly __typename?: 'Household';
  /** Residence; null if it is protected by the Address Confidentiality Program (750 ILCS 61). */
  readonly address?: Maybe<Address>;
  readonly id: Scalars['ID']['output'];
  /** Persons whose household of record this is, oldest first. */
  readonly members?: Maybe<ReadonlyArray<Person>>;
};

export type LinkPersonsInput = {
  /** The signed crosswalk file that the links are from. */
  readonly file?: InputMaybe<CrosswalkFileInput>;
  /**
   * 1 to 1,000 links. A person may have several numbers in a system: the last one is the current one, and the others still
   * find the person.
   */
  readonly links: ReadonlyArray<PersonLinkInput>;
  /** The system that has the numbers, such as snap. */
  readonly system: Scalars['String']['input'];
};

export type LinkPersonsPayload = {
  readonly __typename?: 'LinkPersonsPayload';
  /** The links that were new; null if there were none, or if there are problems. */
  readonly batch?: Maybe<PersonLinkBatch>;
  /** Why nothing was recorded: the first 100 problems. */
  readonly problems?: Maybe<ReadonlyArray<PersonLinkProblem>>;
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /**
   * Record numbers of persons in a system. All links are recorded, or none, and `problems` says why. A link that exists
   * already is no problem, so a call may be repeated. Role: DATA_STEWARD of DOIT, for DATA_GOVERNANCE.
   */
  readonly linkPersons?: Maybe<LinkPersonsPayload>;
};


export type MutationLinkPersonsArgs = {
  input: LinkPersonsInput;
};

/**
 * A person, as recorded in the person index. The person's numbers in the agencies' systems are keys for joins between
 * systems; clients and other agencies never see them.
 */
export type Person = {
  readonly __typename?: 'Person';
  /** Date of birth (NIEM nc:PersonBirthDate). */
  readonly birthDate?: Maybe<Scalars['Date']['output']>;
  readonly cypId?: Maybe<Scalars['ID']['output']>;
  readonly energyClientId?: Maybe<Scalars['ID']['output']>;
  /** Administrative gender (FHIR administrative-gender). */
  readonly gender?: Maybe<AdministrativeGender>;
  /** Household of record; a person who is away, such as in custody or placement, remains a member. */
  readonly household?: Maybe<Household>;
  /** Opaque statewide id; it carries no meaning, and only the person index can resolve it. */
  readonly id: Scalars['ID']['output'];
  readonly idocNumber?: Maybe<Scalars['ID']['output']>;
  /** Vital status; false once a death is on record (NIEM nc:PersonLivingIndicator). */
  readonly living?: Maybe<Scalars['Boolean']['output']>;
  readonly medicaidRin?: Maybe<Scalars['ID']['output']>;
  /** Current legal name (NIEM nc:PersonName). */
  readonly name?: Maybe<PersonName>;
  /** Primary language, BCP 47 (NIEM nc:PersonPrimaryLanguage). */
  readonly primaryLanguage?: Maybe<Scalars['String']['output']>;
  /** Known relatives and partners, inside or outside the household. */
  readonly relationships?: Maybe<ReadonlyArray<Relationship>>;
  readonly sisId?: Maybe<Scalars['ID']['output']>;
  readonly snapClientId?: Maybe<Scalars['ID']['output']>;
  readonly tanfClientId?: Maybe<Scalars['ID']['output']>;
};

/** Links that were recorded by one call. */
export type PersonLinkBatch = {
  readonly __typename?: 'PersonLinkBatch';
  /** Names the entry in the person index's log. */
  readonly id: Scalars['ID']['output'];
  readonly links?: Maybe<Scalars['Int']['output']>;
  readonly system?: Maybe<Scalars['String']['output']>;
};

/**
 * A person's number in the system. Neither is an ID: the disclosure log gets an entry about each person, which names this
 * person alone, by pseudonym, and no number.
 */
export type PersonLinkInput = {
  /** Number in the system: at most 100 characters. */
  readonly number: Scalars['String']['input'];
  /** Person.id */
  readonly personId: Scalars['String']['input'];
};

export type PersonLinkProblem = {
  readonly __typename?: 'PersonLinkProblem';
  /** Position of the link in the call, from 0. */
  readonly index?: Maybe<Scalars['Int']['output']>;
  readonly kind?: Maybe<PersonLinkProblemKind>;
  /** What is wrong, in English. */
  readonly message?: Maybe<Scalars['String']['output']>;
};

export type PersonLinkProblemKind =
  /** The number is empty, too long, or has hidden characters or spaces around it. */
  | 'INVALID_NUMBER'
  /** Another person has this number in this system. */
  | 'NUMBER_OF_ANOTHER'
  /** The call gives one number to two persons. */
  | 'TWO_PERSONS'
  /** The person index does not know this person. */
  | 'UNKNOWN_PERSON';

export type PersonName = {
  readonly __typename?: 'PersonName';
  readonly family?: Maybe<Scalars['String']['output']>;
  readonly given?: Maybe<Scalars['String']['output']>;
  readonly middle?: Maybe<Scalars['String']['output']>;
  readonly suffix?: Maybe<Scalars['String']['output']>;
};

export type Query = {
  readonly __typename?: 'Query';
  /** The household with this id; null if there is none. */
  readonly household?: Maybe<Household>;
  /**
   * The resident who asks, and the children for whom they may read an accounting. Role RESIDENT, purpose SUBJECT_REQUEST;
   * the subject of the token is `person:<Person.id>`. Null if the person index does not know the resident.
   */
  readonly me?: Maybe<Resident>;
  /** The person with this statewide id; null if there is none. */
  readonly person?: Maybe<Person>;
  /**
   * The persons with these ids, in the order of the ids and each only once; null in place of an id that does not exist. At
   * most 100 ids.
   */
  readonly persons?: Maybe<ReadonlyArray<Maybe<Person>>>;
  /**
   * Persons whose name resembles `name`, who were born on `birthDate`, or both; best match first. At least one of the two
   * is required. Accents, case, apostrophes, small differences in spelling, and the order of the names are ignored: Lopez
   * finds López. `first` is at most 50.
   */
  readonly searchPersons?: Maybe<ReadonlyArray<Person>>;
};


export type QueryHouseholdArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPersonArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPersonsArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


export type QuerySearchPersonsArgs = {
  birthDate?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
};

/** A relationship to another person. `kind` says what the other person is to this person. */
export type Relationship = {
  readonly __typename?: 'Relationship';
  readonly kind?: Maybe<RelationshipKind>;
  readonly person?: Maybe<Person>;
};

/** What the other person is to this person, as an HL7 v3 RoleCode. */
export type RelationshipKind =
  /** Child */
  | 'CHILD'
  /** Foster child */
  | 'CHLDFOST'
  /** Domestic partner */
  | 'DOMPART'
  /** Father */
  | 'FTH'
  /** Grandchild */
  | 'GRCHILD'
  /** Grandparent */
  | 'GRPRN'
  /** Legal guardian, by order of a court */
  | 'GUARD'
  /** Mother */
  | 'MTH'
  /** Foster parent */
  | 'PRNFOST'
  /** Sibling */
  | 'SIB'
  /** Spouse */
  | 'SPS';

/** A resident who asks about themselves. */
export type Resident = {
  readonly __typename?: 'Resident';
  /**
   * Children under 18 for whom the resident acts: as mother or father, or as a legal guardian on record, whom the parents
   * then do not replace. Never a ward of the state: for wards, the department's guardianship administrator acts (45 CFR
   * 164.502(g)(3)).
   */
  readonly dependents?: Maybe<ReadonlyArray<Dependent>>;
  readonly familyName?: Maybe<Scalars['String']['output']>;
  readonly givenName?: Maybe<Scalars['String']['output']>;
  /** The resident's own Person.id. */
  readonly personId: Scalars['ID']['output'];
  /** Primary language, BCP 47. */
  readonly primaryLanguage?: Maybe<Scalars['String']['output']>;
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
  Household: Household;
  Person: Person;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Household:
    ( { __typename: 'Household' }
    & GraphQLRecursivePick<FederationTypes['Household'], {"id":true}> );
  Person:
    ( { __typename: 'Person' }
    & ( GraphQLRecursivePick<FederationTypes['Person'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['Person'], {"snapClientId":true}>
        | GraphQLRecursivePick<FederationTypes['Person'], {"tanfClientId":true}>
        | GraphQLRecursivePick<FederationTypes['Person'], {"medicaidRin":true}>
        | GraphQLRecursivePick<FederationTypes['Person'], {"idocNumber":true}>
        | GraphQLRecursivePick<FederationTypes['Person'], {"sisId":true}>
        | GraphQLRecursivePick<FederationTypes['Person'], {"energyClientId":true}>
        | GraphQLRecursivePick<FederationTypes['Person'], {"cypId":true}> ) );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Address: ResolverTypeWrapper<Address>;
  AdministrativeGender: AdministrativeGender;
  CrosswalkFileInput: CrosswalkFileInput;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Dependent: ResolverTypeWrapper<Dependent>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Household: ResolverTypeWrapper<HouseholdRecord>;
  LinkPersonsInput: LinkPersonsInput;
  LinkPersonsPayload: ResolverTypeWrapper<LinkPersonsPayload>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Person: ResolverTypeWrapper<PersonRecord>;
  PersonLinkBatch: ResolverTypeWrapper<PersonLinkBatch>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  PersonLinkInput: PersonLinkInput;
  PersonLinkProblem: ResolverTypeWrapper<PersonLinkProblem>;
  PersonLinkProblemKind: PersonLinkProblemKind;
  PersonName: ResolverTypeWrapper<PersonName>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Relationship: ResolverTypeWrapper<RelationshipRecord>;
  RelationshipKind: RelationshipKind;
  Resident: ResolverTypeWrapper<Resident>;
  federation__FieldSet: ResolverTypeWrapper<Scalars['federation__FieldSet']['output']>;
  federation__Policy: ResolverTypeWrapper<Scalars['federation__Policy']['output']>;
  link__Import: ResolverTypeWrapper<Scalars['link__Import']['output']>;
  link__Purpose: Link__Purpose;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Address: Address;
  CrosswalkFileInput: CrosswalkFileInput;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Dependent: Dependent;
  ID: Scalars['ID']['output'];
  Household: HouseholdRecord;
  LinkPersonsInput: LinkPersonsInput;
  LinkPersonsPayload: LinkPersonsPayload;
  Mutation: Record<PropertyKey, never>;
  Person: PersonRecord;
  PersonLinkBatch: PersonLinkBatch;
  Int: Scalars['Int']['output'];
  PersonLinkInput: PersonLinkInput;
  PersonLinkProblem: PersonLinkProblem;
  PersonName: PersonName;
  Query: Record<PropertyKey, never>;
  Relationship: RelationshipRecord;
  Resident: Resident;
  federation__FieldSet: Scalars['federation__FieldSet']['output'];
  federation__Policy: Scalars['federation__Policy']['output'];
  link__Import: Scalars['link__Import']['output'];
  Boolean: Scalars['Boolean']['output'];
  String: Scalars['String']['output'];
};

export type InaccessibleDirectiveArgs = { };

export type InaccessibleDirectiveResolver<Result, Parent, ContextType = IdentityContext, Args = InaccessibleDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type LinkDirectiveArgs = {
  as?: Maybe<Scalars['String']['input']>;
  for?: Maybe<Link__Purpose>;
  import?: Maybe<ReadonlyArray<Maybe<Scalars['link__Import']['input']>>>;
  url: Scalars['String']['input'];
};

export type LinkDirectiveResolver<Result, Parent, ContextType = IdentityContext, Args = LinkDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type PolicyDirectiveArgs = {
  policies: ReadonlyArray<ReadonlyArray<Scalars['federation__Policy']['input']>>;
};

export type PolicyDirectiveResolver<Result, Parent, ContextType = IdentityContext, Args = PolicyDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type TagDirectiveArgs = {
  name: Scalars['String']['input'];
};

export type TagDirectiveResolver<Result, Parent, ContextType = IdentityContext, Args = TagDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AddressResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['Address'] = ResolversParentTypes['Address']> = {
  city?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  county?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  countyFips?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  street?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  zip?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DependentResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['Dependent'] = ResolversParentTypes['Dependent']> = {
  familyName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  givenName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  personId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  relationship?: Resolver<Maybe<ResolversTypes['RelationshipKind']>, ParentType, ContextType>;
};

export type HouseholdResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['Household'] = ResolversParentTypes['Household'], FederationReferenceType extends FederationReferenceTypes['Household'] = FederationReferenceTypes['Household']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Household']> | FederationReferenceType, FederationReferenceType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  members?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Person']>>, ParentType, ContextType>;
};

export type LinkPersonsPayloadResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['LinkPersonsPayload'] = ResolversParentTypes['LinkPersonsPayload']> = {
  batch?: Resolver<Maybe<ResolversTypes['PersonLinkBatch']>, ParentType, ContextType>;
  problems?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PersonLinkProblem']>>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  linkPersons?: Resolver<Maybe<ResolversTypes['LinkPersonsPayload']>, ParentType, ContextType, RequireFields<MutationLinkPersonsArgs, 'input'>>;
};

export type PersonResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person'], FederationReferenceType extends FederationReferenceTypes['Person'] = FederationReferenceTypes['Person']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Person']> | FederationReferenceType, FederationReferenceType, ContextType>;
  birthDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  cypId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  energyClientId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  gender?: Resolver<Maybe<ResolversTypes['AdministrativeGender']>, ParentType, ContextType>;
  household?: Resolver<Maybe<ResolversTypes['Household']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  idocNumber?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  living?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  medicaidRin?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['PersonName']>, ParentType, ContextType>;
  primaryLanguage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  relationships?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Relationship']>>, ParentType, ContextType>;
  sisId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  snapClientId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  tanfClientId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type PersonLinkBatchResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['PersonLinkBatch'] = ResolversParentTypes['PersonLinkBatch']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  links?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  system?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PersonLinkProblemResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['PersonLinkProblem'] = ResolversParentTypes['PersonLinkProblem']> = {
  index?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['PersonLinkProblemKind']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PersonNameResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['PersonName'] = ResolversParentTypes['PersonName']> = {
  family?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  given?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  middle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  suffix?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  household?: Resolver<Maybe<ResolversTypes['Household']>, ParentType, ContextType, RequireFields<QueryHouseholdArgs, 'id'>>;
  me?: Resolver<Maybe<ResolversTypes['Resident']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType, RequireFields<QueryPersonArgs, 'id'>>;
  persons?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['Person']>>>, ParentType, ContextType, RequireFields<QueryPersonsArgs, 'ids'>>;
  searchPersons?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Person']>>, ParentType, ContextType, RequireFields<QuerySearchPersonsArgs, 'first'>>;
};

export type RelationshipResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['Relationship'] = ResolversParentTypes['Relationship']> = {
  kind?: Resolver<Maybe<ResolversTypes['RelationshipKind']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
};

export type ResidentResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['Resident'] = ResolversParentTypes['Resident']> = {
  dependents?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Dependent']>>, ParentType, ContextType>;
  familyName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  givenName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  personId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  primaryLanguage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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

export type Resolvers<ContextType = IdentityContext> = {
  Address?: AddressResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Dependent?: DependentResolvers<ContextType>;
  Household?: HouseholdResolvers<ContextType>;
  LinkPersonsPayload?: LinkPersonsPayloadResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  PersonLinkBatch?: PersonLinkBatchResolvers<ContextType>;
  PersonLinkProblem?: PersonLinkProblemResolvers<ContextType>;
  PersonName?: PersonNameResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Relationship?: RelationshipResolvers<ContextType>;
  Resident?: ResidentResolvers<ContextType>;
  federation__FieldSet?: GraphQLScalarType;
  federation__Policy?: GraphQLScalarType;
  link__Import?: GraphQLScalarType;
};

export type DirectiveResolvers<ContextType = IdentityContext> = {
  inaccessible?: InaccessibleDirectiveResolver<any, any, ContextType>;
  link?: LinkDirectiveResolver<any, any, ContextType>;
  policy?: PolicyDirectiveResolver<any, any, ContextType>;
  tag?: TagDirectiveResolver<any, any, ContextType>;
};
