import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import {
  type EmbeddedPostgres,
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../cli/postgres/embeddedPostgres.ts';
import { runMigrations } from '../../subgraphs/kit/database/migrations.ts';
import { demonstrationHousehold } from '../demonstration/demonstrationHousehold.ts';
import { generateHouseholds, referenceRecords } from '../generate.ts';
import { loadPopulation } from './loadPopulation.ts';
import { populationSystems, populationTables } from './populationTables.ts';

const persons = 1200;
const seed = 'illinois';
const onProgress = () => undefined;

let dataDirectory = '';
let server: EmbeddedPostgres | undefined;
const databaseUrls = new Map<string, string>();

beforeAll(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'population-'));
  server = await startEmbeddedPostgres({ dataDirectory, settings: { fsync: 'off' } });
  for (const system of populationSystems) {
    const url = await server.ensureSystem(system);
    databaseUrls.set(system, url);
    await runMigrations(url, fileURLToPath(new URL(`../../subgraphs/${system}/migrations/`, import.meta.url)));
  }
}, 120_000);

afterAll(async () => {
  await server?.stop();
  await removeEmbeddedPostgres(dataDirectory);
  await rm(dataDirectory, { recursive: true, force: true });
}, 60_000);

async function query(system: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: databaseUrls.get(system) });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Rows of every table, by its name. */
async function counts(): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  for (const { system, name } of populationTables) {
    const [row] = await query(system, `SELECT count(*)::int AS rows FROM ${name}`);
    found.set(`${system}.${name}`, Number(row?.rows));
  }
  return found;
}

/** Every index and constraint of a database, with its definition; those of the marker table aside. */
function structure(system: string): Promise<readonly Record<string, unknown>[]> {
  return query(
    system,
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes WHERE schemaname = 'public'
      UNION ALL
     SELECT conrelid::regclass || '.' || conname, pg_get_constraintdef(oid) FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace AND conrelid <> coalesce(to_regclass('population'), 0) ORDER BY 1, 2`,
  );
}

// The tests follow one server's life: empty, refused, broken off, loaded, started again.
describe('loading', () => {
  test('refuses a database that holds rows of somebody else, and leaves all of them alone', async () => {
    await query('education', "INSERT INTO school VALUES ('000000000000000', 'Of somebody else')");
    await expect(loadPopulation({ persons, seed, databaseUrls, onProgress })).rejects.toThrow(
      /school of the education.*--fresh/s,
    );
    expect(await query('education', 'SELECT name FROM school')).toEqual([{ name: 'Of somebody else' }]);
    expect((await counts()).get('identity.person')).toBe(0);
    await query('education', 'TRUNCATE school CASCADE');
  });

  test('says which database has no address', async () => {
    const known = new Map([...databaseUrls].filter(([system]) => system !== 'corrections'));
    await expect(loadPopulation({ persons, seed, databaseUrls: known, onProgress })).rejects.toThrow(/corrections/);
  });

  test('leaves nothing behind when it breaks off', async () => {
    const before = await structure('identity');
    const brokenOff = loadPopulation({
      persons: 40_000,
      seed,
      databaseUrls,
      onProgress: (done) => {
        if (done >= 10_000) throw new Error('broken off');
      },
    });
    await expect(brokenOff).rejects.toThrow('broken off');
    expect([...(await counts()).values()].every((rows) => rows === 0)).toBe(true);
    expect(await structure('identity')).toEqual(before);
  });

  test('fills every table with what the generator made, and keeps keys and indexes', async () => {
    const before = new Map<string, unknown>();
    for (const system of populationSystems) before.set(system, await structure(system));
    const seen: number[] = [];
    await loadPopulation({ persons, seed, databaseUrls, onProgress: (done, total) => seen.push(done / total) });

    expect(seen.at(-1)).toBe(1);
    for (const system of populationSystems) expect(await structure(system)).toEqual(before.get(system));
    const households = [...generateHouseholds({ persons, seed }), referenceRecords];
    const lines = (table: (typeof populationTables)[number]) =>
      households.reduce((sum, household) => sum + (table.copyText(household).match(/\n/g)?.length ?? 0), 0);
    expect(await counts()).toEqual(
      new Map(populationTables.map((table) => [`${table.system}.${table.name}`, lines(table)])),
    );
    const [ward] = await query(
      'childwelfare',
      "SELECT worker FROM case_assignment JOIN child USING (case_number) WHERE cyp_id = '00000273-C' AND ended_on IS NULL ORDER BY assigned_on DESC",
    );
    expect(ward).toEqual({ worker: demonstrationHousehold.caseworker });
    const family = await query(
      'identity',
      `SELECT given_name, household_id FROM person WHERE household_id = '${demonstrationHousehold.householdId}' ORDER BY birth_date`,
    );
    expect(family.map((row) => row.given_name)).toEqual(['Loretta', 'Marcus', 'Denise', 'Jada', 'Elijah']);
  });

  test('does nothing the second time, and refuses another size or seed', async () => {
    const [before] = await query('identity', 'SELECT max(xmin::text::bigint) AS newest FROM person');
    await loadPopulation({ persons, seed, databaseUrls, onProgress });
    expect(await query('identity', 'SELECT max(xmin::text::bigint) AS newest FROM person')).toEqual([before]);
    for (const other of [
      { persons: 1300, seed },
      { persons, seed: 'indiana' },
    ]) {
      await expect(loadPopulation({ ...other, databaseUrls, onProgress })).rejects.toThrow(/1200 persons.*--fresh/);
    }
  });

  test('gives a database that lost its load the same rows again', async () => {
    const names = 'SELECT md5(string_agg(c::text, chr(10) ORDER BY client_id)) AS rows FROM client c';
    const before = await query('snap', names);
    await query('snap', 'TRUNCATE snap_case, client, population');
    await loadPopulation({ persons, seed, databaseUrls, onProgress });
    expect(await query('snap', names)).toEqual(before);
  });

  test('serves two starts at once with one load', async () => {
    for (const { system, name } of populationTables) await query(system, `TRUNCATE ${name} CASCADE`);
    for (const system of populationSystems) await query(system, 'TRUNCATE population');
    await Promise.all([1, 2].map(() => loadPopulation({ persons, seed, databaseUrls, onProgress })));
    expect((await counts()).get('identity.person')).toBe(persons);
  });
});
