import type { KeyObject } from 'node:crypto';
import type { DocumentMode } from '../schema/publishing/trustedDocuments.ts';
import type { ProposedApprovals } from './approvals/proposedApprovals.ts';
import type { LedgerChoice } from './disclosure/startDisclosure.ts';
import type { IntrospectionSetting } from './documents/introspection.ts';
import type { EngineChoice } from './execution/createEngine.ts';
import type { SupergraphVersion } from './generation/supergraphVersion.ts';
import type { AllowedOrigins } from './http/headers/cors.ts';
import type { GatewayLimits } from './limits.ts';
import type { PlannerFor } from './planning/planner/queryPlanner.ts';
import type { RegistryOptions } from './registry/registrySource.ts';
import type { WorkerPart } from './runtime/workers.ts';

/** Options of every gateway. */
export interface ServingOptions {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly engine: EngineChoice;
  /** Default: a planner with a thread of its own. */
  readonly plannerFor?: PlannerFor | undefined;
  readonly limits: GatewayLimits;
  /** One of several processes on the port. */
  readonly worker?: WorkerPart;
  /** How long it still accepts requests after `stop`, while clients learn that it stops. Default: not at all. */
  readonly drainMs?: number;
  readonly clock: () => Date;
  readonly log: (message: string, details?: Readonly<Record<string, unknown>>) => void;
}

export interface GatewayOptions extends ServingOptions {
  readonly source: SupergraphSource;
  readonly callers: { readonly jwksUrl: string; readonly issuer: string; readonly audience: string };
  /** Signs the grants to subgraphs: an EC P-256 private key. */
  readonly grantKey: KeyObject;
  /** The feed of approvals. Default of both addresses: those of emou in the first supergraph. */
  readonly feed: { readonly url?: string; readonly jwksUrl?: string; readonly maxAgeSeconds: number };
  /** Where disclosures are recorded before they are made. */
  readonly ledger: LedgerChoice;
  /** Default: authenticated. */
  readonly introspection?: IntrospectionSetting;
  /** Approvals that a request in the mode dry-run is decided by. */
  readonly proposedApprovals?: ProposedApprovals;
  /** Default: no file, and every text is executed. */
  readonly trustedDocuments?: {
    /** Read again when it changes. */
    readonly file?: string | undefined;
    /** For requests that name no client, and for clients without documents. */
    readonly defaultMode: DocumentMode;
  };
  /** Origins of web pages that may call the gateway. Default: none. */
  readonly allowedOrigins?: AllowedOrigins;
}

/** Where a gateway gets its supergraphs. */
export type SupergraphSource =
  /** One for as long as it runs, such as from a file. */
  | { readonly kind: 'fixed'; readonly version: SupergraphVersion }
  /** The current one of the registry, and each that follows it. */
  | ({ readonly kind: 'registry' } & RegistryOptions);

/** A supergraph that never changes while the gateway runs. */
export function fixedSupergraph(version: Omit<SupergraphVersion, 'number'>): SupergraphSource {
  return { kind: 'fixed', version: { ...version, number: 0 } };
}

/** A gateway without authorization, for conformance tests and benchmarks of the engine. */
export interface OpenGatewayOptions extends ServingOptions {
  readonly openToAll: true;
  /** SDL of the supergraph. */
  readonly supergraph: string;
}

export interface RunningGateway {
  /** The GraphQL endpoint. */
  readonly url: string;
  /** Resolves once the approvals are known for the first time. */
  readonly ready: Promise<void>;
  /** Rejects new requests, lets those in flight finish, and stops. */
  stop(): Promise<void>;
}
