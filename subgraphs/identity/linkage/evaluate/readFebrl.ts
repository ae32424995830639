import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NO_TRAITS, type SourceRecord } from '../../../../schema/persons/sourceRecord.ts';
import { type Dataset, readCsv } from './dataset.ts';

/** FEBRL dataset 3: 5,000 records of 2,000 persons. `folder` contains dataset3.csv. */
export function readFebrl3(folder: string): Dataset {
  return { name: 'FEBRL 3', ...recordsOf([join(folder, 'dataset3.csv')]) };
}

/** FEBRL dataset 4: two files with 5,000 persons each. `folder` contains dataset4a.csv and dataset4b.csv. */
export function readFebrl4(folder: string): Dataset {
  const first = recordsOf([join(folder, 'dataset4a.csv')]);
  const both = recordsOf([join(folder, 'dataset4a.csv'), join(folder, 'dataset4b.csv')]);
  return { name: 'FEBRL 4', ...both, secondFrom: first.records.length };
}

function recordsOf(files: readonly string[]): Pick<Dataset, 'records' | 'entities'> {
  const records: SourceRecord[] = [];
  const entities: number[] = [];
  for (const [at, file] of files.entries()) {
    for (const row of readCsv(readFileSync(file, 'utf8'))) {
      const id = row.get('rec_id') ?? '';
      const value = (column: string): string | null => row.get(column) ?? null;
      const line = [value('street_number'), value('address_1')].filter((part) => part !== null).join(' ');
      records.push({
        system: `file ${at + 1}`,
        number: id,
        traits: {
          ...NO_TRAITS,
          given: value('given_name'),
          family: value('surname'),
          birthDate: value('date_of_birth'),
          ssn: value('soc_sec_id'),
          street: `${line}, ${value('address_2') ?? ''}`,
          city: value('suburb'),
          state: value('state'),
          zip: value('postcode'),
        },
      });
      // rec-1496-dup-3 is a duplicate of rec-1496-org. Only the evaluation reads it.
      entities.push(Number(id.split('-')[1]));
    }
  }
  return { records, entities };
}
