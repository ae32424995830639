import type { DatasetCatalogue } from '../../schema/catalog/datasetCatalogue.ts';
import type { Engine } from '../execution/contract/engine.ts';
import type { Caches } from '../runtime/caches.ts';
import type { EmouConnection } from './emouClient.ts';
import { createFactSources } from './factSources.ts';
import { createPersonFacts, type PersonFactsFor } from './personFacts.ts';

export interface FactsOptions {
  readonly engine: Engine;
  readonly emou: EmouConnection;
  readonly catalogue: DatasetCatalogue;
  readonly limits: { readonly maxFactAgeMs: number };
  readonly caches: Caches;
  readonly clock: () => Date;
  readonly log: (message: string, details: Readonly<Record<string, unknown>>) => void;
}

/** Facts about persons, read from the graph and from emou with the gateway's own grant. */
export function createFacts({ engine, emou, catalogue, limits, caches, clock, log }: FactsOptions): PersonFactsFor {
  const caseAgency = catalogue.datasets.get('childwelfare.assignments')?.owner ?? '';
  return createPersonFacts({
    sources: createFactSources({ engine, emou, caseAgency }),
    maxAgeMs: limits.maxFactAgeMs,
    caches,
    clock,
    onFailure: (error) => log('facts about persons not learned', { error: String(error) }),
  });
}
