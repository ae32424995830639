import { DOUBLE, type DuckDBConnection, DuckDBDataChunk, DuckDBInstance, INTEGER, VARCHAR } from '@duckdb/node-api';
import { BLOCKING_RULES } from '../blocking/blockingRules.ts';
import { blocksSql } from '../blocking/blockingSql.ts';
import { LETTER_COLUMNS, lettersOf } from '../comparisons/letters.ts';
import type { ScoredRecord } from '../model/compileScorer.ts';
import type { LinkageModel } from '../model/linkageModel.ts';
import { boundSql, levelsSql, weightSql } from '../model/toSql.ts';
import { sketchSql } from './sketch.ts';

/** Candidates with their match weights. The lower id first. */
export interface BatchPair {
  readonly one: number;
  readonly other: number;
  readonly weight: number;
}

/** Records in an embedded database in memory, which finds and scores candidate pairs. */
export interface Batch {
  /** Adds records, which must come from the scorer of the model that scores them. Ids are their positions, from 0. */
  load(records: readonly ScoredRecord[]): Promise<void>;
  /**
   * Finds the candidate pairs that can have the weight. Returns how many candidates there were, each counted once for
   * every blocking key that the two records share.
   */
  findCandidates(model: LinkageModel, atLeast: number): Promise<number>;
  /** Found candidates with at least the weight, in no order. */
  score(model: LinkageModel, atLeast: number): AsyncGenerator<readonly BatchPair[]>;
  close(): void;
}

const TEXTS = [
  ...([
    'given',
    'root1',
    'root2',
    'root3',
    'givenCode',
    'middle',
    'family',
    'family1',
    'family2',
    'familyCode',
  ] as const),
  ...(['suffix', 'birthDate', 'birthText', 'gender', 'ssn', 'ssnLast4', 'houseNumber', 'streetName'] as const),
  ...(['secondary', 'city', 'state', 'zip', 'phone'] as const),
] as const;
const RARITIES = ['givenRarity', 'familyRarity', 'streetNameRarity', 'cityRarity', 'zipRarity'] as const;
const TYPES = [
  INTEGER,
  ...TEXTS.map(() => VARCHAR),
  // Node-api writes integers of 64 bits only from BigInt, which is slow; these fit in a double.
  ...[...RARITIES, ...LETTER_COLUMNS].map(() => DOUBLE),
];
/** Rows of a data chunk. */
const CHUNK = 2_048;

export async function openBatch({ threads }: { readonly threads: number }): Promise<Batch> {
  // In memory: no file has personal data, not even a temporary one.
  const instance = await DuckDBInstance.create(':memory:', { threads: `${threads}`, temp_directory: '' });
  const connection = await instance.connect();
  const numbers = [...RARITIES, ...LETTER_COLUMNS.map((name) => `${name}Letters`)];
  const columns = [...TEXTS.map((name) => `${name} varchar`), ...numbers.map((name) => `${name} double`)];
  await connection.run(`create table record (id integer, ${columns.join(', ')})`);
  // Order costs memory, and pairs have none.
  await connection.run('set preserve_insertion_order = false');
  let loaded = 0;
  return {
    async load(records) {
      await append(connection, records, loaded);
      loaded += records.length;
    },
    async findCandidates(model, atLeast) {
      await connection.run(`create or replace table sketch as ${sketchSql('record')}`);
      await connection.run('create or replace table found (one integer, other integer)');
      let candidates = 0;
      // Rule by rule: the pairs of all rules together would take more memory than the records.
      for (const rule of BLOCKING_RULES) {
        await connection.run(
          `create or replace table block as
           select key, sketch.* from (${blocksSql(rule, 'record')}) keys join sketch using (id)`,
        );
        candidates += await sumOf(connection, 'select count(*) as n from block group by key', 'n * (n - 1) / 2');
        await connection.run(
          `insert into found select a.id, b.id from block a join block b on a.key = b.key and a.id < b.id
           where ${boundSql(model)} >= ${atLeast}`,
        );
      }
      await connection.run('create or replace table candidate as select distinct one, other from found');
      for (const table of ['block', 'found', 'sketch']) await connection.run(`drop table ${table}`);
      return candidates;
    },
    async *score(model, atLeast) {
      // A table, not a subquery: the levels would be computed again for each of the weights that they choose.
      await connection.run(
        `create or replace table compared as select one, other, ${levelsSql()}
         from candidate join record a on a.id = one join record b on b.id = other`,
      );
      const result = await connection.stream(
        `select one, other, weight from (select one, other, ${weightSql(model)} as weight
           from compared join record a on a.id = one) weights
         where weight >= ${atLeast}`,
      );
      for (;;) {
        const chunk = await result.fetchChunk();
        if (chunk === null || chunk.rowCount === 0) return;
        const [ones = [], others = [], weights = []] = chunk.getColumns();
        yield ones.map((one, at) => ({ one: Number(one), other: Number(others[at]), weight: Number(weights[at]) }));
      }
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function sumOf(connection: DuckDBConnection, rows: string, expression: string): Promise<number> {
  const reader = await connection.runAndReadAll(`select cast(sum(${expression}) as double) from (${rows}) rows`);
  return Number(reader.getRows()[0]?.[0] ?? 0);
}

async function append(connection: DuckDBConnection, records: readonly ScoredRecord[], from: number): Promise<void> {
  const appender = await connection.createAppender('record');
  for (let start = 0; start < records.length; start += CHUNK) {
    const part = records.slice(start, start + CHUNK);
    const chunk = DuckDBDataChunk.create(TYPES, part.length);
    chunk.setColumns([
      part.map((_, at) => from + start + at),
      ...TEXTS.map((name) => part.map((record) => record[name])),
      ...RARITIES.map((name) => part.map((record) => record[name])),
      ...LETTER_COLUMNS.map((name) => part.map((record) => lettersOf(record[name]))),
    ]);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}
