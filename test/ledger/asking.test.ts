import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { personPseudonym } from '../../schema/ledger/personPseudonym.ts';
import { type Answer, at } from '../harness/answer.ts';
import { idOf, type Product, startProduct } from '../harness/product/startProduct.ts';
import { recordsOf } from '../harness/recordsOf.ts';
import { fosterCare, type Who } from '../harness/requesters.ts';
import { runCommand, startCommand } from '../harness/runCommand.ts';

const auditor: Who = { agency: 'DOIT', purpose: 'AUDIT', roles: ['AUDITOR'] };
const steward: Who = { agency: 'DOIT', purpose: 'AUDIT', roles: ['DATA_STEWARD'], subject: 'doit.steward' };

let system: Product;
beforeAll(async () => {
  system = await startProduct();
  await system.ask(fosterCare, 'query ($id: ID!) { person(id: $id) { medicaid { status } } }', { id: idOf('ward') });
}, 120_000);
afterAll(() => system?.stop());

const ask = (...question: string[]) =>
  runCommand(['audit', 'ask', ...question, '--url', system.url, '--token', system.token(auditor)]);

test('person360 audit ask answers the ten questions by name, as a table and as JSON', async () => {
  const seen = await ask('who-saw', idOf('ward'), '--json');
  expect(seen.stderr).toBe('');
  const { edges } = JSON.parse(seen.stdout) as { edges: { node: { id: string; requester: string } }[] };
  const shown = edges.find(({ node }) => node.requester === 'dcfs.test')?.node;
  expect(shown).toBeDefined();
  const register = await system.ask(auditor, '{ approvals { id } }');
  const approval = String(at(register.data, 'approvals.0.id'));
  for (const [question, answer] of [
    [['looked-at', 'dcfs.test'], 'dcfs.test'],
    [['received', 'DCFS'], 'DCFS'],
    [['under', 'nobody'], 'No entries.'],
    [['changed', approval], 'APPROVE'],
    [['refused', '--agency', 'ISBE'], 'No entries.'],
    [['emergencies'], 'No entries.'],
    [['shared', '--by', 'purpose'], 'FOSTER_CARE_CASE'],
    [['unusual'], 'None.'],
    [['ticket', 'pr-0000-0000'], 'No entries.'],
    [['would-open', 'ISBE', 'snap.benefits', 'AUDIT', '--roles', 'CASEWORKER'], 'requests'],
    [['complete'], 'entr'],
    [['proof', shown?.id ?? ''], 'tlog-proof'],
  ] as const) {
    const { code, stdout, stderr } = await ask(...question);
    expect([question, code, stderr]).toEqual([question, 0, '']);
    expect(stdout).toContain(answer);
  }
}, 240_000);

describe('person360 audit unmask', () => {
  const unmask = async (who: Who, ...more: string[]) => {
    const command = ['audit', 'unmask', ...more, '--url', system.url, '--token', system.token(who)];
    const { code, stdout, stderr } = await runCommand(command);
    return { code, stderr, json: code === 0 ? JSON.parse(stdout) : undefined };
  };
  const request = (pseudonyms: readonly string[]) =>
    unmask(
      auditor,
      ...['request', '--pseudonym', pseudonyms.join(), '--why', 'Complaint, see file.'],
      ...['--case', 'C-17', '--json'],
    );
  const read = (who: Who, id: string, fields: string) =>
    system.ask(who, `query ($id: ID!) { unmaskedPersons(unmaskingId: $id) { pseudonym person { ${fields} } } }`, {
      id,
    });
  const pseudonymOf = (personId: string): string =>
    personPseudonym(system.ledger.pseudonymKeys[0], personId).toString('base64url');
  const recordsAbout = async ({ headers }: Answer) =>
    (await recordsOf(system.ledger.auditUrl, system.ledger.origin)).filter(
      (record) => record.request === headers.get('x-request-id'),
    );

  test('leads from the pseudonyms of what a caseworker looked at to persons, when another person approves', async () => {
    const looked = await ask('looked-at', 'dcfs.test', '--json');
    const { edges } = JSON.parse(looked.stdout) as { edges: { node: { person: string | null } }[] };
    const seen = [...new Set(edges.flatMap(({ node }) => node.person ?? []))];
    expect(seen).toEqual([pseudonymOf(idOf('ward'))]);
    const nobody = 'A'.repeat(43);
    const requested = await request([...seen, nobody]);
    expect(requested).toMatchObject({ code: 0, json: { status: 'WAITING', requestedBy: 'doit.test' } });
    const { id } = requested.json;

    const early = await unmask(auditor, 'read', id, '--json');
    expect(early).toMatchObject({ code: 1, stderr: expect.stringContaining('has not approved this unmasking yet') });
    const own = await unmask({ ...steward, subject: 'doit.test' }, 'approve', id, '--why', 'I want to know.');
    expect(own).toMatchObject({ code: 1, stderr: expect.stringContaining('another person must decide') });
    const listed = await unmask(steward, 'list', '--status', 'waiting', '--json');
    expect(listed.json).toMatchObject([{ id, reason: 'Complaint, see file.', pseudonyms: [...seen, nobody] }]);
    const approved = await unmask(steward, 'approve', id, '--why', 'The complaint is founded.', '--json');
    expect(approved.json).toMatchObject({ status: 'OPEN', decidedBy: 'doit.steward' });

    expect((await unmask(auditor, 'read', id, '--json')).json).toEqual([
      { pseudonym: seen[0], person: { id: idOf('ward') } },
      { pseudonym: nobody, person: null },
    ]);
    // The reading is a disclosure about the person, and stands in their accounting.
    const answer = await read(auditor, id, 'id name { given }');
    expect(at(answer.data, 'unmaskedPersons.0.person')).toEqual({ id: idOf('ward'), name: null });
    const records = await recordsAbout(answer);
    expect(records.filter(({ kind }) => kind === 'disclosure')).toMatchObject([
      {
        ...{ person: seen[0], requester: 'doit.test' },
        disclosed: expect.arrayContaining([
          expect.objectContaining({ basis: 'owner', datasets: ['audit.unmasking'], owners: ['DOIT'] }),
        ]),
      },
    ]);
    const resident = { agency: 'DOIT', purpose: 'SUBJECT_REQUEST', roles: ['RESIDENT'] } as const;
    const accounting = await system.ask(
      { ...resident, subject: `person:${idOf('ward')}` },
      'query ($id: ID!) { accountingOfDisclosures(personId: $id) { edges { node { requester disclosed { fields } } } } }',
      { id: idOf('ward') },
    );
    expect(JSON.stringify(accounting.data)).toContain('UnmaskedPseudonym.person');
  }, 120_000);

  test('reads for the person who requested it alone, as an auditor, and for 24 hours', async () => {
    const { id } = (await request([pseudonymOf(idOf('ward'))])).json;
    expect((await unmask(steward, 'approve', id, '--why', 'The complaint is founded.', '--json')).code).toBe(0);
    const others: readonly [string, Who][] = [
      ['FORBIDDEN', { ...auditor, subject: 'doit.other' }],
      ['UNAUTHORIZED_FIELD_OR_TYPE', steward],
      ['UNAUTHORIZED_FIELD_OR_TYPE', { ...auditor, roles: ['DATA_STEWARD'] }],
      ['UNAUTHORIZED_FIELD_OR_TYPE', { ...auditor, agency: 'HFS' }],
      ['UNAUTHORIZED_FIELD_OR_TYPE', fosterCare],
    ];
    for (const [code, who] of others) {
      const { result: answer, requests } = await system.recordedDuring(() => read(who, id, 'id'));
      expect([who, answer.codes, answer.data]).toEqual([who, [code], { unmaskedPersons: null }]);
      expect((await recordsAbout(answer)).map(({ kind }) => kind)).toContain('refusal');
      if (code !== 'FORBIDDEN') expect(requests).toEqual([]);
    }
    const listed = () => system.ask(auditor, '{ unmaskings(first: 1) { id status } }');
    expect((await listed()).data).toEqual({ unmaskings: [{ id, status: 'OPEN' }] });
    system.clock.advance(24 * 3_600_000);
    try {
      expect((await read(auditor, id, 'id')).codes).toEqual(['FORBIDDEN']);
      expect((await listed()).data).toEqual({ unmaskings: [{ id, status: 'EXPIRED' }] });
    } finally {
      system.clock.advance(-24 * 3_600_000);
    }
  }, 60_000);
});

/** Another letter or digit in the middle of the longest line. */
function withOneByteChanged(text: string): string {
  const longest = text.split('\n').reduce((one, other) => (other.length > one.length ? other : one));
  const at = text.indexOf(longest) + Math.floor(longest.length / 2);
  return `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
}

test('the evidence of a disclosure is a folder that says in words what was shown, and proves it', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'person360-evidence-'));
  const out = join(directory, 'evidence');
  try {
    const seen = await ask('who-saw', idOf('ward'), '--json');
    const { edges } = JSON.parse(seen.stdout) as { edges: { node: { id: string; kind: string; requester: string } }[] };
    const id = edges.find(({ node }) => node.kind === 'DISCLOSURE' && node.requester === 'dcfs.test')?.node.id ?? '';
    const write = () => runCommand(['audit', 'evidence', id, '--out', out, '--data-dir', system.dataDirectory]);
    expect(await write()).toMatchObject({ code: 0 });
    expect(await write()).toMatchObject({ code: 1, stderr: expect.stringContaining('is not empty') });

    const readme = await readFile(join(out, 'README.txt'), 'utf8');
    for (const text of [
      'dcfs.test, of Department of Children and Family Services (DCFS)',
      "FOSTER_CARE_CASE: Case of a child in the state's care",
      'owner Department of Healthcare and Family Services (HFS)',
      'medicaid.enrollment',
      'field MedicaidCoverage.status',
    ]) {
      expect(readme).toContain(text);
    }
    const command = /^ {2}person360 (verify .*)$/m.exec(readme)?.[1] ?? '';
    const verify = () => startCommand(command.split(' '), {}, out).ended;
    expect(await verify()).toMatchObject({ code: 0, stdout: expect.stringContaining('dcfs.test, of Department') });

    for (const file of ['record.json', 'record.receipt', 'grounds.json', 'grounds.receipt', 'README.txt']) {
      const before = await readFile(join(out, file), 'utf8');
      await writeFile(join(out, file), withOneByteChanged(before));
      expect(await readFile(join(out, file), 'utf8')).not.toBe(before);
      expect([file, await verify()]).toEqual([
        file,
        expect.objectContaining({ code: 2, stdout: expect.stringContaining('NOT verified') }),
      ]);
      await writeFile(join(out, file), before);
    }
    expect((await verify()).code).toBe(0);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}, 240_000);
