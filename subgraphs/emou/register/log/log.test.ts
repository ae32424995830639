import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { runCommand } from '../../../../test/harness/runCommand.ts';
import { seedConsents } from '../../seed/seedConsents.ts';
import { askAccess, askApproval, askEmou, askRevocation } from '../../testing/askEmou.ts';
import { startEmouProcess } from '../../testing/emouProcess.ts';
import { type EmouTestBed, startEmouTestBed } from '../../testing/emouTestBed.ts';
import { readFeed } from '../../testing/readFeed.ts';

let bed: EmouTestBed;
beforeAll(async () => {
  bed = await startEmouTestBed();
}, 60_000);
afterAll(() => bed?.stop());
beforeEach(async () => {
  await bed.stopEmous();
  await bed.clearRegister();
  bed.log.length = 0;
});

const heartbeatMs = 50;
const checkEveryMs = 200;
const feedLimits = { heartbeatMs, checkEveryMs };

/** Runs statements as an administrator who switches triggers off for it, as in the attack. */
async function tamper(table: string, ...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: bed.postgres.superuserUrl('emou') });
  await client.connect();
  try {
    await client.query(`ALTER TABLE ${table} DISABLE TRIGGER ALL`);
    for (const text of statements) await client.query(text);
    await client.query(`ALTER TABLE ${table} ENABLE TRIGGER ALL`);
  } finally {
    await client.end();
  }
}

/** SNAP for DCFS was approved, and revoked. */
async function revokedApproval(url: string): Promise<string> {
  const idhs = bed.grant({ agency: 'IDHS' });
  const { ids } = await askAccess(url, bed.grant());
  const { approval } = await askApproval(url, idhs, ids[0]);
  const { message } = await askRevocation(url, idhs, approval?.id);
  expect(message).toBeUndefined();
  return approval?.id ?? '';
}

const entries = () => bed.testLog.open().readAll();
const originOf = (url: string) => new URL(url).origin;
const feedStatus = async (url: string): Promise<number> => {
  const headers = { authorization: `Bearer ${bed.gatewayGrant()}` };
  const { status, body } = await fetch(new URL('/feed', url), { headers });
  await body?.cancel();
  return status;
};
const readApprovals = async (url: string) => {
  const feed = await readFeed(originOf(url), bed.gatewayGrant());
  const { approvals } = await feed.snapshot(() => true).finally(() => feed.close());
  return approvals;
};

const person = '3f0c8f0e-0000-4000-8000-000000000001';
const gateway = () => bed.grant({ agency: 'DOIT', roles: ['GATEWAY'], sub: undefined });
const facts = async (url: string) => {
  const { data, code } = await askEmou<{ consentFacts: { personId: string }[] | null } | null>(
    url,
    gateway(),
    `query ($ids: [ID!]!) { consentFacts(personIds: $ids, agency: DCFS, purpose: FOSTER_CARE_CASE,
       datasets: ["medicaid.clinical"]) { personId dataset } }`,
    { ids: [person] },
  );
  return code ?? data?.consentFacts?.length;
};

const register = async () => ({
  events: await bed.sql('SELECT * FROM agreement_event ORDER BY event_number'),
  agreements: await bed.sql('SELECT * FROM agreement ORDER BY agreement_id'),
  phases: await bed.sql('SELECT * FROM agreement_phase ORDER BY agreement_id, starts_at'),
  consents: await bed.sql('SELECT * FROM consent ORDER BY consent_id'),
  days: await bed.sql('SELECT * FROM proclaimed_day ORDER BY day'),
});

/** `person360 emou rebuild` with the settings of emou. */
const rebuild = (...options: readonly string[]) => rebuildIn({}, ...options);
async function rebuildIn(settings: Readonly<Record<string, string>>, ...options: readonly string[]) {
  const { connectionString, origin, signingKey } = bed.testLog.settings;
  const keyFile = join(bed.directory, 'log-key.pem');
  await writeFile(keyFile, signingKey, { mode: 0o600 });
  return await runCommand(['emou', 'rebuild', ...options], {
    EMOU_DATABASE_URL: bed.databaseUrl,
    PERSON360_LEDGER_DATABASE_URL: connectionString,
    PERSON360_LEDGER_ORIGIN: origin,
    PERSON360_LEDGER_SIGNING_KEY_FILE: keyFile,
    ...settings,
  });
}

async function until(condition: () => boolean | Promise<boolean>, patienceMs = 15_000): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('It did not come about in time.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** What an attacker would do to open a revoked approval again: no trace of the revocation is left in the register. */
const eraseRevocation = (id: string) => [
  `DELETE FROM agreement_event WHERE agreement_id = '${id}' AND move->>'kind' = 'REVOKE'`,
  "UPDATE register SET index_rules = '', log_size = log_size",
];

describe('every decision is in the log', () => {
  test('a move is an entry that names the approval, who made it, and the row of the register', async () => {
    const { url } = await bed.startEmou({ feedLimits });
    const id = await revokedApproval(url);
    const log = await entries();
    expect(log.map(({ seq, event, approval }) => ({ seq, event, approval }))).toEqual(
      [1, 2, 3, 4].map((seq) => ({ seq, event: 'agreement-move', approval: id })),
    );
    expect(log.at(-1)).toMatchObject({
      kind: 'administration',
      v: 1,
      by: { agency: 'IDHS', subject: 'officer@idhs.example' },
      table: 'agreement_event',
      row: { agreement_id: id, sequence: 4, move: { kind: 'REVOKE' }, why: 'The agency no longer needs it.' },
    });
  });

  test('a move that is refused is none', async () => {
    const { url } = await bed.startEmou({ feedLimits });
    const { code } = await askApproval(url, bed.grant({ agency: 'HFS' }), '00000000-0000-4000-8000-000000000000');
    expect(code).toBe('NOT_FOUND');
    expect(await entries()).toEqual([]);
  });

  test('when the log cannot be written, nothing is decided, and the caller is told so', async () => {
    const { url } = await bed.startEmou({ feedLimits });
    const admin = new pg.Client({ connectionString: bed.testLog.adminUrl });
    await admin.connect();
    await admin.query('ALTER ROLE ledger_register NOLOGIN');
    await admin.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'ledger_register'");
    const refused = await askAccess(url, bed.grant());
    await admin.query('ALTER ROLE ledger_register LOGIN');
    await admin.end();
    expect(refused.code).toBe('AUDIT_UNAVAILABLE');
    expect(await bed.sql('SELECT 1 FROM agreement_event')).toEqual([]);
    expect((await askAccess(url, bed.grant())).ids).toHaveLength(1);
  });
});

describe('a move that is in the log, but whose commit failed,', () => {
  /** As if the process or the database had died between the entry and the commit. */
  const failCommits = (fails: boolean) =>
    tamper(
      'register',
      ...(fails
        ? [
            `CREATE FUNCTION fail_commit() RETURNS trigger LANGUAGE plpgsql AS
             $$ BEGIN RAISE EXCEPTION 'the database has died'; END $$`,
            `CREATE CONSTRAINT TRIGGER fail_commit AFTER UPDATE OF log_size ON register DEFERRABLE INITIALLY DEFERRED
             FOR EACH ROW EXECUTE FUNCTION fail_commit()`,
          ]
        : ['DROP FUNCTION fail_commit CASCADE']),
    );

  test('is written into the register before anything else, once: a revocation is never undone', async () => {
    const { url } = await bed.startEmou({ feedLimits });
    const idhs = bed.grant({ agency: 'IDHS' });
    const { ids } = await askAccess(url, bed.grant());
    const { approval } = await askApproval(url, idhs, ids[0]);
    const id = approval?.id ?? '';
    expect(await readApprovals(url)).toHaveLength(1);
    await failCommits(true);
    const failed = await askRevocation(url, idhs, id);
    expect(failed.approval).toBeUndefined();
    expect(await bed.sql("SELECT 1 FROM agreement_event WHERE move->>'kind' = 'REVOKE'")).toEqual([]);
    expect((await entries()).at(-1)?.row.move).toMatchObject({ kind: 'REVOKE' });
    // Until the register can be written, no word is signed that says the access is open.
    const during = await fetch(new URL('/feed', url), { headers: { authorization: `Bearer ${bed.gatewayGrant()}` } });
    expect(during.status).toBe(503);
    await failCommits(false);
    await until(async () => (await readApprovals(url).catch(() => [undefined])).length === 0);
    expect(await bed.sql("SELECT 1 FROM agreement_event WHERE move->>'kind' = 'REVOKE'")).toHaveLength(1);
    expect((await askRevocation(url, idhs, id)).code).toBeDefined();
    expect(await entries()).toHaveLength(4);
  });

  test('is written into the register by the next process', async () => {
    const emou = await bed.startEmou({ feedLimits: { heartbeatMs: 60_000 } });
    await askAccess(emou.url, bed.grant({ agency: 'IDPH' }));
    await failCommits(true);
    expect((await askAccess(emou.url, bed.grant())).ids).toEqual([]);
    await emou.stop();
    await failCommits(false);
    const next = await bed.startEmou({ feedLimits });
    const events = await bed.sql<{ kind: string }>(
      "SELECT move->>'kind' AS kind FROM agreement_event ORDER BY event_number",
    );
    expect(events.map(({ kind }) => kind)).toEqual(['DRAFT', 'SUBMIT', 'DRAFT', 'SUBMIT']);
    // The owner is told of the request, too.
    expect(await bed.sql("SELECT 1 FROM notice WHERE kind = 'NEW_REQUEST'")).toHaveLength(2);
    expect((await askAccess(next.url, bed.grant({ agency: 'HFS' }))).ids).toHaveLength(1);
  });
});

describe('two processes that share the register', () => {
  test('append to one log in turn, without a gap', async () => {
    const urls = [(await bed.startEmou({ feedLimits })).url, (await bed.startEmou({ feedLimits })).url];
    const agencies = ['DCFS', 'HFS', 'IDPH', 'DCEO'];
    const asked = await Promise.all(agencies.map((agency, at) => askAccess(urls[at % 2] ?? '', bed.grant({ agency }))));
    expect(asked.flatMap(({ ids }) => ids)).toHaveLength(4);
    const log = await entries();
    expect(log.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(await bed.sql('SELECT log_size::int AS size FROM register')).toEqual([{ size: 8 }]);
  });
});

describe('a consent', () => {
  test('is an entry when it is recorded and when it is revoked, and a revocation that is erased opens nothing', async () => {
    const { url } = await bed.startEmou({ feedLimits: { heartbeatMs, checkEveryMs: 3_600_000 } });
    const officer = bed.grant({ agency: 'HFS', roles: ['CASEWORKER'] });
    const { databaseUrl, catalogue, clock } = bed;
    await seedConsents({
      ...{ databaseUrl, catalogue, clock, administration: bed.testLog.settings },
      consents: [
        {
          ...{ personId: person, discloser: 'HFS', recipient: 'DCFS', datasets: ['medicaid.clinical'] },
          ...{ description: 'Diagnoses.', signedBy: 'The mother', purpose: 'FOSTER_CARE_CASE', state: 'given' },
        },
      ],
    });
    expect(await facts(url)).toBe(1);
    const consentId = (await entries())[0]?.row.consent_id;
    const revoked = await askEmou(
      url,
      officer,
      'mutation ($input: RevokeConsentInput!) { revokeConsent(input: $input) { consent { id } } }',
      { input: { consentId, reason: 'Taken back in writing.' } },
    );
    expect(revoked.message).toBeUndefined();
    expect(await facts(url)).toBe(0);
    expect((await entries()).map(({ event, by, row }) => ({ event, by, because: row.revoked_because }))).toEqual([
      { event: 'consent', by: { agency: 'DCFS', subject: 'register.dcfs' }, because: null },
      { event: 'consent', by: { agency: 'HFS', subject: 'officer@hfs.example' }, because: 'Taken back in writing.' },
    ]);
    await tamper('consent', 'UPDATE consent SET revoked_at = NULL, revoked_by = NULL, revoked_because = NULL');
    expect(await facts(url)).toBe('INTERNAL_SERVER_ERROR');
  });
});

describe('a revocation that is deleted from the register, with the triggers off and on again,', () => {
  test('keeps emou from starting, which says what is missing and what to do', async () => {
    const emou = await bed.startEmou({ feedLimits });
    const id = await revokedApproval(emou.url);
    await emou.stop();
    await tamper('agreement_event', ...eraseRevocation(id));
    const message = `row ${id}/4 of agreement_event is in the log but missing from the table`;
    await expect(bed.startEmou({ feedLimits })).rejects.toThrow(message);
    await expect(startEmouProcess(bed)).rejects.toThrow('restore it from the log');
  });

  test('is in the register again after person360 emou rebuild, which keeps what it replaces', async () => {
    const emou = await bed.startEmou({ feedLimits });
    const id = await revokedApproval(emou.url);
    await emou.stop();
    const whole = await register();
    const erased = `row ${id}/4 of agreement_event is in the log but missing from the table`;
    await tamper('agreement_event', ...eraseRevocation(id));
    await expect(bed.startEmou({ feedLimits })).rejects.toThrow(erased);
    const tampered = await register();

    const backup = join(bed.directory, `replaced-${id}.jsonl`);
    const refused = await Promise.all([
      rebuild('--backup', backup),
      rebuild('--yes', '--backup', backup, '--entries', '3'),
    ]);
    for (const { code, stderr } of refused) {
      expect([code, stderr]).toEqual([1, expect.stringMatching(/Nothing was changed\./)]);
    }
    expect(await register()).toEqual(tampered);

    const { code, stdout, stderr } = await rebuild('--yes', '--backup', backup);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`- ${erased}\n`);
    expect(stdout).toContain('rebuilt from 4 entries and equals its log, and so does its index');
    const replaced = (await readFile(backup, 'utf8')).trimEnd().split('\n');
    const kinds = replaced.map((line) => JSON.parse(line)).filter(({ table }) => table === 'agreement_event');
    expect(kinds.map(({ row }) => row.move.kind)).toEqual(['DRAFT', 'SUBMIT', 'APPROVE']);
    expect((await stat(backup)).mode & 0o077).toBe(0);
    expect(await register()).toEqual(whole);
    await expect(bed.sql('DELETE FROM agreement_event')).rejects.toThrow('append-only');

    const again = await bed.startEmou({ feedLimits });
    expect(await readApprovals(again.url)).toEqual([]);
    expect((await rebuild()).stdout).toBe('The register equals its log of 4 entries.\n');
    expect((await askAccess(again.url, bed.grant({ agency: 'HFS' }))).ids).toHaveLength(1);
  });

  test('is not restored while an emou runs, or from a log that is not the one that was written', async () => {
    const { url } = await bed.startEmou({ feedLimits });
    const id = await revokedApproval(url);
    await tamper('agreement_event', ...eraseRevocation(id));
    const [running, other] = await Promise.all([
      rebuild('--yes', '--backup', join(bed.directory, `running-${id}`)),
      rebuildIn(
        { PERSON360_LEDGER_ORIGIN: 'test.example/another' },
        '--yes',
        '--backup',
        `${bed.directory}/other-${id}`,
      ),
    ]);
    expect([running.code, running.stderr]).toEqual([1, expect.stringContaining('Stop every emou, then try again.')]);
    expect([other.code, other.stderr]).toEqual([1, expect.stringContaining('has no entries')]);
  });

  test('silences the feed of a running emou, which makes no move any more', async () => {
    const { url } = await bed.startEmou({ feedLimits });
    const id = await revokedApproval(url);
    const feed = await readFeed(originOf(url), bed.gatewayGrant());
    expect((await feed.snapshot(() => true)).approvals).toEqual([]);
    await tamper('agreement_event', ...eraseRevocation(id));
    await until(() => bed.log.some(({ event }) => event.includes(`row ${id}/4 of agreement_event is in the log`)));
    // An emou of another test may have noticed it first.
    await until(async () => (await feedStatus(url)) === 503);
    expect((await askAccess(url, bed.grant({ agency: 'HFS' }))).ids).toEqual([]);
    await feed.close();
  });

  test('opens nothing even before the whole register is compared: no word is signed that the log does not say', async () => {
    const { url } = await bed.startEmou({ feedLimits: { heartbeatMs, checkEveryMs: 3_600_000 } });
    const id = await revokedApproval(url);
    const feed = await readFeed(originOf(url), bed.gatewayGrant());
    await feed.snapshot(() => true);
    // The attacker repairs the index too, as emou itself would, and has it told to gateways.
    await tamper(
      'agreement_event',
      `DELETE FROM agreement_event WHERE agreement_id = '${id}' AND move->>'kind' = 'REVOKE'`,
      `DELETE FROM agreement_phase WHERE agreement_id = '${id}'`,
      `INSERT INTO agreement_phase (agreement_id, starts_at, ends_at, status, granted, in_force, valid_from, valid_until,
         roles, fields, changes_access)
       SELECT '${id}', '-infinity', 'infinity', 'IN_FORCE', true, true, now() - interval '1 day', now() + interval '1 day',
         ARRAY['CASEWORKER'], '[{"field":"SnapParticipation.status","transform":null,"conditions":[[]]}]', false`,
      'UPDATE register SET revision = revision + 1, rebuilt_with = revision + 1',
    );
    await until(() => bed.log.some(({ code }) => code === 'TABLES_DIFFER'));
    expect(feed.snapshots().some(({ approvals }) => approvals.length > 0)).toBe(false);
    await feed.close();
  });
});

describe('what else SQL can do to the register', () => {
  test.each([
    [
      'an approval made by nobody',
      (id: string) => [
        `INSERT INTO agreement_event (agreement_id, sequence, at, actor_subject, actor_agency, actor_role, actor_side, why,
         move, dataset, revision)
       SELECT agreement_id, 5, at, actor_subject, actor_agency, actor_role, actor_side, why, move, dataset, revision
       FROM agreement_event WHERE agreement_id = '${id}' AND sequence = 3`,
      ],
      'is not in the log',
    ],
    [
      'a changed move',
      (id: string) => [
        `UPDATE agreement_event SET move = '{"kind":"SUSPEND"}' WHERE agreement_id = '${id}' AND sequence = 4`,
      ],
      'is not as the log recorded it',
    ],
    [
      'a changed index',
      (id: string) => [`UPDATE agreement_phase SET status = 'IN_FORCE', in_force = true WHERE agreement_id = '${id}'`],
      'is not what its history gives',
    ],
    ['a log that is said to be longer', () => ['UPDATE register SET log_size = log_size + 1'], 'of the log, which has'],
  ])('%s is noticed', async (_, statements, message) => {
    const emou = await bed.startEmou({ feedLimits });
    const id = await revokedApproval(emou.url);
    await tamper('agreement_event', ...statements(id));
    await until(() => bed.log.some(({ event }) => event.includes(message)));
    await emou.stop();
    await expect(bed.startEmou({ feedLimits })).rejects.toThrow(message);
  });

  test('an entry of the log that is changed, too, is noticed by its signature', async () => {
    const emou = await bed.startEmou({ feedLimits });
    await revokedApproval(emou.url);
    await emou.stop();
    const { origin } = bed.testLog.settings;
    const admin = new pg.Client({ connectionString: bed.testLog.adminUrl });
    await admin.connect();
    const { rows } = await admin.query<{ name: string }>(
      "SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = 'ledger.entry'::regclass",
    );
    for (const { name } of rows) {
      await admin.query(`ALTER TABLE ${name} DISABLE TRIGGER ALL`);
      await admin.query(
        `UPDATE ${name} SET body = convert_to(replace(convert_from(body, 'UTF8'), '"REVOKE"', '"SUSPEND"'), 'UTF8')
         WHERE tree_id = (SELECT tree_id FROM ledger.tree WHERE origin = $1)`,
        [origin],
      );
      await admin.query(`ALTER TABLE ${name} ENABLE ALWAYS TRIGGER append_only`);
    }
    await admin.end();
    await expect(bed.startEmou({ feedLimits })).rejects.toThrow('are not the ones that were signed');
  });
});

describe('the register can be made from the log alone', () => {
  test('an emptied register is the same again after a start, and so is the feed', async () => {
    const emou = await bed.startEmou({ feedLimits });
    await revokedApproval(emou.url);
    const idhs = bed.grant({ agency: 'IDHS' });
    const { ids } = await askAccess(emou.url, bed.grant({ agency: 'HFS' }), { datasets: ['tanf.participation'] });
    await askApproval(emou.url, idhs, ids[0]);
    const before = await register();
    const told = await readApprovals(emou.url);
    expect(told).toHaveLength(1);
    await emou.stop();
    await tamper(
      'agreement_event',
      'TRUNCATE agreement_event, agreement, notice CASCADE',
      'UPDATE register SET log_size = 0',
    );
    const again = await bed.startEmou({ feedLimits });
    expect(await readApprovals(again.url)).toEqual(told);
    expect(await register()).toEqual(before);
    const { message } = await askRevocation(again.url, idhs, told[0]?.id);
    expect(message).toBeUndefined();
  });

  test('a register that is older than the log is taken over once, marked as imported', async () => {
    const emou = await bed.startEmou({ feedLimits });
    const id = await revokedApproval(emou.url);
    await emou.stop();
    // Ids were once kept as they were sent.
    await tamper(
      'consent',
      `INSERT INTO consent (consent_id, person_id, discloser, recipient, datasets, purpose, description, signed_by,
         given_on, expires_on, document_sha256, document_dated, recorded_at, recorded_by, recorded_for, confirmed_at,
         confirmed_by, confirmed_for, confirmed_as)
       VALUES (gen_random_uuid(), upper('${person}'), 'HFS', 'DCFS', '{medicaid.clinical}', 'FOSTER_CARE_CASE', 'All.',
         'The mother', '2020-01-01', '2099-01-01', repeat('ab', 32), '2020-01-01', now(), 'officer', 'HFS', now(),
         'officer', 'HFS', 'DISCLOSER')`,
    );
    const before = await register();
    // The same rows, and a log that has just been introduced.
    bed.testLog.beginAnew();
    await tamper('agreement_event', 'UPDATE register SET log_size = 0');
    const again = await bed.startEmou({ feedLimits });
    const log = await entries();
    expect(log).toHaveLength(5);
    expect(log.slice(0, 4).every(({ imported, approval }) => imported === true && approval === id)).toBe(true);
    expect(await register()).toEqual(before);
    expect(await facts(again.url)).toBe(1);
    await askAccess(again.url, bed.grant({ agency: 'HFS' }));
    expect((await entries()).slice(5).map(({ imported }) => imported)).toEqual([undefined, undefined]);
  });
});
