import { generateHouseholds } from '../../population/generate.ts';
import type { HouseholdRecords } from '../../population/householdRecords.ts';
import { rowsOf } from './recordsOf.ts';

/** The population of a started product in clear text: the person index stores it encrypted. */
export async function syntheticPopulation(system: {
  readonly databaseUrls: ReadonlyMap<string, string>;
}): Promise<readonly HouseholdRecords[]> {
  const [found] = await rowsOf<{ persons: number }>(
    system.databaseUrls.get('identity') ?? '',
    'select persons from population',
  );
  return [...generateHouseholds({ persons: found?.persons ?? 0, seed: 'illinois' })];
}
