import { z } from 'zod';
import { defaultLimits, type GatewayLimits } from './limits.ts';

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
