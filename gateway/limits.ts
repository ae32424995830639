import { DEFAULT_MAX_KEY_AGE_MS } from '../keys/keySet.ts';
import { MOST_APPROVALS } from '../schema/approvalFeed.ts';
import { defaultResponseBudget } from './execution/contract/responseBudget.ts';
import { defaultPlanningLimits } from './planning/planner/queryPlanner.ts';
import { defaultCacheBytes } from './runtime/caches.ts';

export interface GatewayLimits {
  /** How old a fact about a person (a caseload, a ward, a consent, an open emergency) may be. */
  readonly maxFactAgeMs: number;
  /** How long the identity provider's and emou's keys are used while they cannot be fetched. */
  readonly maxKeyAgeMs: number;
  /** Estimated heap of all caches together. */
  readonly maxCacheBytes: number;
  /** Approvals that the feed may tell of. */
  readonly maxApprovals: number;
  readonly maxBodyBytes: number;
  readonly maxTokens: number;
  readonly maxDepth: number;
  readonly maxAliases: number;
  readonly maxSelections: number;
  /** Objects that an operation may be estimated to return. */
  readonly maxCost: number;
  /** Objects in one response. */
  readonly maxObjects: number;
  /** Bytes of one response's data. */
  readonly maxResponseBytes: number;
  /** Bytes that all systems together may send for one request. */
  readonly maxReceivedBytes: number;
  /** Milliseconds that planning one operation may take. */
  readonly maxPlanningMs: number;
  /** Size of a list about which neither its schema nor the operation says anything. */
  readonly assumedListSize: number;
  readonly maxPrepared: number;
  readonly requestTimeoutMs: number;
  /** How long a request waits for the approvals to reach the revision it names. */
  readonly revisionWaitMs: number;
  readonly subgraphTimeoutMs: number;
  readonly maxSubgraphResponseBytes: number;
  /** Entities in one call to a subgraph. */
  readonly maxRepresentations: number;
}

export const defaultLimits: GatewayLimits = {
  maxBodyBytes: 256 * 1024,
  maxTokens: 5_000,
  maxDepth: 16,
  maxAliases: 100,
  maxSelections: 5_000,
  maxCost: 20_000,
  ...defaultResponseBudget,
  assumedListSize: 5,
  maxPlanningMs: defaultPlanningLimits.maxPlanningMs,
  maxPrepared: 2_000,
  requestTimeoutMs: 15_000,
  revisionWaitMs: 2_000,
  maxFactAgeMs: 5_000,
  maxKeyAgeMs: DEFAULT_MAX_KEY_AGE_MS,
  maxCacheBytes: defaultCacheBytes(),
  maxApprovals: MOST_APPROVALS,
  subgraphTimeoutMs: 5_000,
  maxSubgraphResponseBytes: 8 * 1024 * 1024,
  maxRepresentations: 2_000,
};
