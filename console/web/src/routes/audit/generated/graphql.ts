/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/**
 * Signatories of the enterprise Memorandum of Understanding. CMS and DHS alone are never used: both are also federal
 * agencies.
 */
export type AgencyCode =
  /** Department of Central Management Services */
  | 'CMS_IL'
  /** Department of Commerce and Economic Opportunity */
  | 'DCEO'
  /** Department of Children and Family Services */
  | 'DCFS'
  /** Department of Innovation and Technology */
  | 'DOIT'
  /** Department of Healthcare and Family Services */
  | 'HFS'
  /** Department of Employment Security */
  | 'IDES'
  /** Department of Human Services */
  | 'IDHS'
  /** Department of Juvenile Justice */
  | 'IDJJ'
  /** Department on Aging */
  | 'IDOA'
  /** Department of Corrections */
  | 'IDOC'
  /** Department of Public Health */
  | 'IDPH'
  /** Department of Veterans' Affairs */
  | 'IDVA'
  /** State Board of Education */
  | 'ISBE';

export type AnswerQuestionInput = {
  /** The answer in plain words, 10 to 4,000 characters. The resident reads it as it is. */
  readonly answer: string;
  readonly questionId: string;
};

export type DecideUnmaskingInput = {
  /** Reason for the decision, 10 to 4,000 characters. The log shows it, so do not name anyone. */
  readonly comment: string;
  readonly unmaskingId: string;
};

export type DisclosureBasis =
  | 'APPROVAL'
  /** Identifiers of objects */
  | 'KEY'
  /** Seen by the owner's own staff */
  | 'OWNER'
  | 'PUBLIC';

export type DisclosureFilter = {
  /** Code of the requester's agency. */
  readonly agency?: string | null | undefined;
  readonly approval?: string | null | undefined;
  readonly dataset?: string | null | undefined;
  /** Earliest time, inclusive. */
  readonly from?: string | null | undefined;
  readonly kind?: DisclosureKind | null | undefined;
  /** Pseudonym of a person, as in `person` of entries. Only one of `person` and `personId`. */
  readonly person?: string | null | undefined;
  /** Person.id, a UUID in lowercase or uppercase. */
  readonly personId?: string | null | undefined;
  /** Subject of the requester's token; for a resident, `person:<Person.id>`, which entries contain as a keyed hash. */
  readonly requester?: string | null | undefined;
  /** Number of a print or export. */
  readonly ticket?: string | null | undefined;
  /** Latest time, exclusive. */
  readonly to?: string | null | undefined;
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

export type RecordLogExportInput = {
  readonly format: ExportFormat;
  readonly reason: ExportReason;
  /** Ids of the requests that read the exported entries, from the response header `x-request-id`, 1 to 20. */
  readonly requestIds: ReadonlyArray<string>;
};

export type RequestUnmaskingInput = {
  /** Case or file number: 3 to 200 letters, digits, spaces, and the characters ./:#- */
  readonly caseReference: string;
  /** Pseudonyms from `person` of log entries, 1 to 50. */
  readonly pseudonyms: ReadonlyArray<string>;
  /** Why the persons must be identified, 10 to 4,000 characters. The log shows it, so do not name anyone. */
  readonly reason: string;
};

export type StatisticDimension =
  | 'AGENCY'
  | 'APPROVAL'
  | 'DATASET'
  | 'FIELD'
  | 'PURPOSE';

export type SuspendAccountingInput = {
  readonly oral?: boolean | null | undefined;
  /** Person.id, a UUID in lowercase or uppercase. */
  readonly personId: string;
  /** Code of the agency whose disclosures are withheld. */
  readonly recipientAgency: string;
  /** File number of the written statement, or of the note about the oral one. No personal data. */
  readonly reference: string;
  /** End of the suspension; at most 30 days ahead for an oral request (45 CFR 164.528(a)(2)(ii)). */
  readonly until: string;
};

export type UnmaskingStatus =
  /** Approved more than 24 hours ago */
  | 'EXPIRED'
  /** Approved less than 24 hours ago */
  | 'OPEN'
  | 'REFUSED'
  /** Waiting for the data steward's decision */
  | 'WAITING';

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

export type CompletenessFragment = { readonly complete: boolean, readonly comparedSince: string | null, readonly mismatchSince: string | null, readonly mismatches: number, readonly explanation: string, readonly problems: ReadonlyArray<{ readonly entries: string, readonly what: string }>, readonly checkedThrough: ReadonlyArray<{ readonly treeId: number, readonly origin: string, readonly entries: number, readonly checked: number }> };

export type ListedEntryFragment = { readonly id: string, readonly time: string | null, readonly kind: DisclosureKind | null, readonly requester: string | null, readonly agency: string | null, readonly roles: ReadonlyArray<string> | null, readonly purpose: string | null, readonly caseId: string | null, readonly person: string | null, readonly ticket: string | null, readonly disclosed: ReadonlyArray<{ readonly datasets: ReadonlyArray<string> | null, readonly basis: DisclosureBasis | null, readonly approvals: ReadonlyArray<string> | null, readonly legalBasis: ReadonlyArray<string> | null }> | null, readonly empty: ReadonlyArray<{ readonly datasets: ReadonlyArray<string> | null }> | null, readonly refused: ReadonlyArray<{ readonly dataset: string | null, readonly field: string | null, readonly reason: string | null }> | null, readonly search: { readonly field: string | null, readonly datasets: ReadonlyArray<string> | null, readonly found: number | null } | null, readonly effects: ReadonlyArray<{ readonly field: string | null }> | null, readonly emergency: { readonly reason: string | null } | null };

export type EntriesQueryVariables = Exact<{
  filter?: DisclosureFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type EntriesQuery = { readonly disclosures: { readonly edges: ReadonlyArray<{ readonly cursor: string | null, readonly node: { readonly id: string, readonly time: string | null, readonly kind: DisclosureKind | null, readonly requester: string | null, readonly agency: string | null, readonly roles: ReadonlyArray<string> | null, readonly purpose: string | null, readonly caseId: string | null, readonly person: string | null, readonly ticket: string | null, readonly disclosed: ReadonlyArray<{ readonly datasets: ReadonlyArray<string> | null, readonly basis: DisclosureBasis | null, readonly approvals: ReadonlyArray<string> | null, readonly legalBasis: ReadonlyArray<string> | null }> | null, readonly empty: ReadonlyArray<{ readonly datasets: ReadonlyArray<string> | null }> | null, readonly refused: ReadonlyArray<{ readonly dataset: string | null, readonly field: string | null, readonly reason: string | null }> | null, readonly search: { readonly field: string | null, readonly datasets: ReadonlyArray<string> | null, readonly found: number | null } | null, readonly effects: ReadonlyArray<{ readonly field: string | null }> | null, readonly emergency: { readonly reason: string | null } | null } | null }> | null, readonly pageInfo: { readonly hasNextPage: boolean | null, readonly endCursor: string | null } | null, readonly completeness: { readonly complete: boolean, readonly comparedSince: string | null, readonly mismatchSince: string | null, readonly mismatches: number, readonly explanation: string, readonly problems: ReadonlyArray<{ readonly entries: string, readonly what: string }>, readonly checkedThrough: ReadonlyArray<{ readonly treeId: number, readonly origin: string, readonly entries: number, readonly checked: number }> } | null } | null };

export type WholeEntryFragment = { readonly id: string, readonly time: string | null, readonly kind: DisclosureKind | null, readonly request: string | null, readonly requester: string | null, readonly agency: string | null, readonly roles: ReadonlyArray<string> | null, readonly purpose: string | null, readonly caseId: string | null, readonly person: string | null, readonly operationName: string | null, readonly operationHash: string | null, readonly clientName: string | null, readonly revision: number | null, readonly ticket: string | null, readonly inWords: string | null, readonly disclosed: ReadonlyArray<{ readonly datasets: ReadonlyArray<string> | null, readonly owners: ReadonlyArray<string> | null, readonly basis: DisclosureBasis | null, readonly approvals: ReadonlyArray<string> | null, readonly legalBasis: ReadonlyArray<string> | null, readonly fields: ReadonlyArray<string> | null }> | null, readonly empty: ReadonlyArray<{ readonly datasets: ReadonlyArray<string> | null, readonly fields: ReadonlyArray<string> | null }> | null, readonly refused: ReadonlyArray<{ readonly field: string | null, readonly dataset: string | null, readonly owner: string | null, readonly reason: string | null }> | null, readonly search: { readonly field: string | null, readonly datasets: ReadonlyArray<string> | null, readonly criteria: string | null, readonly found: number | null, readonly sameSurname: boolean | null } | null, readonly effects: ReadonlyArray<{ readonly field: string | null, readonly ids: ReadonlyArray<string> | null }> | null, readonly emergency: { readonly reason: string | null, readonly reference: string | null } | null };

export type EntryQueryVariables = Exact<{
  id: string;
}>;


export type EntryQuery = { readonly disclosure: { readonly id: string, readonly time: string | null, readonly kind: DisclosureKind | null, readonly request: string | null, readonly requester: string | null, readonly agency: string | null, readonly roles: ReadonlyArray<string> | null, readonly purpose: string | null, readonly caseId: string | null, readonly person: string | null, readonly operationName: string | null, readonly operationHash: string | null, readonly clientName: string | null, readonly revision: number | null, readonly ticket: string | null, readonly inWords: string | null, readonly disclosed: ReadonlyArray<{ readonly datasets: ReadonlyArray<string> | null, readonly owners: ReadonlyArray<string> | null, readonly basis: DisclosureBasis | null, readonly approvals: ReadonlyArray<string> | null, readonly legalBasis: ReadonlyArray<string> | null, readonly fields: ReadonlyArray<string> | null }> | null, readonly empty: ReadonlyArray<{ readonly datasets: ReadonlyArray<string> | null, readonly fields: ReadonlyArray<string> | null }> | null, readonly refused: ReadonlyArray<{ readonly field: string | null, readonly dataset: string | null, readonly owner: string | null, readonly reason: string | null }> | null, readonly search: { readonly field: string | null, readonly datasets: ReadonlyArray<string> | null, readonly criteria: string | null, readonly found: number | null, readonly sameSurname: boolean | null } | null, readonly effects: ReadonlyArray<{ readonly field: string | null, readonly ids: ReadonlyArray<string> | null }> | null, readonly emergency: { readonly reason: string | null, readonly reference: string | null } | null } | null, readonly logCompleteness: { readonly complete: boolean, readonly comparedSince: string | null, readonly mismatchSince: string | null, readonly mismatches: number, readonly explanation: string, readonly problems: ReadonlyArray<{ readonly entries: string, readonly what: string }>, readonly checkedThrough: ReadonlyArray<{ readonly treeId: number, readonly origin: string, readonly entries: number, readonly checked: number }> } | null };

export type ReceiptsQueryVariables = Exact<{
  id: string;
}>;


export type ReceiptsQuery = { readonly inclusionProof: { readonly receipt: string | null, readonly groundsReceipt: string | null } | null };

export type ConsistencyQueryVariables = Exact<{
  origin: string;
  from: number;
  to: number;
}>;


export type ConsistencyQuery = { readonly consistencyProof: ReadonlyArray<string> | null };

export type CheckpointsQueryVariables = Exact<{ [key: string]: never; }>;


export type CheckpointsQuery = { readonly ledgerCheckpoints: ReadonlyArray<{ readonly origin: string | null, readonly size: number | null, readonly root: string | null, readonly note: string | null, readonly keptAt: string | null }> | null, readonly logCompleteness: { readonly complete: boolean, readonly comparedSince: string | null, readonly mismatchSince: string | null, readonly mismatches: number, readonly explanation: string, readonly problems: ReadonlyArray<{ readonly entries: string, readonly what: string }>, readonly checkedThrough: ReadonlyArray<{ readonly treeId: number, readonly origin: string, readonly entries: number, readonly checked: number }> } | null };

export type UnusualQueryVariables = Exact<{
  from?: string | null | undefined;
  to?: string | null | undefined;
}>;


export type UnusualQuery = { readonly unusualAccess: ReadonlyArray<{ readonly rule: UnusualAccessRule | null, readonly requester: string | null, readonly agency: string | null, readonly purpose: string | null, readonly measured: number | null, readonly threshold: number | null, readonly explanation: string | null }> | null };

export type WaitingEmergenciesQueryVariables = Exact<{ [key: string]: never; }>;


export type WaitingEmergenciesQuery = { readonly emergencies: ReadonlyArray<{ readonly id: string, readonly owner: AgencyCode | null, readonly reviewDue: string | null, readonly overdue: boolean | null }> | null };

export type CountsFragment = { readonly key: string | null, readonly disclosures: number | null, readonly persons: number | null, readonly suppressed: boolean | null };

export type StatisticsQueryVariables = Exact<{
  by: StatisticDimension;
  t0: string;
  t1: string;
  t2: string;
  t3: string;
  t4: string;
  t5: string;
  t6: string;
}>;


export type StatisticsQuery = { readonly p0: ReadonlyArray<{ readonly key: string | null, readonly disclosures: number | null, readonly persons: number | null, readonly suppressed: boolean | null }> | null, readonly p1: ReadonlyArray<{ readonly key: string | null, readonly disclosures: number | null, readonly persons: number | null, readonly suppressed: boolean | null }> | null, readonly p2: ReadonlyArray<{ readonly key: string | null, readonly disclosures: number | null, readonly persons: number | null, readonly suppressed: boolean | null }> | null, readonly p3: ReadonlyArray<{ readonly key: string | null, readonly disclosures: number | null, readonly persons: number | null, readonly suppressed: boolean | null }> | null, readonly p4: ReadonlyArray<{ readonly key: string | null, readonly disclosures: number | null, readonly persons: number | null, readonly suppressed: boolean | null }> | null, readonly p5: ReadonlyArray<{ readonly key: string | null, readonly disclosures: number | null, readonly persons: number | null, readonly suppressed: boolean | null }> | null };

export type SuspensionsQueryVariables = Exact<{ [key: string]: never; }>;


export type SuspensionsQuery = { readonly suspensions: ReadonlyArray<{ readonly person: string | null, readonly recipientAgency: string | null, readonly from: string | null, readonly until: string | null, readonly oral: boolean | null, readonly reference: string | null, readonly enteredBy: string | null }> | null };

export type SuspendAccountingMutationVariables = Exact<{
  input: SuspendAccountingInput;
}>;


export type SuspendAccountingMutation = { readonly suspendAccounting: { readonly suspension: { readonly person: string | null, readonly until: string | null } | null } | null };

export type UnmaskingRowFragment = { readonly id: string, readonly status: UnmaskingStatus | null, readonly pseudonyms: ReadonlyArray<string> | null, readonly reason: string | null, readonly caseReference: string | null, readonly requestedBy: string | null, readonly requestedAt: string | null, readonly decidedBy: string | null, readonly decidedAt: string | null, readonly comment: string | null, readonly openUntil: string | null };

export type UnmaskingsQueryVariables = Exact<{ [key: string]: never; }>;


export type UnmaskingsQuery = { readonly unmaskings: ReadonlyArray<{ readonly id: string, readonly status: UnmaskingStatus | null, readonly pseudonyms: ReadonlyArray<string> | null, readonly reason: string | null, readonly caseReference: string | null, readonly requestedBy: string | null, readonly requestedAt: string | null, readonly decidedBy: string | null, readonly decidedAt: string | null, readonly comment: string | null, readonly openUntil: string | null }> | null };

export type RequestUnmaskingMutationVariables = Exact<{
  input: RequestUnmaskingInput;
}>;


export type RequestUnmaskingMutation = { readonly requestUnmasking: { readonly unmasking: { readonly id: string } | null } | null };

export type ApproveUnmaskingMutationVariables = Exact<{
  input: DecideUnmaskingInput;
}>;


export type ApproveUnmaskingMutation = { readonly approveUnmasking: { readonly unmasking: { readonly id: string, readonly status: UnmaskingStatus | null } | null } | null };

export type RefuseUnmaskingMutationVariables = Exact<{
  input: DecideUnmaskingInput;
}>;


export type RefuseUnmaskingMutation = { readonly refuseUnmasking: { readonly unmasking: { readonly id: string, readonly status: UnmaskingStatus | null } | null } | null };

export type UnmaskedPersonsQueryVariables = Exact<{
  id: string;
}>;


export type UnmaskedPersonsQuery = { readonly unmaskedPersons: ReadonlyArray<{ readonly pseudonym: string | null, readonly person: { readonly id: string } | null }> | null };

export type QuestionsQueryVariables = Exact<{ [key: string]: never; }>;


export type QuestionsQuery = { readonly entryQuestions: ReadonlyArray<{ readonly id: string, readonly entryId: string | null, readonly state: EntryQuestionState | null, readonly askedAt: string | null, readonly question: string | null, readonly addressedTo: ReadonlyArray<string> | null, readonly answer: string | null, readonly answeredAt: string | null, readonly answeredBy: string | null }> | null };

export type AnswerQuestionMutationVariables = Exact<{
  input: AnswerQuestionInput;
}>;


export type AnswerQuestionMutation = { readonly answerQuestion: { readonly question: { readonly id: string } | null } | null };

export type RecordLogExportMutationVariables = Exact<{
  input: RecordLogExportInput;
}>;


export type RecordLogExportMutation = { readonly recordLogExport: { readonly ticket: { readonly id: string } | null } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const CompletenessFragmentDoc = new TypedDocumentString(`
    fragment Completeness on LogCompleteness {
  complete
  comparedSince
  mismatchSince
  mismatches
  problems {
    entries
    what
  }
  explanation
  checkedThrough {
    treeId
    origin
    entries
    checked
  }
}
    `, {"fragmentName":"Completeness"}) as unknown as TypedDocumentString<CompletenessFragment, unknown>;
export const ListedEntryFragmentDoc = new TypedDocumentString(`
    fragment ListedEntry on DisclosureEntry {
  id
  time
  kind
  requester
  agency
  roles
  purpose
  caseId
  person
  disclosed {
    datasets
    basis
    approvals
    legalBasis
  }
  empty {
    datasets
  }
  refused {
    dataset
    field
    reason
  }
  search {
    field
    datasets
    found
  }
  effects {
    field
  }
  emergency {
    reason
  }
  ticket
}
    `, {"fragmentName":"ListedEntry"}) as unknown as TypedDocumentString<ListedEntryFragment, unknown>;
export const WholeEntryFragmentDoc = new TypedDocumentString(`
    fragment WholeEntry on DisclosureEntry {
  id
  time
  kind
  request
  requester
  agency
  roles
  purpose
  caseId
  person
  operationName
  operationHash
  clientName
  revision
  disclosed {
    datasets
    owners
    basis
    approvals
    legalBasis
    fields
  }
  empty {
    datasets
    fields
  }
  refused {
    field
    dataset
    owner
    reason
  }
  search {
    field
    datasets
    criteria
    found
    sameSurname
  }
  effects {
    field
    ids
  }
  emergency {
    reason
    reference
  }
  ticket
  inWords
}
    `, {"fragmentName":"WholeEntry"}) as unknown as TypedDocumentString<WholeEntryFragment, unknown>;
export const CountsFragmentDoc = new TypedDocumentString(`
    fragment Counts on AccessStatistic {
  key
  disclosures
  persons
  suppressed
}
    `, {"fragmentName":"Counts"}) as unknown as TypedDocumentString<CountsFragment, unknown>;
export const UnmaskingRowFragmentDoc = new TypedDocumentString(`
    fragment UnmaskingRow on Unmasking {
  id
  status
  pseudonyms
  reason
  caseReference
  requestedBy
  requestedAt
  decidedBy
  decidedAt
  comment
  openUntil
}
    `, {"fragmentName":"UnmaskingRow"}) as unknown as TypedDocumentString<UnmaskingRowFragment, unknown>;
export const EntriesDocument = new TypedDocumentString(`
    query Entries($filter: DisclosureFilter, $first: Int!, $after: String) {
  disclosures(filter: $filter, first: $first, after: $after) {
    edges {
      cursor
      node {
        ...ListedEntry
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    completeness {
      ...Completeness
    }
  }
}
    fragment Completeness on LogCompleteness {
  complete
  comparedSince
  mismatchSince
  mismatches
  problems {
    entries
    what
  }
  explanation
  checkedThrough {
    treeId
    origin
    entries
    checked
  }
}
fragment ListedEntry on DisclosureEntry {
  id
  time
  kind
  requester
  agency
  roles
  purpose
  caseId
  person
  disclosed {
    datasets
    basis
    approvals
    legalBasis
  }
  empty {
    datasets
  }
  refused {
    dataset
    field
    reason
  }
  search {
    field
    datasets
    found
  }
  effects {
    field
  }
  emergency {
    reason
  }
  ticket
}`, {"hash":"sha256:1d7e77d0d5bf60f34a9d6b4a8c645ddbaa55ef99145303df5d84595417ea32fb"}) as unknown as TypedDocumentString<EntriesQuery, EntriesQueryVariables>;
export const EntryDocument = new TypedDocumentString(`
    query Entry($id: ID!) {
  disclosure(id: $id) {
    ...WholeEntry
  }
  logCompleteness {
    ...Completeness
  }
}
    fragment Completeness on LogCompleteness {
  complete
  comparedSince
  mismatchSince
  mismatches
  problems {
    entries
    what
  }
  explanation
  checkedThrough {
    treeId
    origin
    entries
    checked
  }
}
fragment WholeEntry on DisclosureEntry {
  id
  time
  kind
  request
  requester
  agency
  roles
  purpose
  caseId
  person
  operationName
  operationHash
  clientName
  revision
  disclosed {
    datasets
    owners
    basis
    approvals
    legalBasis
    fields
  }
  empty {
    datasets
    fields
  }
  refused {
    field
    dataset
    owner
    reason
  }
  search {
    field
    datasets
    criteria
    found
    sameSurname
  }
  effects {
    field
    ids
  }
  emergency {
    reason
    reference
  }
  ticket
  inWords
}`, {"hash":"sha256:7a6fa826efe1dfdb5a4c68783ce4e170c78f1566a0a0984034ec971f9437ce99"}) as unknown as TypedDocumentString<EntryQuery, EntryQueryVariables>;
export const ReceiptsDocument = new TypedDocumentString(`
    query Receipts($id: ID!) {
  inclusionProof(id: $id) {
    receipt
    groundsReceipt
  }
}
    `, {"hash":"sha256:cdb444d508931b7d2223ac7c154b0dee8865c73e8d485f2f9b0c4d37618780f7"}) as unknown as TypedDocumentString<ReceiptsQuery, ReceiptsQueryVariables>;
export const ConsistencyDocument = new TypedDocumentString(`
    query Consistency($origin: String!, $from: Int!, $to: Int!) {
  consistencyProof(origin: $origin, from: $from, to: $to)
}
    `, {"hash":"sha256:f18dc879d6395f91e3fb0f2b9d70ef31bdfc26767adcd5d8c80356054e4c0e83"}) as unknown as TypedDocumentString<ConsistencyQuery, ConsistencyQueryVariables>;
export const CheckpointsDocument = new TypedDocumentString(`
    query Checkpoints {
  ledgerCheckpoints(first: 50) {
    origin
    size
    root
    note
    keptAt
  }
  logCompleteness {
    ...Completeness
  }
}
    fragment Completeness on LogCompleteness {
  complete
  comparedSince
  mismatchSince
  mismatches
  problems {
    entries
    what
  }
  explanation
  checkedThrough {
    treeId
    origin
    entries
    checked
  }
}`, {"hash":"sha256:073c4dc49dcb8ce55b90ccce4833ce8de35b9187b953f81cf36fdfda423df2d2"}) as unknown as TypedDocumentString<CheckpointsQuery, CheckpointsQueryVariables>;
export const UnusualDocument = new TypedDocumentString(`
    query Unusual($from: DateTime, $to: DateTime) {
  unusualAccess(from: $from, to: $to) {
    rule
    requester
    agency
    purpose
    measured
    threshold
    explanation
  }
}
    `, {"hash":"sha256:547accb4105154ddf688eeb69d7eb26fbfeaa5133c90457d4d93e26bd96e7822"}) as unknown as TypedDocumentString<UnusualQuery, UnusualQueryVariables>;
export const WaitingEmergenciesDocument = new TypedDocumentString(`
    query WaitingEmergencies {
  emergencies(waiting: true) {
    id
    owner
    reviewDue
    overdue
  }
}
    `, {"hash":"sha256:df1c392c494e6640979114caad85c28b7a114ca335bdda3f654b860ec60f1a01"}) as unknown as TypedDocumentString<WaitingEmergenciesQuery, WaitingEmergenciesQueryVariables>;
export const StatisticsDocument = new TypedDocumentString(`
    query Statistics($by: StatisticDimension!, $t0: DateTime!, $t1: DateTime!, $t2: DateTime!, $t3: DateTime!, $t4: DateTime!, $t5: DateTime!, $t6: DateTime!) {
  p0: accessStatistics(by: $by, from: $t0, to: $t1) {
    ...Counts
  }
  p1: accessStatistics(by: $by, from: $t1, to: $t2) {
    ...Counts
  }
  p2: accessStatistics(by: $by, from: $t2, to: $t3) {
    ...Counts
  }
  p3: accessStatistics(by: $by, from: $t3, to: $t4) {
    ...Counts
  }
  p4: accessStatistics(by: $by, from: $t4, to: $t5) {
    ...Counts
  }
  p5: accessStatistics(by: $by, from: $t5, to: $t6) {
    ...Counts
  }
}
    fragment Counts on AccessStatistic {
  key
  disclosures
  persons
  suppressed
}`, {"hash":"sha256:6c8f01f7ef81ff88a0f708a5163814d4b11e17f6907fc0190342a41e83983397"}) as unknown as TypedDocumentString<StatisticsQuery, StatisticsQueryVariables>;
export const SuspensionsDocument = new TypedDocumentString(`
    query Suspensions {
  suspensions {
    person
    recipientAgency
    from
    until
    oral
    reference
    enteredBy
  }
}
    `, {"hash":"sha256:03f853a7d14da9fbeece0f73627138ca9777d366b4653d6cef3570b00acf124e"}) as unknown as TypedDocumentString<SuspensionsQuery, SuspensionsQueryVariables>;
export const SuspendAccountingDocument = new TypedDocumentString(`
    mutation SuspendAccounting($input: SuspendAccountingInput!) {
  suspendAccounting(input: $input) {
    suspension {
      person
      until
    }
  }
}
    `, {"hash":"sha256:545d3be1cc7f53e382a77228b0e57dbcbf612ac6c502ac6b5f9ca5076a3416a8"}) as unknown as TypedDocumentString<SuspendAccountingMutation, SuspendAccountingMutationVariables>;
export const UnmaskingsDocument = new TypedDocumentString(`
    query Unmaskings {
  unmaskings(first: 200) {
    ...UnmaskingRow
  }
}
    fragment UnmaskingRow on Unmasking {
  id
  status
  pseudonyms
  reason
  caseReference
  requestedBy
  requestedAt
  decidedBy
  decidedAt
  comment
  openUntil
}`, {"hash":"sha256:74f2a76d9e98d6707d3831dc9018ed4919e903e8eab22bce779be29bdf7f253f"}) as unknown as TypedDocumentString<UnmaskingsQuery, UnmaskingsQueryVariables>;
export const RequestUnmaskingDocument = new TypedDocumentString(`
    mutation RequestUnmasking($input: RequestUnmaskingInput!) {
  requestUnmasking(input: $input) {
    unmasking {
      id
    }
  }
}
    `, {"hash":"sha256:94034ae9eaa7bee3bc89acadb06845cf605b23bff65397f551a587e4b5c7ffa3"}) as unknown as TypedDocumentString<RequestUnmaskingMutation, RequestUnmaskingMutationVariables>;
export const ApproveUnmaskingDocument = new TypedDocumentString(`
    mutation ApproveUnmasking($input: DecideUnmaskingInput!) {
  approveUnmasking(input: $input) {
    unmasking {
      id
      status
    }
  }
}
    `, {"hash":"sha256:08d04aa5cd7c13b3357ab612f3f33ee7e83f257b3ee889f79aa7d418393be1bc"}) as unknown as TypedDocumentString<ApproveUnmaskingMutation, ApproveUnmaskingMutationVariables>;
export const RefuseUnmaskingDocument = new TypedDocumentString(`
    mutation RefuseUnmasking($input: DecideUnmaskingInput!) {
  refuseUnmasking(input: $input) {
    unmasking {
      id
      status
    }
  }
}
    `, {"hash":"sha256:baa594c21044dbc1705005d696e4f60f7bcbecb024938793b972b436117098c1"}) as unknown as TypedDocumentString<RefuseUnmaskingMutation, RefuseUnmaskingMutationVariables>;
export const UnmaskedPersonsDocument = new TypedDocumentString(`
    query UnmaskedPersons($id: ID!) {
  unmaskedPersons(unmaskingId: $id) {
    pseudonym
    person {
      id
    }
  }
}
    `, {"hash":"sha256:f17ae8d215e366170960a5942023088db379e3b2ef2fcb3f399b45a92ff1e68b"}) as unknown as TypedDocumentString<UnmaskedPersonsQuery, UnmaskedPersonsQueryVariables>;
export const QuestionsDocument = new TypedDocumentString(`
    query Questions {
  entryQuestions(first: 200) {
    id
    entryId
    state
    askedAt
    question
    addressedTo
    answer
    answeredAt
    answeredBy
  }
}
    `, {"hash":"sha256:45c922ffeb77fd5d4034a0577fa74c26278c7b3dfc7475c81a2caa56ebfedc82"}) as unknown as TypedDocumentString<QuestionsQuery, QuestionsQueryVariables>;
export const AnswerQuestionDocument = new TypedDocumentString(`
    mutation AnswerQuestion($input: AnswerQuestionInput!) {
  answerQuestion(input: $input) {
    question {
      id
    }
  }
}
    `, {"hash":"sha256:b483e6512caf1efe44dbe2d4bc16a348670637dfbfc217aab2d4cff3fa6b0197"}) as unknown as TypedDocumentString<AnswerQuestionMutation, AnswerQuestionMutationVariables>;
export const RecordLogExportDocument = new TypedDocumentString(`
    mutation RecordLogExport($input: RecordLogExportInput!) {
  recordLogExport(input: $input) {
    ticket {
      id
    }
  }
}
    `, {"hash":"sha256:f1c68e3a3fcecff716212509b6133c198d3af9a3ea307277f22c3126ca5c45a0"}) as unknown as TypedDocumentString<RecordLogExportMutation, RecordLogExportMutationVariables>;