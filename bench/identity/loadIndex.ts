import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { copyText } from '../../population/load/copyText.ts';
import { createSourceRecordGenerator } from '../../population/records/sourceRecords.ts';
import type { SourceRecord } from '../../schema/persons/sourceRecord.ts';
import type { Decider } from '../../subgraphs/identity/linkage/decide/decide.ts';
import type { PersonalData } from '../../subgraphs/identity/personalData/personalData.ts';
import { rowColumns } from '../../subgraphs/identity/personalData/personRows.ts';
import { recordColumns } from '../../subgraphs/identity/personalData/recordRows.ts';
import { createTruthLoader, type PersonRecords, type RowsByTable, recordsByPerson } from './truthRows.ts';

const COLUMNS: Readonly<Record<keyof RowsByTable, readonly string[]>> = {
  ...rowColumns,
  source_record: Object.keys(recordColumns.source_record),
  record_key: Object.keys(recordColumns.record_key),
  record_pair: Object.keys(recordColumns.record_pair),
};
const TABLES = Object.keys(COLUMNS) as readonly (keyof RowsByTable)[];
/** Indexes that random tokens would fill slowly, row by row. */
const DROP = `alter table record_key drop constraint record_key_pkey;
  alter table person_search_token drop constraint person_search_token_pkey`;
const CREATE = `set maintenance_work_mem = '512MB';
  alter table record_key add primary key (token, record_id);
  alter table person_search_token add primary key (token, person_id)`;
/** Rows before they are written. */
const BATCH = 20_000;

export interface LoadedIndex {
  readonly persons: number;
  readonly records: number;
  /** Records that were not loaded: what systems will register. */
  readonly arrivals: readonly SourceRecord[];
  /** Some of the numbers of persons in medicaid. */
  readonly medicaidNumbers: readonly string[];
}

/**
 * Fills an empty index with the records of about so many people of the seed `bench`, linked as the truth says, except
 * `arrivals` records drawn evenly among them.
 */
export async function loadIndex(
  databaseUrl: string,
  data: PersonalData,
  decider: Decider,
  { persons, arrivals }: { readonly persons: number; readonly arrivals: number },
): Promise<LoadedIndex> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    // Foreign keys hold: rows refer to rows of the same load.
    await client.query(`set session_replication_role = replica; set synchronous_commit = off; ${DROP}`);
    const loader = createTruthLoader(data, decider);
    const recordsAt = createSourceRecordGenerator('bench');
    const held: SourceRecord[] = [];
    const medicaidNumbers: string[] = [];
    let [people, seen] = [0, 0];
    // Some 0.7 records a person.
    const every = Math.max(2, Math.floor((0.7 * persons) / arrivals));
    let batch = emptyBatch();
    let size = 0;
    for (let household = 1; people < persons; household += 1) {
      const generated = recordsAt(household);
      people += generated.persons;
      const kept: PersonRecords[] = [];
      for (const records of recordsByPerson(generated)) {
        const rest: SourceRecord[] = [];
        for (const record of records) {
          seen += 1;
          if (seen % every === 0 && held.length < arrivals) held.push(record);
          else rest.push(record);
          if (record.system === 'medicaid' && seen % 10 === 1) medicaidNumbers.push(record.number);
        }
        if (rest.length > 0) kept.push(rest);
      }
      if (kept.length === 0) continue;
      const rows = loader.rowsOf(kept);
      for (const table of TABLES) {
        batch[table].push(...rows[table]);
        size += rows[table].length;
      }
      if (size >= BATCH) {
        await write(client, batch);
        batch = emptyBatch();
        size = 0;
      }
    }
    await write(client, batch);
    await client.query(CREATE);
    await client.query("select setval('source_record_record_id_seq', $1)", [loader.records]);
    await client.query('vacuum (analyze)');
    await client.query('checkpoint');
    return { persons: people, records: loader.records, arrivals: held, medicaidNumbers };
  } finally {
    await client.end();
  }
}

type MutableRows = { [Table in keyof RowsByTable]: RowsByTable[Table][number][] };

function emptyBatch(): MutableRows {
  return {
    ...{ household: [], person: [], person_search_token: [], system_number: [] },
    ...{ source_record: [], record_key: [], record_pair: [] },
  };
}

async function write(client: pg.Client, batch: RowsByTable): Promise<void> {
  for (const table of TABLES) {
    if (batch[table].length === 0) continue;
    const target = client.query(copyFrom(`copy ${table} (${COLUMNS[table].join(', ')}) from stdin`));
    await pipeline(Readable.from(batch[table].map((row) => copyText(row)).join('')), target);
  }
}
