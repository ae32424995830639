import { describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { seedConsents } from '../../../seed/seedConsents.ts';
import { askAccess, askApproval, askEmou, askRevocation } from '../../../testing/askEmou.ts';
import {
  bed,
  entries,
  facts,
  feedLimits,
  heartbeatMs,
  person,
  readApprovals,
  revokedApproval,
  tamper,
  until,
} from './registerAndLog.ts';

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
    await admin.query('alter role ledger_register nologin');
    await admin.query("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'ledger_register'");
    const refused = await askAccess(url, bed.grant());
    await admin.query('alter role ledger_register login');
    await admin.end();
    expect(refused.code).toBe('AUDIT_UNAVAILABLE');
    expect(await bed.sql('select 1 from agreement_event')).toEqual([]);
    expect((await askAccess(url, bed.grant())).ids).toHaveLength(1);
  });
});

describe('a move that is in the log, but whose commit failed,', () => {
  /** Simulates a process or database that died between the entry and the commit. */
  const failCommits = (fails: boolean) =>
    tamper(
      'register',
      ...(fails
        ? [
            `create function fail_commit() returns trigger language plpgsql as
             $$ begin raise exception 'the database has died'; end $$`,
            `create constraint trigger fail_commit after update of log_size on register deferrable initially deferred
             for each row execute function fail_commit()`,
          ]
        : ['drop function fail_commit cascade']),
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
    expect(await bed.sql("select 1 from agreement_event where move->>'kind' = 'REVOKE'")).toEqual([]);
    expect((await entries()).at(-1)?.row.move).toMatchObject({ kind: 'REVOKE' });
    // Until the register can be written, nothing is signed that says the access is open.
    const during = await fetch(new URL('/feed', url), { headers: { authorization: `Bearer ${bed.gatewayGrant()}` } });
    expect(during.status).toBe(503);
    await failCommits(false);
    await until(async () => (await readApprovals(url).catch(() => [undefined])).length === 0);
    expect(await bed.sql("select 1 from agreement_event where move->>'kind' = 'REVOKE'")).toHaveLength(1);
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
      "select move->>'kind' as kind from agreement_event order by event_number",
    );
    expect(events.map(({ kind }) => kind)).toEqual(['DRAFT', 'SUBMIT', 'DRAFT', 'SUBMIT']);
    // The owner gets the notice of the request, too.
    expect(await bed.sql("select 1 from notice where kind = 'NEW_REQUEST'")).toHaveLength(2);
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
    expect(await bed.sql('select log_size::int as size from register')).toEqual([{ size: 8 }]);
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
    await tamper('consent', 'update consent set revoked_at = null, revoked_by = null, revoked_because = null');
    expect(await facts(url)).toBe('INTERNAL_SERVER_ERROR');
  });
});
