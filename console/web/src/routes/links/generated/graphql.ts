/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type AnswerLinkReviewInput = {
  readonly answer: ReviewAnswer;
  readonly reason: string;
  readonly reviewId: string;
  /** For DEFER: the new due date, at most 30 days ahead. */
  readonly until?: string | null | undefined;
};

export type DecideLinkChangeInput = {
  readonly approve: boolean;
  readonly changeId: string;
  readonly reason: string;
};

export type LinkChangeKind =
  | 'LINK'
  | 'MERGE'
  | 'NOT_LINK'
  /** The index linked records that were registered. */
  | 'REGISTER'
  | 'SEPARATE'
  | 'UNMERGE';

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

export type LinkReviewStatus =
  | 'DECIDED'
  /** The records changed, or came together or apart in another way. */
  | 'OBSOLETE'
  | 'OPEN'
  /** One steward has answered; a second one has to. */
  | 'PROPOSED';

export type MergePersonsInput = {
  readonly reason: string;
  /** Person.id that is replaced. */
  readonly replacedId: string;
  /** Person.id that stays. */
  readonly survivorId: string;
};

export type RecordPairInput = {
  /** SourceRecord.id */
  readonly one: string;
  /** SourceRecord.id */
  readonly other: string;
  readonly reason: string;
};

export type RecordPrintInput = {
  /** Person.id of everyone who is on the paper, 1 to 100. */
  readonly personIds: ReadonlyArray<string>;
  /** Ids of the requests that showed what is printed, from the response header `x-request-id`, 1 to 20. */
  readonly requestIds: ReadonlyArray<string>;
};

export type ReviewAnswer =
  /** Not now; `until` says when again. */
  | 'DEFER'
  | 'LINK'
  | 'NOT_LINK';

export type UnmergePersonInput = {
  /** Person.id that was replaced. */
  readonly personId: string;
  readonly reason: string;
};

export type RecordFragment = { readonly id: string | null, readonly system: string | null, readonly given: string | null, readonly middle: string | null, readonly family: string | null, readonly suffix: string | null, readonly birthDate: string | null, readonly gender: string | null, readonly ssnLastFour: string | null, readonly street: string | null, readonly city: string | null, readonly state: string | null, readonly zip: string | null, readonly phone: string | null, readonly registeredAt: string | null, readonly personSince: string | null, readonly person: { readonly id: string } | null };

export type ExplanationFragment = { readonly weight: number | null, readonly joinThreshold: number | null, readonly reviewThreshold: number | null, readonly model: string | null, readonly adjustment: number | null, readonly guard: string | null, readonly comparisons: ReadonlyArray<{ readonly comparison: string | null, readonly level: string | null, readonly description: string | null, readonly weight: number | null }> | null };

export type ReviewLineFragment = { readonly id: string, readonly status: LinkReviewStatus | null, readonly cause: LinkReviewCause | null, readonly needsTwoPersons: boolean | null, readonly priority: number | null, readonly dueOn: string | null, readonly createdAt: string | null };

export type ReviewsQueryVariables = Exact<{
  status: LinkReviewStatus;
  first: number;
  after?: string | null | undefined;
}>;


export type ReviewsQuery = { readonly linkReviews: { readonly totalCount: number | null, readonly overdueCount: number | null, readonly endCursor: string | null, readonly hasNextPage: boolean | null, readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: LinkReviewStatus | null, readonly cause: LinkReviewCause | null, readonly needsTwoPersons: boolean | null, readonly priority: number | null, readonly dueOn: string | null, readonly createdAt: string | null, readonly one: { readonly system: string | null } | null, readonly other: { readonly system: string | null } | null, readonly explanation: { readonly weight: number | null, readonly joinThreshold: number | null } | null }> | null } | null };

export type ReviewCountsQueryVariables = Exact<{ [key: string]: never; }>;


export type ReviewCountsQuery = { readonly open: { readonly totalCount: number | null, readonly overdueCount: number | null } | null, readonly proposed: { readonly totalCount: number | null, readonly overdueCount: number | null } | null };

export type ReviewQueryVariables = Exact<{
  id: string;
}>;


export type ReviewQuery = { readonly linkReview: { readonly id: string, readonly status: LinkReviewStatus | null, readonly cause: LinkReviewCause | null, readonly needsTwoPersons: boolean | null, readonly priority: number | null, readonly dueOn: string | null, readonly createdAt: string | null, readonly explanation: { readonly weight: number | null, readonly joinThreshold: number | null, readonly reviewThreshold: number | null, readonly model: string | null, readonly adjustment: number | null, readonly guard: string | null, readonly comparisons: ReadonlyArray<{ readonly comparison: string | null, readonly level: string | null, readonly description: string | null, readonly weight: number | null }> | null } | null, readonly one: { readonly id: string | null, readonly system: string | null, readonly given: string | null, readonly middle: string | null, readonly family: string | null, readonly suffix: string | null, readonly birthDate: string | null, readonly gender: string | null, readonly ssnLastFour: string | null, readonly street: string | null, readonly city: string | null, readonly state: string | null, readonly zip: string | null, readonly phone: string | null, readonly registeredAt: string | null, readonly personSince: string | null, readonly person: { readonly id: string } | null } | null, readonly other: { readonly id: string | null, readonly system: string | null, readonly given: string | null, readonly middle: string | null, readonly family: string | null, readonly suffix: string | null, readonly birthDate: string | null, readonly gender: string | null, readonly ssnLastFour: string | null, readonly street: string | null, readonly city: string | null, readonly state: string | null, readonly zip: string | null, readonly phone: string | null, readonly registeredAt: string | null, readonly personSince: string | null, readonly person: { readonly id: string } | null } | null, readonly change: { readonly id: string, readonly status: LinkChangeStatus | null, readonly proposedBy: string | null, readonly proposedAt: string | null } | null } | null };

export type RecordsOfTwoQueryVariables = Exact<{
  one: string;
  other: string;
}>;


export type RecordsOfTwoQuery = { readonly one: ReadonlyArray<{ readonly id: string | null, readonly system: string | null, readonly given: string | null, readonly middle: string | null, readonly family: string | null, readonly suffix: string | null, readonly birthDate: string | null, readonly gender: string | null, readonly ssnLastFour: string | null, readonly street: string | null, readonly city: string | null, readonly state: string | null, readonly zip: string | null, readonly phone: string | null, readonly registeredAt: string | null, readonly personSince: string | null, readonly person: { readonly id: string } | null }> | null, readonly other: ReadonlyArray<{ readonly id: string | null, readonly system: string | null, readonly given: string | null, readonly middle: string | null, readonly family: string | null, readonly suffix: string | null, readonly birthDate: string | null, readonly gender: string | null, readonly ssnLastFour: string | null, readonly street: string | null, readonly city: string | null, readonly state: string | null, readonly zip: string | null, readonly phone: string | null, readonly registeredAt: string | null, readonly personSince: string | null, readonly person: { readonly id: string } | null }> | null };

export type NamedFragment = { readonly id: string, readonly birthDate: string | null, readonly name: { readonly given: string | null, readonly middle: string | null, readonly family: string | null, readonly suffix: string | null } | null };

export type FindPersonsQueryVariables = Exact<{
  name?: string | null | undefined;
  birthDate?: string | null | undefined;
  first: number;
}>;


export type FindPersonsQuery = { readonly searchPersons: ReadonlyArray<{ readonly id: string, readonly birthDate: string | null, readonly household: { readonly id: string, readonly address: { readonly city: string | null, readonly county: string | null } | null } | null, readonly name: { readonly given: string | null, readonly middle: string | null, readonly family: string | null, readonly suffix: string | null } | null }> | null };

export type PersonRecordsQueryVariables = Exact<{
  id: string;
}>;


export type PersonRecordsQuery = { readonly person: { readonly id: string, readonly birthDate: string | null, readonly name: { readonly given: string | null, readonly middle: string | null, readonly family: string | null, readonly suffix: string | null } | null } | null, readonly recordsOfPerson: ReadonlyArray<{ readonly id: string | null, readonly system: string | null, readonly given: string | null, readonly middle: string | null, readonly family: string | null, readonly suffix: string | null, readonly birthDate: string | null, readonly gender: string | null, readonly ssnLastFour: string | null, readonly street: string | null, readonly city: string | null, readonly state: string | null, readonly zip: string | null, readonly phone: string | null, readonly registeredAt: string | null, readonly personSince: string | null, readonly person: { readonly id: string } | null }> | null };

export type TwoPersonsQueryVariables = Exact<{
  one: string;
  other: string;
}>;


export type TwoPersonsQuery = { readonly one: { readonly id: string, readonly birthDate: string | null, readonly name: { readonly given: string | null, readonly middle: string | null, readonly family: string | null, readonly suffix: string | null } | null } | null, readonly other: { readonly id: string, readonly birthDate: string | null, readonly name: { readonly given: string | null, readonly middle: string | null, readonly family: string | null, readonly suffix: string | null } | null } | null, readonly oneRecords: ReadonlyArray<{ readonly id: string | null, readonly system: string | null, readonly given: string | null, readonly middle: string | null, readonly family: string | null, readonly suffix: string | null, readonly birthDate: string | null, readonly gender: string | null, readonly ssnLastFour: string | null, readonly street: string | null, readonly city: string | null, readonly state: string | null, readonly zip: string | null, readonly phone: string | null, readonly registeredAt: string | null, readonly personSince: string | null, readonly person: { readonly id: string } | null }> | null, readonly otherRecords: ReadonlyArray<{ readonly id: string | null, readonly system: string | null, readonly given: string | null, readonly middle: string | null, readonly family: string | null, readonly suffix: string | null, readonly birthDate: string | null, readonly gender: string | null, readonly ssnLastFour: string | null, readonly street: string | null, readonly city: string | null, readonly state: string | null, readonly zip: string | null, readonly phone: string | null, readonly registeredAt: string | null, readonly personSince: string | null, readonly person: { readonly id: string } | null }> | null };

export type ChangeLineFragment = { readonly id: string, readonly kind: LinkChangeKind | null, readonly status: LinkChangeStatus | null, readonly reason: string | null, readonly model: string | null, readonly reviewId: string | null, readonly proposedBy: string | null, readonly proposedAt: string | null, readonly changedBy: string | null, readonly changedAt: string | null, readonly decisionReason: string | null };

export type ChangesQueryVariables = Exact<{
  personId?: string | null | undefined;
  status?: LinkChangeStatus | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ChangesQuery = { readonly linkChanges: { readonly totalCount: number | null, readonly endCursor: string | null, readonly hasNextPage: boolean | null, readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: LinkChangeKind | null, readonly status: LinkChangeStatus | null, readonly reason: string | null, readonly model: string | null, readonly reviewId: string | null, readonly proposedBy: string | null, readonly proposedAt: string | null, readonly changedBy: string | null, readonly changedAt: string | null, readonly decisionReason: string | null }> | null } | null };

export type ChangeQueryVariables = Exact<{
  id: string;
}>;


export type ChangeQuery = { readonly linkChange: { readonly id: string, readonly kind: LinkChangeKind | null, readonly status: LinkChangeStatus | null, readonly reason: string | null, readonly model: string | null, readonly reviewId: string | null, readonly proposedBy: string | null, readonly proposedAt: string | null, readonly changedBy: string | null, readonly changedAt: string | null, readonly decisionReason: string | null, readonly persons: ReadonlyArray<{ readonly id: string, readonly birthDate: string | null, readonly name: { readonly given: string | null, readonly middle: string | null, readonly family: string | null, readonly suffix: string | null } | null }> | null, readonly moves: ReadonlyArray<{ readonly recordId: string | null, readonly system: string | null, readonly since: string | null, readonly from: { readonly id: string } | null, readonly to: { readonly id: string } | null }> | null } | null };

export type ReviewersQueryVariables = Exact<{ [key: string]: never; }>;


export type ReviewersQuery = { readonly linkReviewers: ReadonlyArray<{ readonly reviewer: string | null, readonly answers: number | null, readonly knownPairs: number | null, readonly right: number | null }> | null };

export type ChangedFragment = { readonly changeId: string | null, readonly status: LinkChangeStatus | null, readonly problems: ReadonlyArray<{ readonly kind: LinkChangeProblemKind | null, readonly message: string | null }> | null };

export type AnswerReviewMutationVariables = Exact<{
  input: AnswerLinkReviewInput;
}>;


export type AnswerReviewMutation = { readonly changed: { readonly changeId: string | null, readonly status: LinkChangeStatus | null, readonly problems: ReadonlyArray<{ readonly kind: LinkChangeProblemKind | null, readonly message: string | null }> | null } | null };

export type SeparateTwoRecordsMutationVariables = Exact<{
  input: RecordPairInput;
}>;


export type SeparateTwoRecordsMutation = { readonly changed: { readonly changeId: string | null, readonly status: LinkChangeStatus | null, readonly problems: ReadonlyArray<{ readonly kind: LinkChangeProblemKind | null, readonly message: string | null }> | null } | null };

export type MergeTwoPersonsMutationVariables = Exact<{
  input: MergePersonsInput;
}>;


export type MergeTwoPersonsMutation = { readonly changed: { readonly changeId: string | null, readonly status: LinkChangeStatus | null, readonly problems: ReadonlyArray<{ readonly kind: LinkChangeProblemKind | null, readonly message: string | null }> | null } | null };

export type UndoMergeMutationVariables = Exact<{
  input: UnmergePersonInput;
}>;


export type UndoMergeMutation = { readonly changed: { readonly changeId: string | null, readonly status: LinkChangeStatus | null, readonly problems: ReadonlyArray<{ readonly kind: LinkChangeProblemKind | null, readonly message: string | null }> | null } | null };

export type DecideChangeMutationVariables = Exact<{
  input: DecideLinkChangeInput;
}>;


export type DecideChangeMutation = { readonly changed: { readonly changeId: string | null, readonly status: LinkChangeStatus | null, readonly problems: ReadonlyArray<{ readonly kind: LinkChangeProblemKind | null, readonly message: string | null }> | null } | null };

export type RecordPrintMutationVariables = Exact<{
  input: RecordPrintInput;
}>;


export type RecordPrintMutation = { readonly recordPrint: { readonly ticket: { readonly id: string } | null } | null };

export type WrongLinksQueryVariables = Exact<{
  changeId: string;
  after?: string | null | undefined;
}>;


export type WrongLinksQuery = { readonly wrongLinkDisclosures: { readonly edges: ReadonlyArray<{ readonly node: { readonly datasets: ReadonlyArray<string> | null, readonly owners: ReadonlyArray<string> | null, readonly persons: ReadonlyArray<string> | null, readonly entry: { readonly id: string, readonly time: string | null, readonly requester: string | null, readonly agency: string | null, readonly purpose: string | null } | null } | null }> | null, readonly pageInfo: { readonly hasNextPage: boolean | null, readonly endCursor: string | null } | null, readonly completeness: { readonly complete: boolean, readonly explanation: string } | null } | null };

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
export const RecordFragmentDoc = new TypedDocumentString(`
    fragment Record on SourceRecord {
  id
  system
  given
  middle
  family
  suffix
  birthDate
  gender
  ssnLastFour
  street
  city
  state
  zip
  phone
  registeredAt
  personSince
  person {
    id
  }
}
    `, {"fragmentName":"Record"}) as unknown as TypedDocumentString<RecordFragment, unknown>;
export const ExplanationFragmentDoc = new TypedDocumentString(`
    fragment Explanation on MatchExplanation {
  weight
  joinThreshold
  reviewThreshold
  model
  comparisons {
    comparison
    level
    description
    weight
  }
  adjustment
  guard
}
    `, {"fragmentName":"Explanation"}) as unknown as TypedDocumentString<ExplanationFragment, unknown>;
export const ReviewLineFragmentDoc = new TypedDocumentString(`
    fragment ReviewLine on LinkReview {
  id
  status
  cause
  needsTwoPersons
  priority
  dueOn
  createdAt
}
    `, {"fragmentName":"ReviewLine"}) as unknown as TypedDocumentString<ReviewLineFragment, unknown>;
export const NamedFragmentDoc = new TypedDocumentString(`
    fragment Named on Person {
  id
  name {
    given
    middle
    family
    suffix
  }
  birthDate
}
    `, {"fragmentName":"Named"}) as unknown as TypedDocumentString<NamedFragment, unknown>;
export const ChangeLineFragmentDoc = new TypedDocumentString(`
    fragment ChangeLine on LinkChange {
  id
  kind
  status
  reason
  model
  reviewId
  proposedBy
  proposedAt
  changedBy
  changedAt
  decisionReason
}
    `, {"fragmentName":"ChangeLine"}) as unknown as TypedDocumentString<ChangeLineFragment, unknown>;
export const ChangedFragmentDoc = new TypedDocumentString(`
    fragment Changed on LinkChangePayload {
  changeId
  status
  problems {
    kind
    message
  }
}
    `, {"fragmentName":"Changed"}) as unknown as TypedDocumentString<ChangedFragment, unknown>;
export const ReviewsDocument = new TypedDocumentString(`
    query Reviews($status: LinkReviewStatus!, $first: Int!, $after: String) {
  linkReviews(status: $status, first: $first, after: $after) {
    nodes {
      ...ReviewLine
      one {
        system
      }
      other {
        system
      }
      explanation {
        weight
        joinThreshold
      }
    }
    totalCount
    overdueCount
    endCursor
    hasNextPage
  }
}
    fragment ReviewLine on LinkReview {
  id
  status
  cause
  needsTwoPersons
  priority
  dueOn
  createdAt
}`, {"hash":"sha256:aa944bb43a99cc5f86dc3d6ff0ae96e39a264624967d41ab5a155388df64b756"}) as unknown as TypedDocumentString<ReviewsQuery, ReviewsQueryVariables>;
export const ReviewCountsDocument = new TypedDocumentString(`
    query ReviewCounts {
  open: linkReviews(status: OPEN, first: 1) {
    totalCount
    overdueCount
  }
  proposed: linkReviews(status: PROPOSED, first: 1) {
    totalCount
    overdueCount
  }
}
    `, {"hash":"sha256:fc58a9bda03cce4497284f4596fbd8acf57d43da59f39afb40bd8acfb821ce96"}) as unknown as TypedDocumentString<ReviewCountsQuery, ReviewCountsQueryVariables>;
export const ReviewDocument = new TypedDocumentString(`
    query Review($id: ID!) {
  linkReview(id: $id) {
    ...ReviewLine
    explanation {
      ...Explanation
    }
    one {
      ...Record
    }
    other {
      ...Record
    }
    change {
      id
      status
      proposedBy
      proposedAt
    }
  }
}
    fragment Record on SourceRecord {
  id
  system
  given
  middle
  family
  suffix
  birthDate
  gender
  ssnLastFour
  street
  city
  state
  zip
  phone
  registeredAt
  personSince
  person {
    id
  }
}
fragment Explanation on MatchExplanation {
  weight
  joinThreshold
  reviewThreshold
  model
  comparisons {
    comparison
    level
    description
    weight
  }
  adjustment
  guard
}
fragment ReviewLine on LinkReview {
  id
  status
  cause
  needsTwoPersons
  priority
  dueOn
  createdAt
}`, {"hash":"sha256:06e2bef27ee35bed5c856d68f25c21f04dbe378c29cec8b39489b5bfafbd8b7a"}) as unknown as TypedDocumentString<ReviewQuery, ReviewQueryVariables>;
export const RecordsOfTwoDocument = new TypedDocumentString(`
    query RecordsOfTwo($one: ID!, $other: ID!) {
  one: recordsOfPerson(personId: $one) {
    ...Record
  }
  other: recordsOfPerson(personId: $other) {
    ...Record
  }
}
    fragment Record on SourceRecord {
  id
  system
  given
  middle
  family
  suffix
  birthDate
  gender
  ssnLastFour
  street
  city
  state
  zip
  phone
  registeredAt
  personSince
  person {
    id
  }
}`, {"hash":"sha256:2665d8e53ec26ad2c0aeffe14cbd7df95ed90a7c63012655d1551fdbea37410b"}) as unknown as TypedDocumentString<RecordsOfTwoQuery, RecordsOfTwoQueryVariables>;
export const FindPersonsDocument = new TypedDocumentString(`
    query FindPersons($name: String, $birthDate: Date, $first: Int!) {
  searchPersons(name: $name, birthDate: $birthDate, first: $first) {
    ...Named
    household {
      id
      address {
        city
        county
      }
    }
  }
}
    fragment Named on Person {
  id
  name {
    given
    middle
    family
    suffix
  }
  birthDate
}`, {"hash":"sha256:0704e340079ed4518ba543f97b9028795083341ca6d91cbe3427e82059dfc5d8"}) as unknown as TypedDocumentString<FindPersonsQuery, FindPersonsQueryVariables>;
export const PersonRecordsDocument = new TypedDocumentString(`
    query PersonRecords($id: ID!) {
  person(id: $id) {
    ...Named
  }
  recordsOfPerson(personId: $id) {
    ...Record
  }
}
    fragment Record on SourceRecord {
  id
  system
  given
  middle
  family
  suffix
  birthDate
  gender
  ssnLastFour
  street
  city
  state
  zip
  phone
  registeredAt
  personSince
  person {
    id
  }
}
fragment Named on Person {
  id
  name {
    given
    middle
    family
    suffix
  }
  birthDate
}`, {"hash":"sha256:1b8eee6137e5ba0640e6687a472d8be26cee770e50f885d973c53de0a76bba0b"}) as unknown as TypedDocumentString<PersonRecordsQuery, PersonRecordsQueryVariables>;
export const TwoPersonsDocument = new TypedDocumentString(`
    query TwoPersons($one: ID!, $other: ID!) {
  one: person(id: $one) {
    ...Named
  }
  other: person(id: $other) {
    ...Named
  }
  oneRecords: recordsOfPerson(personId: $one) {
    ...Record
  }
  otherRecords: recordsOfPerson(personId: $other) {
    ...Record
  }
}
    fragment Record on SourceRecord {
  id
  system
  given
  middle
  family
  suffix
  birthDate
  gender
  ssnLastFour
  street
  city
  state
  zip
  phone
  registeredAt
  personSince
  person {
    id
  }
}
fragment Named on Person {
  id
  name {
    given
    middle
    family
    suffix
  }
  birthDate
}`, {"hash":"sha256:50b33236147f7c7eed9555eeffdc207735adb68e2003da9b7de6a493bb544627"}) as unknown as TypedDocumentString<TwoPersonsQuery, TwoPersonsQueryVariables>;
export const ChangesDocument = new TypedDocumentString(`
    query Changes($personId: ID, $status: LinkChangeStatus, $first: Int!, $after: String) {
  linkChanges(personId: $personId, status: $status, first: $first, after: $after) {
    nodes {
      ...ChangeLine
    }
    totalCount
    endCursor
    hasNextPage
  }
}
    fragment ChangeLine on LinkChange {
  id
  kind
  status
  reason
  model
  reviewId
  proposedBy
  proposedAt
  changedBy
  changedAt
  decisionReason
}`, {"hash":"sha256:e11c167260c67af724e36a35a46cb9d2e9c8b4cd20d8230cbef203039b660085"}) as unknown as TypedDocumentString<ChangesQuery, ChangesQueryVariables>;
export const ChangeDocument = new TypedDocumentString(`
    query Change($id: ID!) {
  linkChange(id: $id) {
    ...ChangeLine
    persons {
      ...Named
    }
    moves {
      recordId
      system
      since
      from {
        id
      }
      to {
        id
      }
    }
  }
}
    fragment Named on Person {
  id
  name {
    given
    middle
    family
    suffix
  }
  birthDate
}
fragment ChangeLine on LinkChange {
  id
  kind
  status
  reason
  model
  reviewId
  proposedBy
  proposedAt
  changedBy
  changedAt
  decisionReason
}`, {"hash":"sha256:3e8a7e44538651618d5e20e4f762befcba42fe7f213dd6ed768bb3deebaced6b"}) as unknown as TypedDocumentString<ChangeQuery, ChangeQueryVariables>;
export const ReviewersDocument = new TypedDocumentString(`
    query Reviewers {
  linkReviewers {
    reviewer
    answers
    knownPairs
    right
  }
}
    `, {"hash":"sha256:fdd598e00ca7df01e6ac1d9ba2d8dc933e9ec94d14349489710c0738894c1019"}) as unknown as TypedDocumentString<ReviewersQuery, ReviewersQueryVariables>;
export const AnswerReviewDocument = new TypedDocumentString(`
    mutation AnswerReview($input: AnswerLinkReviewInput!) {
  changed: answerLinkReview(input: $input) {
    ...Changed
  }
}
    fragment Changed on LinkChangePayload {
  changeId
  status
  problems {
    kind
    message
  }
}`, {"hash":"sha256:b9f3891dfb941a4dfef9ceb475365a91d11c88b4f8d0bdc132f210c898e2fdc9"}) as unknown as TypedDocumentString<AnswerReviewMutation, AnswerReviewMutationVariables>;
export const SeparateTwoRecordsDocument = new TypedDocumentString(`
    mutation SeparateTwoRecords($input: RecordPairInput!) {
  changed: separateRecords(input: $input) {
    ...Changed
  }
}
    fragment Changed on LinkChangePayload {
  changeId
  status
  problems {
    kind
    message
  }
}`, {"hash":"sha256:bf51056144e4a718f55a940e66a74aa1a1e9ef641f0973c325cfba0ee7f7976d"}) as unknown as TypedDocumentString<SeparateTwoRecordsMutation, SeparateTwoRecordsMutationVariables>;
export const MergeTwoPersonsDocument = new TypedDocumentString(`
    mutation MergeTwoPersons($input: MergePersonsInput!) {
  changed: mergePersons(input: $input) {
    ...Changed
  }
}
    fragment Changed on LinkChangePayload {
  changeId
  status
  problems {
    kind
    message
  }
}`, {"hash":"sha256:a10e44a180e1da8201cc82196e11a20dc7b419dabdfbd21371ece5eee00aeb77"}) as unknown as TypedDocumentString<MergeTwoPersonsMutation, MergeTwoPersonsMutationVariables>;
export const UndoMergeDocument = new TypedDocumentString(`
    mutation UndoMerge($input: UnmergePersonInput!) {
  changed: unmergePerson(input: $input) {
    ...Changed
  }
}
    fragment Changed on LinkChangePayload {
  changeId
  status
  problems {
    kind
    message
  }
}`, {"hash":"sha256:fd0efd354c92ac60a5a04cf4c75d652a6a59f7116e0c329349253c6ed8b18d16"}) as unknown as TypedDocumentString<UndoMergeMutation, UndoMergeMutationVariables>;
export const DecideChangeDocument = new TypedDocumentString(`
    mutation DecideChange($input: DecideLinkChangeInput!) {
  changed: decideLinkChange(input: $input) {
    ...Changed
  }
}
    fragment Changed on LinkChangePayload {
  changeId
  status
  problems {
    kind
    message
  }
}`, {"hash":"sha256:0db6ea6c218eae1c52453314a6541e505bbe51e1abc2877ca88c0ceefe721f44"}) as unknown as TypedDocumentString<DecideChangeMutation, DecideChangeMutationVariables>;
export const RecordPrintDocument = new TypedDocumentString(`
    mutation RecordPrint($input: RecordPrintInput!) {
  recordPrint(input: $input) {
    ticket {
      id
    }
  }
}
    `, {"hash":"sha256:076e75d0ab1294e1f46fd0bc0bf5eb0ce7c8a5f2558fff1572dc1df38d459722"}) as unknown as TypedDocumentString<RecordPrintMutation, RecordPrintMutationVariables>;
export const WrongLinksDocument = new TypedDocumentString(`
    query WrongLinks($changeId: ID!, $after: String) {
  wrongLinkDisclosures(changeId: $changeId, first: 100, after: $after) {
    edges {
      node {
        entry {
          id
          time
          requester
          agency
          purpose
        }
        datasets
        owners
        persons
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    completeness {
      complete
      explanation
    }
  }
}
    `, {"hash":"sha256:8f1b884573ded0d0d08a3c0801baca3fa71646c0ba1eab41c62856bea42a1200"}) as unknown as TypedDocumentString<WrongLinksQuery, WrongLinksQueryVariables>;