import type { PlaceDecision } from '@person360/client';
import type { PendingRequestsQuery } from './generated/graphql.ts';

type Requests = NonNullable<PendingRequestsQuery['requests']>;
export type PendingRequest = NonNullable<NonNullable<NonNullable<Requests['edges']>[number]>['node']>;

/** States in which a request waits for somebody's decision. */
const PENDING: ReadonlySet<string> = new Set([
  'DRAFTED',
  'SUBMITTED',
  'INFORMATION_ASKED',
  'EXTENDED',
  'ESCALATED',
  'APPEALED',
  'PENDING_FEDERAL_APPROVAL',
  'APPROVED',
  'PARTIALLY_APPROVED',
  'DEEMED_APPROVED',
]);

/** The agency's request for a dataset and purpose that is not decided yet; undefined if there is none. */
export function pendingFor(
  requests: readonly PendingRequest[],
  dataset: string | undefined,
  purpose: string | undefined,
): PendingRequest | undefined {
  return requests.find(
    (request) => request.dataset?.id === dataset && request.purpose === purpose && PENDING.has(request.status ?? ''),
  );
}

/** Address of the request form, filled in from a denial's remedy. Undefined if a request would not help. */
export function requestPathOf(
  decision: Extract<PlaceDecision, { kind: 'withheld' | 'notInCaseload' }>,
  roles: readonly string[],
): string | undefined {
  const wanted = decision.remedy?.requestAccess;
  if (decision.remedy?.action !== 'REQUEST_ACCESS' || wanted === undefined) return undefined;
  const query = new URLSearchParams({ purpose: wanted.purpose });
  for (const dataset of wanted.datasets) query.append('dataset', dataset);
  for (const field of wanted.fields ?? []) query.append('fields', field);
  for (const role of roles) query.append('roles', role);
  return `/agreements/new?${query}`;
}
