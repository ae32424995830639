import type DataLoader from 'dataloader';
import type { AgencyCode } from '../../schema/agencies.ts';
import type { Dataset } from '../../schema/datasetCatalogue.ts';
import type { Purpose } from '../../schema/purposes.ts';
import type { SubgraphContext } from '../kit/subgraphDefinition.ts';

/** Instants are RFC 3339 in UTC with milliseconds, as GraphQL shows them. */
export interface ApprovalRecord {
  readonly id: string;
  /** Null: agreed before the register was opened. */
  readonly requestId: string | null;
  readonly requestingAgency: AgencyCode;
  readonly datasetId: string;
  readonly purpose: Purpose;
  /** Null: any role of the agency. */
  readonly roles: readonly string[] | null;
  readonly legalBasis: string;
  readonly approvedAt: string;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly revokedAt: string | null;
  readonly revokedBecause: string | null;
}

export type AccessRequestStatus = 'SUBMITTED' | 'APPROVED';

export interface AccessRequestRecord {
  readonly id: string;
  readonly requestingAgency: AgencyCode;
  readonly datasetId: string;
  readonly purpose: Purpose;
  readonly justification: string;
  readonly legalBasis: string;
  readonly status: AccessRequestStatus;
  readonly submittedAt: string;
  readonly submittedBy: string;
}

export interface AgencyRecord {
  readonly code: AgencyCode;
  readonly name: string;
  readonly signedOn: string;
}

export type DatasetRecord = Dataset;

export interface EmouLoaders {
  readonly approvalsByRequest: DataLoader<string, ApprovalRecord | null>;
  readonly requests: DataLoader<string, AccessRequestRecord | null>;
}

export type EmouContext = SubgraphContext<EmouLoaders>;

/** From validFrom (inclusive) to validUntil (exclusive), unless revoked or no longer approvable (approvableDatasets.ts). */
export function isInForce(approval: ApprovalRecord, approvable: ReadonlySet<string>, now: Date): boolean {
  const { datasetId, validFrom, validUntil, revokedAt } = approval;
  if (revokedAt !== null || !approvable.has(datasetId)) return false;
  return Date.parse(validFrom) <= now.getTime() && now.getTime() < Date.parse(validUntil);
}
