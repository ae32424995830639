import { beforeAll, describe, expect, test } from '@jest/globals';
import { canonicalJson } from '../../../ledger/index.ts';
import { manifestHash } from '../../../schema/ledger/disclosureManifest.ts';
import { childProtection } from '../../harness/requesters.ts';
import { append, approval, exportOnly, revokedAt, shown, verify } from './exportedLogs.ts';

describe('a log of disclosures that go beyond what was decided', () => {
  const origins = {
    terms: 'person360.local/gateway-of-other-terms',
    emergencies: 'person360.local/gateway-of-emergencies',
    declarations: 'person360.local/emou-of-emergencies',
  };
  const [reference, unknown] = ['00000000-0000-4000-8000-0000000000e1', '00000000-0000-4000-8000-0000000000e2'];
  const { agency, purpose } = childProtection;
  const minutes = (number: number) => new Date(revokedAt.getTime() + number * 60_000).toISOString();
  let stdout: string;
  const findingsOf = (origin: string) =>
    stdout
      .split('\n')
      .filter((line) => line.startsWith('NOT as decided: ') && line.includes(origin))
      .map((line) => line.replace(/^.*request \S+\) /, ''));

  beforeAll(async () => {
    const before = { ...shown.record, time: minutes(-1) };
    const wider = Buffer.from(
      shown.grounds.toString('utf8').replace('"Person.tanf"', '"Person.tanf","TanfParticipation.grantAmount"'),
    );
    const others = [{ agency: 'ISBE' }, { purpose: 'AUDIT' }, { roles: ['RESIDENT'] }];
    const records = [...others, { grounds: manifestHash(wider).toString('base64url') }];
    await append(origins.terms, 'disclosure', [
      ...[shown.grounds, wider],
      ...records.map((other) => canonicalJson({ ...before, ...other })),
    ]);

    const by = { agency, subject: 'dcfs.test' };
    const decision = { v: 1, kind: 'administration', event: 'emergency', by, time: minutes(-70) };
    const declared = { emergency_id: reference, agency, purpose, opened_at: minutes(-70), ends_at: minutes(-10) };
    const review = { emergency_id: reference, outcome: 'NOT_JUSTIFIED', reviewed_at: minutes(-40) };
    await append(origins.declarations, 'administration', [
      canonicalJson({ ...decision, seq: 1, table: 'emergency', row: declared }),
      canonicalJson({ ...decision, seq: 2, table: 'emergency_review', row: review }),
    ]);
    const { grounds: _none, ...plain } = shown.record;
    const inEmergency = (time: string, named: string, more = {}) =>
      canonicalJson({ ...plain, kind: 'break-glass', time, emergency: { reason: 'OVRPS', reference: named }, ...more });
    await append(origins.emergencies, 'disclosure', [
      inEmergency(minutes(-50), reference),
      inEmergency(minutes(-30), reference),
      inEmergency(minutes(-50), unknown),
      inEmergency(minutes(-50), reference, { agency: 'HFS' }),
    ]);
    const all = Object.values(origins);
    ({ stdout } = await verify(await exportOnly(...all), all));
  }, 60_000);

  test('shows other agencies, purposes and roles than the approval names, and fields that it leaves closed', () => {
    expect(findingsOf(origins.terms)).toEqual([
      `names approval ${approval}, which is for ${agency} and ${purpose}, not for ISBE and ${purpose}`,
      `names approval ${approval}, which is for ${agency} and ${purpose}, not for ${agency} and AUDIT`,
      expect.stringMatching(/^names approval \S+, which is for the roles .*CASEWORKER.*, not for RESIDENT$/),
      `shows TanfParticipation.grantAmount by approval ${approval}, which does not open it`,
    ]);
  });

  test('reports an emergency that was never declared, that had ended, or that another agency declared', () => {
    expect(findingsOf(origins.emergencies)).toEqual([
      `names emergency ${reference}, which was open from ${minutes(-70)} to ${minutes(-40)}`,
      `names emergency ${unknown}, which no entry of the log of decisions declares`,
      `names emergency ${reference}, which was declared by ${agency} for ${purpose}, not by HFS for ${purpose}`,
    ]);
  });
});
