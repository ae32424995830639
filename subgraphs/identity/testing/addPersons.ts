import pg from 'pg';
import { openEncryption } from '../../kit/encryption/encryption.ts';
import type { KeyEncryption } from '../../kit/encryption/keyEncryption.ts';
import { blockingKeys } from '../linkage/blocking/blockingRules.ts';
import { normalize, todayDigits } from '../linkage/normalize/normalize.ts';
import { encryptedTables } from '../personalData/encryptedTables.ts';
import { createPersonalData, type PersonalData } from '../personalData/personalData.ts';
import {
  householdRow,
  type NewHousehold,
  type NewPerson,
  type NewSystemNumber,
  personRow,
  rowColumns,
  searchTokenRows,
  systemNumberRow,
} from '../personalData/personRows.ts';
import { columnsOf, insertText, type NewRecord, recordKeyRows, sourceRecordRow } from '../personalData/recordRows.ts';

export interface AddedPersons {
  readonly households: readonly NewHousehold[];
  readonly persons: readonly NewPerson[];
  readonly numbers?: readonly NewSystemNumber[];
  /** Records of the numbers. */
  readonly records?: readonly AddedRecord[];
  /** Person, other person, kind. */
  readonly relationships?: readonly (readonly [string, string, string])[];
}

type AddedRecord = Omit<NewRecord, 'normalized'>;

/** Adds persons to an index whose migrations have run, encrypted like those of the loader. */
export async function addPersons(databaseUrl: string, keys: KeyEncryption, added: AddedPersons): Promise<void> {
  const encryption = await openEncryption({
    ...{ system: 'identity', databaseUrl, keys, log: () => undefined },
    tables: encryptedTables.map(({ name }) => name),
  });
  const data = createPersonalData(encryption);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const insert = async (table: string, columns: readonly string[], rows: readonly (readonly unknown[])[]) => {
    const objects = rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at]])));
    await client.query(
      `insert into ${table} (${columns.join(', ')})
       select ${columns.join(', ')} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
      [JSON.stringify(objects)],
    );
  };
  try {
    const { households, persons, numbers = [], records = [], relationships = [] } = added;
    await insert(
      'household',
      rowColumns.household,
      households.map((each) => householdRow(data, each)),
    );
    await insert(
      'person',
      rowColumns.person,
      persons.map((each) => personRow(data, each)),
    );
    const tokens = persons.flatMap((each) => searchTokenRows(data, each));
    await insert('person_search_token', rowColumns.person_search_token, tokens);
    await insert(
      'system_number',
      rowColumns.system_number,
      numbers.map((each) => systemNumberRow(data, each)),
    );
    for (const { text, values } of recordInserts(data, records)) await client.query(text, values);
    await insert('relationship', ['person_id', 'other_person_id', 'kind'], relationships);
  } finally {
    await client.end();
    encryption.stop();
  }
}

function recordInserts(data: PersonalData, records: readonly AddedRecord[]) {
  const normalized = records.map((record) => ({ ...record, normalized: normalize(record.content, todayDigits()) }));
  const rows = {
    source_record: normalized.map((record) => sourceRecordRow(data, record)),
    record_key: normalized.flatMap((record) => recordKeyRows(data, record.recordId, blockingKeys(record.normalized))),
  };
  return (['source_record', 'record_key'] as const).map((table) => ({
    text: insertText(table),
    values: columnsOf(table, rows[table]).map((column) => [...column]),
  }));
}
