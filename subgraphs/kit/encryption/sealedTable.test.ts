import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { statement } from '../database/statement.ts';
// An agency outside this repository installs the kit: what it needs is in the package.
import {
  type RunningSubgraph,
  readEncryptionStatus,
  rotateKeys,
  type SubgraphDefinition,
  type SubgraphSystem,
  sealedTable,
} from '../index.ts';
import { execute, startTestSystems, type TestSystem, type TestSystems } from '../testing/testSystems.ts';
import { type Encryption, openEncryption } from './encryption.ts';

const REFRESH_MS = 300;

const guests = sealedTable({
  name: 'guest',
  key: { shelter: 'text', guest_id: 'bigint' },
  column: 'personal',
  values: ['given', 'family', 'birthDate'],
  tokens: {
    name_token: ({ given, family }) => (family === null ? null : `${family} ${given ?? ''}`.trim().toUpperCase()),
  },
});

interface StoredGuest {
  readonly shelter: string;
  readonly id: string;
  readonly personal: Buffer | null;
}

const schema = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@policy"])
  type Query { guests(family: String!, given: String): [Guest!] @policy(policies: [["shelter.guests"]]) }
  type Guest @policy(policies: [["shelter.guests"]]) { id: ID given: String birthDate: String }`;

const byName = statement<StoredGuest>(
  'shelter.byName',
  'select shelter, guest_id::text as id, personal from guest where name_token = any($1::bytea[]) order by 1, 2',
);

const directory = mkdtempSync(join(tmpdir(), 'p360-shelter-'));
writeFileSync(
  join(directory, '001-tables.sql'),
  `create table encryption_key (
     generation integer primary key check (generation > 0), wrapped_by text not null, data_key bytea not null,
     token_key bytea not null, writes_from timestamptz not null
   );
   create table guest (
     shelter text, guest_id bigint, bed integer not null, personal bytea, name_token bytea,
     key_generation integer references encryption_key, primary key (shelter, guest_id),
     check ((personal is null) = (key_generation is null))
   );`,
);

const shelter: SubgraphDefinition = {
  name: 'shelter',
  schema,
  migrationsDirectory: directory,
  encryptedTables: [guests],
  createLoaders: () => ({}),
  resolvers: {
    Query: {
      // The context is the kit's, and the arguments are those of the schema above.
      async guests(_: unknown, name: { family: string; given?: string }, { system }: { system: SubgraphSystem }) {
        const tokens = guests.searchTokens(system.encryption, 'name_token', name);
        const rows = await system.database.rows(byName, [tokens]);
        return rows.map(({ id, shelter: place, personal }) => ({
          id,
          ...guests.open(system.encryption, [place, id], personal),
        }));
      },
    },
  },
};

describe('a system that declares a table with encrypted values', () => {
  let systems: TestSystems;
  let system: TestSystem;
  let running: RunningSubgraph;
  let encryption: Encryption;
  const people = Array.from({ length: 700 }, (_, at) => ({
    id: String(at),
    given: at % 2 === 0 ? `Given-${at}` : null,
    family: `Family-${at}`,
    birthDate: '1984-03-07',
  }));

  beforeAll(async () => {
    systems = await startTestSystems();
    system = await systems.start(
      shelter,
      async (databaseUrl) => {
        encryption = await openEncryption({
          ...{ system: 'shelter', databaseUrl, keys: systems.keyEncryption, tables: [guests.name] },
          log: () => undefined,
          refreshMs: REFRESH_MS,
        });
        const client = new pg.Client({ connectionString: databaseUrl });
        await client.connect();
        for (const { id, ...personal } of people) {
          const columns = {
            shelter: 'Peoria',
            guest_id: id,
            bed: 1,
            ...guests.seal(encryption, ['Peoria', id], personal),
          };
          const names = Object.keys(columns);
          await client.query(
            `insert into guest (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
            Object.values(columns),
          );
        }
        // Nothing is known of this one but the bed.
        await client.query("insert into guest (shelter, guest_id, bed) values ('Peoria', 9999, 2)");
        await client.end();
      },
      { limits: { keyRefreshMs: REFRESH_MS } },
    );
    running = system.running;
  }, 60_000);
  afterAll(async () => {
    encryption.stop();
    await systems.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  async function find(variables: object): Promise<unknown> {
    const query =
      'query ($family: String!, $given: String) { guests(family: $family, given: $given) { id given birthDate } }';
    const { codes, data } = await system.ask(['shelter.guests'], query, { ...variables });
    expect(codes).toEqual([]);
    return data;
  }
  async function stored(): Promise<readonly StoredGuest[]> {
    const client = new pg.Client({ connectionString: system.databaseUrl });
    await client.connect();
    const { rows } = await client.query<StoredGuest>('select shelter, guest_id::text as id, personal from guest');
    await client.end();
    return rows;
  }
  const guest = (at: number) => ({ id: String(at), given: people[at]?.given, birthDate: '1984-03-07' });

  test('finds a row by its token, however the name is written, and reads it', async () => {
    expect(running.name).toBe('shelter');
    expect(await find({ family: 'family-8', given: 'GIVEN-8' })).toEqual({ guests: [guest(8)] });
    expect(await find({ family: 'FAMILY-9' })).toEqual({ guests: [guest(9)] });
    expect(await find({ family: 'Family-8' })).toEqual({ guests: [] });
  });

  test('stores no value in clear text, and no length of one', async () => {
    const sealed = (await stored()).flatMap(({ personal }) => (personal === null ? [] : [personal]));
    expect(sealed).toHaveLength(people.length);
    expect(sealed.filter((each) => /Family|Given|1984/.test(each.toString('latin1')))).toEqual([]);
    expect(new Set(sealed.map(({ length }) => length)).size).toBe(1);
  });

  test('opens a value in its own row only; a row without values has none', async () => {
    const [one, other] = await stored();
    if (one === undefined || other === undefined) throw new Error('There are no rows.');
    expect(guests.open(encryption, [one.shelter, one.id], one.personal).family).toBe(`Family-${one.id}`);
    expect(() => guests.open(encryption, [other.shelter, other.id], one.personal)).toThrow();
    expect(guests.open(encryption, ['Peoria', '9999'], null)).toEqual({ given: null, family: null, birthDate: null });
  });

  test('keys rotate while it runs: every row gets new values and tokens, and is found as before', async () => {
    const progress: number[] = [];
    const rotated = await rotateKeys({
      ...{ system: 'shelter', databaseUrl: system.databaseUrl, keys: systems.keyEncryption, tables: [guests] },
      ...{ log: () => undefined, refreshMs: REFRESH_MS },
      onProgress: (done, total) => progress.push(done / total),
    });
    expect(rotated).toEqual({ generation: 2, rows: people.length, resumed: false });
    expect([progress[0], progress.at(-1)]).toEqual([0, 1]);
    const { generations } = await readEncryptionStatus(system.databaseUrl, [guests]);
    expect(generations).toMatchObject([{ generation: 2, rows: { guest: people.length } }]);
    for (const at of [0, 6, 699]) {
      const { family = '', given = null } = people[at] ?? {};
      expect(await find({ family, given })).toEqual({ guests: [guest(at)] });
    }
  });

  test('whoever searches by a column without tokens is told so', () => {
    expect(() => guests.searchTokens(encryption, 'bed', {})).toThrow('guest declares no tokens in bed');
  });

  test('a database with clear rows only gets keys; one whose encrypted rows have lost theirs does not', async () => {
    await execute(
      system.databaseUrl,
      'alter table guest drop constraint guest_key_generation_fkey; truncate encryption_key',
    );
    const open = () =>
      openEncryption({
        ...{ system: 'shelter', databaseUrl: system.databaseUrl, keys: systems.keyEncryption, tables: [guests.name] },
        log: () => undefined,
      });
    await expect(open()).rejects.toThrow(/none of their keys/);
    await execute(system.databaseUrl, 'update guest set personal = null, name_token = null, key_generation = null');
    const opened = await open();
    expect(opened.generation()).toBe(1);
    opened.stop();
  });
});
