import type { Engine } from '../execution/contract/engine.ts';
import type { EmouConnection } from '../facts/emouClient.ts';
import { createGatewayQuery, type GatewayQuery } from '../facts/gatewayQuery.ts';
import type { Caches } from '../runtime/caches.ts';
import { createEmergencies, type Emergencies } from './emergencies.ts';
import { createEmergencyRegister, HOUSEHOLD_QUERY } from './emergencyRegister.ts';

export interface EmergencyStageOptions {
  readonly askHousehold: GatewayQuery;
  readonly emou: EmouConnection;
  readonly limits: { readonly maxFactAgeMs: number };
  readonly caches: Caches;
  readonly clock: () => Date;
  readonly log: (message: string, details: Readonly<Record<string, unknown>>) => void;
}

/** The query for the household of a person in an emergency. */
export function householdQueryOf(engine: Engine, emou: EmouConnection): GatewayQuery {
  return createGatewayQuery({ ...emou, engine, key: 'households', query: HOUSEHOLD_QUERY });
}

/** Emergencies that requesters declare. emou records them, and the person index has the household. */
export function createEmergencyStage(options: EmergencyStageOptions): Emergencies {
  const { askHousehold, emou, limits, caches, clock, log } = options;
  return createEmergencies({
    source: createEmergencyRegister(askHousehold, emou),
    maxAgeMs: limits.maxFactAgeMs,
    clock,
    caches,
    onFailure: (error) => log('emergency not recorded', { error: String(error) }),
  });
}
