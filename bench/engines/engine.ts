import type { RunningSystems } from '../systems/startBenchSystems.ts';
import type { Workload } from '../workloads/workload.ts';

/**
 * Engines to compare. `stock` is Apollo Server with Apollo Gateway and none of our code, `hive` is Hive Gateway on
 * Node: neither has authorization, so both serve only open supergraphs. `node` is not a gateway: node's HTTP server
 * with the response of workload f. The others are person360; `compiled-approvals` has thousands of approvals more than
 * the workloads need, `compiled-unrecorded` runs without the ledger.
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

/** The graph that a gateway serves. */
export type Target =
  | {
      readonly kind: 'guarded';
      readonly facts: RunningSystems;
      /** URLs of the systems or of their stand-ins. */
      readonly subgraphUrls: Readonly<Record<string, string>>;
      /**
       * If true, disclosures are recorded in the ledger before responses leave, as they always are outside benchmarks.
       */
      readonly recording: boolean;
    }
  | { readonly kind: 'open'; readonly supergraphFile: string };

export interface RunningEngine {
  readonly name: EngineName;
  readonly pid: number;
  readonly url: string;
  stop(): Promise<void>;
}

/** True if that gateway can give the right responses: one without authorization cannot where data is withheld. */
export function canServe(name: EngineName, { graph, name: workload }: Pick<Workload, 'graph' | 'name'>): boolean {
  if (name === 'node') return workload === 'f';
  if (graph === 'shop') return name !== 'compiled-approvals' && name !== 'compiled-unrecorded';
  // Some of the additional approvals are its requester's, for the same purpose.
  if (name === 'compiled-approvals') return workload !== 'e';
  return name !== 'hive' && (name !== 'stock' || workload !== 'e');
}
