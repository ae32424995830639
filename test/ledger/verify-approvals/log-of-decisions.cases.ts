import { cp, mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { canonicalJson } from '../../../ledger/index.ts';
import { encodeEntryBundle } from '../../../ledger/tiles/entryBundle.ts';
import {
  append,
  approval,
  bundleOf,
  entriesOf,
  exportOnly,
  folder,
  ORIGINS,
  revokedAt,
  scratch,
  verify,
} from './exportedLogs.ts';

describe('the log of decisions', () => {
  test.each([
    ['a decision is missing', (bodies: readonly Buffer[]) => bodies.toSpliced(3, 1)],
    ['a decision is there twice', (bodies: readonly Buffer[]) => bodies.toSpliced(3, 1, ...bodies.slice(2, 3))],
    [
      'two decisions have changed places',
      (bodies: readonly Buffer[]) => bodies.toSpliced(3, 2, ...bodies.slice(3, 5).reverse()),
    ],
  ])(
    'is not as recorded when %s in the export, which is told before anything is compared',
    async (_, tamper) => {
      const directory = await mkdtemp(join(scratch, 'tampered-'));
      await cp(folder, directory, { recursive: true });
      const bundle = await bundleOf(directory, ORIGINS.emou);
      await writeFile(bundle, encodeEntryBundle(tamper(await entriesOf(directory, ORIGINS.emou))));
      const { code, stdout } = await verify(directory);
      expect(stdout).toMatch(
        /^NOT verified: entry: person360\.local\/emou: entry 3 is (?:missing|not the one recorded)/,
      );
      expect(stdout).not.toContain('were compared');
      expect(code).toBe(2);
    },
    60_000,
  );

  test('has its gaps, duplicates, and reordered moves reported even if they were signed', async () => {
    const origin = 'person360.local/emou-forged';
    const decisions = (await entriesOf(folder, ORIGINS.emou)).map((body) => JSON.parse(body.toString('utf8')));
    const moves = decisions.filter((each) => each.approval === approval);
    const [draft, submit, approve] = moves;
    const forged = [
      { ...draft, seq: 1 },
      { ...approve, seq: 3 },
      { ...submit, seq: 3 },
      { ...submit, seq: 4 },
    ];
    const bodies = [
      ...forged.map((each) => canonicalJson(each)),
      '{"kind":"administration"}',
      canonicalJson({ ...submit, seq: 6 }),
    ];
    await append(origin, 'administration', bodies);
    const { code, stdout } = await verify(await exportOnly(origin), [origin]);
    for (const finding of [
      'entry 1 of ORIGIN has the number 3 instead of 2',
      `entry 1 of ORIGIN: it is move 3 of agreement ${approval}, whose move 2 comes next`,
      `entry 3 of ORIGIN: it is move 2 of agreement ${approval}, whose move 3 comes next`,
      'entry 4 of ORIGIN is no readable decision',
    ]) {
      expect(stdout).toContain(`NOT as decided: ${finding.replace('ORIGIN', origin)}\n`);
    }
    expect(code).toBe(2);
  }, 60_000);

  test('has unmaskings reported that were decided by the requester, or never requested', async () => {
    const origin = 'person360.local/audit-forged';
    const entry = (seq: number, table: string, row: object) =>
      canonicalJson({
        ...{ kind: 'administration', event: 'unmasking', seq, table, time: revokedAt.toISOString(), v: 1 },
        ...{ by: { agency: 'DOIT', subject: 'doit.auditor' }, row: { unmasking_id: 'U1', ...row } },
      });
    const at = revokedAt.toISOString();
    const decision = { approved: true, comment: 'The complaint is founded.', decided_at: at };
    await append(origin, 'administration', [
      entry(1, 'unmasking', {
        ...{ pseudonyms: ['A'], reason: 'Complaint, see file.', case_reference: 'C-17' },
        ...{ requested_by: 'doit.auditor', requested_at: at },
      }),
      entry(2, 'unmasking_decision', { ...decision, decided_by: 'DOIT.auditor' }),
      entry(3, 'unmasking_decision', { ...decision, decided_by: 'doit.steward', unmasking_id: 'U2' }),
    ]);
    const { code, stdout } = await verify(await exportOnly(origin), [origin]);
    expect(stdout.split('\n').filter((line) => line.startsWith('NOT'))).toEqual([
      `NOT as decided: entry 1 of ${origin}: the person who requested unmasking U1 decided about it`,
      `NOT as decided: entry 2 of ${origin}: it decides about unmasking U2, which nobody requested`,
    ]);
    expect(code).toBe(2);
  }, 60_000);
});
