import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { example } from '../../cli/example.ts';
import { canonicalJson, type JsonValue, openLedger, verifierKeyOf } from '../../ledger/index.ts';
import { decodeEntryBundle, encodeEntryBundle } from '../../ledger/tiles/entryBundle.ts';
import { groundsHash } from '../../schema/disclosureGrounds.ts';
import { at } from '../harness/answer.ts';
import { idOf, type Product, startProduct } from '../harness/product/startProduct.ts';
import {
  childProtection,
  energyAssistance,
  fosterCare,
  idhsOfficer,
  reentry,
  schoolSupport,
} from '../harness/requesters.ts';
import { runCommand } from '../harness/runCommand.ts';

const ORIGINS = { emou: 'person360.local/emou', gateway: 'person360.local/gateway-1' };

let system: Product;
let scratch: string;
let folder: string;
let approval: string;
let revokedAt: Date;
/** A disclosure as the gateway recorded it, and its grounds. */
let shown: { readonly record: Record<string, JsonValue>; readonly grounds: Buffer };

beforeAll(async () => {
  system = await startProduct();
  scratch = await mkdtemp(join(tmpdir(), 'person360-approvals-'));
  const answer = await system.ask(childProtection, 'query ($id: ID!) { person(id: $id) { id tanf { status } } }', {
    id: idOf('daughter'),
  });
  expect(at(answer.data, 'person.tanf.status')).toBe('ACTIVE');
  for (const who of [fosterCare, childProtection, schoolSupport, reentry, energyAssistance]) {
    await system.ask(who, example.query, example.variables);
  }
  const listed = await system.ask(
    childProtection,
    'query { approvals(dataset: "tanf.participation") { id requestingAgency purpose } }',
  );
  const approvals = at(listed.data, 'approvals') as readonly {
    id: string;
    requestingAgency: string;
    purpose: string;
  }[];
  const { agency, purpose } = childProtection;
  approval = approvals.find((each) => each.requestingAgency === agency && each.purpose === purpose)?.id ?? '';
  const revoked = await system.ask(
    idhsOfficer,
    `mutation ($id: ID!) { revokeApproval(input: { approvalId: $id, reason: "No longer needed for the case." }) {
       approval { revokedAt } } }`,
    { id: approval },
  );
  revokedAt = new Date(String(at(revoked.data, 'revokeApproval.approval.revokedAt')));
  folder = await exportAll();
  const bodies = await entriesOf(folder, ORIGINS.gateway);
  const grounds = bodies.find((body) => body.includes(approval) && body.includes('"kind":"grounds"'));
  if (grounds === undefined) throw new Error('The disclosure was not recorded.');
  const name = groundsHash(grounds).toString('base64url');
  const record = bodies.map((body) => JSON.parse(body.toString('utf8'))).find((each) => each.grounds === name);
  shown = { record, grounds };
}, 180_000);
afterAll(async () => {
  await system?.stop();
  await rm(scratch, { recursive: true, force: true });
});

async function exportAll(): Promise<string> {
  const out = await mkdtemp(join(scratch, 'export-'));
  const options = ['--format', 'tiles', '--all', '--out', out, '--data-dir', system.dataDirectory];
  const { code, stderr } = await runCommand(['audit', 'export', ...options]);
  if (code !== 0) throw new Error(stderr);
  return out;
}

const keyOf = (origin: string) => verifierKeyOf(origin, system.ledger.signingKey);

/** `person360 verify approvals` with the keys of these logs, beside those of the running system. */
function verify(directory: string, origins: readonly string[] = [], ...more: readonly string[]) {
  const keys = [...Object.values(ORIGINS), ...origins].flatMap((origin) => ['--key', keyOf(origin)]);
  return runCommand(['verify', 'approvals', directory, ...keys, ...more]);
}

const nameOf = (origin: string) => origin.replace('/', '_');

async function bundleOf(directory: string, origin: string): Promise<string> {
  const entries = join(directory, nameOf(origin), 'tile', 'entries');
  const [file, ...others] = await readdir(entries, { recursive: true, withFileTypes: true }).then((found) =>
    found.filter((each) => each.isFile()),
  );
  if (file === undefined || others.length > 0) throw new Error(`${origin} has not one bundle.`);
  return join(file.parentPath, file.name);
}

async function entriesOf(directory: string, origin: string): Promise<readonly Buffer[]> {
  return decodeEntryBundle(await readFile(await bundleOf(directory, origin))).bodies;
}

/** Appends as another gateway, or another register, would: with a login and a key of its own. */
async function append(origin: string, kind: string, bodies: readonly (string | Buffer)[]): Promise<void> {
  const isRegister = kind === 'administration';
  const ledger = await openLedger({
    connectionString: isRegister ? system.ledger.registerUrl : system.ledger.writerUrl,
    ...{ origin, holder: origin, signingKey: system.ledger.signingKey, readsBack: isRegister },
  });
  await ledger.append(bodies.map((body) => ({ body, time: system.clock.now(), indexes: { kind } })));
  await ledger.close();
}

/** The export of all logs, without the logs of other tests. */
async function exportOnly(...origins: readonly string[]): Promise<string> {
  const directory = await exportAll();
  const wanted = new Set([...Object.values(ORIGINS), ...origins].map(nameOf));
  for (const name of await readdir(directory)) {
    if (!wanted.has(name)) await rm(join(directory, name), { recursive: true });
  }
  return directory;
}

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

  test('shows a disclosure under an approval that nobody ever made, and one whose grounds are gone', async () => {
    const origin = 'person360.local/gateway-invented';
    const invented = '00000000-0000-4000-8000-00000000beef';
    const grounds = Buffer.from(shown.grounds.toString('utf8').replaceAll(approval, invented));
    const record = { ...shown.record, grounds: groundsHash(grounds).toString('base64url') };
    // The grounds come after the first record that names them.
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
    const records = [...others, { grounds: groundsHash(wider).toString('base64url') }];
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

  test('shows an emergency that nobody declared, that was over, or that another agency declared', () => {
    expect(findingsOf(origins.emergencies)).toEqual([
      `names emergency ${reference}, which was open from ${minutes(-70)} to ${minutes(-40)}`,
      `names emergency ${unknown}, which no entry of the log of decisions declares`,
      `names emergency ${reference}, which was declared by ${agency} for ${purpose}, not by HFS for ${purpose}`,
    ]);
  });
});

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

  test('has gaps, doubles and moves out of order told even when they were signed', async () => {
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

  test('has unmaskings told that were decided by the person who requested them, or that nobody requested', async () => {
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
