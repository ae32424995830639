import { DOUBLE, type DuckDBConnection, DuckDBDataChunk, DuckDBInstance, INTEGER, VARCHAR } from '@duckdb/node-api';
import { blockingKeysSql } from '../blocking/blockingSql.ts';
import type { ScoredRecord } from '../model/compileScorer.ts';
import type { LinkageModel } from '../model/linkageModel.ts';
import { boundSql, DECISIVE, levelsSql, weightSql } from '../model/toSql.ts';

/** Candidates with their match weights. The lower id first. */
export interface BatchPair {
  readonly one: number;
  readonly other: number;
  readonly weight: number;
}

export interface BatchOptions {
  readonly threads: number;
  /** Blocks with more records are skipped: their key is a value that says little. */
  readonly maxBlock: number;
}

/** Records in an embedded database in memory, which finds and scores candidate pairs. */
export interface Batch {
  /** Adds records, which must come from the scorer of the model that scores them. Ids are their positions, from 0. */
  load(records: readonly ScoredRecord[]): Promise<void>;
  /** Finds the candidate pairs; returns their number. */
  findCandidates(): Promise<number>;
  /** Candidate pairs with at least the weight, in no order. */
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
const TYPES = [INTEGER, ...TEXTS.map(() => VARCHAR), ...RARITIES.map(() => DOUBLE)];
/** Rows of a data chunk. */
const CHUNK = 2_048;

export async function openBatch({ threads, maxBlock }: BatchOptions): Promise<Batch> {
  // In memory: no file has personal data, not even a temporary one.
  const instance = await DuckDBInstance.create(':memory:', { threads: `${threads}`, temp_directory: '' });
  const connection = await instance.connect();
  const columns = [...TEXTS.map((name) => `${name} varchar`), ...RARITIES.map((name) => `${name} double`)];
  await connection.run(`create table record (id integer, ${columns.join(', ')})`);
  let loaded = 0;
  return {
    async load(records) {
      await append(connection, records, loaded);
      loaded += records.length;
    },
    async findCandidates() {
      await connection.run(
        `create table block as select id, hash(rule, key) as key from (${blockingKeysSql('record')})`,
      );
      await connection.run(
        `create table candidate as
         with useful as (select key from block group by key having count(*) between 2 and ${maxBlock}),
         kept as (select block.id, block.key from block join useful using (key))
         select distinct a.id as one, b.id as other from kept a join kept b on a.key = b.key and a.id < b.id`,
      );
      await connection.run('drop table block');
      const reader = await connection.runAndReadAll('select cast(count(*) as double) from candidate');
      return Number(reader.getRows()[0]?.[0] ?? 0);
    },
    async *score(model, atLeast) {
      await compare(connection, await likelyPairs(connection, model, atLeast));
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

/**
 * Writes the levels of all candidates to a table, once. A subquery would not do: the levels would be computed again for
 * each of the weights that they choose.
 */
async function compare(connection: DuckDBConnection, pairs: string): Promise<void> {
  await connection.run(
    `create or replace table compared as select one, other, ${levelsSql()}
     from ${pairs} join record a on a.id = one join record b on b.id = other`,
  );
}

/** Table of the candidates that can have the weight: most are members of one household, whom a few levels tell apart. */
async function likelyPairs(connection: DuckDBConnection, model: LinkageModel, atLeast: number): Promise<string> {
  const bound = boundSql(model);
  if (bound === null) return 'candidate';
  await connection.run(
    `create or replace table decisive as select one, other, a.givenRarity, ${levelsSql(DECISIVE)}
     from candidate join record a on a.id = one join record b on b.id = other`,
  );
  await connection.run(
    `create or replace table likely as select one, other from decisive where ${bound} >= ${atLeast}`,
  );
  await connection.run('drop table decisive');
  return 'likely';
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
    ]);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}
