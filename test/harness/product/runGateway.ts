import { DEVELOPMENT_AUDIENCE, DEVELOPMENT_ISSUER } from '../../../cli/local/developmentIssuer.ts';
import { developmentKey } from '../../../cli/local/developmentKeys.ts';
import type { EngineName } from '../../../gateway/execution/engineNames.ts';
import type { GatewayOptions, RunningGateway } from '../../../gateway/gatewayOptions.ts';
import { defaultLimits, type GatewayLimits } from '../../../gateway/limits.ts';
import type { PlannerFor } from '../../../gateway/planning/planner/queryPlanner.ts';
import { startGateway } from '../../../gateway/startGateway.ts';
import { inlinePlannerFor } from './inlinePlanner.ts';

/** The systems that a gateway under test stands before, and whom it believes. */
export type Surroundings = Pick<GatewayOptions, 'source' | 'feed' | 'clock'> & {
  /** Holds the keys of the development issuer and of the gateway. */
  readonly keyDirectory: string;
  readonly callersJwksUrl: string;
};

/** How a gateway under test differs from others. */
export interface TestGatewayOptions
  extends Partial<Pick<GatewayOptions, 'introspection' | 'proposedApprovals' | 'trustedDocuments' | 'ledger' | 'log'>> {
  /** Default: the compiled one. */
  readonly engine?: EngineName;
  readonly limits?: Partial<GatewayLimits>;
  /** Default: on the thread of the test. */
  readonly planner?: PlannerFor | 'thread' | undefined;
}

/** Runs a gateway in this process, on any free port. By default it records nothing and its log is discarded. */
export function runGateway(
  { keyDirectory, callersJwksUrl, ...surroundings }: Surroundings,
  { engine = 'compiled', planner = inlinePlannerFor, limits, ...options }: TestGatewayOptions,
): Promise<RunningGateway> {
  return startGateway({
    host: '127.0.0.1',
    port: 0,
    ...surroundings,
    callers: { jwksUrl: callersJwksUrl, issuer: DEVELOPMENT_ISSUER, audience: DEVELOPMENT_AUDIENCE },
    grantKey: developmentKey(keyDirectory, 'grants'),
    plannerFor: planner === 'thread' ? undefined : planner,
    engine: { engine, batching: true },
    limits: { ...defaultLimits, ...patientLimits, ...limits },
    ledger: { kind: 'off' },
    log: () => undefined,
    ...options,
  });
}

/** A machine that runs many things at once is no failing agency. */
export const patientLimits = { subgraphTimeoutMs: 20_000, requestTimeoutMs: 30_000 } as const;
