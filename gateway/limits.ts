import { z } from 'zod';
import { DEFAULT_MAX_KEY_AGE_MS } from '../keys/keySet.ts';
import { MOST_APPROVALS } from '../schema/approvals/approvalFeed.ts';
import { SettingError } from '../schema/values/settingError.ts';
import { defaultResponseBudget } from './execution/contract/responseBudget.ts';
import { defaultPlanningLimits } from './planning/planner/queryPlanner.ts';
import { defaultCacheBytes } from './runtime/caches.ts';

export interface GatewayLimits {
  /** Maximum age of a fact about a person: a caseload, a ward, a consent, an open emergency. */
  readonly maxFactAgeMs: number;
  /** How long the identity provider's and emou's keys are used while they cannot be fetched. */
  readonly maxKeyAgeMs: number;
  /** Estimated heap of all caches together. */
  readonly maxCacheBytes: number;
  /** Maximum number of approvals in the feed. */
  readonly maxApprovals: number;
  readonly maxBodyBytes: number;
  readonly maxTokens: number;
  readonly maxDepth: number;
  readonly maxAliases: number;
  readonly maxSelections: number;
  /** Maximum estimate of the objects that an operation returns. */
  readonly maxCost: number;
  /** Objects in one response. */
  readonly maxObjects: number;
  /** Bytes of one response's data. */
  readonly maxResponseBytes: number;
  /** Bytes that all systems together may send for one request. */
  readonly maxReceivedBytes: number;
  /** Milliseconds that planning one operation may take. */
  readonly maxPlanningMs: number;
  /** Assumed size of a list if neither the schema nor the operation states one. */
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

const Count = z.coerce.number().int().min(1);

/** Variables of the environment that set the budget of a request: see docs/limits.md. */
export const limitSettings = {
  PERSON360_MAX_COST: Count.default(defaultLimits.maxCost),
  PERSON360_ASSUMED_LIST_SIZE: Count.max(10_000).default(defaultLimits.assumedListSize),
  PERSON360_MAX_OBJECTS: Count.default(defaultLimits.maxObjects),
  PERSON360_MAX_RESPONSE_BYTES: Count.default(defaultLimits.maxResponseBytes),
  PERSON360_MAX_RECEIVED_BYTES: Count.default(defaultLimits.maxReceivedBytes),
  PERSON360_REQUEST_TIMEOUT_MS: Count.max(600_000).default(defaultLimits.requestTimeoutMs),
  PERSON360_SUBGRAPH_TIMEOUT_MS: Count.max(600_000).default(defaultLimits.subgraphTimeoutMs),
  PERSON360_MAX_PLANNING_MS: Count.max(600_000).default(defaultLimits.maxPlanningMs),
};

const LimitSettings = z.object(limitSettings);

export function readLimits(values: z.infer<typeof LimitSettings>): Partial<GatewayLimits> {
  return {
    maxCost: values.PERSON360_MAX_COST,
    assumedListSize: values.PERSON360_ASSUMED_LIST_SIZE,
    maxObjects: values.PERSON360_MAX_OBJECTS,
    maxResponseBytes: values.PERSON360_MAX_RESPONSE_BYTES,
    maxReceivedBytes: values.PERSON360_MAX_RECEIVED_BYTES,
    requestTimeoutMs: values.PERSON360_REQUEST_TIMEOUT_MS,
    subgraphTimeoutMs: values.PERSON360_SUBGRAPH_TIMEOUT_MS,
    maxPlanningMs: values.PERSON360_MAX_PLANNING_MS,
  };
}

/** The same from an environment. Throws a SettingError that names every wrong variable. */
export function readLimitSettings(environment: Readonly<Record<string, string | undefined>>): Partial<GatewayLimits> {
  const result = LimitSettings.safeParse(environment);
  if (result.success) return readLimits(result.data);
  const names = [...new Set(result.error.issues.map(({ path }) => String(path[0])))];
  throw new SettingError(`${names.join(', ')}: not a valid number. See docs/limits.md.`);
}
