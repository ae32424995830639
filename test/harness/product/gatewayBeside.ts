import { readFileSync } from 'node:fs';
import {
  developmentAudience,
  developmentIssuer,
  startDevelopmentKeyServer,
} from '../../../cli/local/developmentIssuer.ts';
import { developmentKey } from '../../../cli/local/developmentKeys.ts';
import type { EngineName } from '../../../gateway/execution/engineNames.ts';
import { defaultLimits, type GatewayLimits, type GatewayOptions, startGateway } from '../../../gateway/startGateway.ts';
import { readSupergraph } from '../../../gateway/supergraph/readSupergraph.ts';
import { readDatasetCatalogue } from '../../../schema/datasetCatalogue.ts';
import { datasetsDirectory, supergraphFile } from '../../../schema/files.ts';
import { inlinePlannerFor } from './inlinePlanner.ts';
import type { Person360 } from './person360.ts';

/** A second gateway before the same systems and proxies: another engine, another feed, other limits. */
export interface GatewayBeside {
  readonly url: string;
  /** Resolves once it knows the approvals. */
  readonly ready: Promise<void>;
  stop(): Promise<void>;
}

export interface BesideOptions {
  readonly engine?: EngineName;
  readonly limits?: Partial<GatewayLimits>;
  /** Default: on the test's own thread. */
  readonly planner?: 'inline' | 'thread';
  readonly introspection?: GatewayOptions['introspection'];
  readonly proposedApprovals?: GatewayOptions['proposedApprovals'];
  /** Default: nothing is recorded. */
  readonly ledger?: GatewayOptions['ledger'];
  /** Default: the real feed. */
  readonly feed?: { readonly url: string; readonly jwksUrl: string; readonly maxAgeSeconds: number };
}

export async function startGatewayBeside(system: Person360, options: BesideOptions = {}): Promise<GatewayBeside> {
  const keys = await startDevelopmentKeyServer(system.dataDirectory);
  const emou = new URL(system.subgraphUrls.get('emou') ?? '').origin;
  const gateway = await startGateway({
    host: '127.0.0.1',
    port: 0,
    supergraph: readSupergraph(readFileSync(supergraphFile, 'utf8')),
    catalogue: readDatasetCatalogue(datasetsDirectory),
    subgraphUrls: new Map([...system.proxies].map(([name, { url }]) => [name, url])),
    callers: { jwksUrl: keys.issuerJwksUrl, issuer: developmentIssuer, audience: developmentAudience },
    grantKey: developmentKey(system.dataDirectory, 'grants'),
    feed: options.feed ?? { url: `${emou}/feed`, jwksUrl: `${emou}/.well-known/jwks.json`, maxAgeSeconds: 15 },
    ledger: options.ledger ?? { kind: 'off' },
    plannerFor: options.planner === 'thread' ? undefined : inlinePlannerFor,
    engine: { engine: options.engine ?? 'compiled', batching: true },
    limits: { ...defaultLimits, subgraphTimeoutMs: 20_000, requestTimeoutMs: 30_000, ...options.limits },
    ...(options.introspection === undefined ? {} : { introspection: options.introspection }),
    ...(options.proposedApprovals === undefined ? {} : { proposedApprovals: options.proposedApprovals }),
    clock: system.clock.now,
    log: () => undefined,
  });
  return {
    url: gateway.url,
    ready: gateway.ready,
    async stop() {
      await gateway.stop();
      await keys.stop();
    },
  };
}
