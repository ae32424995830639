import { describe, expect, test } from '@jest/globals';
import { personPseudonym } from '../../../schema/ledger/personPseudonym.ts';
import { eventually } from '../../harness/eventually.ts';
import { bed, personId } from './suspensions.ts';

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
          person: `\\x${personPseudonym(bed.pseudonymKey, personId).toString('hex')}`,
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

  test('has no effect if the log cannot be written, and the caller gets an error', async () => {
    await bed.with(async (url) => {
      await bed.admin.query('alter role ledger_register nologin');
      await bed.admin.query("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'ledger_register'");
      const refused = await suspend(url);
      await bed.admin.query('alter role ledger_register login');
      expect(refused.codes).toEqual(['AUDIT_UNAVAILABLE']);
      expect(await bed.rows('suspension')).toEqual([]);
      await suspend(url);
      expect(await suspensions(url)).toEqual(oneSuspension);
    });
  });

  test('that is deleted with the triggers off is still found by the running system, which enters no other', async () => {
    await bed.with(async (url) => {
      await suspend(url);
      await bed.tamper('delete from audit.suspension');
      expect(await suspensions(url)).toEqual(oneSuspension);
      expect((await suspend(url)).codes).toEqual(['INTERNAL_SERVER_ERROR']);
      expect(await bed.entries()).toHaveLength(1);
      expect(bed.emou.log.some(({ event }) => event.includes('missing from the table'))).toBe(true);
    });
  });

  test.each([
    ['deleted', ['delete from audit.suspension'], 'row 1 of suspension is in the log but missing from the table'],
    ['changed', ["update audit.suspension set ends_at = starts_at + interval '1 s'"], 'is not as the log recorded it'],
    [
      'added',
      [
        `insert into audit.suspension (person, recipient_agency, starts_at, ends_at, oral, reference, entered_by)
         select person, 'HFS', starts_at, ends_at, oral, reference, entered_by from audit.suspension`,
      ],
      'row 2 of suspension is not in the log',
    ],
    ['counted too often', ['update audit.register_log set size = size + 1'], 'of the log, which has 1'],
  ])('that is %s by SQL keeps the audit system from starting', async (_, statements, message) => {
    await bed.with(suspend);
    await bed.tamper(...statements);
    await expect(bed.start()).rejects.toThrow(message);
  });

  test('whose commit failed after its entry is written into the table by the next start', async () => {
    await bed.with(async (url) => {
      await bed.admin.query(`create function audit.fail_commit() returns trigger language plpgsql as
        $$ begin raise exception 'the database has died'; end $$`);
      await bed.admin.query(`create constraint trigger fail_commit after update on audit.register_log
        deferrable initially deferred for each row execute function audit.fail_commit()`);
      const failed = await suspend(url);
      await bed.admin.query('drop function audit.fail_commit cascade');
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
    await bed.tamper('truncate audit.suspension', 'update audit.register_log set size = 0');
    await bed.with(async (url) => expect(await suspensions(url)).toEqual(oneSuspension));
    expect(await bed.rows('suspension')).toEqual(before);
  });

  test('that is older than the log is taken over once, marked as imported', async () => {
    await bed.with(suspend);
    bed.beginTree();
    await bed.tamper('update audit.register_log set size = 0');
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
      // Before the change: the comparison may report it before this test goes on.
      bed.emou.log.length = 0;
      await bed.tamper("update audit.suspension set recipient_agency = 'HFS'");
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
