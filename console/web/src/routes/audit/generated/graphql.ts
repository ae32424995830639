/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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