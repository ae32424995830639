import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { generateSourceRecords } from '../../../../population/records/sourceRecords.ts';
import type { Dataset } from '../../../../subgraphs/identity/linkage/evaluate/dataset.ts';
import { readFebrl3, readFebrl4 } from '../../../../subgraphs/identity/linkage/evaluate/readFebrl.ts';
import { readUganda } from '../../../../subgraphs/identity/linkage/evaluate/readUganda.ts';
import { CliError } from '../../../cliError.ts';

export type PublicSet = 'febrl3' | 'febrl4' | 'uganda';

const SETS: Readonly<Record<PublicSet, { readonly file: string; read(folder: string): Dataset }>> = {
  febrl3: { file: 'dataset3.csv', read: readFebrl3 },
  febrl4: { file: 'dataset4a.csv', read: readFebrl4 },
  uganda: { file: 'uganda_data_v21_20201501.csv', read: readUganda },
};

/** Public sets in a folder, by the names of their files. */
export function readPublicSets(folder: string): ReadonlyMap<PublicSet, Dataset> {
  const found = new Map<PublicSet, Dataset>();
  for (const name of Object.keys(SETS) as PublicSet[]) {
    const { file, read } = SETS[name];
    if (existsSync(join(folder, file))) found.set(name, read(folder));
  }
  if (found.size === 0) {
    const files = Object.values(SETS).map(({ file }) => file);
    throw new CliError(`${folder} contains no known set. Give a folder with ${files.join(', or ')}.`);
  }
  return found;
}

/** The records of the synthetic population, with the truth that only the evaluation reads. */
export function readPopulation(persons: number, seed: string): Dataset {
  const records: Dataset['records'][number][] = [];
  const entities: number[] = [];
  const groups: string[] = [];
  const numbers = new Map<string, number>();
  for (const household of generateSourceRecords({ persons, seed })) {
    records.push(...household.records);
    for (const { personId, heritage } of household.truth) {
      const entity = numbers.get(personId) ?? numbers.size;
      numbers.set(personId, entity);
      entities.push(entity);
      groups.push(heritage);
    }
  }
  return { name: `population "${seed}" of ${persons}`, records, entities, groups };
}
