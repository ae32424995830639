import { createSecretKey, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { personReference } from '../../schema/personReference.ts';
import { auditMigrationsDirectory, createAuditSubgraph } from '../../subgraphs/audit/subgraph.ts';
import { suspensionTable } from '../../subgraphs/audit/suspensionTable.ts';
import { type EmouTestBed, startEmouTestBed } from '../../subgraphs/emou/testing/emouTestBed.ts';
import { createAdministrationLog } from '../../subgraphs/kit/administration/administrationLog.ts';
import { runMigrations } from '../../subgraphs/kit/migrations.ts';
import { type RunningSubgraph, startSubgraph } from '../../subgraphs/kit/startSubgraph.ts';
import { askSubgraph } from '../../subgraphs/kit/testing/askSubgraph.ts';

const personId = '3f0c8f0e-0000-4000-8000-000000000001';
const personKey = { epoch: 'test', secret: createSecretKey(randomBytes(32)) };
const reference = personReference(personKey, personId);

let bed: EmouTestBed;
let admin: pg.Client;
let trees = 0;
beforeAll(async () => {
  bed = await startEmouTestBed();
  await runMigrations(bed.testLog.auditUrl, auditMigrationsDirectory);
  admin = new pg.Client({ connectionString: bed.testLog.adminUrl });
  await admin.connect();
}, 60_000);
afterAll(async () => {
  await admin?.end();
  await bed?.stop();
});
/** Every test has a tree of its own and an empty table. */
beforeEach(async () => {
  trees += 1;
  await tamper('TRUNCATE audit.suspension RESTART IDENTITY', 'UPDATE audit.suspension_log SET size = 0');
});

const administration = () => ({ ...bed.testLog.settings, origin: `test.example/audit-${trees}` });

/** Runs statements as an administrator who switches the triggers off for it. */
async function tamper(...statements: readonly string[]): Promise<void> {
  await admin.query('ALTER TABLE audit.suspension DISABLE TRIGGER ALL');
  for (const text of statements) await admin.query(text);
  await admin.query('ALTER TABLE audit.suspension ENABLE TRIGGER ALL');
}

const startAudit = (): Promise<RunningSubgraph> =>
  startSubgraph(
    createAuditSubgraph({ catalogue: bed.catalogue, personKeys: [personKey], administration: administration() }),
    {
      databaseUrl: bed.testLog.auditUrl,
      port: 0,
      grantJwksUrl: bed.grantJwksUrl,
      clock: bed.clock,
      log: (entry) => bed.log.push(entry),
    },
  );

/** Runs `work` with an audit system, which is stopped then. */
async function withAudit<Result>(work: (url: string) => Promise<Result>): Promise<Result> {
  const audit = await startAudit();
  return await work(audit.url).finally(() => audit.stop());
}

const ask = (url: string, query: string, variables = {}) =>
  askSubgraph(url, bed.grant({ aud: 'audit', agency: 'DOIT', roles: ['AUDITOR'], purpose: 'AUDIT' }), query, variables);

const suspend = (url: string, input = {}) =>
  ask(url, 'mutation ($input: SuspendAccountingInput!) { suspendAccounting(input: $input) { suspension { oral } } }', {
    input: {
      ...{ personId, recipientAgency: 'DCFS', until: new Date(Date.now() + 86_400_000).toISOString() },
      ...{ oral: true, reference: 'DCFS file 17/26' },
      ...input,
    },
  });

const suspensions = async (url: string): Promise<unknown> =>
  (await ask(url, 'query ($id: ID) { suspensions(personId: $id) { recipientAgency } }', { id: personId })).data;

const oneSuspension = { suspensions: [{ recipientAgency: 'DCFS' }] };

async function entries() {
  const log = createAdministrationLog(administration(), [suspensionTable]);
  return await log.readAll().finally(() => log.close());
}

const rows = async () =>
  (await admin.query<{ suspension_id: string }>('SELECT * FROM audit.suspension ORDER BY suspension_id')).rows;

describe('a suspension of the accounting', () => {
  test('is an entry of the log, which names who entered it and never the person', async () => {
    await withAudit(async (url) => {
      expect((await suspend(url)).data).toEqual({ suspendAccounting: { suspension: { oral: true } } });
      expect(await suspensions(url)).toEqual(oneSuspension);
    });
    const log = await entries();
    expect(log).toMatchObject([
      {
        ...{ seq: 1, event: 'suspension', table: 'suspension' },
        by: { agency: 'DOIT', subject: 'officer@doit.example' },
        row: { person: `\\x${reference.toString('hex')}`, recipient_agency: 'DCFS', reference: 'DCFS file 17/26' },
      },
    ]);
    expect(JSON.stringify(log)).not.toContain(personId);
  });

  test('is refused when its reference names the person, because the log would show it', async () => {
    await withAudit(async (url) => {
      const { codes } = await suspend(url, { reference: `file ${personId.toUpperCase()}` });
      expect(codes).toEqual(['BAD_USER_INPUT']);
    });
    expect(await entries()).toEqual([]);
  });

  test('takes no effect when the log cannot be written, and the caller is told so', async () => {
    await withAudit(async (url) => {
      await admin.query('ALTER ROLE ledger_register NOLOGIN');
      await admin.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'ledger_register'");
      const refused = await suspend(url);
      await admin.query('ALTER ROLE ledger_register LOGIN');
      expect(refused.codes).toEqual(['AUDIT_UNAVAILABLE']);
      expect(await rows()).toEqual([]);
      await suspend(url);
      expect(await suspensions(url)).toEqual(oneSuspension);
    });
  });

  test('that is deleted with the triggers off is still found by the running system, which enters no other', async () => {
    await withAudit(async (url) => {
      await suspend(url);
      await tamper('DELETE FROM audit.suspension');
      expect(await suspensions(url)).toEqual(oneSuspension);
      expect((await suspend(url)).codes).toEqual(['INTERNAL_SERVER_ERROR']);
      expect(await entries()).toHaveLength(1);
      expect(bed.log.some(({ event }) => event.includes('missing from the table'))).toBe(true);
    });
  });

  test.each([
    ['deleted', ['DELETE FROM audit.suspension'], 'row 1 of suspension is in the log but missing from the table'],
    ['changed', ["UPDATE audit.suspension SET ends_at = starts_at + interval '1 s'"], 'is not as the log recorded it'],
    [
      'added',
      [
        `INSERT INTO audit.suspension (person, recipient_agency, starts_at, ends_at, oral, reference, entered_by)
         SELECT person, 'HFS', starts_at, ends_at, oral, reference, entered_by FROM audit.suspension`,
      ],
      'row 2 of suspension is not in the log',
    ],
    ['counted too often', ['UPDATE audit.suspension_log SET size = size + 1'], 'of the log, which has 1'],
  ])('that is %s by SQL keeps the audit system from starting', async (_, statements, message) => {
    await withAudit(suspend);
    await tamper(...statements);
    await expect(startAudit()).rejects.toThrow(message);
  });

  test('whose commit failed after its entry is written into the table by the next start', async () => {
    await withAudit(async (url) => {
      await admin.query(`CREATE FUNCTION audit.fail_commit() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'the database has died'; END $$`);
      await admin.query(`CREATE CONSTRAINT TRIGGER fail_commit AFTER UPDATE ON audit.suspension_log
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.fail_commit()`);
      const failed = await suspend(url);
      await admin.query('DROP FUNCTION audit.fail_commit CASCADE');
      expect(failed.data).toEqual({ suspendAccounting: null });
    });
    expect(await rows()).toEqual([]);
    await withAudit(async (url) => {
      expect(await rows()).toHaveLength(1);
      expect(await suspensions(url)).toEqual(oneSuspension);
      expect((await suspend(url, { recipientAgency: 'HFS' })).codes).toEqual([]);
    });
    expect((await entries()).map(({ seq, row }) => ({ seq, id: row.suspension_id }))).toEqual([
      { seq: 1, id: 1 },
      { seq: 2, id: 2 },
    ]);
  });

  test('is restored from the log alone when the table is empty', async () => {
    await withAudit(suspend);
    const before = await rows();
    await tamper('TRUNCATE audit.suspension', 'UPDATE audit.suspension_log SET size = 0');
    await withAudit(async (url) => expect(await suspensions(url)).toEqual(oneSuspension));
    expect(await rows()).toEqual(before);
  });

  test('that is older than the log is taken over once, marked as imported', async () => {
    await withAudit(suspend);
    trees += 1;
    await tamper('UPDATE audit.suspension_log SET size = 0');
    await withAudit(async (url) => expect(await suspensions(url)).toEqual(oneSuspension));
    await withAudit(async (url) => expect(await suspensions(url)).toEqual(oneSuspension));
    expect(await entries()).toMatchObject([
      { imported: true, by: { agency: 'DOIT', subject: 'officer@doit.example' } },
    ]);
  });
});
