import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NO_TRAITS } from '../../../../schema/persons/sourceRecord.ts';
import { type Dataset, readCsv } from './dataset.ts';

const FILE = 'uganda_data_v21_20201501';

/** 5,000 synthetic patients of clinics in Uganda, 1,000 of them twice. `folder` contains the records and the true links. */
export function readUganda(folder: string): Dataset {
  const rows = readCsv(readFileSync(join(folder, `${FILE}.csv`), 'utf8'));
  const links = readCsv(readFileSync(join(folder, `${FILE}_true_links.csv`), 'utf8'));
  const positions = new Map(rows.map((row, at) => [row.get('rec_id') ?? '', at]));
  const entities = rows.map((_, at) => at);
  for (const link of links) {
    const one = positions.get(link.get('rec_id_1') ?? '');
    const other = positions.get(link.get('rec_id_2') ?? '');
    if (one === undefined || other === undefined) throw new Error(`${FILE}_true_links.csv names an unknown record.`);
    entities[Math.max(one, other)] = entities[Math.min(one, other)] ?? one;
  }
  const records = rows.map((row) => ({
    system: 'clinics',
    number: row.get('rec_id') ?? '',
    traits: {
      ...NO_TRAITS,
      given: row.get('given_name') ?? null,
      family: row.get('surname') ?? null,
      birthDate: row.get('date_of_birth') ?? null,
      gender: row.get('sex') ?? null,
      // The national identification number takes the place of the Social Security number.
      ssn: row.get('uganda_nin') ?? null,
      phone: row.get('phone_number') ?? null,
    },
  }));
  return { name: 'Uganda', records, entities };
}
