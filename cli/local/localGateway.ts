import type { EngineChoice } from '../../gateway/execution/createEngine.ts';
import type { RunningGateway } from '../../gateway/gatewayOptions.ts';
import type { AllowedOrigins } from '../../gateway/http/headers/cors.ts';
import { defaultLimits, type GatewayLimits } from '../../gateway/limits.ts';
import type { PlannerFor } from '../../gateway/planning/planner/queryPlanner.ts';
import type { WorkerPart } from '../../gateway/runtime/workers.ts';
import { startGateway } from '../../gateway/startGateway.ts';
import { developmentKey } from './developmentKeys.ts';
import { localDocumentsFile } from './localDocuments.ts';
import { localLedgerKeys } from './localLedger.ts';
import { localSupergraphFile } from './removeLocalData.ts';

/** Settings of a local run's gateway: plain data, so that it can be passed to another process. */
export interface LocalGatewaySettings {
  /** 0: any free port. */
  readonly port: number;
  readonly subgraphUrls: readonly (readonly [name: string, url: string])[];
  /** Origin of emou's register of approvals. */
  readonly emouOrigin: string;
  /** Origin of the registry, which the gateway follows. */
  readonly registryOrigin: string;
  readonly feedMaxAgeSeconds: number;
  readonly callers: { readonly jwksUrl: string; readonly issuer: string; readonly audience: string };
  readonly engine: EngineChoice;
  readonly limits: Partial<GatewayLimits>;
  readonly allowedOrigins: AllowedOrigins;
  readonly ledger: { readonly writerUrl: string; readonly origin: string };
}

export interface LocalGatewaySurroundings {
  /** Contains the keys. */
  readonly dataDirectory: string;
  readonly clock: () => Date;
  readonly log: (message: string, details?: Readonly<Record<string, unknown>>) => void;
  readonly worker?: WorkerPart;
  readonly plannerFor?: PlannerFor | undefined;
}

/** Starts the gateway of a local run in this process. */
export function startLocalGateway(
  settings: LocalGatewaySettings,
  { dataDirectory, clock, log, worker, plannerFor }: LocalGatewaySurroundings,
): Promise<RunningGateway> {
  const { signingKey, pseudonymKeys } = localLedgerKeys(dataDirectory);
  const { emouOrigin, registryOrigin, ledger } = settings;
  const subgraphUrls = new Map(settings.subgraphUrls);
  return startGateway({
    host: '127.0.0.1',
    port: settings.port,
    source: {
      kind: 'registry',
      feedUrl: `${registryOrigin}/feed`,
      jwksUrl: `${registryOrigin}/.well-known/jwks.json`,
      cacheFile: localSupergraphFile(dataDirectory),
      override: (name) => subgraphUrls.get(name),
      name: ledger.origin,
    },
    callers: settings.callers,
    grantKey: developmentKey(dataDirectory, 'grants'),
    feed: {
      url: `${emouOrigin}/feed`,
      jwksUrl: `${emouOrigin}/.well-known/jwks.json`,
      maxAgeSeconds: settings.feedMaxAgeSeconds,
    },
    engine: settings.engine,
    plannerFor,
    ledger: {
      kind: 'on',
      connectionString: ledger.writerUrl,
      origin: ledger.origin,
      holder: 'person360 start',
      signingKey,
      pseudonymKey: pseudonymKeys[0],
    },
    limits: { ...defaultLimits, ...settings.limits },
    allowedOrigins: settings.allowedOrigins,
    trustedDocuments: { file: localDocumentsFile(dataDirectory), defaultMode: 'off' },
    clock,
    log,
    ...(worker === undefined ? {} : { worker }),
  });
}
