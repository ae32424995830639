import type { SystemsFacts } from '../systems/startBenchSystems.ts';
import type { Workload } from '../workloads/workload.ts';

/**
 * What is compared. `stock` is Apollo Server with Apollo Gateway and nothing of ours, `hive` is Hive Gateway on Node:
 * neither knows authorization, so both serve only open supergraphs. `node` is no gateway: node's HTTP server with the
 * answer of workload f. The others are person360; `compiled-approvals` with thousands of approvals more than what the
 * workloads need, `compiled-unrecorded` without the ledger.
 */
export const ENGINE_NAMES = [
  'stock',
  'apollo',
  'compiled-unbatched',
  'compiled',
  'compiled-approvals',
  'compiled-unrecorded',
  'hive',
  'node',
] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];

/** What a gateway is put in front of. */
export type Target =
  | {
      readonly kind: 'guarded';
      readonly facts: SystemsFacts;
      /** The systems themselves, or what stands in for them. */
      readonly subgraphUrls: Readonly<Record<string, string>>;
      /** Whether disclosures are recorded in the ledger before answers leave, as they always are outside benchmarks. */
      readonly recording: boolean;
    }
  | { readonly kind: 'open'; readonly supergraphFile: string };

export interface RunningEngine {
  readonly name: EngineName;
  readonly pid: number;
  readonly url: string;
  stop(): Promise<void>;
}

/** Whether that gateway can give the right answers: one that knows no authorization cannot where some of it is withheld. */
export function canServe(name: EngineName, { graph, name: workload }: Pick<Workload, 'graph' | 'name'>): boolean {
  if (name === 'node') return workload === 'f';
  if (graph === 'shop') return name !== 'compiled-approvals' && name !== 'compiled-unrecorded';
  // Some of the approvals besides are its requester's, for the same purpose.
  if (name === 'compiled-approvals') return workload !== 'e';
  return name !== 'hive' && (name !== 'stock' || workload !== 'e');
}
