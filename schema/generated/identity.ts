import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { PersonRecord, HouseholdRecord, RelationshipRecord } from '../../subgraphs/identity/records.ts';
import type { OpenRecord } from '../../subgraphs/identity/changes/sourceRecords.ts';
import type { ReviewRow } from '../../subgraphs/identity/changes/reviews.ts';
import type { ChangeRow, OpenMove } from '../../subgraphs/identity/changes/linkChanges.ts';
import type { IdentityContext } from '../../subgraphs/identity/loaders.ts';
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

export type AnswerLinkReviewInput = {
  readonly answer: ReviewAnswer;
  readonly reason: Scalars['String']['input'];
  readonly reviewId: Scalars['ID']['input'];
  /** For DEFER: the new due date, at most 30 days ahead. */
  readonly until?: InputMaybe<Scalars['Date']['input']>;
};

export type CrosswalkFileInput = {
  readonly issuedAt: Scalars['DateTime']['input'];
  /** SHA-256 of the whole file, in hexadecimal. */
  readonly sha256: Scalars['String']['input'];
  /** SHA-256 thumbprint of the key that signed the file (RFC 7638). */
  readonly signedBy: Scalars['String']['input'];
};

export type DecideLinkChangeInput = {
  readonly approve: Scalars['Boolean']['input'];
  readonly changeId: Scalars['ID']['input'];
  readonly reason: Scalars['String']['input'];
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
  /** Persons whose household of record this is, oldest first; those without a birth date come last. */
  readonly members?: Maybe<ReadonlyArray<Person>>;
};

/** A change of links, as the log records it. */
export type LinkChange = {
  readonly __typename?: 'LinkChange';
  readonly changedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who decided last: for a proposal that took effect, the second steward. */
  readonly changedBy?: Maybe<Scalars['String']['output']>;
  /** Why the second steward approved or refused it. */
  readonly decisionReason?: Maybe<Scalars['String']['output']>;
  /** Names the entry in the log; `wrongLinkDisclosures` of the audit system takes it. */
  readonly id: Scalars['ID']['output'];
  /** Null, as the reason is, for another steward's first answer to a review: the second one is independent. */
  readonly kind?: Maybe<LinkChangeKind>;
  readonly model?: Maybe<Scalars['String']['output']>;
  /** Once effective: the records that came to another person. */
  readonly moves?: Maybe<ReadonlyArray<LinkMove>>;
  /** The persons whom it is about. */
  readonly persons?: Maybe<ReadonlyArray<Person>>;
  readonly proposedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly proposedBy?: Maybe<Scalars['String']['output']>;
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** The review that it answers; null for a proposal of its own. */
  readonly reviewId?: Maybe<Scalars['ID']['output']>;
  readonly status?: Maybe<LinkChangeStatus>;
};

export type LinkChangeConnection = {
  readonly __typename?: 'LinkChangeConnection';
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  readonly hasNextPage?: Maybe<Scalars['Boolean']['output']>;
  readonly nodes?: Maybe<ReadonlyArray<LinkChange>>;
  /** At most 10,000 are counted. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

export type LinkChangeKind =
  | 'LINK'
  | 'MERGE'
  | 'NOT_LINK'
  /** The index linked records that were registered. */
  | 'REGISTER'
  | 'SEPARATE'
  | 'UNMERGE';

export type LinkChangePayload = {
  readonly __typename?: 'LinkChangePayload';
  /** Null if there are problems. */
  readonly changeId?: Maybe<Scalars['ID']['output']>;
  /** Why nothing was changed. */
  readonly problems?: Maybe<ReadonlyArray<LinkChangeProblem>>;
  readonly status?: Maybe<LinkChangeStatus>;
};

export type LinkChangeProblem = {
  readonly __typename?: 'LinkChangeProblem';
  readonly kind?: Maybe<LinkChangeProblemKind>;
  /** What is wrong and what to do, in English. */
  readonly message?: Maybe<Scalars['String']['output']>;
};

export type LinkChangeProblemKind =
  /** It contradicts an earlier decision, which the message names. */
  | 'CONTRADICTS_DECISION'
  | 'INVALID_DATE'
  | 'INVALID_REASON'
  /** It is done already, or was decided. */
  | 'NOTHING_TO_CHANGE'
  /** The same steward proposed it or answered before. */
  | 'SAME_PERSON'
  | 'UNKNOWN_CHANGE'
  | 'UNKNOWN_PERSON'
  | 'UNKNOWN_RECORD'
  | 'UNKNOWN_REVIEW';

export type LinkChangeStatus =
  | 'EFFECTIVE'
  /** Waits for a second steward. */
  | 'PROPOSED'
  | 'REFUSED';

export type LinkMove = {
  readonly __typename?: 'LinkMove';
  /** Null for a record that was new. */
  readonly from?: Maybe<Person>;
  /** SourceRecord.id */
  readonly recordId?: Maybe<Scalars['ID']['output']>;
  /** When the record had come to the person whom it left. */
  readonly since?: Maybe<Scalars['DateTime']['output']>;
  readonly system?: Maybe<Scalars['String']['output']>;
  readonly to?: Maybe<Person>;
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

/** A pair of records that people decide. */
export type LinkReview = {
  readonly __typename?: 'LinkReview';
  readonly cause?: Maybe<LinkReviewCause>;
  /** The change that the answer made or proposed. */
  readonly change?: Maybe<LinkChange>;
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  readonly dueOn?: Maybe<Scalars['Date']['output']>;
  readonly explanation?: Maybe<MatchExplanation>;
  readonly id: Scalars['ID']['output'];
  /** True if two stewards have to give the same answer. */
  readonly needsTwoPersons?: Maybe<Scalars['Boolean']['output']>;
  readonly one?: Maybe<SourceRecord>;
  readonly other?: Maybe<SourceRecord>;
  /** Higher is more urgent. */
  readonly priority?: Maybe<Scalars['Int']['output']>;
  readonly status?: Maybe<LinkReviewStatus>;
};

export type LinkReviewCause =
  /** The record would bring two persons together. */
  | 'BRIDGE'
  /** The evidence contradicts what people decided. */
  | 'DECISION'
  /** A guard stops the link: they may be twins, or parent and child. */
  | 'GUARD'
  /** The weight is between the thresholds. */
  | 'REVIEW'
  /** The person would have too many records. */
  | 'SIZE';

export type LinkReviewConnection = {
  readonly __typename?: 'LinkReviewConnection';
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  readonly hasNextPage?: Maybe<Scalars['Boolean']['output']>;
  readonly nodes?: Maybe<ReadonlyArray<LinkReview>>;
  /** Of them, those past their due date. */
  readonly overdueCount?: Maybe<Scalars['Int']['output']>;
  /** Pairs in this status. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

export type LinkReviewStatus =
  | 'DECIDED'
  /** The records changed, or came together or apart in another way. */
  | 'OBSOLETE'
  | 'OPEN'
  /** One steward has answered; a second one has to. */
  | 'PROPOSED';

export type LinkReviewer = {
  readonly __typename?: 'LinkReviewer';
  readonly answers?: Maybe<Scalars['Int']['output']>;
  /** Answers about pairs whose answer is known. */
  readonly knownPairs?: Maybe<Scalars['Int']['output']>;
  /** Subject of the reviewer's token. */
  readonly reviewer?: Maybe<Scalars['String']['output']>;
  /** Of them, the right ones. */
  readonly right?: Maybe<Scalars['Int']['output']>;
};

/** What the comparison of two records says. */
export type MatchDecision =
  /** They are of one person. */
  | 'AUTO_LINK'
  /** They are not of one person, as far as the traits tell. */
  | 'NEW'
  /** They may be of one person: people decide. */
  | 'REVIEW';

/** Why two records are, or are not, of one person. Contains no values of the records. */
export type MatchExplanation = {
  readonly __typename?: 'MatchExplanation';
  /** Bits that the limits on what a household shares add or take off. */
  readonly adjustment?: Maybe<Scalars['Float']['output']>;
  readonly comparisons?: Maybe<ReadonlyArray<TraitComparison>>;
  /** Why the pair is not linked by weight alone, in English; null if nothing stops it. */
  readonly guard?: Maybe<Scalars['String']['output']>;
  /** At least this weight links. */
  readonly joinThreshold?: Maybe<Scalars['Float']['output']>;
  /** Version of the model. */
  readonly model?: Maybe<Scalars['String']['output']>;
  /** At least this weight goes to review. */
  readonly reviewThreshold?: Maybe<Scalars['Float']['output']>;
  /** Match weight in bits: the sum of the comparisons' weights and the adjustment. */
  readonly weight?: Maybe<Scalars['Float']['output']>;
};

export type MergePersonsInput = {
  readonly reason: Scalars['String']['input'];
  /** Person.id that is replaced. */
  readonly replacedId: Scalars['ID']['input'];
  /** Person.id that stays. */
  readonly survivorId: Scalars['ID']['input'];
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /**
   * Answer a review. Pairs with a record of a system that holds corrections or Part 2 data need the same answer from two
   * stewards. Role: DATA_STEWARD of DOIT, for DATA_GOVERNANCE, as for all changes of links below.
   */
  readonly answerLinkReview?: Maybe<LinkChangePayload>;
  /** Approve or refuse a proposed change. Never the person who proposed it. */
  readonly decideLinkChange?: Maybe<LinkChangePayload>;
  /**
   * Record numbers of persons in a system. All links are recorded, or none, and `problems` says why. A link that exists
   * already is no problem, so a call may be repeated. Role: DATA_STEWARD of DOIT, for DATA_GOVERNANCE.
   */
  readonly linkPersons?: Maybe<LinkPersonsPayload>;
  /** Propose that two records are of one person. Takes effect once a second steward approves. */
  readonly linkRecords?: Maybe<LinkChangePayload>;
  /** Propose that two persons are one. The replaced id still resolves. Takes effect once a second steward approves. */
  readonly mergePersons?: Maybe<LinkChangePayload>;
  /**
   * Register what a system wrote about a person, or what it has changed. The index decides whose record it is. Registering
   * the same record again changes nothing. Roles: DATA_OFFICER of the agency that owns the system, and DATA_STEWARD of DOIT,
   * both for DATA_GOVERNANCE.
   */
  readonly registerRecord?: Maybe<RegisterRecordPayload>;
  /** Propose that two records are not of one person. Takes effect once a second steward approves. */
  readonly separateRecords?: Maybe<LinkChangePayload>;
  /** Propose to undo a merge. Takes effect once a second steward approves. */
  readonly unmergePerson?: Maybe<LinkChangePayload>;
};


export type MutationAnswerLinkReviewArgs = {
  input: AnswerLinkReviewInput;
};


export type MutationDecideLinkChangeArgs = {
  input: DecideLinkChangeInput;
};


export type MutationLinkPersonsArgs = {
  input: LinkPersonsInput;
};


export type MutationLinkRecordsArgs = {
  input: RecordPairInput;
};


export type MutationMergePersonsArgs = {
  input: MergePersonsInput;
};


export type MutationRegisterRecordArgs = {
  input: RegisterRecordInput;
};


export type MutationSeparateRecordsArgs = {
  input: RecordPairInput;
};


export type MutationUnmergePersonArgs = {
  input: UnmergePersonInput;
};

/**
 * A person, as recorded in the person index. The person's numbers in the agencies' systems are keys for joins between
 * systems; clients and other agencies never see them.
 */
export type Person = {
  readonly __typename?: 'Person';
  /** Date of birth (NIEM nc:PersonBirthDate); null if no system has one. */
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
  /**
   * Name (NIEM nc:PersonName) on which most of the systems that know the person agree. Names that only corrections or child
   * welfare have are not shown of a person whom others know; so it is with the fields below.
   */
  readonly name?: Maybe<PersonName>;
  /** Primary language, BCP 47 (NIEM nc:PersonPrimaryLanguage); null if no system has asked. */
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

export type PersonMatch = {
  readonly __typename?: 'PersonMatch';
  readonly decision?: Maybe<MatchDecision>;
  readonly explanation?: Maybe<MatchExplanation>;
  readonly person?: Maybe<Person>;
  /** Probability that the person is meant, from 0 to 1. */
  readonly probability?: Maybe<Scalars['Float']['output']>;
};

export type PersonName = {
  readonly __typename?: 'PersonName';
  /** Null if no system has one. */
  readonly family?: Maybe<Scalars['String']['output']>;
  /** Null if no system has one. */
  readonly given?: Maybe<Scalars['String']['output']>;
  readonly middle?: Maybe<Scalars['String']['output']>;
  readonly suffix?: Maybe<Scalars['String']['output']>;
};

/** A person's number in a system of the requester's own agency. */
export type PersonNumber = {
  readonly __typename?: 'PersonNumber';
  /** False for a number that another one has replaced in the system. */
  readonly current?: Maybe<Scalars['Boolean']['output']>;
  readonly number?: Maybe<Scalars['ID']['output']>;
  /** The system, such as medicaid. */
  readonly system?: Maybe<Scalars['String']['output']>;
};

export type Query = {
  readonly __typename?: 'Query';
  /** The household with this id; null if there is none. */
  readonly household?: Maybe<Household>;
  readonly linkChange?: Maybe<LinkChange>;
  /** Changes of links, newest first: of one person, or all. Role: DATA_STEWARD of DOIT, for DATA_GOVERNANCE. */
  readonly linkChanges?: Maybe<LinkChangeConnection>;
  /** One pair; null if there is none. */
  readonly linkReview?: Maybe<LinkReview>;
  /** How often each reviewer was right about pairs whose answer is known. Role: DATA_STEWARD of DOIT, for DATA_GOVERNANCE. */
  readonly linkReviewers?: Maybe<ReadonlyArray<LinkReviewer>>;
  /** Pairs of records that people have to decide, the most urgent first. Role: DATA_STEWARD of DOIT, for DATA_GOVERNANCE. */
  readonly linkReviews?: Maybe<LinkReviewConnection>;
  /**
   * Persons of whom a record with these traits may be, the likeliest first; none below the threshold for review. The traits
   * need a name and at least one of birth date, Social Security number, street, and phone. `first` is at most 20. At most 60
   * calls a minute.
   */
  readonly matchPersons?: Maybe<ReadonlyArray<PersonMatch>>;
  /**
   * The resident who asks, and the children for whom they may read an accounting. Role RESIDENT, purpose SUBJECT_REQUEST;
   * the subject of the token is `person:<Person.id>`. Null if the person index does not know the resident.
   */
  readonly me?: Maybe<Resident>;
  /**
   * A person's numbers in the systems that the requester's agency owns, the current ones first; null if there is no such
   * person. No agency ever sees a number of another's system.
   */
  readonly ownNumbers?: Maybe<ReadonlyArray<PersonNumber>>;
  /** The person with this statewide id; null if there is none. */
  readonly person?: Maybe<Person>;
  /**
   * The person with this number in a system that the requester's agency owns; null if nobody has it. A former number finds
   * the person too.
   */
  readonly personOfNumber?: Maybe<Person>;
  /**
   * The persons with these ids, in the order of the ids and each only once; null in place of an id that does not exist. At
   * most 100 ids.
   */
  readonly persons?: Maybe<ReadonlyArray<Maybe<Person>>>;
  /** The records of a person, with what each system wrote. Role: DATA_STEWARD of DOIT, for DATA_GOVERNANCE. */
  readonly recordsOfPerson?: Maybe<ReadonlyArray<SourceRecord>>;
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


export type QueryLinkChangeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryLinkChangesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  personId?: InputMaybe<Scalars['ID']['input']>;
  status?: InputMaybe<LinkChangeStatus>;
};


export type QueryLinkReviewArgs = {
  id: Scalars['ID']['input'];
};


export type QueryLinkReviewsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  status?: InputMaybe<LinkReviewStatus>;
};


export type QueryMatchPersonsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  traits: TraitsInput;
};


export type QueryOwnNumbersArgs = {
  personId: Scalars['ID']['input'];
};


export type QueryPersonArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPersonOfNumberArgs = {
  number: Scalars['ID']['input'];
  system: Scalars['String']['input'];
};


export type QueryPersonsArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


export type QueryRecordsOfPersonArgs = {
  personId: Scalars['ID']['input'];
};


export type QuerySearchPersonsArgs = {
  birthDate?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
};

export type RecordPairInput = {
  /** SourceRecord.id */
  readonly one: Scalars['ID']['input'];
  /** SourceRecord.id */
  readonly other: Scalars['ID']['input'];
  readonly reason: Scalars['String']['input'];
};

export type RegisterRecordInput = {
  /** Number of another record of the same system with the same household of record, for a person who is new to the index. */
  readonly householdOfNumber?: InputMaybe<Scalars['String']['input']>;
  /** False once a death is on record. */
  readonly living?: InputMaybe<Scalars['Boolean']['input']>;
  /** The record's number in the system: at most 100 characters. */
  readonly number: Scalars['String']['input'];
  /** BCP 47. */
  readonly primaryLanguage?: InputMaybe<Scalars['String']['input']>;
  /** The system that has the record, such as snap. */
  readonly system: Scalars['String']['input'];
  readonly traits: TraitsInput;
};

export type RegisterRecordPayload = {
  readonly __typename?: 'RegisterRecordPayload';
  /** False if this content was registered before. */
  readonly changed?: Maybe<Scalars['Boolean']['output']>;
  /** AUTO_LINK: a person who was known. REVIEW: a new person for now, until people decide. NEW: a new person. */
  readonly decision?: Maybe<MatchDecision>;
  /** Why, for the best candidate; null if there was none. */
  readonly explanation?: Maybe<MatchExplanation>;
  /** Whose record it is. */
  readonly personId?: Maybe<Scalars['ID']['output']>;
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

export type ReviewAnswer =
  /** Not now; `until` says when again. */
  | 'DEFER'
  | 'LINK'
  | 'NOT_LINK';

/** What one system wrote about a person. */
export type SourceRecord = {
  readonly __typename?: 'SourceRecord';
  readonly birthDate?: Maybe<Scalars['String']['output']>;
  readonly city?: Maybe<Scalars['String']['output']>;
  readonly family?: Maybe<Scalars['String']['output']>;
  readonly gender?: Maybe<Scalars['String']['output']>;
  readonly given?: Maybe<Scalars['String']['output']>;
  /** Opaque; neither the number in the system nor a Person.id. */
  readonly id?: Maybe<Scalars['ID']['output']>;
  readonly middle?: Maybe<Scalars['String']['output']>;
  /** Whose record it is now. */
  readonly person?: Maybe<Person>;
  /** When the record came to this person. */
  readonly personSince?: Maybe<Scalars['DateTime']['output']>;
  readonly phone?: Maybe<Scalars['String']['output']>;
  readonly registeredAt?: Maybe<Scalars['DateTime']['output']>;
  /** Last four digits. */
  readonly ssnLastFour?: Maybe<Scalars['String']['output']>;
  readonly state?: Maybe<Scalars['String']['output']>;
  readonly street?: Maybe<Scalars['String']['output']>;
  readonly suffix?: Maybe<Scalars['String']['output']>;
  readonly system?: Maybe<Scalars['String']['output']>;
  readonly zip?: Maybe<Scalars['String']['output']>;
};

export type TraitComparison = {
  readonly __typename?: 'TraitComparison';
  /** Trait, such as birthDate. */
  readonly comparison?: Maybe<Scalars['String']['output']>;
  /** The level in plain English. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Level of agreement, such as exact; null: no evidence. */
  readonly level?: Maybe<Scalars['String']['output']>;
  /** In bits; negative against a match. */
  readonly weight?: Maybe<Scalars['Float']['output']>;
};

/** What is known about a person. Send what there is, as it is written. */
export type TraitsInput = {
  /** ISO 8601, or as written. */
  readonly birthDate?: InputMaybe<Scalars['String']['input']>;
  readonly city?: InputMaybe<Scalars['String']['input']>;
  readonly family?: InputMaybe<Scalars['String']['input']>;
  readonly gender?: InputMaybe<Scalars['String']['input']>;
  readonly given?: InputMaybe<Scalars['String']['input']>;
  readonly middle?: InputMaybe<Scalars['String']['input']>;
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  /** Social Security number, or its last four digits: ***-**-1234. */
  readonly ssn?: InputMaybe<Scalars['String']['input']>;
  readonly state?: InputMaybe<Scalars['String']['input']>;
  /** House number and street; after a comma, the second line. */
  readonly street?: InputMaybe<Scalars['String']['input']>;
  readonly suffix?: InputMaybe<Scalars['String']['input']>;
  readonly zip?: InputMaybe<Scalars['String']['input']>;
};

export type UnmergePersonInput = {
  /** Person.id that was replaced. */
  readonly personId: Scalars['ID']['input'];
  readonly reason: Scalars['String']['input'];
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
  AnswerLinkReviewInput: AnswerLinkReviewInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  CrosswalkFileInput: CrosswalkFileInput;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DecideLinkChangeInput: DecideLinkChangeInput;
  Dependent: ResolverTypeWrapper<Dependent>;
  Household: ResolverTypeWrapper<HouseholdRecord>;
  LinkChange: ResolverTypeWrapper<ChangeRow>;
  LinkChangeConnection: ResolverTypeWrapper<Omit<LinkChangeConnection, 'nodes'> & { nodes?: Maybe<ReadonlyArray<ResolversTypes['LinkChange']>> }>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  LinkChangeKind: LinkChangeKind;
  LinkChangePayload: ResolverTypeWrapper<LinkChangePayload>;
  LinkChangeProblem: ResolverTypeWrapper<LinkChangeProblem>;
  LinkChangeProblemKind: LinkChangeProblemKind;
  LinkChangeStatus: LinkChangeStatus;
  LinkMove: ResolverTypeWrapper<OpenMove>;
  LinkPersonsInput: LinkPersonsInput;
  LinkPersonsPayload: ResolverTypeWrapper<LinkPersonsPayload>;
  LinkReview: ResolverTypeWrapper<ReviewRow>;
  LinkReviewCause: LinkReviewCause;
  LinkReviewConnection: ResolverTypeWrapper<Omit<LinkReviewConnection, 'nodes'> & { nodes?: Maybe<ReadonlyArray<ResolversTypes['LinkReview']>> }>;
  LinkReviewStatus: LinkReviewStatus;
  LinkReviewer: ResolverTypeWrapper<LinkReviewer>;
  MatchDecision: MatchDecision;
  MatchExplanation: ResolverTypeWrapper<MatchExplanation>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  MergePersonsInput: MergePersonsInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Person: ResolverTypeWrapper<PersonRecord>;
  PersonLinkBatch: ResolverTypeWrapper<PersonLinkBatch>;
  PersonLinkInput: PersonLinkInput;
  PersonLinkProblem: ResolverTypeWrapper<PersonLinkProblem>;
  PersonLinkProblemKind: PersonLinkProblemKind;
  PersonMatch: ResolverTypeWrapper<Omit<PersonMatch, 'person'> & { person?: Maybe<ResolversTypes['Person']> }>;
  PersonName: ResolverTypeWrapper<PersonName>;
  PersonNumber: ResolverTypeWrapper<PersonNumber>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RecordPairInput: RecordPairInput;
  RegisterRecordInput: RegisterRecordInput;
  RegisterRecordPayload: ResolverTypeWrapper<RegisterRecordPayload>;
  Relationship: ResolverTypeWrapper<RelationshipRecord>;
  RelationshipKind: RelationshipKind;
  Resident: ResolverTypeWrapper<Resident>;
  ReviewAnswer: ReviewAnswer;
  SourceRecord: ResolverTypeWrapper<OpenRecord>;
  TraitComparison: ResolverTypeWrapper<TraitComparison>;
  TraitsInput: TraitsInput;
  UnmergePersonInput: UnmergePersonInput;
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
  AnswerLinkReviewInput: AnswerLinkReviewInput;
  ID: Scalars['ID']['output'];
  CrosswalkFileInput: CrosswalkFileInput;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DecideLinkChangeInput: DecideLinkChangeInput;
  Dependent: Dependent;
  Household: HouseholdRecord;
  LinkChange: ChangeRow;
  LinkChangeConnection: Omit<LinkChangeConnection, 'nodes'> & { nodes?: Maybe<ReadonlyArray<ResolversParentTypes['LinkChange']>> };
  Int: Scalars['Int']['output'];
  LinkChangePayload: LinkChangePayload;
  LinkChangeProblem: LinkChangeProblem;
  LinkMove: OpenMove;
  LinkPersonsInput: LinkPersonsInput;
  LinkPersonsPayload: LinkPersonsPayload;
  LinkReview: ReviewRow;
  LinkReviewConnection: Omit<LinkReviewConnection, 'nodes'> & { nodes?: Maybe<ReadonlyArray<ResolversParentTypes['LinkReview']>> };
  LinkReviewer: LinkReviewer;
  MatchExplanation: MatchExplanation;
  Float: Scalars['Float']['output'];
  MergePersonsInput: MergePersonsInput;
  Mutation: Record<PropertyKey, never>;
  Person: PersonRecord;
  PersonLinkBatch: PersonLinkBatch;
  PersonLinkInput: PersonLinkInput;
  PersonLinkProblem: PersonLinkProblem;
  PersonMatch: Omit<PersonMatch, 'person'> & { person?: Maybe<ResolversParentTypes['Person']> };
  PersonName: PersonName;
  PersonNumber: PersonNumber;
  Query: Record<PropertyKey, never>;
  RecordPairInput: RecordPairInput;
  RegisterRecordInput: RegisterRecordInput;
  RegisterRecordPayload: RegisterRecordPayload;
  Relationship: RelationshipRecord;
  Resident: Resident;
  SourceRecord: OpenRecord;
  TraitComparison: TraitComparison;
  TraitsInput: TraitsInput;
  UnmergePersonInput: UnmergePersonInput;
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

export type LinkChangeResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['LinkChange'] = ResolversParentTypes['LinkChange']> = {
  changedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  changedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  decisionReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['LinkChangeKind']>, ParentType, ContextType>;
  model?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  moves?: Resolver<Maybe<ReadonlyArray<ResolversTypes['LinkMove']>>, ParentType, ContextType>;
  persons?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Person']>>, ParentType, ContextType>;
  proposedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  proposedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reviewId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['LinkChangeStatus']>, ParentType, ContextType>;
};

export type LinkChangeConnectionResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['LinkChangeConnection'] = ResolversParentTypes['LinkChangeConnection']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  nodes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['LinkChange']>>, ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type LinkChangePayloadResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['LinkChangePayload'] = ResolversParentTypes['LinkChangePayload']> = {
  changeId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  problems?: Resolver<Maybe<ReadonlyArray<ResolversTypes['LinkChangeProblem']>>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['LinkChangeStatus']>, ParentType, ContextType>;
};

export type LinkChangeProblemResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['LinkChangeProblem'] = ResolversParentTypes['LinkChangeProblem']> = {
  kind?: Resolver<Maybe<ResolversTypes['LinkChangeProblemKind']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LinkMoveResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['LinkMove'] = ResolversParentTypes['LinkMove']> = {
  from?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  recordId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  system?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
};

export type LinkPersonsPayloadResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['LinkPersonsPayload'] = ResolversParentTypes['LinkPersonsPayload']> = {
  batch?: Resolver<Maybe<ResolversTypes['PersonLinkBatch']>, ParentType, ContextType>;
  problems?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PersonLinkProblem']>>, ParentType, ContextType>;
};

export type LinkReviewResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['LinkReview'] = ResolversParentTypes['LinkReview']> = {
  cause?: Resolver<Maybe<ResolversTypes['LinkReviewCause']>, ParentType, ContextType>;
  change?: Resolver<Maybe<ResolversTypes['LinkChange']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  explanation?: Resolver<Maybe<ResolversTypes['MatchExplanation']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  needsTwoPersons?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  one?: Resolver<Maybe<ResolversTypes['SourceRecord']>, ParentType, ContextType>;
  other?: Resolver<Maybe<ResolversTypes['SourceRecord']>, ParentType, ContextType>;
  priority?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['LinkReviewStatus']>, ParentType, ContextType>;
};

export type LinkReviewConnectionResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['LinkReviewConnection'] = ResolversParentTypes['LinkReviewConnection']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  nodes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['LinkReview']>>, ParentType, ContextType>;
  overdueCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type LinkReviewerResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['LinkReviewer'] = ResolversParentTypes['LinkReviewer']> = {
  answers?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  knownPairs?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  reviewer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  right?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type MatchExplanationResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['MatchExplanation'] = ResolversParentTypes['MatchExplanation']> = {
  adjustment?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  comparisons?: Resolver<Maybe<ReadonlyArray<ResolversTypes['TraitComparison']>>, ParentType, ContextType>;
  guard?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  joinThreshold?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  model?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reviewThreshold?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  weight?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  answerLinkReview?: Resolver<Maybe<ResolversTypes['LinkChangePayload']>, ParentType, ContextType, RequireFields<MutationAnswerLinkReviewArgs, 'input'>>;
  decideLinkChange?: Resolver<Maybe<ResolversTypes['LinkChangePayload']>, ParentType, ContextType, RequireFields<MutationDecideLinkChangeArgs, 'input'>>;
  linkPersons?: Resolver<Maybe<ResolversTypes['LinkPersonsPayload']>, ParentType, ContextType, RequireFields<MutationLinkPersonsArgs, 'input'>>;
  linkRecords?: Resolver<Maybe<ResolversTypes['LinkChangePayload']>, ParentType, ContextType, RequireFields<MutationLinkRecordsArgs, 'input'>>;
  mergePersons?: Resolver<Maybe<ResolversTypes['LinkChangePayload']>, ParentType, ContextType, RequireFields<MutationMergePersonsArgs, 'input'>>;
  registerRecord?: Resolver<Maybe<ResolversTypes['RegisterRecordPayload']>, ParentType, ContextType, RequireFields<MutationRegisterRecordArgs, 'input'>>;
  separateRecords?: Resolver<Maybe<ResolversTypes['LinkChangePayload']>, ParentType, ContextType, RequireFields<MutationSeparateRecordsArgs, 'input'>>;
  unmergePerson?: Resolver<Maybe<ResolversTypes['LinkChangePayload']>, ParentType, ContextType, RequireFields<MutationUnmergePersonArgs, 'input'>>;
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

export type PersonMatchResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['PersonMatch'] = ResolversParentTypes['PersonMatch']> = {
  decision?: Resolver<Maybe<ResolversTypes['MatchDecision']>, ParentType, ContextType>;
  explanation?: Resolver<Maybe<ResolversTypes['MatchExplanation']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  probability?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type PersonNameResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['PersonName'] = ResolversParentTypes['PersonName']> = {
  family?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  given?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  middle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  suffix?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PersonNumberResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['PersonNumber'] = ResolversParentTypes['PersonNumber']> = {
  current?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  system?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  household?: Resolver<Maybe<ResolversTypes['Household']>, ParentType, ContextType, RequireFields<QueryHouseholdArgs, 'id'>>;
  linkChange?: Resolver<Maybe<ResolversTypes['LinkChange']>, ParentType, ContextType, RequireFields<QueryLinkChangeArgs, 'id'>>;
  linkChanges?: Resolver<Maybe<ResolversTypes['LinkChangeConnection']>, ParentType, ContextType, RequireFields<QueryLinkChangesArgs, 'first'>>;
  linkReview?: Resolver<Maybe<ResolversTypes['LinkReview']>, ParentType, ContextType, RequireFields<QueryLinkReviewArgs, 'id'>>;
  linkReviewers?: Resolver<Maybe<ReadonlyArray<ResolversTypes['LinkReviewer']>>, ParentType, ContextType>;
  linkReviews?: Resolver<Maybe<ResolversTypes['LinkReviewConnection']>, ParentType, ContextType, RequireFields<QueryLinkReviewsArgs, 'first' | 'status'>>;
  matchPersons?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PersonMatch']>>, ParentType, ContextType, RequireFields<QueryMatchPersonsArgs, 'first' | 'traits'>>;
  me?: Resolver<Maybe<ResolversTypes['Resident']>, ParentType, ContextType>;
  ownNumbers?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PersonNumber']>>, ParentType, ContextType, RequireFields<QueryOwnNumbersArgs, 'personId'>>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType, RequireFields<QueryPersonArgs, 'id'>>;
  personOfNumber?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType, RequireFields<QueryPersonOfNumberArgs, 'number' | 'system'>>;
  persons?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['Person']>>>, ParentType, ContextType, RequireFields<QueryPersonsArgs, 'ids'>>;
  recordsOfPerson?: Resolver<Maybe<ReadonlyArray<ResolversTypes['SourceRecord']>>, ParentType, ContextType, RequireFields<QueryRecordsOfPersonArgs, 'personId'>>;
  searchPersons?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Person']>>, ParentType, ContextType, RequireFields<QuerySearchPersonsArgs, 'first'>>;
};

export type RegisterRecordPayloadResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['RegisterRecordPayload'] = ResolversParentTypes['RegisterRecordPayload']> = {
  changed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  decision?: Resolver<Maybe<ResolversTypes['MatchDecision']>, ParentType, ContextType>;
  explanation?: Resolver<Maybe<ResolversTypes['MatchExplanation']>, ParentType, ContextType>;
  personId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
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

export type SourceRecordResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['SourceRecord'] = ResolversParentTypes['SourceRecord']> = {
  birthDate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  city?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  family?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  gender?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  given?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  middle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  personSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  registeredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  ssnLastFour?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  street?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  suffix?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  system?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  zip?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TraitComparisonResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['TraitComparison'] = ResolversParentTypes['TraitComparison']> = {
  comparison?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  level?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  weight?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
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
  LinkChange?: LinkChangeResolvers<ContextType>;
  LinkChangeConnection?: LinkChangeConnectionResolvers<ContextType>;
  LinkChangePayload?: LinkChangePayloadResolvers<ContextType>;
  LinkChangeProblem?: LinkChangeProblemResolvers<ContextType>;
  LinkMove?: LinkMoveResolvers<ContextType>;
  LinkPersonsPayload?: LinkPersonsPayloadResolvers<ContextType>;
  LinkReview?: LinkReviewResolvers<ContextType>;
  LinkReviewConnection?: LinkReviewConnectionResolvers<ContextType>;
  LinkReviewer?: LinkReviewerResolvers<ContextType>;
  MatchExplanation?: MatchExplanationResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  PersonLinkBatch?: PersonLinkBatchResolvers<ContextType>;
  PersonLinkProblem?: PersonLinkProblemResolvers<ContextType>;
  PersonMatch?: PersonMatchResolvers<ContextType>;
  PersonName?: PersonNameResolvers<ContextType>;
  PersonNumber?: PersonNumberResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RegisterRecordPayload?: RegisterRecordPayloadResolvers<ContextType>;
  Relationship?: RelationshipResolvers<ContextType>;
  Resident?: ResidentResolvers<ContextType>;
  SourceRecord?: SourceRecordResolvers<ContextType>;
  TraitComparison?: TraitComparisonResolvers<ContextType>;
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
