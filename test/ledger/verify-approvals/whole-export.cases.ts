import { cp, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { canonicalJson } from '../../../ledger/index.ts';
import { manifestHash } from '../../../schema/ledger/disclosureManifest.ts';
import {
  append,
  approval,
  entriesOf,
  exportOnly,
  folder,
  nameOf,
  ORIGINS,
  revokedAt,
  scratch,
  shown,
  verify,
} from './exportedLogs.ts';

const recordAt = (time: Date) => canonicalJson({ ...shown.record, time: time.toISOString() });
const afterwards = (seconds: number) => new Date(revokedAt.getTime() + seconds * 1_000);

describe('an export of all logs', () => {
  test('is verified when every disclosure rests on an approval that was in force by the log of decisions', async () => {
    const { code, stdout } = await verify(folder);
    expect(stdout).toMatch(/^verified: \d+ entries of person360\.local\/emou\n/);
    expect(stdout).toMatch(/^[1-9]\d+ disclosures that name an approval were compared/m);
    expect([stdout.match(/^NOT.*/gm), code]).toEqual([null, 0]);
  }, 60_000);

  test('shows the one disclosure that was made after the revocation, and by which entry access had ended', async () => {
    const origin = 'person360.local/gateway-reopened';
    await append(origin, 'disclosure', [shown.grounds, recordAt(afterwards(10)), recordAt(afterwards(60))]);
    const { code, stdout } = await verify(await exportOnly(origin), [origin]);
    const decisions = await entriesOf(folder, ORIGINS.emou);
    const revocation = decisions.findIndex((body) => body.includes(approval) && body.includes('"REVOKE"'));
    expect(stdout.split('\n').filter((line) => line.startsWith('NOT'))).toEqual([
      `NOT as decided: entry 2 of ${origin} (${afterwards(60).toISOString()}, request ${shown.record.request}) names ` +
        `approval ${approval}, which was REVOKED; not in force since ${revokedAt.toISOString()}, by REVOKE, ` +
        `entry ${revocation} of ${ORIGINS.emou}`,
    ]);
    expect(code).toBe(2);
    const strict = await verify(await exportOnly(origin), [origin], '--tolerance', '5');
    expect(strict.stdout.match(/^NOT as decided: entry [12] of/gm)).toHaveLength(2);
  }, 60_000);

  test('reports a disclosure under an approval that was never made, and one whose grounds are missing', async () => {
    const origin = 'person360.local/gateway-invented';
    const invented = '00000000-0000-4000-8000-00000000beef';
    const grounds = Buffer.from(shown.grounds.toString('utf8').replaceAll(approval, invented));
    const record = { ...shown.record, grounds: manifestHash(grounds).toString('base64url') };
    // The manifest comes after the first record that names them.
    await append(origin, 'disclosure', [canonicalJson(record), grounds, recordAt(revokedAt)]);
    const { code, stdout } = await verify(await exportOnly(origin), [origin]);
    expect(stdout).toContain(`names approval ${invented}, which no entry of the log of decisions makes`);
    expect(stdout).toMatch(/^NOT as decided: entry 2 of .* names the grounds .*, which its log lacks$/m);
    expect(code).toBe(2);
  }, 60_000);

  test('that lacks a log whose key is given is not taken for whole', async () => {
    const { code, stdout } = await verify(folder, ['person360.local/gateway-9']);
    expect(stdout).toContain('NOT as decided: the log person360.local/gateway-9 is missing');
    expect(code).toBe(2);
  }, 60_000);

  test('without a log of decisions is refused with a hint', async () => {
    const directory = await mkdtemp(join(scratch, 'part-'));
    await cp(join(folder, nameOf(ORIGINS.gateway)), join(directory, 'gateway'), { recursive: true });
    const { code, stderr } = await verify(directory);
    expect(stderr).toContain('person360 audit export --all');
    expect(code).toBe(1);
  }, 60_000);
});
