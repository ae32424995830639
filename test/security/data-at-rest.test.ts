import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { localKeyFile, openIdentityEncryption, openLocalEncryption } from '../../cli/local/localEncryption.ts';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../../cli/postgres/embeddedPostgres.ts';
import { contentOf } from '../../subgraphs/identity/initialLoad/initialIndex.ts';
import { encryptedTables } from '../../subgraphs/identity/personalData/encryptedTables.ts';
import { createIdentitySubgraph } from '../../subgraphs/identity/subgraph.ts';
import { addPersons } from '../../subgraphs/identity/testing/addPersons.ts';
import { runMigrations } from '../../subgraphs/kit/database/migrations.ts';
import { createKeyFile, openKeyFile } from '../../subgraphs/kit/encryption/keyFile.ts';
import { rotateKeys } from '../../subgraphs/kit/encryption/rotate.ts';
import type { LogEntry } from '../../subgraphs/kit/log.ts';
import { startSubgraph } from '../../subgraphs/kit/startSubgraph.ts';
import { askSubgraph } from '../../subgraphs/kit/testing/askSubgraph.ts';
import { grantClaims, startGrantIssuer } from '../../subgraphs/kit/testing/grantIssuer.ts';
import { linkedPopulation } from '../harness/linkedPopulation.ts';
import { filesOfServer } from './harness/filesOfServer.ts';
import { createValueSearch } from './harness/valueSearch.ts';

/** In clear text, to prove that each search below finds what is there. */
const CONTROL = { name: 'Controlina', number: '5558675309', date: '1871-10-08', street: '77 Controlled Avenue' };

const REFRESH_MS = 500;

const { index } = await linkedPopulation({ persons: 200, seed: 'illinois' });
const { persons, households, records } = index;
/** Codes, and what stands where there is no number. */
const NOT_PERSONAL = /^(MALE|FEMALE|[09-]+)$/;
const personal = [
  ...persons.flatMap(({ given, middle, family, birthDate }) => [given, middle, family, birthDate]),
  ...records.flatMap(({ number, sent: { traits } }) => {
    const { given, middle, family, birthDate, ssn, street, phone } = traits;
    return [number, given, middle, family, birthDate, ssn, street, phone];
  }),
  ...households.map(({ street }) => street),
  ...Object.values(CONTROL),
].flatMap((value) => (value === null || NOT_PERSONAL.test(value) ? [] : [value]));

const search = createValueSearch(personal);

describe('the person index at rest', () => {
  const directory = mkdtempSync(join(tmpdir(), 'p360-at-rest-'));
  const keyFile = localKeyFile(directory, 'identity');
  const now = () => new Date('2026-11-02T12:00:00Z');
  const log: LogEntry[] = [];
  const serverLog: string[] = [];
  let databaseUrl: string;
  let client: pg.Client;
  /** Names of PostgreSQL's own, such as those of places in its catalogs. */
  let ofPostgres: ReadonlySet<string>;
  let ask: (query: string, variables?: object) => Promise<unknown>;
  const stops: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    const postgres = await startEmbeddedPostgres({ dataDirectory: directory, log: (line) => serverLog.push(line) });
    stops.push(async () => {
      await postgres.stop();
      await removeEmbeddedPostgres(directory);
      rmSync(directory, { recursive: true, force: true });
    });
    databaseUrl = await postgres.ensureSystem('identity');
    const definition = createIdentitySubgraph({
      factSources: { childwelfare: () => undefined, emou: () => undefined },
    });
    await runMigrations(databaseUrl, definition.migrationsDirectory);
    client = new pg.Client({ connectionString: postgres.superuserUrl('identity') });
    await client.connect();
    stops.push(() => client.end());
    await client.query('checkpoint');
    const files = await filesOfServer(directory);
    ofPostgres = search.inBytes([...files.wal, ...files.data()]);
    createKeyFile(keyFile);
    const keyEncryption = openKeyFile(keyFile);
    await addPersons(databaseUrl, keyEncryption, {
      ...{ households, persons, numbers: records, relationships: index.relationships },
      records: records.map(({ sent, ...record }) => ({
        ...{ ...record, content: contentOf(sent), registeredAt: now(), personSince: now() },
      })),
    });
    const issuer = await startGrantIssuer();
    const running = await startSubgraph(definition, {
      ...{ databaseUrl, port: 0, grantJwksUrl: issuer.jwksUrl, clock: now, keyEncryption },
      limits: { keyRefreshMs: REFRESH_MS },
      log: (entry) => log.push(entry),
    });
    stops.push(async () => {
      await running.stop();
      await issuer.stop();
    });
    ask = async (query, variables = {}) => {
      const datasets = ['identity.demographics', 'identity.household', 'identity.address'];
      const grant = issuer.sign(grantClaims('identity', datasets, now()));
      const { data, codes } = await askSubgraph(running.url, grant, query, { ...variables });
      expect(codes).toEqual([]);
      return data;
    };
  }, 60_000);
  afterAll(async () => {
    for (const stop of stops.reverse()) await stop();
  });

  /** Asks for everybody by name, birth date, and number, as the data is used. */
  async function findEverybody(): Promise<void> {
    const known = persons.flatMap(({ personId, given, family, birthDate }) =>
      given === null || family === null || birthDate === null ? [] : [{ personId, given, family, birthDate }],
    );
    expect(known.length).toBeGreaterThan(60);
    for (const { personId, given, family, birthDate } of known.slice(0, 60)) {
      const snap = records.find((each) => each.personId === personId && each.system === 'snap' && each.isCurrent);
      const number = snap === undefined ? [] : [{ __typename: 'Person', snapClientId: snap.number }];
      expect(
        await ask(
          `query ($name: String, $birthDate: Date, $id: ID!, $number: [_Any!]!) {
             searchPersons(name: $name, birthDate: $birthDate, first: 1) { id }
             person(id: $id) { name { given family } birthDate }
             _entities(representations: $number) { ... on Person { id snapClientId } } }`,
          { name: `${family}, ${given}`, birthDate, id: personId, number },
        ),
      ).toEqual({
        searchPersons: [{ id: personId }],
        person: { name: { given, family }, birthDate },
        _entities: snap === undefined ? [] : [{ id: personId, snapClientId: snap.number }],
      });
    }
  }

  test('no name, birth date, street, or number is in a column, a dump, a data file, the WAL, or a log', async () => {
    await findEverybody();
    await client.query('create table control (name text, number text, born date, street text)');
    await client.query('insert into control values ($1, $2, $3, $4)', Object.values(CONTROL));
    const tables = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    expect(tables.rows.map(({ name }) => name)).toEqual(
      expect.arrayContaining(
        ['person', 'household', 'system_number', 'source_record', 'record_key', 'control'].map(
          (name) => `public.${name}`,
        ),
      ),
    );
    const control = new Set(Object.values(CONTROL));
    const dump: string[] = [];
    const bytes: Buffer[] = [];
    for (const { name } of tables.rows) {
      // Every column as text, as a dump has it, and those of bytes also as they are.
      const { rows } = await client.query<{ line: string }>(`select t::text as line from ${name} t`);
      dump.push(...rows.map(({ line }) => line));
      const whole = await client.query(`select * from ${name}`);
      for (const row of whole.rows)
        for (const value of Object.values(row)) if (Buffer.isBuffer(value)) bytes.push(value);
    }
    expect(bytes.length).toBeGreaterThan(2_000);
    expect(search.inText(dump.join('\n'))).toEqual(control);
    expect(search.inBytes([...bytes, Buffer.from(dump.join('\n').replaceAll(/\\x[0-9a-f]+/g, ''))])).toEqual(control);

    // A date is four bytes there.
    const written = new Set([CONTROL.name, CONTROL.number, CONTROL.street]);
    await client.query('checkpoint');
    const files = await filesOfServer(directory);
    expect(files.wal.length).toBeGreaterThan(0);
    for (const found of [search.inBytes(files.wal), search.inBytes(files.data())]) {
      expect(new Set([...found].filter((value) => !ofPostgres.has(value)))).toEqual(written);
    }

    // PostgreSQL's messages quote values, so the index sends it none of a person.
    await expect(client.query(`select '${CONTROL.name}'::int`)).rejects.toThrow();
    expect(log.length).toBeGreaterThan(0);
    const lines = [...log.map((entry) => JSON.stringify(entry)), ...serverLog];
    expect(search.inText(lines.join('\n'))).toEqual(new Set([CONTROL.name]));
  });

  test('keys rotate: everybody is found by new tokens, and no former token is left', async () => {
    const tokens = async () => {
      const { rows } = await client.query<{ token: string }>(
        'select token::text as token from person_search_token union all select token::text from system_number',
      );
      return rows.map(({ token }) => token);
    };
    const former = await tokens();
    const before = new Set(former);
    const { rows } = await rotateKeys({
      ...{
        system: 'identity',
        databaseUrl,
        keys: openKeyFile(keyFile),
        tables: encryptedTables,
        refreshMs: REFRESH_MS,
      },
      ...{ log: () => undefined, onProgress: () => undefined },
    });
    expect(rows).toBe(persons.length + 2 * records.length + households.length);
    const after = await tokens();
    expect(after).toHaveLength(former.length);
    expect(after.filter((token) => before.has(token))).toEqual([]);
    const encryption = await openIdentityEncryption(databaseUrl, openKeyFile(keyFile));
    expect(encryption.generation()).toBe(2);
    encryption.stop();
    await findEverybody();
  });

  test('a local system whose key file is lost does not start, and makes no other', async () => {
    const opened = await openLocalEncryption(directory, new Map([['identity', databaseUrl]]));
    opened.stop();
    const count = async () => (await client.query('select generation, wrapped_by from encryption_key')).rows;
    const before = await count();
    rmSync(keyFile);
    await expect(openLocalEncryption(directory, new Map([['identity', databaseUrl]]))).rejects.toThrow(
      /missing.*Restore.*--fresh/,
    );
    expect(() => readFileSync(keyFile)).toThrow();
    createKeyFile(keyFile);
    await expect(openLocalEncryption(directory, new Map([['identity', databaseUrl]]))).rejects.toThrow(
      /Restore the right key file/,
    );
    expect(await count()).toEqual(before);
  });
});
