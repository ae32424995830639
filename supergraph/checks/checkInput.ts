import type { FeedApproval } from '../../schema/approvals/approvalFeed.ts';
import type { FieldTerm } from '../../schema/approvals/approvalTerms.ts';
import type { Publication } from '../../schema/publishing/publication.ts';

/** An approval that is in force, or will be. */
export interface ApprovalInForce
  extends Pick<FeedApproval, 'id' | 'requestingAgency' | 'purpose' | 'dataset' | 'roles' | 'validUntil'> {
  /** Open fields with their masks and conditions; `all`: every field of the dataset, unmasked, for everyone. */
  readonly fields: 'all' | readonly FieldTerm[];
}

/** Use of one operation by one client, as gateways reported it. */
export interface OperationUsage {
  readonly client: string;
  /** `sha256:` and 64 hexadecimal digits. */
  readonly hash: string;
  readonly name?: string;
  /** The document, when it is known. */
  readonly text?: string;
  /** `Type.field` of every selected field. */
  readonly coordinates: readonly string[];
  readonly count: number;
  /** Day of the last request, YYYY-MM-DD. */
  readonly lastDay: string;
}

/** A document that a client's team has published. */
export interface TrustedDocument {
  readonly client: string;
  readonly version: string;
  readonly name: string;
  /** `sha256:` and 64 hexadecimal digits. */
  readonly hash: string;
  readonly text: string;
}

export type Candidate = Publication | { readonly retire: string };

export interface CheckInput {
  /** Publications in service, at most one for each subgraph. */
  readonly current: readonly Publication[];
  readonly candidate: Candidate;
  readonly approvals?: readonly ApprovalInForce[];
  readonly usage?: readonly OperationUsage[];
  readonly documents?: readonly TrustedDocument[];
  /** Fingerprints of findings that somebody accepted with a reason. */
  readonly accepted?: ReadonlySet<string>;
  /** Name of the agency's SDL file in locations. Default: `<subgraph>.graphql`. */
  readonly file?: string;
  /** Day of the check, YYYY-MM-DD: older usage than 90 days does not count. Default: all of it counts. */
  readonly today?: string;
  /** Longest planning of one operation in milliseconds before it is reported. Default 500. */
  readonly maxPlanningMs?: number;
}

export function isRetirement(candidate: Candidate): candidate is { readonly retire: string } {
  return 'retire' in candidate;
}

export function candidateName(candidate: Candidate): string {
  return isRetirement(candidate) ? candidate.retire : candidate.subgraph;
}
