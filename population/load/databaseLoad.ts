import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { PopulationError } from './populationError.ts';
import { createMarkerTable, type PopulationMarker, readMarker, writeMarker } from './populationMarker.ts';
import type { SealName } from './populationTable.ts';
import { suspendIndexes } from './suspendedIndexes.ts';

/** One database on its way to being loaded: a single transaction, so readers see all of it or nothing. */
export interface DatabaseLoad {
  readonly system: string;
  /** Encrypts names of the system's persons. */
  readonly seal: SealName;
  /** Adds rows in the text format of COPY; resolves when the server has taken them, which is what holds the caller back. */
  copy(table: string, columns: readonly string[], text: string): Promise<void>;
  /** Puts the indexes back, sets sequences behind the rows, and writes the marker; what remains is to commit. */
  finish(): Promise<void>;
  commit(): Promise<void>;
  /** Leaves the database as it was. Never throws. */
  abandon(): Promise<void>;
}

// Any number that nothing else uses: two loads of one database wait for each other.
const LOAD_LOCK = 360_002;

/** Opens the load of the tables, or returns null when the database already holds exactly this population. */
export async function beginDatabaseLoad(
  system: string,
  databaseUrl: string,
  wanted: PopulationMarker,
  names: readonly string[],
  openSeal: () => Promise<SealName>,
): Promise<DatabaseLoad | null> {
  const client = new pg.Client({ connectionString: databaseUrl });
  // A broken connection also fails the running query, and is handled there.
  client.on('error', () => undefined);
  await client.connect();
  const abandon = async (): Promise<void> => {
    await client.query('rollback').catch(() => undefined);
    await client.end().catch(() => undefined);
  };

  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [LOAD_LOCK]);
    await createMarkerTable(client);
    const marker = await readMarker(client);
    if (marker) {
      refuseOtherPopulation(system, marker, wanted);
      await abandon();
      return null;
    }
    // Before any table is locked: the system's keys are read, or made, over another connection.
    const seal = await openSeal();
    await refuseRows(client, system, names);
    await client.query("set local maintenance_work_mem = '256MB'");
    const resumeIndexes = await suspendIndexes(client, names);
    // Tables emptied in this very transaction may be filled with rows that need no later cleaning (COPY ... FREEZE).
    await client.query(`truncate ${names.join(', ')}`);

    return {
      system,
      seal,
      async copy(table, columns, text) {
        const copy = copyFrom(`copy ${table} (${columns.join(', ')}) from stdin with (freeze)`);
        await pipeline(Readable.from([Buffer.from(text)]), client.query(copy));
      },
      async finish() {
        await resumeIndexes();
        await advanceSequences(client, names);
        await writeMarker(client, wanted);
        await client.query(`analyze ${names.join(', ')}`);
      },
      async commit() {
        await client.query('commit');
        await client.end();
      },
      abandon,
    };
  } catch (error) {
    await abandon();
    throw error;
  }
}

function refuseOtherPopulation(system: string, marker: PopulationMarker, wanted: PopulationMarker): void {
  const same = marker.persons === wanted.persons && marker.seed === wanted.seed;
  if (same && marker.version === wanted.version) return;
  const difference = same
    ? 'made by another version of the generator'
    : `of ${marker.persons} persons with seed "${marker.seed}", not of ${wanted.persons} with seed "${wanted.seed}"`;
  throw new PopulationError(
    `The ${system} database contains a population ${difference}. Start with --fresh to replace it.`,
  );
}

async function refuseRows(client: pg.Client, system: string, tables: readonly string[]): Promise<void> {
  const filled = tables.map((table) => `select '${table}' as name where exists (select from ${table})`);
  const { rows } = await client.query<{ readonly name: string }>(filled.join(' union all '));
  const [first] = rows;
  if (!first) return;
  throw new PopulationError(
    `Table ${first.name} of the ${system} database contains rows that are not part of the population. They were not changed. ` +
      'Start with --fresh to replace them.',
  );
}

/** Rows came with their values of identity columns: the next value is one that no row has. */
async function advanceSequences(client: pg.Client, tables: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ readonly table: string; readonly column: string }>(
    `select attrelid::regclass::text as table, quote_ident(attname) as column from pg_attribute
      where attrelid = any (select name::regclass from unnest($1::text[]) as name) and attidentity <> ''`,
    [tables],
  );
  for (const { table, column } of rows) {
    await client.query(
      `select setval(pg_get_serial_sequence('${table}', '${column}'), max(${column})) from ${table} having count(*) > 0`,
    );
  }
}
