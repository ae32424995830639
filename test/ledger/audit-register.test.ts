import { createSecretKey } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { personReference } from '../../schema/personReference.ts';
import { createIdentitySubgraph, identityMigrationsDirectory } from '../../subgraphs/identity/subgraph.ts';
import { runMigrations } from '../../subgraphs/kit/database/migrations.ts';
import { type RunningSubgraph, startSubgraph } from '../../subgraphs/kit/startSubgraph.ts';
import type { SubgraphAnswer } from '../../subgraphs/kit/testing/askSubgraph.ts';
import { personListClaims } from '../../subgraphs/kit/testing/grantIssuer.ts';
import { at } from '../harness/answer.ts';
import { eventually } from '../harness/eventually.ts';
import { rowsOf } from '../harness/recordsOf.ts';
import { type Asker, type AuditBed, startAuditBed } from './harness/auditBed.ts';

const personId = '3f0c8f0e-0000-4000-8000-000000000001';

let bed: AuditBed;
beforeAll(async () => {
  bed = await startAuditBed();
}, 60_000);
afterAll(() => bed?.stop());
beforeEach(() => bed.clear());

const suspend = (url: string, input = {}) =>
  bed.ask(
    url,
    'mutation ($input: SuspendAccountingInput!) { suspendAccounting(input: $input) { suspension { oral } } }',
    {
      input: {
        ...{ personId, recipientAgency: 'DCFS', until: new Date(Date.now() + 86_400_000).toISOString() },
        ...{ oral: true, reference: 'DCFS file 17/26' },
        ...input,
      },
    },
  );

const suspensions = async (url: string): Promise<unknown> =>
  (await bed.ask(url, 'query ($id: ID) { suspensions(personId: $id) { recipientAgency } }', { id: personId })).data;

const oneSuspension = { suspensions: [{ recipientAgency: 'DCFS' }] };

describe('a suspension of the accounting', () => {
  test('is an entry of the log, which names who entered it and never the person', async () => {
    await bed.with(async (url) => {
      expect((await suspend(url)).data).toEqual({ suspendAccounting: { suspension: { oral: true } } });
      expect(await suspensions(url)).toEqual(oneSuspension);
    });
    const log = await bed.entries();
    expect(log).toMatchObject([
      {
        ...{ seq: 1, event: 'suspension', table: 'suspension' },
        by: { agency: 'DOIT', subject: 'officer@doit.example' },
        row: {
          person: `\\x${personReference(bed.personKey, personId).toString('hex')}`,
          recipient_agency: 'DCFS',
          reference: 'DCFS file 17/26',
        },
      },
    ]);
    expect(JSON.stringify(log)).not.toContain(personId);
  });

  test('is refused when its reference names the person, because the log would show it', async () => {
    await bed.with(async (url) => {
      const { codes } = await suspend(url, { reference: `file ${personId.toUpperCase()}` });
      expect(codes).toEqual(['BAD_USER_INPUT']);
    });
    expect(await bed.entries()).toEqual([]);
  });

  test('takes no effect when the log cannot be written, and the caller is told so', async () => {
    await bed.with(async (url) => {
      await bed.admin.query('ALTER ROLE ledger_register NOLOGIN');
      await bed.admin.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'ledger_register'");
      const refused = await suspend(url);
      await bed.admin.query('ALTER ROLE ledger_register LOGIN');
      expect(refused.codes).toEqual(['AUDIT_UNAVAILABLE']);
      expect(await bed.rows('suspension')).toEqual([]);
      await suspend(url);
      expect(await suspensions(url)).toEqual(oneSuspension);
    });
  });

  test('that is deleted with the triggers off is still found by the running system, which enters no other', async () => {
    await bed.with(async (url) => {
      await suspend(url);
      await bed.tamper('DELETE FROM audit.suspension');
      expect(await suspensions(url)).toEqual(oneSuspension);
      expect((await suspend(url)).codes).toEqual(['INTERNAL_SERVER_ERROR']);
      expect(await bed.entries()).toHaveLength(1);
      expect(bed.emou.log.some(({ event }) => event.includes('missing from the table'))).toBe(true);
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
    ['counted too often', ['UPDATE audit.register_log SET size = size + 1'], 'of the log, which has 1'],
  ])('that is %s by SQL keeps the audit system from starting', async (_, statements, message) => {
    await bed.with(suspend);
    await bed.tamper(...statements);
    await expect(bed.start()).rejects.toThrow(message);
  });

  test('whose commit failed after its entry is written into the table by the next start', async () => {
    await bed.with(async (url) => {
      await bed.admin.query(`CREATE FUNCTION audit.fail_commit() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'the database has died'; END $$`);
      await bed.admin.query(`CREATE CONSTRAINT TRIGGER fail_commit AFTER UPDATE ON audit.register_log
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.fail_commit()`);
      const failed = await suspend(url);
      await bed.admin.query('DROP FUNCTION audit.fail_commit CASCADE');
      expect(failed.data).toEqual({ suspendAccounting: null });
    });
    expect(await bed.rows('suspension')).toEqual([]);
    await bed.with(async (url) => {
      expect(await bed.rows('suspension')).toHaveLength(1);
      expect(await suspensions(url)).toEqual(oneSuspension);
      expect((await suspend(url, { recipientAgency: 'HFS' })).codes).toEqual([]);
    });
    expect((await bed.entries()).map(({ seq, row }) => ({ seq, id: row.suspension_id }))).toEqual([
      { seq: 1, id: 1 },
      { seq: 2, id: 2 },
    ]);
  });

  test('is restored from the log alone when the table is empty', async () => {
    await bed.with(suspend);
    const before = await bed.rows('suspension');
    await bed.tamper('TRUNCATE audit.suspension', 'UPDATE audit.register_log SET size = 0');
    await bed.with(async (url) => expect(await suspensions(url)).toEqual(oneSuspension));
    expect(await bed.rows('suspension')).toEqual(before);
  });

  test('that is older than the log is taken over once, marked as imported', async () => {
    await bed.with(suspend);
    bed.beginTree();
    await bed.tamper('UPDATE audit.register_log SET size = 0');
    await bed.with(async (url) => expect(await suspensions(url)).toEqual(oneSuspension));
    await bed.with(async (url) => expect(await suspensions(url)).toEqual(oneSuspension));
    expect(await bed.entries()).toMatchObject([
      { imported: true, by: { agency: 'DOIT', subject: 'officer@doit.example' } },
    ]);
  });
});

test('tables that were changed by SQL are found out in the background, and nothing is decided by them', async () => {
  await bed.with(
    async (url) => {
      await suspend(url);
      await bed.tamper("UPDATE audit.suspension SET recipient_agency = 'HFS'");
      bed.emou.log.length = 0;
      const alarms = await eventually(
        async () => bed.emou.log.filter(({ code }) => code === 'TABLES_DIFFER'),
        (found) => found.length > 0,
      );
      expect(alarms).toMatchObject([{ level: 'error', system: 'audit' }]);
      expect((await bed.ask(url, '{ suspensions { recipientAgency } }')).codes).toEqual(['INTERNAL_SERVER_ERROR']);
    },
    { checkEveryMs: 100 },
  );
});

describe('an unmasking', () => {
  const pseudonym = personReference({ epoch: 'other', secret: createSecretKey(Buffer.alloc(32)) }, personId);
  const pseudonyms = [pseudonym.toString('base64url')];
  const steward: Asker = { roles: ['DATA_STEWARD'], sub: 'steward@doit.example' };

  const request = (url: string, input: object = {}, asker: Asker = {}) =>
    bed.ask(
      url,
      'mutation ($input: RequestUnmaskingInput!) { requestUnmasking(input: $input) { unmasking { id status } } }',
      { input: { pseudonyms, reason: 'Complaint about look-ups.', caseReference: '2026-0417', ...input } },
      asker,
    );
  const idOf = ({ data }: SubgraphAnswer) => String(at(data, 'requestUnmasking.unmasking.id'));
  const decide = (url: string, unmaskingId: string, asker: Asker, decision = 'approve') =>
    bed.ask(
      url,
      `mutation ($input: DecideUnmaskingInput!) { ${decision}Unmasking(input: $input) { unmasking { status } } }`,
      { input: { unmaskingId, comment: 'The complaint is founded.' } },
      asker,
    );

  test('is an entry of the log at each step, before it takes effect', async () => {
    await bed.with(async (url) => {
      const [approved, refused] = [idOf(await request(url)), idOf(await request(url))];
      expect((await decide(url, approved, steward)).data).toEqual({
        approveUnmasking: { unmasking: { status: 'OPEN' } },
      });
      const { data } = await decide(url, refused, steward, 'refuse');
      expect(data).toEqual({ refuseUnmasking: { unmasking: { status: 'REFUSED' } } });
      // One decision is all there is.
      expect((await decide(url, refused, steward)).codes).toEqual(['CONFLICT']);
      const requested = {
        event: 'unmasking',
        table: 'unmasking',
        by: { agency: 'DOIT', subject: 'officer@doit.example' },
      };
      const decided = { event: 'unmasking', table: 'unmasking_decision', by: { agency: 'DOIT', subject: steward.sub } };
      expect(await bed.entries()).toMatchObject([
        { ...requested, row: { unmasking_id: approved, pseudonyms, case_reference: '2026-0417' } },
        { ...requested, row: { unmasking_id: refused } },
        { ...decided, row: { unmasking_id: approved, approved: true, comment: 'The complaint is founded.' } },
        { ...decided, row: { unmasking_id: refused, approved: false } },
      ]);
      expect(JSON.stringify(await bed.entries())).not.toContain(personId);
    });
  });

  test('is decided by another person, in the role of the data steward', async () => {
    await bed.with(async (url) => {
      const id = idOf(await request(url));
      for (const asker of [
        { ...steward, sub: 'officer@doit.example' },
        { ...steward, sub: ' Officer@DOIT.example ' },
        { ...steward, roles: ['AUDITOR', 'DATA_STEWARD'], sub: 'officer@doit.example' },
        { ...steward, sub: undefined },
        { ...steward, sub: '' },
        { ...steward, roles: ['AUDITOR'] },
        { ...steward, agency: 'HFS' },
        { ...steward, purpose: 'CARE_COORDINATION' },
      ]) {
        for (const decision of ['approve', 'refuse']) {
          expect([asker, (await decide(url, id, asker, decision)).codes]).toEqual([asker, ['FORBIDDEN']]);
        }
      }
      expect((await decide(url, personId, steward)).codes).toEqual(['NOT_FOUND']);
      expect(await bed.entries()).toHaveLength(1);
    });
  });

  test('is requested by an auditor with a name, for at most 50 pseudonyms, a reason and a case', async () => {
    const many = Array.from({ length: 51 }, (_, index) => `${index}`.padStart(43, 'A'));
    await bed.with(async (url) => {
      for (const [code, input, asker] of [
        ['BAD_USER_INPUT', { pseudonyms: many }],
        ['BAD_USER_INPUT', { pseudonyms: [] }],
        ['BAD_USER_INPUT', { pseudonyms: [personId] }],
        ['BAD_USER_INPUT', { reason: ' too short ' }],
        ['BAD_USER_INPUT', { reason: 'x'.repeat(4_001) }],
        ['BAD_USER_INPUT', { caseReference: '' }],
        ['FORBIDDEN', {}, { sub: undefined }],
        ['FORBIDDEN', {}, { sub: ' ' }],
        ['FORBIDDEN', {}, steward],
        ['FORBIDDEN', {}, { agency: 'HFS' }],
      ] as const) {
        expect([input, asker, (await request(url, input, asker)).codes]).toEqual([input, asker, [code]]);
      }
      expect((await request(url, { pseudonyms: [...many.slice(1), ...many.slice(1)] })).codes).toEqual([]);
    });
  });

  test.each([
    [
      'whose approval is made up',
      'INSERT INTO audit.unmasking_decision SELECT unmasking_id, true, reason, requested_by, now() FROM audit.unmasking',
      'is not in the log',
    ],
    [
      'whose pseudonyms are exchanged',
      "UPDATE audit.unmasking SET pseudonyms = '{x}'",
      'is not as the log recorded it',
    ],
    ['that is deleted', 'DELETE FROM audit.unmasking', 'is in the log but missing from the table'],
  ])('%s by SQL keeps the audit system from starting', async (_, sql, message) => {
    await bed.with((url) => request(url));
    await bed.tamper(sql);
    await expect(bed.start()).rejects.toThrow(message);
  });

  test('searches a large person index step by step, with a token for each step', async () => {
    const databaseUrl = await bed.emou.postgres.ensureSystem('identity');
    const identity = await startIdentity(databaseUrl);
    const options = { personListUrl: () => new URL('/person-list', identity.url).href, searchStepMs: 0 };
    try {
      await bed.with(async (url) => {
        const last = await lastPersonOf(databaseUrl, 20_001);
        const own = personReference(bed.personKey, last).toString('base64url');
        const id = idOf(await request(url, { pseudonyms: [own, ...pseudonyms] }));
        await decide(url, id, steward);
        const read = (headers: object) =>
          bed.ask(url, 'query ($id: ID!) { unmaskedPersons(unmaskingId: $id) { person { id } } }', { id }, {}, headers);
        const signed = () => ({
          'person-list-authorization': `Bearer ${bed.emou.sign(personListClaims(bed.emou.clock()))}`,
        });
        expect((await read({})).codes).toEqual(['FACTS_UNAVAILABLE']);
        const steps = [await read(signed()), await read(signed()), await read(signed())];
        expect(steps.map(({ codes }) => codes)).toEqual([['UNMASKING_IN_PROGRESS'], ['UNMASKING_IN_PROGRESS'], []]);
        expect(steps[2]?.data).toEqual({ unmaskedPersons: [{ person: { id: last } }, { person: null }] });
      }, options);
    } finally {
      await identity.stop();
    }
  });

  async function startIdentity(databaseUrl: string): Promise<RunningSubgraph> {
    await runMigrations(databaseUrl, identityMigrationsDirectory);
    return startSubgraph(createIdentitySubgraph({ childwelfare: () => undefined, emou: () => undefined }), {
      ...{ databaseUrl, port: 0, grantJwksUrl: bed.emou.grantJwksUrl, clock: bed.emou.clock },
      log: (entry) => bed.emou.log.push(entry),
    });
  }
});

/** Loads so many persons. Gives the id of the last one. */
async function lastPersonOf(databaseUrl: string, count: number): Promise<string> {
  await rowsOf(
    databaseUrl,
    `WITH home AS (
       INSERT INTO household VALUES (gen_random_uuid(), '1 Main St', 'Chicago', 'IL', '60601', 'Cook', '17031')
       RETURNING household_id
     )
     INSERT INTO person (person_id, household_id, given_name, family_name, birth_date, gender, primary_language)
     SELECT gen_random_uuid(), household_id, 'Ana', 'Ruiz', '1990-02-28', 'FEMALE', 'en'
     FROM home, generate_series(1, ${count})`,
  );
  const [last] = await rowsOf<{ id: string }>(
    databaseUrl,
    'SELECT person_id::text AS id FROM person ORDER BY person_id DESC LIMIT 1',
  );
  if (last === undefined) throw new Error('There are no persons.');
  return last.id;
}
