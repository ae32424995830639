import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { runCommand } from '../../../../../test/harness/runCommand.ts';
import { askAccess } from '../../../testing/askEmou.ts';
import { startEmouProcess } from '../../../testing/emouProcess.ts';
import { readFeed } from '../../../testing/readFeed.ts';
import {
  bed,
  feedLimits,
  heartbeatMs,
  originOf,
  readApprovals,
  register,
  revokedApproval,
  tamper,
  until,
} from './registerAndLog.ts';

const feedStatus = async (url: string): Promise<number> => {
  const headers = { authorization: `Bearer ${bed.gatewayGrant()}` };
  const { status, body } = await fetch(new URL('/feed', url), { headers });
  await body?.cancel();
  return status;
};

/** Runs `person360 emou rebuild` with emou's settings. */
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

/**
 * Statements of an attacker who reopens a revoked approval by erasing every trace of the revocation from the register.
 */
const eraseRevocation = (id: string) => [
  `delete from agreement_event where agreement_id = '${id}' and move->>'kind' = 'REVOKE'`,
  "update register set index_rules = '', log_size = log_size",
];

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
    await expect(bed.sql('delete from agreement_event')).rejects.toThrow('append-only');

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
    expect([running.code, running.stderr]).toEqual([1, expect.stringContaining('Stop every emou and try again.')]);
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
    // The attacker also repairs the index, as emou itself would, and notifies the gateways.
    await tamper(
      'agreement_event',
      `delete from agreement_event where agreement_id = '${id}' and move->>'kind' = 'REVOKE'`,
      `delete from agreement_phase where agreement_id = '${id}'`,
      `insert into agreement_phase (agreement_id, starts_at, ends_at, status, granted, in_force, valid_from, valid_until,
         roles, fields, changes_access)
       select '${id}', '-infinity', 'infinity', 'IN_FORCE', true, true, now() - interval '1 day', now() + interval '1 day',
         array['CASEWORKER'], '[{"field":"SnapParticipation.status","transform":null,"conditions":[[]]}]', false`,
      'update register set revision = revision + 1, rebuilt_with = revision + 1',
    );
    await until(() => bed.log.some(({ code }) => code === 'TABLES_DIFFER'));
    expect(feed.snapshots().some(({ approvals }) => approvals.length > 0)).toBe(false);
    await feed.close();
  });
});
