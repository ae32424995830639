/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type AcceptFindingInput = {
  readonly fingerprint: string;
  readonly reason: string;
  readonly subgraph: string;
};

export type ApprovalChange =
  /** It opens something else than before. */
  | 'CHANGES'
  /** It opens less than before. */
  | 'CLOSES'
  /** It opens more than before. */
  | 'OPENS'
  /** It is of a dataset that no longer exists. */
  | 'ORPHANED';

export type ChangeSeverity =
  /** Clients that use this have to change. */
  | 'BREAKING'
  /** Clients that use this may behave differently. */
  | 'DANGEROUS'
  | 'SAFE';

export type CheckOutcome =
  | 'PASSED'
  | 'STOPPED';

export type CheckSubgraphInput = {
  readonly contact?: string | null | undefined;
  /** Content of the file of datasets, YAML or JSON. */
  readonly datasets?: string | null | undefined;
  readonly personKey?: string | null | undefined;
  readonly routingUrl?: string | null | undefined;
  /** Absent together with the other members: what the subgraph's retirement would do. */
  readonly sdl?: string | null | undefined;
  readonly subgraph: string;
};

export type DecidePublicationInput = {
  readonly number: number;
  readonly reason: string;
};

export type FindingLevel =
  /** Stops the publication. */
  | 'ERROR'
  | 'NOTICE'
  | 'WARNING';

export type PublicationKind =
  | 'PUBLISH'
  | 'RETIRE'
  | 'ROLLBACK'
  /** Came with the product. */
  | 'SHIPPED';

export type PublicationOutcome =
  | 'APPROVED'
  | 'REJECTED';

export type PublicationState =
  | 'IN_SERVICE'
  /** Waits for a second person. */
  | 'PENDING'
  | 'REJECTED'
  /** Another publication has taken its place. */
  | 'REPLACED';

export type PublishSubgraphInput = {
  /**
   * Number of the publication in service that this one was written for (`Subgraph.basedOn`); absent for the first. If
   * another one has been published since, this one is refused with CONFLICT.
   */
  readonly basedOn?: number | null | undefined;
  /** Whom to ask about the subgraph. */
  readonly contact: string;
  /** Content of the file of datasets, YAML or JSON. It names the owner. */
  readonly datasets: string;
  /** What changed, for the history. */
  readonly message?: string | null | undefined;
  /** Field of Person that holds the system's own number of a person. */
  readonly personKey?: string | null | undefined;
  /** GraphQL endpoint of the subgraph. */
  readonly routingUrl: string;
  readonly sdl: string;
  /** 2 to 40 lower-case letters. */
  readonly subgraph: string;
};

export type RetireSubgraphInput = {
  readonly basedOn: number;
  readonly message?: string | null | undefined;
  readonly subgraph: string;
};

export type RollbackSubgraphInput = {
  readonly basedOn: number;
  readonly message?: string | null | undefined;
  readonly subgraph: string;
  /** Number of the publication to repeat. */
  readonly to: number;
};

export type PublicationLineFragment = { readonly number: number, readonly subgraph: string, readonly version: number, readonly kind: PublicationKind, readonly state: PublicationState, readonly owner: string, readonly message: string, readonly digest: string | null, readonly basedOn: number | null, readonly repeats: number | null, readonly publishedBy: string, readonly agency: string, readonly publishedAt: string, readonly secondPersonBecause: ReadonlyArray<string>, readonly decision: { readonly outcome: PublicationOutcome, readonly reason: string, readonly decidedBy: string, readonly agency: string, readonly decidedAt: string } | null };

export type PublishedContentFragment = { readonly sdl: string | null, readonly datasets: string | null, readonly routingUrl: string | null, readonly personKey: string | null, readonly contact: string | null };

export type SubgraphsQueryVariables = Exact<{ [key: string]: never; }>;


export type SubgraphsQuery = { readonly subgraphs: ReadonlyArray<{ readonly name: string, readonly owner: string, readonly basedOn: number | null, readonly current: { readonly number: number, readonly subgraph: string, readonly version: number, readonly kind: PublicationKind, readonly state: PublicationState, readonly owner: string, readonly message: string, readonly digest: string | null, readonly basedOn: number | null, readonly repeats: number | null, readonly publishedBy: string, readonly agency: string, readonly publishedAt: string, readonly secondPersonBecause: ReadonlyArray<string>, readonly decision: { readonly outcome: PublicationOutcome, readonly reason: string, readonly decidedBy: string, readonly agency: string, readonly decidedAt: string } | null } | null, readonly pending: { readonly number: number, readonly subgraph: string, readonly version: number, readonly kind: PublicationKind, readonly state: PublicationState, readonly owner: string, readonly message: string, readonly digest: string | null, readonly basedOn: number | null, readonly repeats: number | null, readonly publishedBy: string, readonly agency: string, readonly publishedAt: string, readonly secondPersonBecause: ReadonlyArray<string>, readonly decision: { readonly outcome: PublicationOutcome, readonly reason: string, readonly decidedBy: string, readonly agency: string, readonly decidedAt: string } | null } | null }> | null };

export type GatewaysQueryVariables = Exact<{ [key: string]: never; }>;


export type GatewaysQuery = { readonly supergraph: { readonly number: number, readonly composedAt: string } | null, readonly gateways: ReadonlyArray<{ readonly gateway: string, readonly supergraph: number, readonly since: string, readonly reportedAt: string, readonly refused: number | null, readonly refusal: string | null }> | null };

export type SubgraphHistoryQueryVariables = Exact<{
  subgraph: string;
  after?: string | null | undefined;
}>;


export type SubgraphHistoryQuery = { readonly subgraphs: ReadonlyArray<{ readonly name: string, readonly owner: string, readonly basedOn: number | null, readonly current: { readonly number: number } | null, readonly pending: { readonly number: number } | null }> | null, readonly publications: { readonly edges: ReadonlyArray<{ readonly node: { readonly number: number, readonly subgraph: string, readonly version: number, readonly kind: PublicationKind, readonly state: PublicationState, readonly owner: string, readonly message: string, readonly digest: string | null, readonly basedOn: number | null, readonly repeats: number | null, readonly publishedBy: string, readonly agency: string, readonly publishedAt: string, readonly secondPersonBecause: ReadonlyArray<string>, readonly decision: { readonly outcome: PublicationOutcome, readonly reason: string, readonly decidedBy: string, readonly agency: string, readonly decidedAt: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type WaitingQueryVariables = Exact<{ [key: string]: never; }>;


export type WaitingQuery = { readonly pendingPublications: ReadonlyArray<{ readonly number: number, readonly subgraph: string, readonly version: number, readonly kind: PublicationKind, readonly state: PublicationState, readonly owner: string, readonly message: string, readonly digest: string | null, readonly basedOn: number | null, readonly repeats: number | null, readonly publishedBy: string, readonly agency: string, readonly publishedAt: string, readonly secondPersonBecause: ReadonlyArray<string>, readonly decision: { readonly outcome: PublicationOutcome, readonly reason: string, readonly decidedBy: string, readonly agency: string, readonly decidedAt: string } | null }> | null };

export type OnePublicationQueryVariables = Exact<{
  number: number;
}>;


export type OnePublicationQuery = { readonly publication: { readonly number: number, readonly subgraph: string, readonly version: number, readonly kind: PublicationKind, readonly state: PublicationState, readonly owner: string, readonly message: string, readonly digest: string | null, readonly basedOn: number | null, readonly repeats: number | null, readonly publishedBy: string, readonly agency: string, readonly publishedAt: string, readonly secondPersonBecause: ReadonlyArray<string>, readonly sdl: string | null, readonly datasets: string | null, readonly routingUrl: string | null, readonly personKey: string | null, readonly contact: string | null, readonly decision: { readonly outcome: PublicationOutcome, readonly reason: string, readonly decidedBy: string, readonly agency: string, readonly decidedAt: string } | null } | null };

export type SupergraphNumbersQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type SupergraphNumbersQuery = { readonly supergraphs: { readonly edges: ReadonlyArray<{ readonly node: { readonly number: number, readonly isCurrent: boolean, readonly composedAt: string, readonly becauseOf: { readonly number: number, readonly subgraph: string, readonly version: number } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type SchemaChangesQueryVariables = Exact<{
  from: number;
  to: number;
}>;


export type SchemaChangesQuery = { readonly schemaChanges: ReadonlyArray<{ readonly severity: ChangeSeverity, readonly message: string, readonly coordinate: string | null }> | null };

export type UsageQueryVariables = Exact<{
  coordinate?: string | null | undefined;
  client?: string | null | undefined;
}>;


export type UsageQuery = { readonly schemaUsage: ReadonlyArray<{ readonly client: string, readonly operation: string, readonly coordinate: string, readonly count: number, readonly firstDay: string, readonly lastDay: string }> | null };

export type CurrentContentQueryVariables = Exact<{
  subgraph: string;
}>;


export type CurrentContentQuery = { readonly subgraphs: ReadonlyArray<{ readonly name: string, readonly owner: string, readonly basedOn: number | null, readonly current: { readonly number: number, readonly sdl: string | null, readonly datasets: string | null, readonly routingUrl: string | null, readonly personKey: string | null, readonly contact: string | null } | null, readonly pending: { readonly number: number, readonly subgraph: string, readonly version: number, readonly kind: PublicationKind, readonly state: PublicationState, readonly owner: string, readonly message: string, readonly digest: string | null, readonly basedOn: number | null, readonly repeats: number | null, readonly publishedBy: string, readonly agency: string, readonly publishedAt: string, readonly secondPersonBecause: ReadonlyArray<string>, readonly decision: { readonly outcome: PublicationOutcome, readonly reason: string, readonly decidedBy: string, readonly agency: string, readonly decidedAt: string } | null } | null }> | null, readonly publications: { readonly edges: ReadonlyArray<{ readonly node: { readonly number: number, readonly subgraph: string, readonly version: number, readonly kind: PublicationKind, readonly state: PublicationState, readonly owner: string, readonly message: string, readonly digest: string | null, readonly basedOn: number | null, readonly repeats: number | null, readonly publishedBy: string, readonly agency: string, readonly publishedAt: string, readonly secondPersonBecause: ReadonlyArray<string>, readonly decision: { readonly outcome: PublicationOutcome, readonly reason: string, readonly decidedBy: string, readonly agency: string, readonly decidedAt: string } | null } }> } | null };

export type ReportFragment = { readonly outcome: CheckOutcome, readonly secondPersonBecause: ReadonlyArray<string>, readonly findings: ReadonlyArray<{ readonly code: string, readonly level: FindingLevel, readonly check: string, readonly message: string, readonly whatToDo: string, readonly line: number | null, readonly column: number | null, readonly coordinate: string | null, readonly fingerprint: string, readonly affectedClients: ReadonlyArray<string>, readonly affectedOperations: ReadonlyArray<string>, readonly acceptable: boolean, readonly accepted: boolean, readonly affectedApprovals: ReadonlyArray<{ readonly approval: string, readonly requestingAgency: string, readonly purpose: string, readonly change: ApprovalChange }> }> };

export type CheckQueryVariables = Exact<{
  input: CheckSubgraphInput;
}>;


export type CheckQuery = { readonly subgraphChecks: { readonly outcome: CheckOutcome, readonly secondPersonBecause: ReadonlyArray<string>, readonly findings: ReadonlyArray<{ readonly code: string, readonly level: FindingLevel, readonly check: string, readonly message: string, readonly whatToDo: string, readonly line: number | null, readonly column: number | null, readonly coordinate: string | null, readonly fingerprint: string, readonly affectedClients: ReadonlyArray<string>, readonly affectedOperations: ReadonlyArray<string>, readonly acceptable: boolean, readonly accepted: boolean, readonly affectedApprovals: ReadonlyArray<{ readonly approval: string, readonly requestingAgency: string, readonly purpose: string, readonly change: ApprovalChange }> }> } | null };

export type AcceptedFindingsQueryVariables = Exact<{
  subgraph: string;
}>;


export type AcceptedFindingsQuery = { readonly acceptedFindings: ReadonlyArray<{ readonly fingerprint: string, readonly reason: string, readonly acceptedBy: string, readonly agency: string, readonly acceptedAt: string }> | null };

export type PublishedFragment = { readonly publication: { readonly number: number, readonly subgraph: string, readonly version: number, readonly kind: PublicationKind, readonly state: PublicationState, readonly owner: string, readonly message: string, readonly digest: string | null, readonly basedOn: number | null, readonly repeats: number | null, readonly publishedBy: string, readonly agency: string, readonly publishedAt: string, readonly secondPersonBecause: ReadonlyArray<string>, readonly decision: { readonly outcome: PublicationOutcome, readonly reason: string, readonly decidedBy: string, readonly agency: string, readonly decidedAt: string } | null } | null, readonly supergraph: { readonly number: number } | null, readonly checks: { readonly outcome: CheckOutcome, readonly secondPersonBecause: ReadonlyArray<string>, readonly findings: ReadonlyArray<{ readonly code: string, readonly level: FindingLevel, readonly check: string, readonly message: string, readonly whatToDo: string, readonly line: number | null, readonly column: number | null, readonly coordinate: string | null, readonly fingerprint: string, readonly affectedClients: ReadonlyArray<string>, readonly affectedOperations: ReadonlyArray<string>, readonly acceptable: boolean, readonly accepted: boolean, readonly affectedApprovals: ReadonlyArray<{ readonly approval: string, readonly requestingAgency: string, readonly purpose: string, readonly change: ApprovalChange }> }> } | null };

export type PublishMutationVariables = Exact<{
  input: PublishSubgraphInput;
}>;


export type PublishMutation = { readonly published: { readonly publication: { readonly number: number, readonly subgraph: string, readonly version: number, readonly kind: PublicationKind, readonly state: PublicationState, readonly owner: string, readonly message: string, readonly digest: string | null, readonly basedOn: number | null, readonly repeats: number | null, readonly publishedBy: string, readonly agency: string, readonly publishedAt: string, readonly secondPersonBecause: ReadonlyArray<string>, readonly decision: { readonly outcome: PublicationOutcome, readonly reason: string, readonly decidedBy: string, readonly agency: string, readonly decidedAt: string } | null } | null, readonly supergraph: { readonly number: number } | null, readonly checks: { readonly outcome: CheckOutcome, readonly secondPersonBecause: ReadonlyArray<string>, readonly findings: ReadonlyArray<{ readonly code: string, readonly level: FindingLevel, readonly check: string, readonly message: string, readonly whatToDo: string, readonly line: number | null, readonly column: number | null, readonly coordinate: string | null, readonly fingerprint: string, readonly affectedClients: ReadonlyArray<string>, readonly affectedOperations: ReadonlyArray<string>, readonly acceptable: boolean, readonly accepted: boolean, readonly affectedApprovals: ReadonlyArray<{ readonly approval: string, readonly requestingAgency: string, readonly purpose: string, readonly change: ApprovalChange }> }> } | null } | null };

export type RollBackMutationVariables = Exact<{
  input: RollbackSubgraphInput;
}>;


export type RollBackMutation = { readonly published: { readonly publication: { readonly number: number, readonly subgraph: string, readonly version: number, readonly kind: PublicationKind, readonly state: PublicationState, readonly owner: string, readonly message: string, readonly digest: string | null, readonly basedOn: number | null, readonly repeats: number | null, readonly publishedBy: string, readonly agency: string, readonly publishedAt: string, readonly secondPersonBecause: ReadonlyArray<string>, readonly decision: { readonly outcome: PublicationOutcome, readonly reason: string, readonly decidedBy: string, readonly agency: string, readonly decidedAt: string } | null } | null, readonly supergraph: { readonly number: number } | null, readonly checks: { readonly outcome: CheckOutcome, readonly secondPersonBecause: ReadonlyArray<string>, readonly findings: ReadonlyArray<{ readonly code: string, readonly level: FindingLevel, readonly check: string, readonly message: string, readonly whatToDo: string, readonly line: number | null, readonly column: number | null, readonly coordinate: string | null, readonly fingerprint: string, readonly affectedClients: ReadonlyArray<string>, readonly affectedOperations: ReadonlyArray<string>, readonly acceptable: boolean, readonly accepted: boolean, readonly affectedApprovals: ReadonlyArray<{ readonly approval: string, readonly requestingAgency: string, readonly purpose: string, readonly change: ApprovalChange }> }> } | null } | null };

export type RetireMutationVariables = Exact<{
  input: RetireSubgraphInput;
}>;


export type RetireMutation = { readonly published: { readonly publication: { readonly number: number, readonly subgraph: string, readonly version: number, readonly kind: PublicationKind, readonly state: PublicationState, readonly owner: string, readonly message: string, readonly digest: string | null, readonly basedOn: number | null, readonly repeats: number | null, readonly publishedBy: string, readonly agency: string, readonly publishedAt: string, readonly secondPersonBecause: ReadonlyArray<string>, readonly decision: { readonly outcome: PublicationOutcome, readonly reason: string, readonly decidedBy: string, readonly agency: string, readonly decidedAt: string } | null } | null, readonly supergraph: { readonly number: number } | null, readonly checks: { readonly outcome: CheckOutcome, readonly secondPersonBecause: ReadonlyArray<string>, readonly findings: ReadonlyArray<{ readonly code: string, readonly level: FindingLevel, readonly check: string, readonly message: string, readonly whatToDo: string, readonly line: number | null, readonly column: number | null, readonly coordinate: string | null, readonly fingerprint: string, readonly affectedClients: ReadonlyArray<string>, readonly affectedOperations: ReadonlyArray<string>, readonly acceptable: boolean, readonly accepted: boolean, readonly affectedApprovals: ReadonlyArray<{ readonly approval: string, readonly requestingAgency: string, readonly purpose: string, readonly change: ApprovalChange }> }> } | null } | null };

export type ApproveMutationVariables = Exact<{
  input: DecidePublicationInput;
}>;


export type ApproveMutation = { readonly published: { readonly publication: { readonly number: number, readonly subgraph: string, readonly version: number, readonly kind: PublicationKind, readonly state: PublicationState, readonly owner: string, readonly message: string, readonly digest: string | null, readonly basedOn: number | null, readonly repeats: number | null, readonly publishedBy: string, readonly agency: string, readonly publishedAt: string, readonly secondPersonBecause: ReadonlyArray<string>, readonly decision: { readonly outcome: PublicationOutcome, readonly reason: string, readonly decidedBy: string, readonly agency: string, readonly decidedAt: string } | null } | null, readonly supergraph: { readonly number: number } | null, readonly checks: { readonly outcome: CheckOutcome, readonly secondPersonBecause: ReadonlyArray<string>, readonly findings: ReadonlyArray<{ readonly code: string, readonly level: FindingLevel, readonly check: string, readonly message: string, readonly whatToDo: string, readonly line: number | null, readonly column: number | null, readonly coordinate: string | null, readonly fingerprint: string, readonly affectedClients: ReadonlyArray<string>, readonly affectedOperations: ReadonlyArray<string>, readonly acceptable: boolean, readonly accepted: boolean, readonly affectedApprovals: ReadonlyArray<{ readonly approval: string, readonly requestingAgency: string, readonly purpose: string, readonly change: ApprovalChange }> }> } | null } | null };

export type RejectMutationVariables = Exact<{
  input: DecidePublicationInput;
}>;


export type RejectMutation = { readonly published: { readonly publication: { readonly number: number, readonly subgraph: string, readonly version: number, readonly kind: PublicationKind, readonly state: PublicationState, readonly owner: string, readonly message: string, readonly digest: string | null, readonly basedOn: number | null, readonly repeats: number | null, readonly publishedBy: string, readonly agency: string, readonly publishedAt: string, readonly secondPersonBecause: ReadonlyArray<string>, readonly decision: { readonly outcome: PublicationOutcome, readonly reason: string, readonly decidedBy: string, readonly agency: string, readonly decidedAt: string } | null } | null, readonly supergraph: { readonly number: number } | null, readonly checks: { readonly outcome: CheckOutcome, readonly secondPersonBecause: ReadonlyArray<string>, readonly findings: ReadonlyArray<{ readonly code: string, readonly level: FindingLevel, readonly check: string, readonly message: string, readonly whatToDo: string, readonly line: number | null, readonly column: number | null, readonly coordinate: string | null, readonly fingerprint: string, readonly affectedClients: ReadonlyArray<string>, readonly affectedOperations: ReadonlyArray<string>, readonly acceptable: boolean, readonly accepted: boolean, readonly affectedApprovals: ReadonlyArray<{ readonly approval: string, readonly requestingAgency: string, readonly purpose: string, readonly change: ApprovalChange }> }> } | null } | null };

export type AcceptFindingMutationVariables = Exact<{
  input: AcceptFindingInput;
}>;


export type AcceptFindingMutation = { readonly accepted: { readonly accepted: { readonly fingerprint: string } | null } | null };

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
export const PublishedContentFragmentDoc = new TypedDocumentString(`
    fragment PublishedContent on Publication {
  sdl
  datasets
  routingUrl
  personKey
  contact
}
    `, {"fragmentName":"PublishedContent"}) as unknown as TypedDocumentString<PublishedContentFragment, unknown>;
export const PublicationLineFragmentDoc = new TypedDocumentString(`
    fragment PublicationLine on Publication {
  number
  subgraph
  version
  kind
  state
  owner
  message
  digest
  basedOn
  repeats
  publishedBy
  agency
  publishedAt
  secondPersonBecause
  decision {
    outcome
    reason
    decidedBy
    agency
    decidedAt
  }
}
    `, {"fragmentName":"PublicationLine"}) as unknown as TypedDocumentString<PublicationLineFragment, unknown>;
export const ReportFragmentDoc = new TypedDocumentString(`
    fragment Report on SubgraphCheckReport {
  outcome
  secondPersonBecause
  findings {
    code
    level
    check
    message
    whatToDo
    line
    column
    coordinate
    fingerprint
    affectedApprovals {
      approval
      requestingAgency
      purpose
      change
    }
    affectedClients
    affectedOperations
    acceptable
    accepted
  }
}
    `, {"fragmentName":"Report"}) as unknown as TypedDocumentString<ReportFragment, unknown>;
export const PublishedFragmentDoc = new TypedDocumentString(`
    fragment Published on PublicationPayload {
  publication {
    ...PublicationLine
  }
  supergraph {
    number
  }
  checks {
    ...Report
  }
}
    fragment PublicationLine on Publication {
  number
  subgraph
  version
  kind
  state
  owner
  message
  digest
  basedOn
  repeats
  publishedBy
  agency
  publishedAt
  secondPersonBecause
  decision {
    outcome
    reason
    decidedBy
    agency
    decidedAt
  }
}
fragment Report on SubgraphCheckReport {
  outcome
  secondPersonBecause
  findings {
    code
    level
    check
    message
    whatToDo
    line
    column
    coordinate
    fingerprint
    affectedApprovals {
      approval
      requestingAgency
      purpose
      change
    }
    affectedClients
    affectedOperations
    acceptable
    accepted
  }
}`, {"fragmentName":"Published"}) as unknown as TypedDocumentString<PublishedFragment, unknown>;
export const SubgraphsDocument = new TypedDocumentString(`
    query Subgraphs {
  subgraphs {
    name
    owner
    basedOn
    current {
      ...PublicationLine
    }
    pending {
      ...PublicationLine
    }
  }
}
    fragment PublicationLine on Publication {
  number
  subgraph
  version
  kind
  state
  owner
  message
  digest
  basedOn
  repeats
  publishedBy
  agency
  publishedAt
  secondPersonBecause
  decision {
    outcome
    reason
    decidedBy
    agency
    decidedAt
  }
}`, {"hash":"sha256:132f6a512002b549cbc2d41c414413d92b15f3dd0a9416509158e85c4be02726"}) as unknown as TypedDocumentString<SubgraphsQuery, SubgraphsQueryVariables>;
export const GatewaysDocument = new TypedDocumentString(`
    query Gateways {
  supergraph {
    number
    composedAt
  }
  gateways {
    gateway
    supergraph
    since
    reportedAt
    refused
    refusal
  }
}
    `, {"hash":"sha256:7efcf42560442e085732a1457f9b3eb398dc2498a4476340d0748fda8119130c"}) as unknown as TypedDocumentString<GatewaysQuery, GatewaysQueryVariables>;
export const SubgraphHistoryDocument = new TypedDocumentString(`
    query SubgraphHistory($subgraph: ID!, $after: String) {
  subgraphs {
    name
    owner
    basedOn
    current {
      number
    }
    pending {
      number
    }
  }
  publications(subgraph: $subgraph, first: 50, after: $after) {
    edges {
      node {
        ...PublicationLine
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment PublicationLine on Publication {
  number
  subgraph
  version
  kind
  state
  owner
  message
  digest
  basedOn
  repeats
  publishedBy
  agency
  publishedAt
  secondPersonBecause
  decision {
    outcome
    reason
    decidedBy
    agency
    decidedAt
  }
}`, {"hash":"sha256:0600c1fd7f01a07915e7b0cc1b5994771c554c193d4a3bfb387285d61fd95a09"}) as unknown as TypedDocumentString<SubgraphHistoryQuery, SubgraphHistoryQueryVariables>;
export const WaitingDocument = new TypedDocumentString(`
    query Waiting {
  pendingPublications {
    ...PublicationLine
  }
}
    fragment PublicationLine on Publication {
  number
  subgraph
  version
  kind
  state
  owner
  message
  digest
  basedOn
  repeats
  publishedBy
  agency
  publishedAt
  secondPersonBecause
  decision {
    outcome
    reason
    decidedBy
    agency
    decidedAt
  }
}`, {"hash":"sha256:449edef6081917e37e7c9328bc614a2fd9c957cfc0bec26bb89ecfa283ac76a8"}) as unknown as TypedDocumentString<WaitingQuery, WaitingQueryVariables>;
export const OnePublicationDocument = new TypedDocumentString(`
    query OnePublication($number: Int!) {
  publication(number: $number) {
    ...PublicationLine
    ...PublishedContent
  }
}
    fragment PublicationLine on Publication {
  number
  subgraph
  version
  kind
  state
  owner
  message
  digest
  basedOn
  repeats
  publishedBy
  agency
  publishedAt
  secondPersonBecause
  decision {
    outcome
    reason
    decidedBy
    agency
    decidedAt
  }
}
fragment PublishedContent on Publication {
  sdl
  datasets
  routingUrl
  personKey
  contact
}`, {"hash":"sha256:c2709cacfa0469329d528451cbfbbe8df71c73bd94e93970b45f23c675dd8112"}) as unknown as TypedDocumentString<OnePublicationQuery, OnePublicationQueryVariables>;
export const SupergraphNumbersDocument = new TypedDocumentString(`
    query SupergraphNumbers($after: String) {
  supergraphs(first: 100, after: $after) {
    edges {
      node {
        number
        isCurrent
        composedAt
        becauseOf {
          number
          subgraph
          version
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `, {"hash":"sha256:2dcbb95cb60920463e7e001b18877495f8eec0d002d8333009759c4ea0487cc9"}) as unknown as TypedDocumentString<SupergraphNumbersQuery, SupergraphNumbersQueryVariables>;
export const SchemaChangesDocument = new TypedDocumentString(`
    query SchemaChanges($from: Int!, $to: Int!) {
  schemaChanges(from: $from, to: $to) {
    severity
    message
    coordinate
  }
}
    `, {"hash":"sha256:d326f816d32be525f9d564af56058fc8ec265dd3ad2c5279b16fc0155e50925e"}) as unknown as TypedDocumentString<SchemaChangesQuery, SchemaChangesQueryVariables>;
export const UsageDocument = new TypedDocumentString(`
    query Usage($coordinate: String, $client: String) {
  schemaUsage(coordinate: $coordinate, client: $client, first: 200) {
    client
    operation
    coordinate
    count
    firstDay
    lastDay
  }
}
    `, {"hash":"sha256:8f85ed4d5b50f397e161e566f0ae520d062bfe1313b8a0bd7c3b002e1bddc852"}) as unknown as TypedDocumentString<UsageQuery, UsageQueryVariables>;
export const CurrentContentDocument = new TypedDocumentString(`
    query CurrentContent($subgraph: ID!) {
  subgraphs {
    name
    owner
    basedOn
    current {
      number
      ...PublishedContent
    }
    pending {
      ...PublicationLine
    }
  }
  publications(subgraph: $subgraph, first: 20) {
    edges {
      node {
        ...PublicationLine
      }
    }
  }
}
    fragment PublicationLine on Publication {
  number
  subgraph
  version
  kind
  state
  owner
  message
  digest
  basedOn
  repeats
  publishedBy
  agency
  publishedAt
  secondPersonBecause
  decision {
    outcome
    reason
    decidedBy
    agency
    decidedAt
  }
}
fragment PublishedContent on Publication {
  sdl
  datasets
  routingUrl
  personKey
  contact
}`, {"hash":"sha256:b7d83205a7cc08c3d58c682cfa4e2b8c3fd510d13d5fbb6981e0f68be9f4c50f"}) as unknown as TypedDocumentString<CurrentContentQuery, CurrentContentQueryVariables>;
export const CheckDocument = new TypedDocumentString(`
    query Check($input: CheckSubgraphInput!) {
  subgraphChecks(input: $input) {
    ...Report
  }
}
    fragment Report on SubgraphCheckReport {
  outcome
  secondPersonBecause
  findings {
    code
    level
    check
    message
    whatToDo
    line
    column
    coordinate
    fingerprint
    affectedApprovals {
      approval
      requestingAgency
      purpose
      change
    }
    affectedClients
    affectedOperations
    acceptable
    accepted
  }
}`, {"hash":"sha256:c4798e74923e97fa6548cb275b412ed5393e06b08e4a6cbdc98949b6fc9b64f9"}) as unknown as TypedDocumentString<CheckQuery, CheckQueryVariables>;
export const AcceptedFindingsDocument = new TypedDocumentString(`
    query AcceptedFindings($subgraph: ID!) {
  acceptedFindings(subgraph: $subgraph) {
    fingerprint
    reason
    acceptedBy
    agency
    acceptedAt
  }
}
    `, {"hash":"sha256:5fe390c7f6d9395df5db552cb2b0b78add30e3eeb46ca7bad7b8085fa5617178"}) as unknown as TypedDocumentString<AcceptedFindingsQuery, AcceptedFindingsQueryVariables>;
export const PublishDocument = new TypedDocumentString(`
    mutation Publish($input: PublishSubgraphInput!) {
  published: publishSubgraph(input: $input) {
    ...Published
  }
}
    fragment PublicationLine on Publication {
  number
  subgraph
  version
  kind
  state
  owner
  message
  digest
  basedOn
  repeats
  publishedBy
  agency
  publishedAt
  secondPersonBecause
  decision {
    outcome
    reason
    decidedBy
    agency
    decidedAt
  }
}
fragment Report on SubgraphCheckReport {
  outcome
  secondPersonBecause
  findings {
    code
    level
    check
    message
    whatToDo
    line
    column
    coordinate
    fingerprint
    affectedApprovals {
      approval
      requestingAgency
      purpose
      change
    }
    affectedClients
    affectedOperations
    acceptable
    accepted
  }
}
fragment Published on PublicationPayload {
  publication {
    ...PublicationLine
  }
  supergraph {
    number
  }
  checks {
    ...Report
  }
}`, {"hash":"sha256:1262921486c20fee5178b3d877686386d365ac834c452b73834bff02d66fe5f4"}) as unknown as TypedDocumentString<PublishMutation, PublishMutationVariables>;
export const RollBackDocument = new TypedDocumentString(`
    mutation RollBack($input: RollbackSubgraphInput!) {
  published: rollbackSubgraph(input: $input) {
    ...Published
  }
}
    fragment PublicationLine on Publication {
  number
  subgraph
  version
  kind
  state
  owner
  message
  digest
  basedOn
  repeats
  publishedBy
  agency
  publishedAt
  secondPersonBecause
  decision {
    outcome
    reason
    decidedBy
    agency
    decidedAt
  }
}
fragment Report on SubgraphCheckReport {
  outcome
  secondPersonBecause
  findings {
    code
    level
    check
    message
    whatToDo
    line
    column
    coordinate
    fingerprint
    affectedApprovals {
      approval
      requestingAgency
      purpose
      change
    }
    affectedClients
    affectedOperations
    acceptable
    accepted
  }
}
fragment Published on PublicationPayload {
  publication {
    ...PublicationLine
  }
  supergraph {
    number
  }
  checks {
    ...Report
  }
}`, {"hash":"sha256:81043863d68b12e97342d3d635d6f18a501f757e9c93c4ff96813b36e072636a"}) as unknown as TypedDocumentString<RollBackMutation, RollBackMutationVariables>;
export const RetireDocument = new TypedDocumentString(`
    mutation Retire($input: RetireSubgraphInput!) {
  published: retireSubgraph(input: $input) {
    ...Published
  }
}
    fragment PublicationLine on Publication {
  number
  subgraph
  version
  kind
  state
  owner
  message
  digest
  basedOn
  repeats
  publishedBy
  agency
  publishedAt
  secondPersonBecause
  decision {
    outcome
    reason
    decidedBy
    agency
    decidedAt
  }
}
fragment Report on SubgraphCheckReport {
  outcome
  secondPersonBecause
  findings {
    code
    level
    check
    message
    whatToDo
    line
    column
    coordinate
    fingerprint
    affectedApprovals {
      approval
      requestingAgency
      purpose
      change
    }
    affectedClients
    affectedOperations
    acceptable
    accepted
  }
}
fragment Published on PublicationPayload {
  publication {
    ...PublicationLine
  }
  supergraph {
    number
  }
  checks {
    ...Report
  }
}`, {"hash":"sha256:a073d0a147339e244e0be13c7f3578173b9422be1de43f3c074ebee5b3a8158d"}) as unknown as TypedDocumentString<RetireMutation, RetireMutationVariables>;
export const ApproveDocument = new TypedDocumentString(`
    mutation Approve($input: DecidePublicationInput!) {
  published: approvePublication(input: $input) {
    ...Published
  }
}
    fragment PublicationLine on Publication {
  number
  subgraph
  version
  kind
  state
  owner
  message
  digest
  basedOn
  repeats
  publishedBy
  agency
  publishedAt
  secondPersonBecause
  decision {
    outcome
    reason
    decidedBy
    agency
    decidedAt
  }
}
fragment Report on SubgraphCheckReport {
  outcome
  secondPersonBecause
  findings {
    code
    level
    check
    message
    whatToDo
    line
    column
    coordinate
    fingerprint
    affectedApprovals {
      approval
      requestingAgency
      purpose
      change
    }
    affectedClients
    affectedOperations
    acceptable
    accepted
  }
}
fragment Published on PublicationPayload {
  publication {
    ...PublicationLine
  }
  supergraph {
    number
  }
  checks {
    ...Report
  }
}`, {"hash":"sha256:e5bf4eadb2d241bf6870107105cdb6a0faaaf6508d56dea0f516bba597e9197c"}) as unknown as TypedDocumentString<ApproveMutation, ApproveMutationVariables>;
export const RejectDocument = new TypedDocumentString(`
    mutation Reject($input: DecidePublicationInput!) {
  published: rejectPublication(input: $input) {
    ...Published
  }
}
    fragment PublicationLine on Publication {
  number
  subgraph
  version
  kind
  state
  owner
  message
  digest
  basedOn
  repeats
  publishedBy
  agency
  publishedAt
  secondPersonBecause
  decision {
    outcome
    reason
    decidedBy
    agency
    decidedAt
  }
}
fragment Report on SubgraphCheckReport {
  outcome
  secondPersonBecause
  findings {
    code
    level
    check
    message
    whatToDo
    line
    column
    coordinate
    fingerprint
    affectedApprovals {
      approval
      requestingAgency
      purpose
      change
    }
    affectedClients
    affectedOperations
    acceptable
    accepted
  }
}
fragment Published on PublicationPayload {
  publication {
    ...PublicationLine
  }
  supergraph {
    number
  }
  checks {
    ...Report
  }
}`, {"hash":"sha256:b88cbcd796313b7a28d859caab2ac8f882300447e01f09b78bd93eabb0e9cc83"}) as unknown as TypedDocumentString<RejectMutation, RejectMutationVariables>;
export const AcceptFindingDocument = new TypedDocumentString(`
    mutation AcceptFinding($input: AcceptFindingInput!) {
  accepted: acceptFinding(input: $input) {
    accepted {
      fingerprint
    }
  }
}
    `, {"hash":"sha256:92c4b750b5b9a7b045a10ff12bd2563bdbfd2b5e9ae81cface8c7175b2a48552"}) as unknown as TypedDocumentString<AcceptFindingMutation, AcceptFindingMutationVariables>;