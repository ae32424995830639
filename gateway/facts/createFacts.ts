import type { DatasetCatalogue } from '../../schema/catalog/datasetCatalogue.ts';
import type { Caches } from '../runtime/caches.ts';
import type { EmouConnection } from './emouClient.ts';
import { createFactSources } from './factSources.ts';
import type { GatewayQuery } from './gatewayQuery.ts';
import { createPersonFacts, type PersonFactsFor } from './personFacts.ts';

export interface FactsOptions {
  readonly askCases: GatewayQuery;
  readonly emou: EmouConnection;
  readonly catalogue: DatasetCatalogue;
  readonly limits: { readonly maxFactAgeMs: number };
  readonly caches: Caches;
  readonly clock: () => Date;
  readonly log: (message: string, details: Readonly<Record<string, unknown>>) => void;
}

/** Facts about persons, read from the graph and from emou with the gateway's own grant. */
export function createFacts({ askCases, emou, catalogue, limits, caches, clock, log }: FactsOptions): PersonFactsFor {
  const caseAgency = catalogue.datasets.get('childwelfare.assignments')?.owner ?? '';
  return createPersonFacts({
    sources: createFactSources({ askCases, emou, caseAgency }),
    maxAgeMs: limits.maxFactAgeMs,
    caches,
    clock,
    onFailure: (error) => log('facts about persons not learned', { error: String(error) }),
  });
}
