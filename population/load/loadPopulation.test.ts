import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { openIdentityEncryption } from '../../cli/local/localEncryption.ts';
import { personIndexLoader } from '../../cli/local/localPersonIndex.ts';
import { openNameSeal } from '../../cli/local/nameSeal.ts';
import { type EmbeddedPostgres, removeEmbeddedPostgres } from '../../cli/postgres/embeddedPostgres.ts';
import { makeDataDirectory, startTestPostgres } from '../../cli/postgres/testing/testPostgres.ts';
import { namesOf, type SystemWithNames } from '../../subgraphs/encryptedTables.ts';
import { createPersonalData, type PersonalData } from '../../subgraphs/identity/personalData/personalData.ts';
import { runMigrations } from '../../subgraphs/kit/database/migrations.ts';
import { type Encryption, openEncryption } from '../../subgraphs/kit/encryption/encryption.ts';
import type { KeyEncryption } from '../../subgraphs/kit/encryption/keyEncryption.ts';
import { createKeyFile, openKeyFile } from '../../subgraphs/kit/encryption/keyFile.ts';
import { linkedPopulation } from '../../test/harness/linkedPopulation.ts';
import type { RecordedName } from '../clericalErrors.ts';
import { demonstrationHousehold } from '../demonstration/demonstrationHousehold.ts';
import { generateHouseholds, referenceRecords } from '../generate.ts';
import { loadPopulation } from './loadPopulation.ts';
import type { PersonIndexLoader } from './personIndexLoader.ts';
import type { SealName } from './populationTable.ts';
import { populationSystems, programTables } from './populationTables.ts';

const persons = 1200;
const seed = 'illinois';
const onProgress = () => undefined;

let dataDirectory = '';
let server: EmbeddedPostgres | undefined;
const databaseUrls = new Map<string, string>();
let keys: KeyEncryption;
let encryption: Encryption;
let personalData: PersonalData;
let personIndex: PersonIndexLoader;
let populationTables: readonly { readonly system: string; readonly name: string }[];

beforeAll(async () => {
  dataDirectory = await makeDataDirectory('population-');
  server = await startTestPostgres({ dataDirectory, settings: { fsync: 'off' } });
  for (const system of populationSystems) {
    const url = await server.ensureSystem(system);
    databaseUrls.set(system, url);
    await runMigrations(url, fileURLToPath(new URL(`../../subgraphs/${system}/migrations/`, import.meta.url)));
  }
  const keyFile = join(dataDirectory, 'encryption.json');
  createKeyFile(keyFile);
  keys = openKeyFile(keyFile);
  encryption = await openIdentityEncryption(databaseUrls.get('identity') ?? '', keys);
  personalData = createPersonalData(encryption);
  personIndex = personIndexLoader(personalData, seed, () => new Date('2026-11-02T12:00:00Z'));
  populationTables = [...personIndex.tables.map((name) => ({ system: 'identity', name })), ...programTables];
}, 120_000);

afterAll(async () => {
  for (const stop of stops) stop();
  encryption.stop();
  await server?.stop();
  await removeEmbeddedPostgres(dataDirectory);
  await rm(dataDirectory, { recursive: true, force: true });
}, 60_000);

const stops: (() => void)[] = [];
async function openSeal(system: string): Promise<SealName> {
  const { seal, stop } = await openNameSeal(system, databaseUrls.get(system) ?? '', keys);
  stops.push(stop);
  return seal;
}
const load = (changes: Partial<Parameters<typeof loadPopulation>[0]> = {}) =>
  loadPopulation({ persons, seed, databaseUrls, personIndex, openSeal, onProgress, ...changes });

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

/** Names and birth dates that a system has, by the number of their record. */
async function namesIn(system: SystemWithNames): Promise<Readonly<Record<string, unknown>>> {
  const { [system]: table } = namesOf;
  const [key = ''] = Object.keys(table.key);
  const opened = await openEncryption({
    ...{ system, databaseUrl: databaseUrls.get(system) ?? '', keys, tables: [table.name] },
    log: () => undefined,
  });
  const rows = await query(system, `select ${key} as number, personal from ${table.name}`);
  opened.stop();
  return Object.fromEntries(
    // The column is bytea.
    rows.map((row) => [row.number, table.open(opened, [String(row.number)], row.personal as Buffer | null)]),
  );
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
    await expect(load()).rejects.toThrow(/school of the education.*--fresh/s);
    expect(await query('education', 'select name from school')).toEqual([{ name: 'Of somebody else' }]);
    expect((await counts()).get('identity.person')).toBe(0);
    await query('education', 'truncate school cascade');
  });

  test('says which database has no address', async () => {
    const known = new Map([...databaseUrls].filter(([system]) => system !== 'corrections'));
    await expect(load({ databaseUrls: known })).rejects.toThrow(/corrections/);
  });

  test('leaves nothing behind when it breaks off', async () => {
    const before = await structure('identity');
    const brokenOff = load({
      persons: 40_000,
      onProgress: (done) => {
        if (done >= 10_000) throw new Error('broken off');
      },
    });
    await expect(brokenOff).rejects.toThrow('broken off');
    const notLinked: PersonIndexLoader = {
      ...personIndex,
      async *load(input) {
        for await (const rows of personIndex.load(input)) {
          if (rows.table === 'record_pair') throw new Error('not linked');
          yield rows;
        }
      },
    };
    await expect(load({ personIndex: notLinked })).rejects.toThrow('not linked');
    expect([...(await counts()).values()].every((rows) => rows === 0)).toBe(true);
    expect(await structure('identity')).toEqual(before);
  });

  test('fills every table with what the generator made, and keeps keys and indexes', async () => {
    const before = new Map<string, unknown>();
    for (const system of populationSystems) before.set(system, await structure(system));
    const seen: number[] = [];
    await load({ onProgress: (done, total) => seen.push(done / total) });

    expect(seen.at(-1)).toBe(1);
    for (const system of populationSystems) expect(await structure(system)).toEqual(before.get(system));
    const { index, households } = await linkedPopulation({ persons, seed });
    const lines = (table: (typeof programTables)[number]) =>
      [...households, referenceRecords].reduce(
        (sum, household) => sum + (table.copyText(household, () => []).match(/\n/g)?.length ?? 0),
        0,
      );
    const loaded = await counts();
    for (const table of programTables) {
      expect([table.name, loaded.get(`${table.system}.${table.name}`)]).toEqual([table.name, lines(table)]);
    }
    expect(index.records.length).toBeGreaterThan(700);
    expect(Object.fromEntries(loaded)).toMatchObject({
      'identity.person': index.persons.length,
      'identity.household': index.households.length,
      'identity.relationship': index.relationships.length,
      'identity.system_number': index.records.length,
      'identity.source_record': index.records.length,
      'identity.record_pair': index.linked.evidence.length,
    });
    // The next record gets an id of its own.
    const [next] = await query(
      'identity',
      "select nextval(pg_get_serial_sequence('source_record', 'record_id')) as id",
    );
    expect(Number(next?.id)).toBe(index.records.length + 1);
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

  test('encrypts the name and birth date of every record of a program', async () => {
    const households = [...generateHouseholds({ persons, seed })];
    const expected: Readonly<Record<SystemWithNames, readonly (readonly [string, RecordedName])[]>> = {
      snap: households.flatMap((each) => each.snapClients.map((row) => [row.clientId, row] as const)),
      tanf: households.flatMap((each) => each.tanfClients.map((row) => [row.clientId, row] as const)),
      medicaid: households.flatMap((each) => each.coverages.map((row) => [row.rin, row] as const)),
      corrections: households.flatMap((each) => each.custodyRecords.map((row) => [row.idocNumber, row] as const)),
      education: households.flatMap((each) => each.students.map((row) => [row.sisId, row] as const)),
      weatherization: households.flatMap((each) => each.energyClients.map((row) => [row.clientId, row] as const)),
      childwelfare: households.flatMap((each) => each.children.map((row) => [row.cypId, row] as const)),
    };
    for (const [system, rows] of Object.entries(expected)) {
      const reporters = new Map(households.flatMap(({ children }) => children.map((row) => [row.cypId, row.reporter])));
      const names = rows.map(([number, { givenName, familyName, birthDate }]) => [
        number,
        {
          ...{ givenName, familyName, birthDate },
          ...(system === 'childwelfare' ? { reporter: reporters.get(number) } : {}),
        },
      ]);
      expect(names.length).toBeGreaterThan(0);
      // The keys are those of the record above.
      expect(await namesIn(system as SystemWithNames)).toEqual(Object.fromEntries(names));
    }
  });

  test('does nothing the second time, and refuses another size or seed', async () => {
    const [before] = await query('identity', 'select max(xmin::text::bigint) as newest from person');
    await load();
    expect(await query('identity', 'select max(xmin::text::bigint) as newest from person')).toEqual([before]);
    for (const other of [
      { persons: 1300, seed },
      { persons, seed: 'indiana' },
    ]) {
      await expect(load(other)).rejects.toThrow(/1200 persons.*--fresh/);
    }
  });

  test('gives a database that lost its load the same rows again', async () => {
    const rows = 'select client_id, case_number, countable, abawd_status from client order by client_id';
    const [before, names] = [await query('snap', rows), await namesIn('snap')];
    await query('snap', 'truncate snap_case, client, event, population');
    await load();
    expect(await query('snap', rows)).toEqual(before);
    expect(await namesIn('snap')).toEqual(names);
  });

  test('serves two starts at once with one load', async () => {
    for (const { system, name } of populationTables) await query(system, `truncate ${name} cascade`);
    for (const system of populationSystems) await query(system, 'truncate population');
    await Promise.all([load(), load()]);
    const { index } = await linkedPopulation({ persons, seed });
    expect((await counts()).get('identity.person')).toBe(index.persons.length);
  });
});
