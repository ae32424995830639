import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { SubgraphContext } from '../../subgraphs/kit/subgraphDefinition.ts';
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
  /**
   * An instant in RFC 3339 format. Responses use UTC: 2026-12-01T15:00:00.000Z. Arguments may use any time zone and up to
   * nine digits of a fractional second: 2026-12-01T09:00:00.123456-06:00.
   */
  DateTime: { input: string; output: string; }
  federation__FieldSet: { input: string; output: string; }
  federation__Policy: { input: string; output: string; }
  link__Import: { input: string; output: string; }
};

export type AccessStatistic = {
  readonly __typename?: 'AccessStatistic';
  /** Number of disclosures; null if suppressed. */
  readonly disclosures?: Maybe<Scalars['Int']['output']>;
  readonly key?: Maybe<Scalars['String']['output']>;
  /** Number of persons; null if suppressed. */
  readonly persons?: Maybe<Scalars['Int']['output']>;
  readonly suppressed?: Maybe<Scalars['Boolean']['output']>;
};

export type AccountingSuspension = {
  readonly __typename?: 'AccountingSuspension';
  readonly enteredBy?: Maybe<Scalars['String']['output']>;
  readonly from?: Maybe<Scalars['DateTime']['output']>;
  readonly oral?: Maybe<Scalars['Boolean']['output']>;
  readonly person?: Maybe<Scalars['String']['output']>;
  readonly recipientAgency?: Maybe<Scalars['String']['output']>;
  readonly reference?: Maybe<Scalars['String']['output']>;
  readonly until?: Maybe<Scalars['DateTime']['output']>;
};

export type AnswerQuestionInput = {
  /** The answer in plain words, 10 to 4,000 characters. The resident reads it as it is. */
  readonly answer: Scalars['String']['input'];
  readonly questionId: Scalars['ID']['input'];
};

export type AskAboutEntryInput = {
  /** Entry of the accounting, as `<tree>-<index>`. */
  readonly entryId: Scalars['ID']['input'];
  /** Person.id of the person whom the entry is about: the resident, or the child. */
  readonly personId: Scalars['ID']['input'];
  /** What the resident wants to know, at most 2,000 characters; may be omitted. */
  readonly question?: InputMaybe<Scalars['String']['input']>;
};

export type CheckedTree = {
  readonly __typename?: 'CheckedTree';
  readonly checked: Scalars['Int']['output'];
  readonly entries: Scalars['Int']['output'];
  readonly origin: Scalars['String']['output'];
  readonly treeId: Scalars['Int']['output'];
};

export type DecideUnmaskingInput = {
  /** Reason for the decision, 10 to 4,000 characters. The log shows it, so do not name anyone. */
  readonly comment: Scalars['String']['input'];
  readonly unmaskingId: Scalars['ID']['input'];
};

/** Fields shown on the same basis. */
export type DisclosedFieldGroup = {
  readonly __typename?: 'DisclosedFieldGroup';
  readonly approvals?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly basis?: Maybe<DisclosureBasis>;
  readonly datasets?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Fields, as Type.field. */
  readonly fields?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Law that the approvals cite; for the owner's own use, the law of the datasets. */
  readonly legalBasis?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly owners?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

export type DisclosureBasis =
  | 'APPROVAL'
  /** Identifiers of objects */
  | 'KEY'
  /** Seen by the owner's own staff */
  | 'OWNER'
  | 'PUBLIC';

export type DisclosureConnection = {
  readonly __typename?: 'DisclosureConnection';
  /** Completeness of this response. Always request it: an incomplete response looks like any other. */
  readonly completeness?: Maybe<LogCompleteness>;
  readonly edges?: Maybe<ReadonlyArray<DisclosureEdge>>;
  readonly pageInfo?: Maybe<DisclosurePageInfo>;
};

export type DisclosureEdge = {
  readonly __typename?: 'DisclosureEdge';
  readonly cursor?: Maybe<Scalars['String']['output']>;
  readonly node?: Maybe<DisclosureEntry>;
};

/** One entry of the log: what one request showed about one person. It contains names of fields, never values. */
export type DisclosureEntry = {
  readonly __typename?: 'DisclosureEntry';
  readonly agency?: Maybe<Scalars['String']['output']>;
  readonly caseId?: Maybe<Scalars['String']['output']>;
  readonly clientName?: Maybe<Scalars['String']['output']>;
  readonly disclosed?: Maybe<ReadonlyArray<DisclosedFieldGroup>>;
  /** What a mutation did; null for a query. For auditors and residents. */
  readonly effects?: Maybe<ReadonlyArray<RecordedEffect>>;
  /** Emergency because of which data was shown; null if there was none. emou's `emergencies` has the details. */
  readonly emergency?: Maybe<RecordedEmergency>;
  /** Guarded fields that came back empty. Recorded because the absence of data is information, too. */
  readonly empty?: Maybe<ReadonlyArray<EmptyFieldGroup>>;
  /** The same facts, each on its own, for a page: who, why, which kinds of data, by which law. Texts are in plain words. */
  readonly facts?: Maybe<EntryFacts>;
  /** Position in the log, as `<tree>-<index>`. */
  readonly id: Scalars['ID']['output'];
  /**
   * The entry in plain words, one fact per line, with the names of agencies, datasets, and fields instead of codes. Show
   * this to residents.
   */
  readonly inWords?: Maybe<Scalars['String']['output']>;
  readonly kind?: Maybe<DisclosureKind>;
  readonly operationHash?: Maybe<Scalars['String']['output']>;
  readonly operationName?: Maybe<Scalars['String']['output']>;
  /** Pseudonym of the person, a keyed hash; null if the entry is not about a person. */
  readonly person?: Maybe<Scalars['String']['output']>;
  readonly purpose?: Maybe<Scalars['String']['output']>;
  readonly refused?: Maybe<ReadonlyArray<RefusedCoordinate>>;
  /** Id of the request, from the response header `x-request-id`. */
  readonly request?: Maybe<Scalars['String']['output']>;
  readonly requester?: Maybe<Scalars['String']['output']>;
  /** Approval revision at which the request was decided. */
  readonly revision?: Maybe<Scalars['Int']['output']>;
  readonly roles?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly search?: Maybe<RecordedSearch>;
  /** Number of the print or export; null for other entries. For auditors and residents. */
  readonly ticket?: Maybe<Scalars['ID']['output']>;
  readonly time?: Maybe<Scalars['DateTime']['output']>;
};


/** One entry of the log: what one request showed about one person. It contains names of fields, never values. */
export type DisclosureEntryFactsArgs = {
  language?: InputMaybe<Language>;
};


/** One entry of the log: what one request showed about one person. It contains names of fields, never values. */
export type DisclosureEntryInWordsArgs = {
  language?: InputMaybe<Language>;
};

export type DisclosureFilter = {
  /** Code of the requester's agency. */
  readonly agency?: InputMaybe<Scalars['String']['input']>;
  readonly approval?: InputMaybe<Scalars['ID']['input']>;
  readonly dataset?: InputMaybe<Scalars['ID']['input']>;
  /** Earliest time, inclusive. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  readonly kind?: InputMaybe<DisclosureKind>;
  /** Pseudonym of a person, as in `person` of entries. Only one of `person` and `personId`. */
  readonly person?: InputMaybe<Scalars['String']['input']>;
  /** Person.id, a UUID in lowercase or uppercase. */
  readonly personId?: InputMaybe<Scalars['ID']['input']>;
  /** Subject of the requester's token; for a resident, `person:<Person.id>`, which entries contain as a keyed hash. */
  readonly requester?: InputMaybe<Scalars['String']['input']>;
  /** Number of a print or export. */
  readonly ticket?: InputMaybe<Scalars['ID']['input']>;
  /** Latest time, exclusive. */
  readonly to?: InputMaybe<Scalars['DateTime']['input']>;
};

export type DisclosureKind =
  /** Shown for the purpose EMERGENCY, or only because an emergency was declared */
  | 'BREAK_GLASS'
  /** A mutation that showed nothing */
  | 'CHANGE'
  | 'DISCLOSURE'
  /** Data that had been shown was exported as a file */
  | 'EXPORT'
  | 'INTROSPECTION'
  | 'LOG_READING'
  /** Data that had been shown was printed */
  | 'PRINT'
  | 'REFUSAL'
  | 'SEARCH';

export type DisclosurePageInfo = {
  readonly __typename?: 'DisclosurePageInfo';
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  readonly hasNextPage?: Maybe<Scalars['Boolean']['output']>;
};

/**
 * Fields that held null or an empty list, but not because they were refused or a system failed. For an object that is null,
 * the field that leads to it.
 */
export type EmptyFieldGroup = {
  readonly __typename?: 'EmptyFieldGroup';
  /** Datasets that guard the fields. */
  readonly datasets?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Fields, as Type.field. */
  readonly fields?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** An entry in plain words, for the person whom it is about. */
export type EntryFacts = {
  readonly __typename?: 'EntryFacts';
  /** Name of the agency that asked; for a resident, that it was a resident. */
  readonly agency?: Maybe<Scalars['String']['output']>;
  /** Names of the kinds of data that were requested, but of which there was none. */
  readonly empty?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Names of the agencies that hold the data. */
  readonly heldBy?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Laws that the data was shown under, as cited. */
  readonly laws?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Why, as a purpose of the agreement. */
  readonly purpose?: Maybe<Scalars['String']['output']>;
  /** Names of the kinds of data that were refused, each with the reason. */
  readonly refused?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Roles of the requester. */
  readonly roles?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Names of the kinds of data that were shown. */
  readonly shown?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** What happened, in one sentence. */
  readonly what?: Maybe<Scalars['String']['output']>;
  /** The day and the time in Illinois. */
  readonly when?: Maybe<Scalars['String']['output']>;
};

/** A resident's question about one entry of an accounting. */
export type EntryQuestion = {
  readonly __typename?: 'EntryQuestion';
  /** Codes of the agencies that can answer, besides DOIT. */
  readonly addressedTo?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly answer?: Maybe<Scalars['String']['output']>;
  readonly answeredAt?: Maybe<Scalars['DateTime']['output']>;
  /** Code of the agency that answered. */
  readonly answeredBy?: Maybe<Scalars['String']['output']>;
  readonly askedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The entry, as `<tree>-<index>`. */
  readonly entryId?: Maybe<Scalars['ID']['output']>;
  readonly id: Scalars['ID']['output'];
  /** The resident's words; null if they only asked about the entry. */
  readonly question?: Maybe<Scalars['String']['output']>;
  readonly state?: Maybe<EntryQuestionState>;
};

export type EntryQuestionPayload = {
  readonly __typename?: 'EntryQuestionPayload';
  readonly question?: Maybe<EntryQuestion>;
};

export type EntryQuestionState =
  | 'ANSWERED'
  /** Waiting for an answer */
  | 'OPEN';

export type ExportFormat =
  | 'CSV'
  /** HL7 FHIR */
  | 'FHIR'
  | 'JSON'
  | 'PDF';

export type ExportReason =
  /** For an audit or an inspection */
  | 'AUDIT'
  /** For the case file */
  | 'CASE_FILE'
  /** For a court or a hearing */
  | 'COURT'
  /** Asked for by the person */
  | 'PERSON_REQUEST'
  /** For another agency or a provider who takes over */
  | 'REFERRAL';

export type InclusionProof = {
  readonly __typename?: 'InclusionProof';
  /** Receipt of the entry that lists the fields shown or refused. The record names its leaf hash as `grounds`. */
  readonly groundsReceipt?: Maybe<Scalars['String']['output']>;
  /** Receipt of the entry (C2SP tlog-proof). */
  readonly receipt?: Maybe<Scalars['String']['output']>;
};

export type IndexMismatch = {
  readonly __typename?: 'IndexMismatch';
  /** The entry as `<tree>-<index>`, or the first and last entry of a range. */
  readonly entries: Scalars['String']['output'];
  readonly what: Scalars['String']['output'];
};

export type Language =
  | 'ENGLISH'
  | 'SPANISH';

export type LedgerCheckpoint = {
  readonly __typename?: 'LedgerCheckpoint';
  readonly keptAt?: Maybe<Scalars['DateTime']['output']>;
  /** Checkpoint as a signed note (C2SP signed-note). */
  readonly note?: Maybe<Scalars['String']['output']>;
  readonly origin?: Maybe<Scalars['String']['output']>;
  /** Root hash of the tree, in base64. */
  readonly root?: Maybe<Scalars['String']['output']>;
  readonly size?: Maybe<Scalars['Int']['output']>;
};

/** Result of comparing the log's index with its entries. */
export type LogCompleteness = {
  readonly __typename?: 'LogCompleteness';
  /** How far the comparison of each tree has progressed. */
  readonly checkedThrough: ReadonlyArray<CheckedTree>;
  /** Every entry was compared at this instant or later; null until the first comparison of the whole log has ended. */
  readonly comparedSince?: Maybe<Scalars['DateTime']['output']>;
  /** True if every entry written so far was compared and nothing differs. */
  readonly complete: Scalars['Boolean']['output'];
  /** All of this in one or two sentences. */
  readonly explanation: Scalars['String']['output'];
  /** When the oldest difference that remains was found; null if there is none. Since then, responses may omit entries. */
  readonly mismatchSince?: Maybe<Scalars['DateTime']['output']>;
  /** Number of places where the index differs. */
  readonly mismatches: Scalars['Int']['output'];
  /** The first ten of those places. */
  readonly problems: ReadonlyArray<IndexMismatch>;
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Answer a resident's question, once. Role: the same as for reading it; never a resident. */
  readonly answerQuestion?: Maybe<EntryQuestionPayload>;
  /** Approve an unmasking, which opens it for 24 hours. Role: DATA_STEWARD of DOIT; never the person who requested it. */
  readonly approveUnmasking?: Maybe<UnmaskingPayload>;
  /**
   * Ask about an entry of one's own accounting, or of a child's. The agencies whose data it was answer, or DOIT. Role:
   * RESIDENT, for SUBJECT_REQUEST. The log records that a question was asked, never its words.
   */
  readonly askAboutEntry?: Maybe<EntryQuestionPayload>;
  /** The same for data that leaves the screen as a file; the log gets entries of kind EXPORT. */
  readonly recordExport?: Maybe<TicketPayload>;
  /**
   * Record that entries of the log leave the screen as a file. Send it before saving, and put the ticket's number into the
   * file. Refused unless each request was recorded as reading the log by this requester in the last 15 hours. The log gets an
   * entry of kind EXPORT about no person. Role: AUDITOR.
   */
  readonly recordLogExport?: Maybe<TicketPayload>;
  /**
   * Record that the requester prints what was shown to them. Send it before printing, and put the ticket's number on every
   * page. Refused unless every request was recorded as showing data to this requester in the last 15 hours, and every person
   * was shown in one of them. The log gets an entry of kind PRINT about each person.
   */
  readonly recordPrint?: Maybe<TicketPayload>;
  /** Refuse an unmasking. Role: DATA_STEWARD of DOIT; never the person who requested it. */
  readonly refuseUnmasking?: Maybe<UnmaskingPayload>;
  /** Request the persons behind pseudonyms in the log. Role: AUDITOR of DOIT. Another person must approve it, as data steward. */
  readonly requestUnmasking?: Maybe<UnmaskingPayload>;
  /** Withhold disclosures to one agency from a person's accounting until a stated time. Role: AUDITOR of DOIT. */
  readonly suspendAccounting?: Maybe<SuspendAccountingPayload>;
};


export type MutationAnswerQuestionArgs = {
  input: AnswerQuestionInput;
};


export type MutationApproveUnmaskingArgs = {
  input: DecideUnmaskingInput;
};


export type MutationAskAboutEntryArgs = {
  input: AskAboutEntryInput;
};


export type MutationRecordExportArgs = {
  input: RecordExportInput;
};


export type MutationRecordLogExportArgs = {
  input: RecordLogExportInput;
};


export type MutationRecordPrintArgs = {
  input: RecordPrintInput;
};


export type MutationRefuseUnmaskingArgs = {
  input: DecideUnmaskingInput;
};


export type MutationRequestUnmaskingArgs = {
  input: RequestUnmaskingInput;
};


export type MutationSuspendAccountingArgs = {
  input: SuspendAccountingInput;
};

export type Person = {
  readonly __typename?: 'Person';
  readonly id: Scalars['ID']['output'];
};

/** Counts are upper limits: a person may have had no record. The log names persons only where a request named them. */
export type ProposedApprovalImpact = {
  readonly __typename?: 'ProposedApprovalImpact';
  /** True if the proposal has conditions, so that it would have opened less than this. */
  readonly atMost?: Maybe<Scalars['Boolean']['output']>;
  /** All of this in one to three sentences. */
  readonly explanation?: Maybe<Scalars['String']['output']>;
  /** By field that was refused, most frequent first; suppressed ones last, by name. */
  readonly fields?: Maybe<ReadonlyArray<ProposedFieldImpact>>;
  readonly from?: Maybe<Scalars['DateTime']['output']>;
  /** Persons whom they named; null if suppressed. */
  readonly persons?: Maybe<Scalars['Int']['output']>;
  /** Requesters who sent them; null if suppressed. */
  readonly requesters?: Maybe<Scalars['Int']['output']>;
  /** Refused requests that would have been shown something; null if suppressed. */
  readonly requests?: Maybe<Scalars['Int']['output']>;
  readonly suppressed?: Maybe<Scalars['Boolean']['output']>;
  readonly to?: Maybe<Scalars['DateTime']['output']>;
};

/** An approval that is not in force, as an access request or its decision describes it. */
export type ProposedApprovalInput = {
  /**
   * Conditions on the person, such as [["WARD"], ["CONSENT"]]. They cannot be evaluated over past requests: the log does not
   * say who met them then.
   */
  readonly conditions?: InputMaybe<ReadonlyArray<ReadonlyArray<Scalars['String']['input']>>>;
  readonly dataset: Scalars['ID']['input'];
  /** Fields that the approval would open, as Type.field. By default, all fields of the dataset. */
  readonly fields?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly purpose: Scalars['String']['input'];
  /** Code of the agency that would receive data. */
  readonly requestingAgency: Scalars['String']['input'];
  /** Roles that the approval would cover, such as CASEWORKER. */
  readonly roles: ReadonlyArray<Scalars['String']['input']>;
};

export type ProposedFieldImpact = {
  readonly __typename?: 'ProposedFieldImpact';
  /** The refused field, as Type.field: everything below it was refused with it. */
  readonly field?: Maybe<Scalars['String']['output']>;
  /** Null if suppressed. */
  readonly persons?: Maybe<Scalars['Int']['output']>;
  /** Null if suppressed. */
  readonly requests?: Maybe<Scalars['Int']['output']>;
  readonly suppressed?: Maybe<Scalars['Boolean']['output']>;
};

export type Query = {
  readonly __typename?: 'Query';
  /**
   * How often data was shown, and about how many persons; by DATASET, this also counts responses that showed there is no
   * data. Auditors may choose any range of up to a year; the default is the last 30 days. All others get one whole calendar
   * month, in Illinois time, that has ended; the default is the last one. For them, counts of fewer than 11 persons are
   * suppressed, and so are the counts from which they could be derived.
   */
  readonly accessStatistics?: Maybe<ReadonlyArray<AccessStatistic>>;
  /**
   * What was disclosed about one person, to whom, when, and for what purpose (45 CFR 164.528(b)(2)), including requests that
   * were refused (34 CFR 99.32(a)(1)). Newest first; by default, the last six years. Entries under a suspension are withheld
   * from residents (45 CFR 164.528(a)(2)). The mother or father of a child under 18, or the child's legal guardian in their
   * place, can also read the child's, unless the child is a ward of the state (45 CFR 164.502(g)(3), 34 CFR 99.32(c)).
   */
  readonly accountingOfDisclosures?: Maybe<DisclosureConnection>;
  /**
   * Proof that a log of `to` entries begins with the log of `from` entries, as hashes in base64 (RFC 9162 section 2.1.4). It
   * connects a receipt with a checkpoint that was kept elsewhere. Null if the log does not have so many entries.
   */
  readonly consistencyProof?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** One entry of `disclosures`; null if there is none, or if it is not open to the reader. */
  readonly disclosure?: Maybe<DisclosureEntry>;
  /**
   * The disclosure log, newest first. Auditors and the data steward of DOIT see all of it, an agency's auditor sees what was
   * requested from that agency's datasets, and residents see what is about them. Reading it is recorded like any disclosure.
   */
  readonly disclosures?: Maybe<DisclosureConnection>;
  /**
   * Questions of residents about entries, newest first, at most 200. Residents see their own, with the answers. An AUDITOR or
   * DATA_STEWARD of DOIT sees all, and one of an agency sees those about its own data (purpose AUDIT or DATA_GOVERNANCE).
   */
  readonly entryQuestions?: Maybe<ReadonlyArray<EntryQuestion>>;
  /** Proof that one entry is in the log. Check it with `person360 verify receipt`. */
  readonly inclusionProof?: Maybe<InclusionProof>;
  /** Signed checkpoints of the log, newest first. Keep copies of them elsewhere. */
  readonly ledgerCheckpoints?: Maybe<ReadonlyArray<LedgerCheckpoint>>;
  /**
   * Completeness of look-ups in the log. The index that finds entries is not part of the signed tree, so every entry is
   * repeatedly compared with it. Statistics and unusualAccess are only as complete as this field reports. Open to every reader
   * of the log.
   */
  readonly logCompleteness?: Maybe<LogCompleteness>;
  /**
   * What a proposed approval would have opened in the 30 days that ended at the last midnight in Illinois: refused requests
   * by the agency for this purpose and in these roles, counted from the log. Shows no personal data. Purpose AUDIT or
   * DATA_GOVERNANCE; roles: DATA_OFFICER of the dataset's owner or of the requesting agency, and AUDITOR or DATA_STEWARD of
   * DOIT. For data officers, counts of fewer than 11 persons are suppressed, and all others rounded down to a multiple of ten.
   */
  readonly proposedApprovalImpact?: Maybe<ProposedApprovalImpact>;
  /** Suspensions of the right to an accounting that are in force. Auditors only. */
  readonly suspensions?: Maybe<ReadonlyArray<AccountingSuspension>>;
  /** The print or export with this number; null if there is none. Auditors only. */
  readonly ticket?: Maybe<Ticket>;
  /**
   * The persons behind the pseudonyms of an approved unmasking. Only the person who requested it can read them, in the role
   * AUDITOR of DOIT, for 24 hours after the approval. Each reading is recorded as a disclosure about each person. A large
   * person index is searched in steps: if the error code is UNMASKING_IN_PROGRESS, send the query again.
   */
  readonly unmaskedPersons?: Maybe<ReadonlyArray<UnmaskedPseudonym>>;
  /**
   * Requests to identify the persons behind pseudonyms in the log, newest first, at most 200. Role: AUDITOR or DATA_STEWARD
   * of DOIT.
   */
  readonly unmaskings?: Maybe<ReadonlyArray<Unmasking>>;
  /** Requesters whose access should be reviewed, with the rule that named them. By default, the last 30 days. */
  readonly unusualAccess?: Maybe<ReadonlyArray<UnusualAccess>>;
  /**
   * What was disclosed about a person under a wrong link, newest first: between the time at which the records came to the
   * person and the change that took them away (45 CFR 164.404). `changeId` is the id of a change of links in the person
   * index that took records away. Lists disclosures that showed data of a system whose records were wrong, or what the index
   * itself shows of the person, which it makes of all records. Null if no such change took effect. Roles: AUDITOR and
   * DATA_STEWARD of DOIT.
   */
  readonly wrongLinkDisclosures?: Maybe<WrongLinkDisclosureConnection>;
};


export type QueryAccessStatisticsArgs = {
  by: StatisticDimension;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};


export type QueryAccountingOfDisclosuresArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  personId: Scalars['ID']['input'];
  to?: InputMaybe<Scalars['DateTime']['input']>;
};


export type QueryConsistencyProofArgs = {
  from: Scalars['Int']['input'];
  origin: Scalars['String']['input'];
  to: Scalars['Int']['input'];
};


export type QueryDisclosureArgs = {
  id: Scalars['ID']['input'];
};


export type QueryDisclosuresArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DisclosureFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryEntryQuestionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  state?: InputMaybe<EntryQuestionState>;
};


export type QueryInclusionProofArgs = {
  id: Scalars['ID']['input'];
};


export type QueryLedgerCheckpointsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  origin?: InputMaybe<Scalars['String']['input']>;
};


export type QueryProposedApprovalImpactArgs = {
  proposal: ProposedApprovalInput;
};


export type QuerySuspensionsArgs = {
  personId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryTicketArgs = {
  id: Scalars['ID']['input'];
};


export type QueryUnmaskedPersonsArgs = {
  unmaskingId: Scalars['ID']['input'];
};


export type QueryUnmaskingsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  status?: InputMaybe<UnmaskingStatus>;
};


export type QueryUnusualAccessArgs = {
  from?: InputMaybe<Scalars['DateTime']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};


export type QueryWrongLinkDisclosuresArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  changeId: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type RecordExportInput = {
  readonly format: ExportFormat;
  /** Person.id of everyone who is in the file, 1 to 100. */
  readonly personIds: ReadonlyArray<Scalars['ID']['input']>;
  readonly reason: ExportReason;
  /** Ids of the requests that showed what is exported, from the response header `x-request-id`, 1 to 20. */
  readonly requestIds: ReadonlyArray<Scalars['ID']['input']>;
};

export type RecordLogExportInput = {
  readonly format: ExportFormat;
  readonly reason: ExportReason;
  /** Ids of the requests that read the exported entries, from the response header `x-request-id`, 1 to 20. */
  readonly requestIds: ReadonlyArray<Scalars['ID']['input']>;
};

export type RecordPrintInput = {
  /** Person.id of everyone who is on the paper, 1 to 100. */
  readonly personIds: ReadonlyArray<Scalars['ID']['input']>;
  /** Ids of the requests that showed what is printed, from the response header `x-request-id`, 1 to 20. */
  readonly requestIds: ReadonlyArray<Scalars['ID']['input']>;
};

export type RecordedEffect = {
  readonly __typename?: 'RecordedEffect';
  /** Field, as Type.field. */
  readonly field?: Maybe<Scalars['String']['output']>;
  /** Ids of what the field touched: argument:id, Type:id, or person:<keyed hash>. Empty if it failed or was refused. */
  readonly ids?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

export type RecordedEmergency = {
  readonly __typename?: 'RecordedEmergency';
  /** HL7 v3 ActReason: OVRER, OVRPJ, OVRPS, or OVRTPS. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** Id of the emergency in emou. */
  readonly reference?: Maybe<Scalars['ID']['output']>;
};

export type RecordedSearch = {
  readonly __typename?: 'RecordedSearch';
  /** Keyed hash of the search terms; equal for equal searches. */
  readonly criteria?: Maybe<Scalars['String']['output']>;
  /** Datasets that guard the field; their data was searched. */
  readonly datasets?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly field?: Maybe<Scalars['String']['output']>;
  readonly found?: Maybe<Scalars['Int']['output']>;
  /** True if the requester searched for their own surname; false if their token has no `family_name`. */
  readonly sameSurname?: Maybe<Scalars['Boolean']['output']>;
};

export type RefusedCoordinate = {
  readonly __typename?: 'RefusedCoordinate';
  readonly dataset?: Maybe<Scalars['String']['output']>;
  readonly field?: Maybe<Scalars['String']['output']>;
  readonly owner?: Maybe<Scalars['String']['output']>;
  readonly reason?: Maybe<Scalars['String']['output']>;
};

export type RequestUnmaskingInput = {
  /** Case or file number: 3 to 200 letters, digits, spaces, and the characters ./:#- */
  readonly caseReference: Scalars['String']['input'];
  /** Pseudonyms from `person` of log entries, 1 to 50. */
  readonly pseudonyms: ReadonlyArray<Scalars['String']['input']>;
  /** Why the persons must be identified, 10 to 4,000 characters. The log shows it, so do not name anyone. */
  readonly reason: Scalars['String']['input'];
};

export type StatisticDimension =
  | 'AGENCY'
  | 'APPROVAL'
  | 'DATASET'
  | 'FIELD'
  | 'PURPOSE';

export type SuspendAccountingInput = {
  readonly oral?: InputMaybe<Scalars['Boolean']['input']>;
  /** Person.id, a UUID in lowercase or uppercase. */
  readonly personId: Scalars['ID']['input'];
  /** Code of the agency whose disclosures are withheld. */
  readonly recipientAgency: Scalars['String']['input'];
  /** File number of the written statement, or of the note about the oral one. No personal data. */
  readonly reference: Scalars['String']['input'];
  /** End of the suspension; at most 30 days ahead for an oral request (45 CFR 164.528(a)(2)(ii)). */
  readonly until: Scalars['DateTime']['input'];
};

export type SuspendAccountingPayload = {
  readonly __typename?: 'SuspendAccountingPayload';
  readonly suspension?: Maybe<AccountingSuspension>;
};

/** A recorded print or export. Its number leads from paper or a file to the entries of the log. */
export type Ticket = {
  readonly __typename?: 'Ticket';
  readonly agency?: Maybe<Scalars['String']['output']>;
  /** Datasets that the requests showed of these persons; null in `ticket`. */
  readonly datasets?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Fields that the requests showed of these persons, as Type.field; null in `ticket`. */
  readonly fields?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Null for a print. */
  readonly format?: Maybe<ExportFormat>;
  /** Number to print on every page, such as PR-7K3D-9QXM. Always request it: the entries of the log name the ticket only then. */
  readonly id: Scalars['ID']['output'];
  /** PRINT or EXPORT */
  readonly kind?: Maybe<DisclosureKind>;
  /** Number of persons on the paper or in the file; 0 for entries of the log. */
  readonly persons?: Maybe<Scalars['Int']['output']>;
  /** Null for a print. */
  readonly reason?: Maybe<ExportReason>;
  readonly recordedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly requester?: Maybe<Scalars['String']['output']>;
  /** Ids of the requests that showed the data. */
  readonly requests?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

export type TicketPayload = {
  readonly __typename?: 'TicketPayload';
  readonly ticket?: Maybe<Ticket>;
};

export type UnmaskedPseudonym = {
  readonly __typename?: 'UnmaskedPseudonym';
  /** The person; null if no person in the person index has this pseudonym. */
  readonly person?: Maybe<Person>;
  readonly pseudonym?: Maybe<Scalars['String']['output']>;
};

/**
 * A request to identify the persons behind pseudonyms, and its outcome. Every step is an entry in the audit system's own
 * log.
 */
export type Unmasking = {
  readonly __typename?: 'Unmasking';
  /** Case or file number. */
  readonly caseReference?: Maybe<Scalars['String']['output']>;
  /** The data steward's reason; null until decided. */
  readonly comment?: Maybe<Scalars['String']['output']>;
  readonly decidedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly decidedBy?: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  /** When the requester's access ends; null unless approved. */
  readonly openUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Pseudonyms, as in `person` of log entries. */
  readonly pseudonyms?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly reason?: Maybe<Scalars['String']['output']>;
  readonly requestedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly requestedBy?: Maybe<Scalars['String']['output']>;
  readonly status?: Maybe<UnmaskingStatus>;
};

export type UnmaskingPayload = {
  readonly __typename?: 'UnmaskingPayload';
  readonly unmasking?: Maybe<Unmasking>;
};

export type UnmaskingStatus =
  /** Approved more than 24 hours ago */
  | 'EXPIRED'
  /** Approved less than 24 hours ago */
  | 'OPEN'
  | 'REFUSED'
  /** Waiting for the data steward's decision */
  | 'WAITING';

export type UnusualAccess = {
  readonly __typename?: 'UnusualAccess';
  readonly agency?: Maybe<Scalars['String']['output']>;
  readonly explanation?: Maybe<Scalars['String']['output']>;
  /** Count that the rule looks at. */
  readonly measured?: Maybe<Scalars['Int']['output']>;
  readonly purpose?: Maybe<Scalars['String']['output']>;
  readonly requester?: Maybe<Scalars['String']['output']>;
  readonly rule?: Maybe<UnusualAccessRule>;
  /** Highest count that is not unusual. */
  readonly threshold?: Maybe<Scalars['Int']['output']>;
};

export type UnusualAccessRule =
  /** Use of emergency access; each one is reviewed */
  | 'BREAK_GLASS'
  /** Consents recorded for many persons */
  | 'CONSENTS'
  /** A supervisor lifted the limit on the requester's emergencies */
  | 'LIMIT_LIFTED'
  /** Requests without a case, where nearly all other requesters name one */
  | 'OUTSIDE_CASE'
  /** Many persons between 22:00 and 05:00 in Illinois */
  | 'OUT_OF_HOURS'
  /** Many refused requests over many datasets */
  | 'REFUSALS'
  /** Several searches for the requester's own surname */
  | 'SAME_SURNAME'
  /** Emergencies declared for several persons with the same description */
  | 'SAME_WORDS'
  /** Far more persons than the median requester of the same agency and purpose */
  | 'VOLUME';

/** A disclosure that may have shown one person's data as another person's. */
export type WrongLinkDisclosure = {
  readonly __typename?: 'WrongLinkDisclosure';
  /** Datasets of the entry whose data may have been another person's. */
  readonly datasets?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Who got it, when, and for what purpose. */
  readonly entry?: Maybe<DisclosureEntry>;
  /** Agencies that own these datasets. They notify the persons. */
  readonly owners?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Pseudonyms of the persons whose data it may have been: those to notify. */
  readonly persons?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

export type WrongLinkDisclosureConnection = {
  readonly __typename?: 'WrongLinkDisclosureConnection';
  /** Completeness of this response. Always request it: an incomplete response looks like any other. */
  readonly completeness?: Maybe<LogCompleteness>;
  readonly edges?: Maybe<ReadonlyArray<WrongLinkDisclosureEdge>>;
  readonly pageInfo?: Maybe<DisclosurePageInfo>;
};

export type WrongLinkDisclosureEdge = {
  readonly __typename?: 'WrongLinkDisclosureEdge';
  readonly cursor?: Maybe<Scalars['String']['output']>;
  readonly node?: Maybe<WrongLinkDisclosure>;
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
  AccessStatistic: ResolverTypeWrapper<AccessStatistic>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AccountingSuspension: ResolverTypeWrapper<AccountingSuspension>;
  AnswerQuestionInput: AnswerQuestionInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AskAboutEntryInput: AskAboutEntryInput;
  CheckedTree: ResolverTypeWrapper<CheckedTree>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DecideUnmaskingInput: DecideUnmaskingInput;
  DisclosedFieldGroup: ResolverTypeWrapper<DisclosedFieldGroup>;
  DisclosureBasis: DisclosureBasis;
  DisclosureConnection: ResolverTypeWrapper<DisclosureConnection>;
  DisclosureEdge: ResolverTypeWrapper<DisclosureEdge>;
  DisclosureEntry: ResolverTypeWrapper<DisclosureEntry>;
  DisclosureFilter: DisclosureFilter;
  DisclosureKind: DisclosureKind;
  DisclosurePageInfo: ResolverTypeWrapper<DisclosurePageInfo>;
  EmptyFieldGroup: ResolverTypeWrapper<EmptyFieldGroup>;
  EntryFacts: ResolverTypeWrapper<EntryFacts>;
  EntryQuestion: ResolverTypeWrapper<EntryQuestion>;
  EntryQuestionPayload: ResolverTypeWrapper<EntryQuestionPayload>;
  EntryQuestionState: EntryQuestionState;
  ExportFormat: ExportFormat;
  ExportReason: ExportReason;
  InclusionProof: ResolverTypeWrapper<InclusionProof>;
  IndexMismatch: ResolverTypeWrapper<IndexMismatch>;
  Language: Language;
  LedgerCheckpoint: ResolverTypeWrapper<LedgerCheckpoint>;
  LogCompleteness: ResolverTypeWrapper<LogCompleteness>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Person: ResolverTypeWrapper<Person>;
  ProposedApprovalImpact: ResolverTypeWrapper<ProposedApprovalImpact>;
  ProposedApprovalInput: ProposedApprovalInput;
  ProposedFieldImpact: ResolverTypeWrapper<ProposedFieldImpact>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RecordExportInput: RecordExportInput;
  RecordLogExportInput: RecordLogExportInput;
  RecordPrintInput: RecordPrintInput;
  RecordedEffect: ResolverTypeWrapper<RecordedEffect>;
  RecordedEmergency: ResolverTypeWrapper<RecordedEmergency>;
  RecordedSearch: ResolverTypeWrapper<RecordedSearch>;
  RefusedCoordinate: ResolverTypeWrapper<RefusedCoordinate>;
  RequestUnmaskingInput: RequestUnmaskingInput;
  StatisticDimension: StatisticDimension;
  SuspendAccountingInput: SuspendAccountingInput;
  SuspendAccountingPayload: ResolverTypeWrapper<SuspendAccountingPayload>;
  Ticket: ResolverTypeWrapper<Ticket>;
  TicketPayload: ResolverTypeWrapper<TicketPayload>;
  UnmaskedPseudonym: ResolverTypeWrapper<UnmaskedPseudonym>;
  Unmasking: ResolverTypeWrapper<Unmasking>;
  UnmaskingPayload: ResolverTypeWrapper<UnmaskingPayload>;
  UnmaskingStatus: UnmaskingStatus;
  UnusualAccess: ResolverTypeWrapper<UnusualAccess>;
  UnusualAccessRule: UnusualAccessRule;
  WrongLinkDisclosure: ResolverTypeWrapper<WrongLinkDisclosure>;
  WrongLinkDisclosureConnection: ResolverTypeWrapper<WrongLinkDisclosureConnection>;
  WrongLinkDisclosureEdge: ResolverTypeWrapper<WrongLinkDisclosureEdge>;
  federation__FieldSet: ResolverTypeWrapper<Scalars['federation__FieldSet']['output']>;
  federation__Policy: ResolverTypeWrapper<Scalars['federation__Policy']['output']>;
  link__Import: ResolverTypeWrapper<Scalars['link__Import']['output']>;
  link__Purpose: Link__Purpose;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AccessStatistic: AccessStatistic;
  Int: Scalars['Int']['output'];
  AccountingSuspension: AccountingSuspension;
  AnswerQuestionInput: AnswerQuestionInput;
  ID: Scalars['ID']['output'];
  AskAboutEntryInput: AskAboutEntryInput;
  CheckedTree: CheckedTree;
  DateTime: Scalars['DateTime']['output'];
  DecideUnmaskingInput: DecideUnmaskingInput;
  DisclosedFieldGroup: DisclosedFieldGroup;
  DisclosureConnection: DisclosureConnection;
  DisclosureEdge: DisclosureEdge;
  DisclosureEntry: DisclosureEntry;
  DisclosureFilter: DisclosureFilter;
  DisclosurePageInfo: DisclosurePageInfo;
  EmptyFieldGroup: EmptyFieldGroup;
  EntryFacts: EntryFacts;
  EntryQuestion: EntryQuestion;
  EntryQuestionPayload: EntryQuestionPayload;
  InclusionProof: InclusionProof;
  IndexMismatch: IndexMismatch;
  LedgerCheckpoint: LedgerCheckpoint;
  LogCompleteness: LogCompleteness;
  Mutation: Record<PropertyKey, never>;
  Person: Person;
  ProposedApprovalImpact: ProposedApprovalImpact;
  ProposedApprovalInput: ProposedApprovalInput;
  ProposedFieldImpact: ProposedFieldImpact;
  Query: Record<PropertyKey, never>;
  RecordExportInput: RecordExportInput;
  RecordLogExportInput: RecordLogExportInput;
  RecordPrintInput: RecordPrintInput;
  RecordedEffect: RecordedEffect;
  RecordedEmergency: RecordedEmergency;
  RecordedSearch: RecordedSearch;
  RefusedCoordinate: RefusedCoordinate;
  RequestUnmaskingInput: RequestUnmaskingInput;
  SuspendAccountingInput: SuspendAccountingInput;
  SuspendAccountingPayload: SuspendAccountingPayload;
  Ticket: Ticket;
  TicketPayload: TicketPayload;
  UnmaskedPseudonym: UnmaskedPseudonym;
  Unmasking: Unmasking;
  UnmaskingPayload: UnmaskingPayload;
  UnusualAccess: UnusualAccess;
  WrongLinkDisclosure: WrongLinkDisclosure;
  WrongLinkDisclosureConnection: WrongLinkDisclosureConnection;
  WrongLinkDisclosureEdge: WrongLinkDisclosureEdge;
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

export type AccessStatisticResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['AccessStatistic'] = ResolversParentTypes['AccessStatistic']> = {
  disclosures?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  key?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  persons?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  suppressed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type AccountingSuspensionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['AccountingSuspension'] = ResolversParentTypes['AccountingSuspension']> = {
  enteredBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  oral?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recipientAgency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type CheckedTreeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['CheckedTree'] = ResolversParentTypes['CheckedTree']> = {
  checked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  entries?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  treeId?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DisclosedFieldGroupResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['DisclosedFieldGroup'] = ResolversParentTypes['DisclosedFieldGroup']> = {
  approvals?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  basis?: Resolver<Maybe<ResolversTypes['DisclosureBasis']>, ParentType, ContextType>;
  datasets?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  fields?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  legalBasis?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  owners?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type DisclosureConnectionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['DisclosureConnection'] = ResolversParentTypes['DisclosureConnection']> = {
  completeness?: Resolver<Maybe<ResolversTypes['LogCompleteness']>, ParentType, ContextType>;
  edges?: Resolver<Maybe<ReadonlyArray<ResolversTypes['DisclosureEdge']>>, ParentType, ContextType>;
  pageInfo?: Resolver<Maybe<ResolversTypes['DisclosurePageInfo']>, ParentType, ContextType>;
};

export type DisclosureEdgeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['DisclosureEdge'] = ResolversParentTypes['DisclosureEdge']> = {
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['DisclosureEntry']>, ParentType, ContextType>;
};

export type DisclosureEntryResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['DisclosureEntry'] = ResolversParentTypes['DisclosureEntry']> = {
  agency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  caseId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  clientName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  disclosed?: Resolver<Maybe<ReadonlyArray<ResolversTypes['DisclosedFieldGroup']>>, ParentType, ContextType>;
  effects?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RecordedEffect']>>, ParentType, ContextType>;
  emergency?: Resolver<Maybe<ResolversTypes['RecordedEmergency']>, ParentType, ContextType>;
  empty?: Resolver<Maybe<ReadonlyArray<ResolversTypes['EmptyFieldGroup']>>, ParentType, ContextType>;
  facts?: Resolver<Maybe<ResolversTypes['EntryFacts']>, ParentType, ContextType, RequireFields<DisclosureEntryFactsArgs, 'language'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inWords?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<DisclosureEntryInWordsArgs, 'language'>>;
  kind?: Resolver<Maybe<ResolversTypes['DisclosureKind']>, ParentType, ContextType>;
  operationHash?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  operationName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  refused?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RefusedCoordinate']>>, ParentType, ContextType>;
  request?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  requester?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  revision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  roles?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  search?: Resolver<Maybe<ResolversTypes['RecordedSearch']>, ParentType, ContextType>;
  ticket?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type DisclosurePageInfoResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['DisclosurePageInfo'] = ResolversParentTypes['DisclosurePageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type EmptyFieldGroupResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['EmptyFieldGroup'] = ResolversParentTypes['EmptyFieldGroup']> = {
  datasets?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  fields?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type EntryFactsResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['EntryFacts'] = ResolversParentTypes['EntryFacts']> = {
  agency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  empty?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  heldBy?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  laws?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  refused?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  roles?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  shown?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  what?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  when?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EntryQuestionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['EntryQuestion'] = ResolversParentTypes['EntryQuestion']> = {
  addressedTo?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  answer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  answeredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  answeredBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  askedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  entryId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  question?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['EntryQuestionState']>, ParentType, ContextType>;
};

export type EntryQuestionPayloadResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['EntryQuestionPayload'] = ResolversParentTypes['EntryQuestionPayload']> = {
  question?: Resolver<Maybe<ResolversTypes['EntryQuestion']>, ParentType, ContextType>;
};

export type InclusionProofResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['InclusionProof'] = ResolversParentTypes['InclusionProof']> = {
  groundsReceipt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  receipt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type IndexMismatchResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['IndexMismatch'] = ResolversParentTypes['IndexMismatch']> = {
  entries?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  what?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LedgerCheckpointResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['LedgerCheckpoint'] = ResolversParentTypes['LedgerCheckpoint']> = {
  keptAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  origin?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  root?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  size?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type LogCompletenessResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['LogCompleteness'] = ResolversParentTypes['LogCompleteness']> = {
  checkedThrough?: Resolver<ReadonlyArray<ResolversTypes['CheckedTree']>, ParentType, ContextType>;
  comparedSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  explanation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  mismatchSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  mismatches?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['IndexMismatch']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  answerQuestion?: Resolver<Maybe<ResolversTypes['EntryQuestionPayload']>, ParentType, ContextType, RequireFields<MutationAnswerQuestionArgs, 'input'>>;
  approveUnmasking?: Resolver<Maybe<ResolversTypes['UnmaskingPayload']>, ParentType, ContextType, RequireFields<MutationApproveUnmaskingArgs, 'input'>>;
  askAboutEntry?: Resolver<Maybe<ResolversTypes['EntryQuestionPayload']>, ParentType, ContextType, RequireFields<MutationAskAboutEntryArgs, 'input'>>;
  recordExport?: Resolver<Maybe<ResolversTypes['TicketPayload']>, ParentType, ContextType, RequireFields<MutationRecordExportArgs, 'input'>>;
  recordLogExport?: Resolver<Maybe<ResolversTypes['TicketPayload']>, ParentType, ContextType, RequireFields<MutationRecordLogExportArgs, 'input'>>;
  recordPrint?: Resolver<Maybe<ResolversTypes['TicketPayload']>, ParentType, ContextType, RequireFields<MutationRecordPrintArgs, 'input'>>;
  refuseUnmasking?: Resolver<Maybe<ResolversTypes['UnmaskingPayload']>, ParentType, ContextType, RequireFields<MutationRefuseUnmaskingArgs, 'input'>>;
  requestUnmasking?: Resolver<Maybe<ResolversTypes['UnmaskingPayload']>, ParentType, ContextType, RequireFields<MutationRequestUnmaskingArgs, 'input'>>;
  suspendAccounting?: Resolver<Maybe<ResolversTypes['SuspendAccountingPayload']>, ParentType, ContextType, RequireFields<MutationSuspendAccountingArgs, 'input'>>;
};

export type PersonResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ProposedApprovalImpactResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ProposedApprovalImpact'] = ResolversParentTypes['ProposedApprovalImpact']> = {
  atMost?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  explanation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fields?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ProposedFieldImpact']>>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  persons?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  requesters?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  requests?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  suppressed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ProposedFieldImpactResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ProposedFieldImpact'] = ResolversParentTypes['ProposedFieldImpact']> = {
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  persons?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  requests?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  suppressed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  accessStatistics?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AccessStatistic']>>, ParentType, ContextType, RequireFields<QueryAccessStatisticsArgs, 'by'>>;
  accountingOfDisclosures?: Resolver<Maybe<ResolversTypes['DisclosureConnection']>, ParentType, ContextType, RequireFields<QueryAccountingOfDisclosuresArgs, 'first' | 'personId'>>;
  consistencyProof?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType, RequireFields<QueryConsistencyProofArgs, 'from' | 'origin' | 'to'>>;
  disclosure?: Resolver<Maybe<ResolversTypes['DisclosureEntry']>, ParentType, ContextType, RequireFields<QueryDisclosureArgs, 'id'>>;
  disclosures?: Resolver<Maybe<ResolversTypes['DisclosureConnection']>, ParentType, ContextType, RequireFields<QueryDisclosuresArgs, 'first'>>;
  entryQuestions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['EntryQuestion']>>, ParentType, ContextType, RequireFields<QueryEntryQuestionsArgs, 'first'>>;
  inclusionProof?: Resolver<Maybe<ResolversTypes['InclusionProof']>, ParentType, ContextType, RequireFields<QueryInclusionProofArgs, 'id'>>;
  ledgerCheckpoints?: Resolver<Maybe<ReadonlyArray<ResolversTypes['LedgerCheckpoint']>>, ParentType, ContextType, RequireFields<QueryLedgerCheckpointsArgs, 'first'>>;
  logCompleteness?: Resolver<Maybe<ResolversTypes['LogCompleteness']>, ParentType, ContextType>;
  proposedApprovalImpact?: Resolver<Maybe<ResolversTypes['ProposedApprovalImpact']>, ParentType, ContextType, RequireFields<QueryProposedApprovalImpactArgs, 'proposal'>>;
  suspensions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AccountingSuspension']>>, ParentType, ContextType, Partial<QuerySuspensionsArgs>>;
  ticket?: Resolver<Maybe<ResolversTypes['Ticket']>, ParentType, ContextType, RequireFields<QueryTicketArgs, 'id'>>;
  unmaskedPersons?: Resolver<Maybe<ReadonlyArray<ResolversTypes['UnmaskedPseudonym']>>, ParentType, ContextType, RequireFields<QueryUnmaskedPersonsArgs, 'unmaskingId'>>;
  unmaskings?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Unmasking']>>, ParentType, ContextType, RequireFields<QueryUnmaskingsArgs, 'first'>>;
  unusualAccess?: Resolver<Maybe<ReadonlyArray<ResolversTypes['UnusualAccess']>>, ParentType, ContextType, Partial<QueryUnusualAccessArgs>>;
  wrongLinkDisclosures?: Resolver<Maybe<ResolversTypes['WrongLinkDisclosureConnection']>, ParentType, ContextType, RequireFields<QueryWrongLinkDisclosuresArgs, 'changeId' | 'first'>>;
};

export type RecordedEffectResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['RecordedEffect'] = ResolversParentTypes['RecordedEffect']> = {
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ids?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type RecordedEmergencyResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['RecordedEmergency'] = ResolversParentTypes['RecordedEmergency']> = {
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type RecordedSearchResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['RecordedSearch'] = ResolversParentTypes['RecordedSearch']> = {
  criteria?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  datasets?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  found?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sameSurname?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type RefusedCoordinateResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['RefusedCoordinate'] = ResolversParentTypes['RefusedCoordinate']> = {
  dataset?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SuspendAccountingPayloadResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['SuspendAccountingPayload'] = ResolversParentTypes['SuspendAccountingPayload']> = {
  suspension?: Resolver<Maybe<ResolversTypes['AccountingSuspension']>, ParentType, ContextType>;
};

export type TicketResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Ticket'] = ResolversParentTypes['Ticket']> = {
  agency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  datasets?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  fields?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  format?: Resolver<Maybe<ResolversTypes['ExportFormat']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['DisclosureKind']>, ParentType, ContextType>;
  persons?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['ExportReason']>, ParentType, ContextType>;
  recordedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  requester?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  requests?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type TicketPayloadResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['TicketPayload'] = ResolversParentTypes['TicketPayload']> = {
  ticket?: Resolver<Maybe<ResolversTypes['Ticket']>, ParentType, ContextType>;
};

export type UnmaskedPseudonymResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['UnmaskedPseudonym'] = ResolversParentTypes['UnmaskedPseudonym']> = {
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  pseudonym?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type UnmaskingResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Unmasking'] = ResolversParentTypes['Unmasking']> = {
  caseReference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  comment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  decidedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  openUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  pseudonyms?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  requestedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  requestedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['UnmaskingStatus']>, ParentType, ContextType>;
};

export type UnmaskingPayloadResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['UnmaskingPayload'] = ResolversParentTypes['UnmaskingPayload']> = {
  unmasking?: Resolver<Maybe<ResolversTypes['Unmasking']>, ParentType, ContextType>;
};

export type UnusualAccessResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['UnusualAccess'] = ResolversParentTypes['UnusualAccess']> = {
  agency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  explanation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  measured?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  requester?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rule?: Resolver<Maybe<ResolversTypes['UnusualAccessRule']>, ParentType, ContextType>;
  threshold?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type WrongLinkDisclosureResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['WrongLinkDisclosure'] = ResolversParentTypes['WrongLinkDisclosure']> = {
  datasets?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  entry?: Resolver<Maybe<ResolversTypes['DisclosureEntry']>, ParentType, ContextType>;
  owners?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  persons?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type WrongLinkDisclosureConnectionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['WrongLinkDisclosureConnection'] = ResolversParentTypes['WrongLinkDisclosureConnection']> = {
  completeness?: Resolver<Maybe<ResolversTypes['LogCompleteness']>, ParentType, ContextType>;
  edges?: Resolver<Maybe<ReadonlyArray<ResolversTypes['WrongLinkDisclosureEdge']>>, ParentType, ContextType>;
  pageInfo?: Resolver<Maybe<ResolversTypes['DisclosurePageInfo']>, ParentType, ContextType>;
};

export type WrongLinkDisclosureEdgeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['WrongLinkDisclosureEdge'] = ResolversParentTypes['WrongLinkDisclosureEdge']> = {
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['WrongLinkDisclosure']>, ParentType, ContextType>;
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
  AccessStatistic?: AccessStatisticResolvers<ContextType>;
  AccountingSuspension?: AccountingSuspensionResolvers<ContextType>;
  CheckedTree?: CheckedTreeResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DisclosedFieldGroup?: DisclosedFieldGroupResolvers<ContextType>;
  DisclosureConnection?: DisclosureConnectionResolvers<ContextType>;
  DisclosureEdge?: DisclosureEdgeResolvers<ContextType>;
  DisclosureEntry?: DisclosureEntryResolvers<ContextType>;
  DisclosurePageInfo?: DisclosurePageInfoResolvers<ContextType>;
  EmptyFieldGroup?: EmptyFieldGroupResolvers<ContextType>;
  EntryFacts?: EntryFactsResolvers<ContextType>;
  EntryQuestion?: EntryQuestionResolvers<ContextType>;
  EntryQuestionPayload?: EntryQuestionPayloadResolvers<ContextType>;
  InclusionProof?: InclusionProofResolvers<ContextType>;
  IndexMismatch?: IndexMismatchResolvers<ContextType>;
  LedgerCheckpoint?: LedgerCheckpointResolvers<ContextType>;
  LogCompleteness?: LogCompletenessResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  ProposedApprovalImpact?: ProposedApprovalImpactResolvers<ContextType>;
  ProposedFieldImpact?: ProposedFieldImpactResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RecordedEffect?: RecordedEffectResolvers<ContextType>;
  RecordedEmergency?: RecordedEmergencyResolvers<ContextType>;
  RecordedSearch?: RecordedSearchResolvers<ContextType>;
  RefusedCoordinate?: RefusedCoordinateResolvers<ContextType>;
  SuspendAccountingPayload?: SuspendAccountingPayloadResolvers<ContextType>;
  Ticket?: TicketResolvers<ContextType>;
  TicketPayload?: TicketPayloadResolvers<ContextType>;
  UnmaskedPseudonym?: UnmaskedPseudonymResolvers<ContextType>;
  Unmasking?: UnmaskingResolvers<ContextType>;
  UnmaskingPayload?: UnmaskingPayloadResolvers<ContextType>;
  UnusualAccess?: UnusualAccessResolvers<ContextType>;
  WrongLinkDisclosure?: WrongLinkDisclosureResolvers<ContextType>;
  WrongLinkDisclosureConnection?: WrongLinkDisclosureConnectionResolvers<ContextType>;
  WrongLinkDisclosureEdge?: WrongLinkDisclosureEdgeResolvers<ContextType>;
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
