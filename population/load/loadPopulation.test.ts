import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { identityTables, openIdentityEncryption } from '../../cli/local/localEncryption.ts';
import {
  type EmbeddedPostgres,
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../cli/postgres/embeddedPostgres.ts';
import { createPersonalData, type PersonalData } from '../../subgraphs/identity/personalData/personalData.ts';
import { runMigrations } from '../../subgraphs/kit/database/migrations.ts';
import type { Encryption } from '../../subgraphs/kit/encryption/encryption.ts';
import { createKeyFile, openKeyFile } from '../../subgraphs/kit/encryption/keyFile.ts';
import { demonstrationHousehold } from '../demonstration/demonstrationHousehold.ts';
import { generateHouseholds, referenceRecords } from '../generate.ts';
import { loadPopulation } from './loadPopulation.ts';
import type { PopulationTable } from './populationTable.ts';
import { populationSystems, programTables } from './populationTables.ts';

const persons = 1200;
const seed = 'illinois';
const onProgress = () => undefined;

let dataDirectory = '';
let server: EmbeddedPostgres | undefined;
const databaseUrls = new Map<string, string>();
let encryption: Encryption;
let personalData: PersonalData;
let identity: readonly PopulationTable[];
let populationTables: readonly PopulationTable[];

beforeAll(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'population-'));
  server = await startEmbeddedPostgres({ dataDirectory, settings: { fsync: 'off' } });
  for (const system of populationSystems) {
    const url = await server.ensureSystem(system);
    databaseUrls.set(system, url);
    await runMigrations(url, fileURLToPath(new URL(`../../subgraphs/${system}/migrations/`, import.meta.url)));
  }
  const keyFile = join(dataDirectory, 'encryption.json');
  createKeyFile(keyFile);
  encryption = await openIdentityEncryption(databaseUrls.get('identity') ?? '', openKeyFile(keyFile));
  personalData = createPersonalData(encryption);
  identity = identityTables(personalData);
  populationTables = [...identity, ...programTables];
}, 120_000);

afterAll(async () => {
  encryption.stop();
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
    const [row] = await query(system, `select count(*)::int as rows from ${name}`);
    found.set(`${system}.${name}`, Number(row?.rows));
  }
  return found;
}

/** Every index and constraint of a database, with its definition; those of the marker table aside. */
function structure(system: string): Promise<readonly Record<string, unknown>[]> {
  return query(
    system,
    `select indexname as name, indexdef as definition from pg_indexes where schemaname = 'public'
      union all
     select conrelid::regclass || '.' || conname, pg_get_constraintdef(oid) from pg_constraint
      where connamespace = 'public'::regnamespace and conrelid <> coalesce(to_regclass('population'), 0) order by 1, 2`,
  );
}

// The tests follow one server's life: empty, refused, broken off, loaded, started again.
describe('loading', () => {
  test('rejects a database with other rows, and changes none of them', async () => {
    await query('education', "insert into school values ('000000000000000', 'Of somebody else')");
    await expect(loadPopulation({ persons, seed, databaseUrls, identityTables: identity, onProgress })).rejects.toThrow(
      /school of the education.*--fresh/s,
    );
    expect(await query('education', 'select name from school')).toEqual([{ name: 'Of somebody else' }]);
    expect((await counts()).get('identity.person')).toBe(0);
    await query('education', 'truncate school cascade');
  });

  test('says which database has no address', async () => {
    const known = new Map([...databaseUrls].filter(([system]) => system !== 'corrections'));
    await expect(
      loadPopulation({ persons, seed, databaseUrls: known, identityTables: identity, onProgress }),
    ).rejects.toThrow(/corrections/);
  });

  test('leaves nothing behind when it breaks off', async () => {
    const before = await structure('identity');
    const brokenOff = loadPopulation({
      persons: 40_000,
      seed,
      databaseUrls,
      identityTables: identity,
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
    await loadPopulation({
      persons,
      seed,
      databaseUrls,
      identityTables: identity,
      onProgress: (done, total) => seen.push(done / total),
    });

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
      "select worker from case_assignment join child using (case_number) where cyp_id = '00000273-C' and ended_on is null order by assigned_on desc",
    );
    expect(ward).toEqual({ worker: demonstrationHousehold.caseworker });
    const family = await query(
      'identity',
      `select person_id, personal from person where household_id = '${demonstrationHousehold.householdId}'`,
    );
    const traits = family
      // The column is bytea.
      .map((row) => personalData.openPerson(String(row.person_id), row.personal as Buffer))
      .sort((one, other) => (String(one.birthDate) < String(other.birthDate) ? -1 : 1));
    expect(traits.map(({ given }) => given)).toEqual(['Loretta', 'Marcus', 'Denise', 'Jada', 'Elijah']);
  });

  test('does nothing the second time, and refuses another size or seed', async () => {
    const [before] = await query('identity', 'select max(xmin::text::bigint) as newest from person');
    await loadPopulation({ persons, seed, databaseUrls, identityTables: identity, onProgress });
    expect(await query('identity', 'select max(xmin::text::bigint) as newest from person')).toEqual([before]);
    for (const other of [
      { persons: 1300, seed },
      { persons, seed: 'indiana' },
    ]) {
      await expect(loadPopulation({ ...other, databaseUrls, identityTables: identity, onProgress })).rejects.toThrow(
        /1200 persons.*--fresh/,
      );
    }
  });

  test('gives a database that lost its load the same rows again', async () => {
    const names = 'select md5(string_agg(c::text, chr(10) order by client_id)) as rows from client c';
    const before = await query('snap', names);
    await query('snap', 'truncate snap_case, client, event, population');
    await loadPopulation({ persons, seed, databaseUrls, identityTables: identity, onProgress });
    expect(await query('snap', names)).toEqual(before);
  });

  test('serves two starts at once with one load', async () => {
    for (const { system, name } of populationTables) await query(system, `truncate ${name} cascade`);
    for (const system of populationSystems) await query(system, 'truncate population');
    await Promise.all(
      [1, 2].map(() => loadPopulation({ persons, seed, databaseUrls, identityTables: identity, onProgress })),
    );
    expect((await counts()).get('identity.person')).toBe(persons);
  });
});
