import { describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { askAccess, askApproval, askRevocation } from '../../../testing/askEmou.ts';
import {
  bed,
  entries,
  facts,
  feedLimits,
  person,
  readApprovals,
  register,
  revokedApproval,
  tamper,
  until,
} from './registerAndLog.ts';

describe('what else SQL can do to the register', () => {
  test.each([
    [
      'an approval made by nobody',
      (id: string) => [
        `insert into agreement_event (agreement_id, sequence, at, actor_subject, actor_agency, actor_role, actor_side, why,
         move, dataset, revision)
       select agreement_id, 5, at, actor_subject, actor_agency, actor_role, actor_side, why, move, dataset, revision
       from agreement_event where agreement_id = '${id}' and sequence = 3`,
      ],
      'is not in the log',
    ],
    [
      'a changed move',
      (id: string) => [
        `update agreement_event set move = '{"kind":"SUSPEND"}' where agreement_id = '${id}' and sequence = 4`,
      ],
      'is not as the log recorded it',
    ],
    [
      'a changed index',
      (id: string) => [`update agreement_phase set status = 'IN_FORCE', in_force = true where agreement_id = '${id}'`],
      'is not what its history gives',
    ],
    ['a log that is said to be longer', () => ['update register set log_size = log_size + 1'], 'of the log, which has'],
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
      "select inhrelid::regclass::text as name from pg_inherits where inhparent = 'ledger.entry'::regclass",
    );
    for (const { name } of rows) {
      await admin.query(`alter table ${name} disable trigger all`);
      await admin.query(
        `update ${name} set body = convert_to(replace(convert_from(body, 'UTF8'), '"REVOKE"', '"SUSPEND"'), 'UTF8')
         where tree_id = (select tree_id from ledger.tree where origin = $1)`,
        [origin],
      );
      await admin.query(`alter table ${name} enable always trigger append_only`);
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
      'truncate agreement_event, agreement, notice cascade',
      'update register set log_size = 0',
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
    // Ids were once stored as sent.
    await tamper(
      'consent',
      `insert into consent (consent_id, person_id, discloser, recipient, datasets, purpose, description, signed_by,
         given_on, expires_on, document_sha256, document_dated, recorded_at, recorded_by, recorded_for, confirmed_at,
         confirmed_by, confirmed_for, confirmed_as)
       values (gen_random_uuid(), upper('${person}'), 'HFS', 'DCFS', '{medicaid.clinical}', 'FOSTER_CARE_CASE', 'All.',
         'The mother', '2020-01-01', '2099-01-01', repeat('ab', 32), '2020-01-01', now(), 'officer', 'HFS', now(),
         'officer', 'HFS', 'DISCLOSER')`,
    );
    const before = await register();
    // The same rows with a log that was just introduced.
    bed.testLog.restart();
    await tamper('agreement_event', 'update register set log_size = 0');
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
