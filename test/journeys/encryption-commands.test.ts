import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import {
  type EmbeddedPostgres,
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../cli/postgres/embeddedPostgres.ts';
import { runMigrations } from '../../subgraphs/kit/database/migrations.ts';
import { openEncryption } from '../../subgraphs/kit/encryption/encryption.ts';
import { createKeyFile, openKeyFile } from '../../subgraphs/kit/encryption/keyFile.ts';
import { clients } from '../../subgraphs/snap/clients.ts';
import { snapSubgraph } from '../../subgraphs/snap/subgraph.ts';
import { eventually } from '../harness/eventually.ts';
import { type CommandResult, runCommand, startCommand } from '../harness/runCommand.ts';
import { runInTerminal } from '../harness/runInTerminal.ts';

const CLIENTS = 1_300;
const nameOf = (at: number) => ({ givenName: `Given ${at}`, familyName: `Family ${at}`, birthDate: '1984-03-07' });

describe('person360 encryption', () => {
  const directory = mkdtempSync(join(tmpdir(), 'p360-encryption-commands-'));
  const keyFile = join(directory, 'keys', 'encryption-snap.json');
  let postgres: EmbeddedPostgres;
  let databaseUrl: string;
  let client: pg.Client;
  let environment: Readonly<Record<string, string>>;

  beforeAll(async () => {
    postgres = await startEmbeddedPostgres({ dataDirectory: directory, settings: { fsync: 'off' } });
    databaseUrl = await postgres.ensureSystem('snap');
    await runMigrations(databaseUrl, snapSubgraph.migrationsDirectory);
    mkdirSync(join(directory, 'keys'));
    const created = await runCommand(['encryption', 'create-key-file', keyFile]);
    expect([created.code, created.stderr]).toEqual([0, '']);
    environment = { SNAP_DATABASE_URL: databaseUrl, PERSON360_ENCRYPTION_KEY_FILE: keyFile };
    client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    const encryption = await openEncryption({
      ...{ system: 'snap', databaseUrl, keys: openKeyFile(keyFile), tables: [clients.name], log: () => undefined },
    });
    const each = Array.from({ length: CLIENTS }, (_, at) => String(at).padStart(6, '0'));
    await client.query(`insert into snap_case values ('C', 'ACTIVE', '000000', '2026-06-01', '2027-05-31', '2027-05-01', null,
      true, 'Peoria', 1, 1, 'CLIENT', 1, 'CLIENT', 0, true)`);
    await client.query(
      `insert into client (client_id, case_number, countable, abawd_status, abawd_countable_months,
         intentional_program_violation, domestic_violence_exclusion, personal, key_generation)
       select *, 'C', true, 'EXEMPT', 0, false, false, null, null from unnest($1::text[])`,
      [each],
    );
    await client.query(
      `update client set personal = v.personal, key_generation = 1
       from unnest($1::text[], $2::bytea[]) as v (id, personal) where client_id = v.id`,
      [each, each.map((id, at) => clients.seal(encryption, [id], nameOf(at)).personal)],
    );
    encryption.stop();
  }, 120_000);
  afterAll(async () => {
    await client.end();
    await postgres.stop();
    await removeEmbeddedPostgres(directory);
    rmSync(directory, { recursive: true, force: true });
  });

  const run = (...args: string[]): Promise<CommandResult> => runCommand(['encryption', ...args], environment);
  /** What the database has, and what is read in it with the key file. */
  async function contents(): Promise<string> {
    const { rows } = await client.query(
      'select client_id, personal, key_generation, g.* from client join encryption_key g on generation = key_generation order by 1',
    );
    return JSON.stringify(rows);
  }
  async function expectEveryName(): Promise<void> {
    const encryption = await openEncryption({
      ...{ system: 'snap', databaseUrl, keys: openKeyFile(keyFile), tables: [clients.name], log: () => undefined },
    });
    const { rows } = await client.query<{ id: string; personal: Buffer }>(
      'select client_id as id, personal from client order by 1',
    );
    expect(rows.map(({ id, personal }) => clients.open(encryption, [id], personal))).toEqual(
      Array.from({ length: CLIENTS }, (_, at) => nameOf(at)),
    );
    encryption.stop();
  }
  async function statusOf(): Promise<unknown> {
    const { code, stdout, stderr } = await run('status', 'snap', '--json');
    expect([code, stderr]).toEqual([0, '']);
    return JSON.parse(stdout);
  }
  /** Without a stack, and without a key. */
  function expectRefusal({ code, stdout, stderr }: CommandResult, message: RegExp): void {
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/ at .*\.(ts|js):\d+/);
    expect(stderr).not.toMatch(/[\w-]{43}/);
  }

  test.each([[[]], [['create-key-file']], [['status']], [['rotate']], [['rewrap']]])(
    '%j --help says what it does',
    async (command) => {
      const { code, stdout } = await runCommand(['encryption', ...command, '--help']);
      expect(code).toBe(0);
      expect(stdout).toMatch(/^Usage: person360 encryption/);
      if (['status', 'rotate', 'rewrap'].includes(command[0] ?? '')) {
        expect(stdout).toContain('<SYSTEM>_DATABASE_URL');
        expect(stdout).toContain('--definition');
      }
    },
    30_000,
  );

  test('a key file is readable by its owner only, and is never replaced', async () => {
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    const before = readFileSync(keyFile, 'utf8');
    expectRefusal(await run('create-key-file', keyFile), /exists. It was not changed/);
    expect(readFileSync(keyFile, 'utf8')).toBe(before);
  }, 30_000);

  test('a system without encrypted data, and one that has not run, are refused with what to do', async () => {
    expectRefusal(await run('status', 'emou'), /emou has no encrypted data. Use one of identity, snap/);
    const nowhere = join(directory, 'nowhere');
    const { SNAP_DATABASE_URL: _, ...others } = environment;
    expectRefusal(
      await runCommand(['encryption', 'status', 'snap', '--data-dir', nowhere], others),
      /No local system has run in .*nowhere.*SNAP_DATABASE_URL/s,
    );
    expectRefusal(await run('rotate', 'snap', '--definition', nowhere), /nowhere does not exist/);
    const empty = join(directory, 'empty.js');
    writeFileSync(empty, 'export const encryptedTables = [{}];');
    expectRefusal(await run('rotate', 'snap', '--definition', empty), /exports no encryptedTables/);
  }, 60_000);

  test('status says which keys there are and what they encrypt, of a local system too', async () => {
    const { code, stdout } = await run('status', 'snap');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Generation 1, wrapped by [\w-]+: 1300 of client\n$/);
    writeFileSync(join(directory, 'encryption.json'), JSON.stringify({ snap: databaseUrl }));
    expect(await runCommand(['encryption', 'status', 'snap', '--data-dir', directory])).toEqual({
      ...{ code: 0, stdout, stderr: '' },
    });
  }, 30_000);

  test('an outside system is named by the module that exports its tables', async () => {
    const module = join(directory, 'tables.js');
    writeFileSync(module, "export const encryptedTables = [{ name: 'client', key: {}, rewrite() {} }];");
    const outside = { SHELTER_DATABASE_URL: databaseUrl, PERSON360_ENCRYPTION_KEY_FILE: keyFile };
    const { code, stdout } = await runCommand(['encryption', 'status', 'shelter', '--definition', module], outside);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^Generation 1, .* 1300 of client\n$/)]);
  }, 30_000);

  describe('a key file that is', () => {
    const other = join(directory, 'other.json');
    test.each([
      ['lost', () => rmSync(other, { force: true }), /other.json does not exist. Nothing was changed. Restore it/],
      ['another one', () => createKeyFile(other), /does not contain the key .*Restore the right key file/s],
      ['damaged', () => writeFileSync(other, '{"current":', { mode: 0o600 }), /is damaged.*Restore it/s],
    ])(
      '%s is refused by rotate and rewrap, and nothing is changed',
      async (_, make, message) => {
        const before = await contents();
        make();
        const file = existsSync(other) ? readFileSync(other, 'utf8') : undefined;
        for (const command of ['rotate', 'rewrap']) {
          const wrong = { ...environment, PERSON360_ENCRYPTION_KEY_FILE: other };
          expectRefusal(await runCommand(['encryption', command, 'snap'], wrong), message);
        }
        expect(await contents()).toBe(before);
        expect(existsSync(other) ? readFileSync(other, 'utf8') : undefined).toBe(file);
        rmSync(other, { force: true });
      },
      60_000,
    );
  });

  test('a rotation that is stopped, then killed among the rows, loses nothing, and continues where it was', async () => {
    const stopped = startCommand(['encryption', 'rotate', 'snap'], environment);
    const waiting = /waiting \d+ s until every running process knows/;
    const told = await eventually(
      async () => stopped.output.stderr,
      (text) => waiting.test(text),
      30_000,
    );
    expect(told).toMatch(waiting);
    stopped.process.kill('SIGINT');
    const { code, stderr } = await stopped.ended;
    expect(code).toBe(1);
    expect(stderr).toContain('Stopped. Every row can be read. Continue: person360 encryption rotate snap');
    expect(await statusOf()).toMatchObject({ generations: [{ rows: { client: CLIENTS } }, { rows: { client: 0 } }] });
    expect((await run('status', 'snap')).stdout).toContain('A rotation has not ended');

    // Somebody else holds a row of the second batch.
    const holder = new pg.Client({ connectionString: databaseUrl });
    await holder.connect();
    await holder.query("begin; select from client where client_id = '000777' for update");
    const killed = startCommand(['encryption', 'rotate', 'snap'], environment);
    const half = { generations: [{ rows: { client: CLIENTS - 500 } }, { rows: { client: 500 } }] };
    const rewritten = () => client.query('select from client where key_generation = 2');
    await eventually(rewritten, ({ rowCount }) => rowCount === 500, 60_000);
    expect(await statusOf()).toMatchObject(half);
    killed.process.kill('SIGKILL');
    await killed.ended;
    await holder.end();
    expect(await statusOf()).toMatchObject(half);
    await expectEveryName();

    const resumed = await run('rotate', 'snap');
    expect(resumed.stdout).toBe(
      'An interrupted rotation was completed. 1300 rows of snap have keys of generation 2. The former keys were removed.\n',
    );
    expect(resumed.stderr).toBe('');
    expect(await statusOf()).toMatchObject({ generations: [{ generation: 2, rows: { client: CLIENTS } }] });
    await expectEveryName();
  }, 180_000);

  test('a rotation in a terminal shows how far it is', async () => {
    const { code, output } = await runInTerminal(['encryption', 'rotate', 'snap'], environment);
    expect(output).toMatch(/waiting \d+ s until every running process knows the new key/);
    expect(output).toMatch(/ 0% \| 0 of 1300 rows \| /);
    expect(output).toMatch(/ 100% \| 1300 of 1300 rows \| /);
    expect([code, output]).toEqual([0, expect.stringContaining('1300 rows of snap have keys of generation 3.')]);
    await expectEveryName();
  }, 90_000);

  test('rewrap replaces the key in the file; no row is changed, and the former file opens nothing', async () => {
    const former = join(directory, 'former.json');
    writeFileSync(former, readFileSync(keyFile), { mode: 0o600 });
    const rows = 'select md5(string_agg(t::text, chr(10) order by client_id)) as rows from client t';
    const before = (await client.query(rows)).rows;
    const { code, stdout } = await run('rewrap', 'snap');
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^The keys of snap are wrapped by .*Make a new backup/s)]);
    expect((await client.query(rows)).rows).toEqual(before);
    await expectEveryName();
    const wrong = { ...environment, PERSON360_ENCRYPTION_KEY_FILE: former };
    expectRefusal(await runCommand(['encryption', 'rewrap', 'snap'], wrong), /does not contain the key/);
    // JSON of the command.
    const { generations } = (await statusOf()) as { generations: { wrappedBy: string }[] };
    expect(Object.keys(JSON.parse(readFileSync(keyFile, 'utf8')).keys)).toEqual(
      generations.map((each) => each.wrappedBy),
    );
  }, 60_000);
});
