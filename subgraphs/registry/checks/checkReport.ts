import type { FeedApproval } from '../../../schema/approvals/approvalFeed.ts';
import type { Publication } from '../../../schema/publishing/publication.ts';
import type { TrustedDocument } from '../../../schema/publishing/trustedDocuments.ts';
import type { Finding } from '../../../supergraph/checks/finding.ts';
import type { SchemaUse } from './readUse.ts';

export interface CheckReport {
  readonly findings: readonly Finding[];
  readonly outcome: 'passed' | 'stopped';
  readonly secondPersonBecause: readonly string[];
  /** Absent if it does not compose. */
  readonly supergraph: string | undefined;
}

export interface CheckQuestion {
  readonly current: readonly Publication[];
  readonly candidate: Publication | { readonly retire: string };
  readonly accepted: readonly string[];
  /** Undefined if they are not known: then nobody can say that access does not widen. */
  readonly approvals: readonly FeedApproval[] | undefined;
  readonly use: SchemaUse;
  /** YYYY-MM-DD */
  readonly today: string;
}

/** A difference between two supergraphs, as clients see them. */
export interface SchemaDifference {
  readonly severity: 'BREAKING' | 'DANGEROUS' | 'SAFE';
  readonly message: string;
  readonly coordinate?: string | undefined;
}

/** What a thread of the checks is asked. */
export type ThreadQuestion =
  | { readonly kind: 'check'; readonly question: CheckQuestion }
  | { readonly kind: 'compare'; readonly before: string; readonly after: string }
  | { readonly kind: 'validate'; readonly supergraph: string; readonly documents: readonly TrustedDocument[] };
