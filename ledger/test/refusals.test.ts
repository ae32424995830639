import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import type { Ledger } from '../append/appender.ts';
import { LedgerUnfit } from '../ledgerErrors.ts';
import { type LedgerOptions, openLedger } from '../openLedger.ts';
import { createLedgerLogin } from '../postgres/installLedger.ts';
import { type LedgerDatabase, startLedgerDatabase } from './ledgerDatabase.ts';
import { verifyStored } from './verifiedExport.ts';

const { privateKey: signingKey } = generateKeyPairSync('ed25519');
const entry = (body: string) => ({ body, time: new Date('2026-03-02T08:00:00Z'), indexes: {} });

let database: LedgerDatabase;

beforeAll(async () => {
  database = await startLedgerDatabase();
}, 60_000);

afterAll(async () => {
  await database.stop();
}, 60_000);

let trees = 0;
const newOrigin = (): string => `ledger.example.gov/refusals-${trees++}`;

const open = (options: Partial<LedgerOptions> = {}): Promise<Ledger> =>
  openLedger({
    connectionString: database.writerUrl(),
    origin: newOrigin(),
    holder: 'gateway',
    signingKey,
    ...options,
  });

/** Returns the SQLSTATE with which a statement fails. */
async function failureOf(connectionString: string, statement: string): Promise<string> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(statement);
    return 'it succeeded';
  } catch (error) {
    return error instanceof pg.DatabaseError ? (error.code ?? '') : String(error);
  } finally {
    await client.end();
  }
}

const INSUFFICIENT_PRIVILEGE = '42501';
const APPEND_ONLY = 'LE009';

describe('nobody rewrites the log', () => {
  test.each([
    'update ledger.entry set requester = null',
    'delete from ledger.entry',
    'delete from ledger.entry_sort',
    'truncate ledger.entry',
    'delete from ledger.tile',
    'update ledger.checkpoint set note = note',
    'truncate ledger.tree cascade',
    'delete from ledger.tree',
    'update ledger.tree set size = size - 1',
    'update ledger.tree set root = sha256(root)',
    `set session_replication_role = replica; delete from ledger.entry`,
    `set role ledger_owner; update ledger.entry set requester = null`,
  ])('not even a superuser: %s', async (statement) => {
    const ledger = await open();
    await ledger.append([entry('{}')]);
    await ledger.close();
    expect(await failureOf(database.adminUrl(), statement)).toBe(APPEND_ONLY);
  });

  test('nor through a partition', async () => {
    const { rows } = await database.asAdmin((admin) =>
      admin.query<{ name: string }>(`select inhrelid::regclass::text as name from pg_inherits
                                     where inhparent = 'ledger.entry'::regclass`),
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { name } of rows) {
      for (const statement of [`delete from ${name}`, `truncate ${name}`, `update ${name} set requester = null`]) {
        expect(await failureOf(database.adminUrl(), statement)).toBe(APPEND_ONLY);
      }
    }
  });

  test.each([
    'select * from ledger.entry',
    'select * from ledger.tree',
    `insert into ledger.entry (tree_id, leaf_index, month, recorded_at, body) values (1, 1, now(), now(), '{}')`,
    'update ledger.tree set size = 0',
    'drop table ledger.entry',
    `select ledger.ensure_month('2030-01-01')`,
    `select ledger.detach_month('2030-01-01')`,
    'create table ledger.mine (n int)',
    'set role ledger_owner',
    'alter table ledger.entry disable trigger all',
  ])('the writer may not: %s', async (statement) => {
    expect(await failureOf(database.writerUrl(), statement)).toBe(INSUFFICIENT_PRIVILEGE);
  });

  test.each([
    'delete from ledger.entry',
    `select ledger.claim('x', 'y', gen_random_uuid(), '1s')`,
    'select lease_token from ledger.tree',
  ])('the reader may not: %s', async (statement) => {
    expect(await failureOf(database.readerUrl(), statement)).toBe(INSUFFICIENT_PRIVILEGE);
  });

  test('an archived month leaves a log that still verifies, and cannot be the one being written', async () => {
    const origin = newOrigin();
    const ledger = await open({ origin });
    const at = (iso: string, count: number) =>
      ledger.append(
        Array.from({ length: count }, (_, n) => ({ body: `{"n":${n}}`, time: new Date(iso), indexes: {} })),
      );
    await at('2001-01-15T00:00:00Z', 300);
    await at('2001-02-15T00:00:00Z', 300);
    await at('2001-03-15T00:00:00Z', 10);
    expect(await failureOf(database.adminUrl(), `select ledger.detach_month('2001-03-01')`)).toBe('LE010');
    await database.asAdmin((admin) => admin.query(`select ledger.detach_month('2001-01-01')`));
    await ledger.append([entry('{}')]);
    await ledger.close();
    const { verifierKey } = await open({ origin }).then(async (again) => {
      await again.close();
      return again;
    });
    // 300 entries are missing: all of the first bundle and part of the second, so it counts as archived too.
    const { rows } = await database.asAdmin((admin) =>
      admin.query(
        `select first_index from ledger.tree_month join ledger.tree using (tree_id)
                   where origin = $1 and tree_month.month = '2001-02-01'`,
        [origin],
      ),
    );
    expect(rows).toEqual([{ first_index: '300' }]);
    expect(await verifyStored(database, origin, verifierKey, { entriesFrom: 300 })).toMatchObject({ ok: true });
  });
});

describe('start-up refuses', () => {
  const problemsOf = async (options: Partial<LedgerOptions>): Promise<readonly string[]> => {
    try {
      await (await open(options)).close();
      return [];
    } catch (error) {
      if (error instanceof LedgerUnfit) return error.problems;
      throw error;
    }
  };

  test('a superuser, the reader, and a writer with any right more', async () => {
    expect(await problemsOf({ connectionString: database.adminUrl() })).toContain('the role is a superuser');
    await database.asAdmin(async (admin) => {
      await createLedgerLogin(admin, { name: 'extra', password: 'extra', access: 'writer' });
    });
    const url = new URL(database.writerUrl());
    url.username = 'extra';
    url.password = 'extra';
    const extra = { connectionString: url.href };
    expect(await problemsOf(extra)).toEqual([]);
    for (const [grant, revoke, problem] of [
      [
        'grant delete on ledger.entry to extra',
        'revoke delete on ledger.entry from extra',
        'the role has a privilege on ledger.entry',
      ],
      [
        'grant select (note) on ledger.tree to extra',
        'revoke select (note) on ledger.tree from extra',
        'the role has a privilege on ledger.tree',
      ],
      ['grant ledger_reader to extra', 'revoke ledger_reader from extra', 'the role is a member of ledger_reader'],
      ['grant ledger_owner to extra', 'revoke ledger_owner from extra', 'the role is a member of ledger_owner'],
      [
        'grant execute on function ledger.detach_month to public',
        'revoke execute on function ledger.detach_month from public',
        'the role may execute ledger.detach_month',
      ],
      [
        'grant create on schema ledger to extra',
        'revoke create on schema ledger from extra',
        'the role may create objects in the schema ledger',
      ],
      ['alter role extra createrole', 'alter role extra nocreaterole', 'the role is able to create roles'],
      [
        'alter role extra set synchronous_commit = off',
        'alter role extra reset synchronous_commit',
        'synchronous_commit is off for this role',
      ],
      [
        'alter table ledger.entry disable trigger append_only',
        'alter table ledger.entry enable always trigger append_only',
        'ledger.entry can be changed: its append-only trigger is missing or switched off',
      ],
    ] as const) {
      await database.asAdmin((admin) => admin.query(grant));
      expect(await problemsOf(extra)).toContain(problem);
      await database.asAdmin((admin) => admin.query(revoke));
      expect(await problemsOf(extra)).toEqual([]);
    }
  });

  /** Does what a malicious database administrator can do. */
  const behindTheTriggers = (table: string, statement: string, values: unknown[]) =>
    database.asAdmin(async (admin) => {
      await admin.query(`alter table ${table} disable trigger all`);
      await admin.query(statement, values);
      await admin.query(`alter table ${table} enable always trigger append_only`);
      if (table === 'ledger.tree') await admin.query(`alter table ${table} enable always trigger no_rewind`);
    });
  const TREE = '(select tree_id from ledger.tree where origin = $1)';

  async function filledTree(): Promise<{ readonly origin: string; readonly note: string }> {
    const ledger = await open();
    await ledger.append(Array.from({ length: 600 }, (_, n) => entry(`{"n":${n}}`)));
    await ledger.close();
    return { origin: ledger.origin, note: ledger.note ?? '' };
  }

  test('a tree whose last entries are not those of its root', async () => {
    const { origin } = await filledTree();
    const forge = `update ledger.entry set body = '{}' where leaf_index = 599 and tree_id = ${TREE}`;
    await behindTheTriggers('ledger.entry', forge, [origin]);
    expect(await problemsOf({ origin })).toEqual(['the stored root does not fit the last entries of the tree of 600']);
  });

  test('a tree with an entry gone from its end, or a tile', async () => {
    const one = await filledTree();
    await behindTheTriggers('ledger.entry', `delete from ledger.entry where leaf_index = 550 and tree_id = ${TREE}`, [
      one.origin,
    ]);
    expect(await problemsOf({ origin: one.origin })).toEqual([expect.stringContaining('missing')]);
    const other = await filledTree();
    await behindTheTriggers('ledger.tile', `delete from ledger.tile where tree_id = ${TREE}`, [other.origin]);
    expect(await problemsOf({ origin: other.origin })).toEqual([expect.stringContaining('not all there')]);
  });

  test('a head that its key has not signed', async () => {
    const { origin } = await filledTree();
    const other = generateKeyPairSync('ed25519').privateKey;
    expect(await problemsOf({ origin, signingKey: other })).toEqual([expect.stringContaining('unknown-key')]);
    const ledger = await open({ origin });
    await ledger.close();
    // A changed key is accepted if the former one is given.
    const successor = await open({ origin, signingKey: other, formerKeys: [ledger.verifierKey] });
    await successor.append([entry('{}')]);
    await successor.close();
  });

  test('an old backup put in the place of a tree', async () => {
    const { origin, note } = await filledTree();
    expect(await problemsOf({ origin, lastKnownNote: note })).toEqual([]);
    const rewind = `update ledger.tree set size = 0, note = null, root = sha256('') where origin = $1`;
    await behindTheTriggers('ledger.tree', rewind, [origin]);
    expect(await problemsOf({ origin, lastKnownNote: note })).toEqual([
      'the tree has 0 entries, but 600 are known to exist',
    ]);
  });
});
