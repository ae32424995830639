import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { Command } from 'commander';
import jwt from 'jsonwebtoken';
import pg from 'pg';
import { emouCommand } from '../../cli/commands/emou/emouCommand.ts';
import { identityCommand } from '../../cli/commands/identity/identityCommand.ts';
import { idOf, type Product, startProduct } from '../harness/product/startProduct.ts';
import { rowsOf } from '../harness/recordsOf.ts';
import { agingOfficer, dcfsOfficer, idhsOfficer, indexSteward, type Who } from '../harness/requesters.ts';
import { recordLinkCases } from './recordLinks.cases.ts';

let system: Product;
beforeAll(async () => {
  system = await startProduct();
}, 180_000);
afterAll(() => system?.stop());

/** Output of `person360 ...` with the requester's token, or the message with which it fails. */
async function person360(who: Who | undefined, ...argv: readonly string[]): Promise<string> {
  let printed = '';
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  const notes = jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
  try {
    const program = new Command('person360').addCommand(emouCommand()).addCommand(identityCommand()).exitOverride();
    const connection = who === undefined ? [] : ['--url', system.url, '--token', system.token(who)];
    await program.parseAsync([...argv, ...connection], { from: 'user' });
    return printed;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    write.mockRestore();
    notes.mockRestore();
  }
}
const person360emou = (who: Who, ...argv: readonly string[]) => person360(who, 'emou', ...argv);

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

test('a signed crosswalk file is imported once, whole, and recorded; a changed or wrongly signed one changes nothing', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'person360-crosswalk-'));
  const path = (name: string) => join(directory, name);
  const rows = <Row extends object>(text: string, url = system.databaseUrls.get('identity')) =>
    rowsOf<Row>(url ?? '', text);
  const steward: Who = { ...indexSteward, subject: 'steward@doit.example' };
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const sign = async (name: string, links: readonly (readonly [string, string])[], key = 'private.pem') => {
    await writeFile(path('links.csv'), ['personId,number', ...links.map((link) => link.join())].join('\n'));
    const options = ['--system', 'corrections', '--key', path(key), '--out', path(name)];
    expect(await person360(undefined, 'identity', 'sign-crosswalk', path('links.csv'), ...options)).toBe('');
  };
  const load = (name: string, who = steward, key = 'public.pem') =>
    person360(who, 'identity', 'import-crosswalk', path(name), '--key', path(key));
  const count = async () => {
    const [found] = await rows<{ n: number }>(
      "select count(*)::int as n from system_number where system = 'corrections' and person_link_batch_id is not null",
    );
    return found?.n;
  };
  try {
    for (const [name, key] of Object.entries({ private: privateKey, stranger: stranger.privateKey }))
      await writeFile(path(`${name}.pem`), key.export({ type: 'pkcs8', format: 'pem' }));
    await writeFile(path('public.pem'), publicKey.export({ type: 'spki', format: 'pem' }));
    const persons = await rows<{ id: string }>(
      `select person_id::text as id from person p where not exists (
         select from system_number n where n.person_id = p.person_id and n.system = 'corrections')`,
    );
    const links = Array.from(
      { length: 1_200 },
      (_, at) => [persons[at % persons.length]?.id ?? '', `X#${at}`] as const,
    );
    await sign('good', links);

    const text = await readFile(path('good'), 'utf8');
    const [token = '', ...lines] = text.split('\n');
    const [header, payload = '', signature] = token.split('.');
    const other = Buffer.from(Buffer.from(payload, 'base64url').toString().replace('corrections', 'snap'));
    const ofOtherType = jwt.sign({ system: 'corrections' }, privateKey, { algorithm: 'ES256' });
    await sign('stranger', links, 'stranger.pem');
    for (const [name, content] of Object.entries({
      number: text.replace('X#7"', 'X#8"'),
      fewer: [token, ...lines.slice(1)].join('\n'),
      longer: `${text}${lines[0]}\n`,
      system: [`${header}.${other.toString('base64url')}.${signature}`, ...lines].join('\n'),
      unsigned: [`${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`, ...lines].join('\n'),
      type: [ofOtherType, ...lines].join('\n'),
      empty: '',
      stranger: await readFile(path('stranger'), 'utf8'),
    })) {
      await writeFile(path(name), content);
      expect([name, await load(name)]).toEqual([name, expect.stringContaining('Nothing was imported.')]);
    }
    expect(await load('good', dcfsOfficer)).toMatch(/^FORBIDDEN/);
    expect(await count()).toBe(0);

    expect(await load('good')).toMatch(
      /^1200 of 1200 links to corrections were new\.\nSHA-256 of the file: [0-9a-f]{64}\n$/,
    );
    expect(await load('good')).toMatch(/^0 of 1200 links to corrections were new\./);
    expect(await count()).toBe(1_200);

    await sign('taken', [
      [persons[3]?.id ?? '', 'X#1200'],
      [persons[1]?.id ?? '', 'X#0'],
    ]);
    expect(await load('taken')).toMatch(
      /^line 3: Another person has this number\.\nNothing of lines 2 to 3 was recorded/,
    );
    await sign('double', [
      [persons[3]?.id ?? '', 'X#1200'],
      [persons[1]?.id ?? '', 'X#1200'],
    ]);
    expect(await load('double')).toMatch(/^Lines 2 and 3 give one number to two persons\. Nothing was imported\./);
    expect(await count()).toBe(1_200);

    const logged = await rows<{ text: string }>(
      "select convert_from(body, 'UTF8') as text from ledger.entry where convert_from(body, 'UTF8') ~ 'linkPersons|person_link_batch'",
      system.ledger.adminUrl,
    );
    const sha256 = createHash('sha256').update(text).digest('hex');
    // Two calls linked: each is an entry of the person index, and one of the gateway about each person.
    expect(logged.filter(({ text: entry }) => entry.includes(`"file_sha256":"${sha256}"`))).toHaveLength(2);
    const changes = logged.map(({ text: entry }) => JSON.parse(entry)).filter(({ kind }) => kind === 'change');
    const linked = changes.filter(({ effects }) => effects[0].ids[0]?.startsWith('PersonLinkBatch:'));
    expect(new Set(linked.map(({ person }) => person)).size).toBe(persons.length);
    for (const { text: entry } of logged) {
      expect(entry).not.toContain('X#');
      expect(entry).not.toContain(persons[0]?.id);
    }
  } finally {
    await rm(directory, { recursive: true });
  }
}, 60_000);

recordLinkCases((who, ...argv) => person360(who, ...argv));
