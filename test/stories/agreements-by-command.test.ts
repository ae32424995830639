import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { Command } from 'commander';
import pg from 'pg';
import { emouCommand } from '../../cli/commands/emou/emouCommand.ts';
import { idOf, type Product, startProduct } from '../harness/product/startProduct.ts';
import { agingOfficer, dcfsOfficer, idhsOfficer, type Who } from '../harness/requesters.ts';

let system: Product;
beforeAll(async () => {
  system = await startProduct();
}, 180_000);
afterAll(() => system?.stop());

/** Output of `person360 emou ...`, or the message with which it fails. */
async function person360emou(who: Who, ...argv: readonly string[]): Promise<string> {
  let printed = '';
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  try {
    const program = new Command('person360').addCommand(emouCommand()).exitOverride();
    const connection = ['--url', system.url, '--token', system.token(who)];
    await program.parseAsync(['emou', ...argv, ...connection], { from: 'user' });
    return printed;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    write.mockRestore();
  }
}

test('a request is made, found, denied with law and not without, shown, and taken to the CIO', async () => {
  const terms = [
    '--purpose',
    'CARE_COORDINATION',
    '--why',
    'Meals for older people.',
    '--legal-basis',
    '7 CFR 272.1(c)',
  ];
  const form = ['--field', 'SnapParticipation.certificationEnd', '--form', 'SnapParticipation.certificationEnd=MONTH'];
  const asked = await person360emou(agingOfficer, 'request', 'snap.participation', ...terms, ...form, '--json');
  const id: string = JSON.parse(asked).requests[0].id;

  const inbox = JSON.parse(await person360emou(idhsOfficer, 'list', '--json'));
  expect(inbox).toMatchObject([{ id, status: 'SUBMITTED', due: { businessDaysLeft: 10 } }]);
  expect(await person360emou(idhsOfficer, 'list')).toContain(id);

  const why = ['--why', 'See the facts.'];
  const policy = ['--code', 'OUR_POLICY', '--citation', 'Handbook', '--facts', 'None.', '--title', 'Chief'];
  expect(await person360emou(idhsOfficer, 'deny', id, ...why, ...policy)).toMatch(
    /^NOT_A_LEGAL_REASON: .*\n.*FED-SNAP-1/,
  );
  const law = ['--code', 'FED-SNAP-1', '--citation', '7 CFR 272.1(c)(1)', '--facts', 'No program.', '--title', 'Chief'];
  const denied = JSON.parse(await person360emou(idhsOfficer, 'deny', id, ...why, ...law, '--json'));
  expect(denied.request).toMatchObject({ id, status: 'DENIED', turn: { agency: 'IDOA' } });

  const shown = await person360emou(agingOfficer, 'show', id);
  for (const text of ['DENIED', 'FED-SNAP-1', 'certificationEnd as MONTH', 'ESCALATE']) expect(shown).toContain(text);
  expect(await person360emou(idhsOfficer, 'escalate', id, ...why)).toMatch(/^NOT_YOUR_MOVE/);
  expect(JSON.parse(await person360emou(agingOfficer, 'escalate', id, ...why, '--json')).request.status).toBe(
    'ESCALATED',
  );
  expect(await person360emou(agingOfficer, 'show', 'nothing')).toMatch(/^Request nothing does not exist/);
}, 60_000);

test('a federal approval is requested by the liaison, and shown with its rule', async () => {
  const terms = ['--purpose', 'CARE_COORDINATION', '--why', 'Clinic visits of older people.'];
  const law = ['--legal-basis', '42 CFR 431.302'];
  const asked = await person360emou(agingOfficer, 'request', 'medicaid.clinical', ...terms, ...law, '--json');
  const id: string = JSON.parse(asked).requests[0].id;
  const liaison = { agency: 'HFS', purpose: 'DATA_GOVERNANCE', roles: ['FEDERAL_LIAISON'] } as const;
  const letter = ['--from', 'CMS', '--rule', '42 CFR 431.306', '--reference', 'SPA 26-0007', '--why', 'It is needed.'];
  expect(await person360emou(agingOfficer, 'federal-request', id, ...letter)).toMatch(/^NOT_YOUR_MOVE/);
  expect(await person360emou(liaison, 'show', id)).toContain('no request is recorded');
  expect(await person360emou(liaison, 'federal-request', id, ...letter)).toContain('SUBMITTED');
  expect(await person360emou(agingOfficer, 'show', id)).toMatch(/from CMS under 42 CFR 431\.306 \(SPA 26-0007\)/);
}, 60_000);

test('notices that could not be delivered are listed, and sent again', async () => {
  const client = new pg.Client({ connectionString: system.databaseUrls.get('emou') });
  await client.connect();
  try {
    await client.query(
      `insert into notice_delivery (notice_id, target, attempts, next_attempt_at, given_up_at, last_failure)
       select notice_id, 'idhs-hook', 14, now(), now(), 'answered 503' from notice
       where kind = 'NEW_REQUEST' and agency = 'IDHS' limit 1`,
    );
  } finally {
    await client.end();
  }
  const [letter] = JSON.parse(await person360emou(idhsOfficer, 'dead-letters', '--json'));
  expect(letter).toMatchObject({ target: 'idhs-hook', kind: 'NEW_REQUEST', attempts: 14, lastFailure: 'answered 503' });
  expect(await person360emou(idhsOfficer, 'dead-letters')).toContain('answered 503');
  expect(await person360emou(agingOfficer, 'dead-letters')).toBe('No dead letters.\n');
  expect(await person360emou(idhsOfficer, 'resend', letter.noticeId, 'idhs-hook')).toContain('sent again');
  expect(JSON.parse(await person360emou(idhsOfficer, 'dead-letters', '--json'))).toEqual([]);
}, 60_000);

test('a consent is recorded by the recipient, waits for the discloser, counts once confirmed, and is taken back', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'person360-consent-'));
  const document = join(directory, 'signed.pdf');
  await writeFile(document, 'What the mother has signed.');
  try {
    const terms = ['--discloser', 'IDHS', '--recipient', 'DCFS', '--dataset', 'snap.participation'];
    const words = [
      '--purpose',
      'CHILD_PROTECTION',
      '--description',
      'Participation in SNAP.',
      '--signed-by',
      'The mother',
    ];
    const time = ['--given-on', '2020-01-01', '--expires-on', '2099-01-01', '--document', document];
    const args = ['record-consent', idOf('child'), ...terms, ...words, ...time, '--json'];
    const recorded = JSON.parse(await person360emou(dcfsOfficer, ...args));
    expect(recorded).toMatchObject({ state: 'RECORDED', confirmedBy: null });
    expect(await person360emou(dcfsOfficer, ...args.with(-2, join(directory, 'missing.pdf')))).toContain(
      'cannot be read',
    );

    const waiting = await person360emou(idhsOfficer, 'consents', '--waiting');
    expect(waiting).toContain(recorded.id);
    expect(waiting).toContain('not yet; it opens nothing until then');
    await writeFile(document, 'What the mother has not signed.');
    expect(await person360emou(idhsOfficer, 'confirm-consent', recorded.id, '--document', document)).toMatch(
      /^BAD_USER/,
    );
    await writeFile(document, 'What the mother has signed.');
    expect(await person360emou(idhsOfficer, 'confirm-consent', recorded.id, '--document', document)).toContain(
      'IN_FORCE',
    );
    expect(await person360emou(dcfsOfficer, 'revoke-consent', recorded.id, '--why', 'She says no.')).toContain(
      'REVOKED',
    );
  } finally {
    await rm(directory, { recursive: true });
  }
});
