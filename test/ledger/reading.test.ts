import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { csvRecord } from '../../cli/commands/audit/export/csvRecord.ts';
import { fhirAuditEvent } from '../../cli/commands/audit/export/fhirAuditEvent.ts';
import { verifyReceipt } from '../../ledger/index.ts';
import { groundsHash } from '../../schema/disclosureGrounds.ts';
import type { DisclosureRecord } from '../../schema/disclosureRecord.ts';
import { personReference } from '../../schema/personReference.ts';
import type { Answer } from '../harness/answer.ts';
import { at } from '../harness/answer.ts';
import { eventually } from '../harness/eventually.ts';
import { idOf, type Product, startProduct } from '../harness/product/startProduct.ts';
import { bodiesOf, recordsOf, rowsOf } from '../harness/recordsOf.ts';
import { fosterCare, indexSteward, medicaidWorker, schoolSupport, type Who } from '../harness/requesters.ts';
import { startCommand } from '../harness/runCommand.ts';

const auditor: Who = { agency: 'DOIT', purpose: 'AUDIT', roles: ['AUDITOR'] };
const healthAuditor: Who = { agency: 'HFS', purpose: 'AUDIT', roles: ['AUDITOR'] };
const resident: Who = { agency: 'DOIT', purpose: 'SUBJECT_REQUEST', roles: ['RESIDENT'] };

const disclosures = `query ($filter: DisclosureFilter, $first: Int, $after: String) {
  disclosures(filter: $filter, first: $first, after: $after) {
    edges { cursor node { id kind agency requester purpose person disclosed { datasets owners fields approvals }
      empty { datasets fields } refused { field dataset reason } search { field datasets found } } }
    pageInfo { hasNextPage endCursor } } }`;

interface Node {
  readonly id: string;
  readonly kind: string;
  readonly agency: string;
  readonly requester: string;
  readonly person: string | null;
  readonly disclosed: readonly {
    datasets: readonly string[];
    fields: readonly string[];
    approvals: readonly string[];
  }[];
  readonly empty: readonly { datasets: readonly string[]; fields: readonly string[] }[];
  readonly refused: readonly { dataset: string }[];
  readonly search: { readonly field: string } | null;
}

let system: Product;
beforeAll(async () => {
  system = await startProduct();
  const everything = `query ($ids: [ID!]!) { persons(ids: $ids) { name { given } medicaid { status } snap { status } } }`;
  const household = { ids: [idOf('ward'), idOf('daughter'), idOf('partner')] };
  await system.ask(fosterCare, everything, household);
  await system.ask(schoolSupport, everything, household);
  await system.ask(fosterCare, '{ searchPersons(name: "Coleman", first: 2) { id } }');
}, 120_000);
afterAll(() => system?.stop());

const residentToken = (personId: string): string => system.token(resident, { subject: `person:${personId}` });
const referenceOf = (personId: string): string =>
  personReference(system.ledger.personKeys[0], personId).toString('base64url');

function nodesOf({ data, errors }: Answer, root = 'disclosures'): readonly Node[] {
  expect(errors).toEqual([]);
  return (at(data, `${root}.edges`) as readonly { node: Node }[]).map(({ node }) => node);
}

async function find(who: Who | string, filter: object): Promise<readonly Node[]> {
  return nodesOf(await system.ask(who, disclosures, { filter, first: 200 }));
}

describe('the log', () => {
  test('is open to auditors by every way of asking, and to nobody without the role', async () => {
    const all = await find(auditor, {});
    expect(all.length).toBeGreaterThan(8);
    const ward = await find(auditor, { personId: idOf('ward') });
    expect(new Set(ward.map(({ person }) => person))).toEqual(new Set([referenceOf(idOf('ward'))]));
    expect(new Set((await find(auditor, { agency: 'ISBE' })).map(({ agency }) => agency))).toEqual(new Set(['ISBE']));
    expect((await find(auditor, { requester: 'dcfs.test', kind: 'SEARCH' })).length).toBe(1);
    const misspelled = await system.ask(auditor, disclosures, { filter: { agency: 'isbe' } });
    expect(misspelled.codes).toEqual(['BAD_USER_INPUT']);
    expect(misspelled.errors[0]?.message).toContain('agency must be the code of an agency: IDOA, DCFS,');
    const inUpperCase = await find(auditor, { personId: idOf('ward').toUpperCase() });
    expect(inUpperCase.map(({ id }) => id)).toEqual(expect.arrayContaining(ward.map(({ id }) => id)));
    expect((await system.ask(auditor, disclosures, { filter: { personId: 'the ward' } })).codes).toEqual([
      'BAD_USER_INPUT',
    ]);
    const medicaid = await find(auditor, { dataset: 'medicaid.enrollment' });
    expect(new Set(medicaid.map(({ agency, kind }) => `${agency} ${kind}`))).toEqual(
      // Two of the three are no wards of the state, as DCFS' approval asks.
      new Set(['DCFS DISCLOSURE', 'DCFS REFUSAL', 'ISBE REFUSAL']),
    );
    const approval = medicaid.flatMap(({ disclosed }) =>
      disclosed
        .filter(({ datasets }) => datasets.includes('medicaid.enrollment'))
        .flatMap(({ approvals }) => approvals),
    )[0];
    expect((await find(auditor, { approval })).length).toBe(
      all.filter(({ disclosed }) => disclosed.some(({ approvals }) => approvals?.includes(approval ?? ''))).length,
    );

    for (const who of [
      fosterCare,
      { ...auditor, purpose: 'CHILD_PROTECTION' },
      { ...auditor, roles: ['CASEWORKER'] },
    ]) {
      const answer = await system.ask(who as Who, disclosures, {});
      expect([answer.codes, at(answer.data, 'disclosures')]).toEqual([['FORBIDDEN'], null]);
    }
  });

  test('comes in pages, without a gap and without a repetition', async () => {
    const all = (await find(auditor, { to: new Date(system.clock.now()).toISOString() })).map(({ id }) => id);
    const to = new Date(system.clock.now()).toISOString();
    const paged: string[] = [];
    let after: unknown;
    for (;;) {
      const answer = await system.ask(auditor, disclosures, { filter: { to }, first: 3, after });
      paged.push(...nodesOf(answer).map(({ id }) => id));
      after = at(answer.data, 'disclosures.pageInfo.endCursor');
      if (at(answer.data, 'disclosures.pageInfo.hasNextPage') !== true) break;
    }
    expect(new Set(paged).size).toBe(paged.length);
    expect(all.every((id) => paged.includes(id))).toBe(true);
  });

  test('shows an agency’s auditor what concerns its own datasets, and nothing else of a record', async () => {
    const found = await find(healthAuditor, {});
    expect(found.length).toBeGreaterThan(0);
    for (const { disclosed, empty, refused } of found) {
      const groups = [...disclosed, ...empty];
      const datasets = [...groups.flatMap((group) => group.datasets), ...refused.map(({ dataset }) => dataset)];
      expect(datasets.length).toBeGreaterThan(0);
      expect(datasets.filter((dataset) => !dataset.startsWith('medicaid.'))).toEqual([]);
    }
    expect(await find(healthAuditor, { dataset: 'snap.participation' })).toEqual([]);

    // That somebody has nothing in their data is their concern too.
    const status = 'query ($id: ID!) { person(id: $id) { medicaid { status } } }';
    expect((await system.ask(medicaidWorker, status, { id: idOf('partner') })).data).toEqual({
      person: { medicaid: null },
    });
    const [empty] = await find(healthAuditor, { personId: idOf('partner'), dataset: 'medicaid.enrollment' });
    expect(empty).toMatchObject({
      disclosed: [],
      empty: [{ datasets: ['medicaid.enrollment'], fields: ['Person.medicaid'] }],
    });

    // Who looked through their data in vain is their concern too; who searched elsewhere is not.
    const nobody = '{ medicaidRecipient(rin: "999999999") { status } }';
    expect((await system.ask(medicaidWorker, nobody)).data).toEqual({ medicaidRecipient: null });
    const searches = await find(healthAuditor, { kind: 'SEARCH' });
    expect(searches.map(({ search }) => search)).toEqual([
      { field: 'Query.medicaidRecipient', datasets: ['medicaid.lookup'], found: 0 },
    ]);
    expect(await find(auditor, { kind: 'SEARCH', dataset: 'medicaid.lookup' })).toEqual(searches);
  });

  test('is recorded when it is read, about the person who was asked for', async () => {
    const answer = await system.ask(auditor, disclosures, { filter: { personId: idOf('partner') } });
    const request = answer.headers.get('x-request-id');
    const records = await recordsOf(system.ledger.auditUrl, system.ledger.origin);
    expect(records.filter((record) => record.request === request)).toMatchObject([
      { kind: 'log-reading', person: referenceOf(idOf('partner')), requester: 'doit.test' },
    ]);
  });
});

describe('every reading of the log is recorded', () => {
  const recordsAbout = async (answer: Answer): Promise<readonly DisclosureRecord[]> => {
    const request = answer.headers.get('x-request-id');
    return (await recordsOf(system.ledger.auditUrl, system.ledger.origin)).filter((one) => one.request === request);
  };
  const byPerson = `query ($id: ID!) { disclosures(filter: { personId: $id }) { edges { node { id } } } }`;
  const nobody = '00000000-0000-4000-8000-000000000000';

  test('also one that found nothing', async () => {
    const answer = await system.ask(auditor, byPerson, { id: nobody });
    expect(answer.data).toEqual({ disclosures: { edges: [] } });
    expect(await recordsAbout(answer)).toMatchObject([{ kind: 'log-reading', person: referenceOf(nobody) }]);
    const proof = await system.ask(auditor, '{ inclusionProof(id: "1-999999999") { receipt } }');
    expect(proof.data).toEqual({ inclusionProof: null });
    const records = await recordsAbout(proof);
    expect(records.map(({ kind, person, grounds }) => [kind, person, grounds])).toEqual([
      ['log-reading', undefined, undefined],
    ]);
  });

  test('one that was refused is a refusal against whom it was about', async () => {
    const answer = await system.ask(fosterCare, byPerson, { id: idOf('child') });
    expect(answer.codes).toEqual(['FORBIDDEN']);
    const refusal = {
      kind: 'refusal',
      requester: 'dcfs.test',
      refused: [{ dataset: null, field: 'Query.disclosures', owner: null, reason: 'FORBIDDEN' }],
    };
    expect(await recordsAbout(answer)).toMatchObject([{ ...refusal, person: referenceOf(idOf('child')) }]);
    const mixed = await system.ask(fosterCare, '{ disclosures { edges { cursor } } approvals { id } }');
    const records = await recordsAbout(mixed);
    expect(records).toMatchObject([{ kind: 'disclosure' }, refusal]);
    expect(records.map(({ person }) => person)).toEqual([undefined, undefined]);
  });

  test('one that failed has read nothing', async () => {
    const answer = await system.ask(auditor, '{ disclosures(first: 0) { edges { cursor } } }');
    expect([answer.codes, await recordsAbout(answer)]).toEqual([['BAD_USER_INPUT'], []]);
  });
});

describe('a resident', () => {
  const accounting = `query ($id: ID!) { accountingOfDisclosures(personId: $id) { edges { node { id kind agency
    requester person disclosed { datasets fields approvals } refused { dataset } } } } }`;

  test('sees who was shown what of them, refused requests included, and nobody else’s', async () => {
    const token = residentToken(idOf('daughter'));
    const own = nodesOf(await system.ask(token, accounting, { id: idOf('daughter') }), 'accountingOfDisclosures');
    expect(new Set(own.map(({ agency, kind }) => `${agency} ${kind}`))).toEqual(
      new Set(['DCFS DISCLOSURE', 'DCFS REFUSAL', 'ISBE DISCLOSURE', 'ISBE REFUSAL']),
    );
    expect(new Set(own.map(({ person }) => person))).toEqual(new Set([referenceOf(idOf('daughter'))]));
    // The reader is a requester too; no id of theirs stands in the log.
    const requester = `person:${referenceOf(idOf('daughter'))}`;
    const readings = await find(auditor, { requester: `person:${idOf('daughter')}` });
    expect(readings.map((reading) => [reading.kind, reading.requester])).toContainEqual(['LOG_READING', requester]);
    expect((await find(auditor, { requester })).map(({ id }) => id)).toEqual(readings.map(({ id }) => id));
    expect((await bodiesOf(system.ledger.auditUrl, system.ledger.origin)).join('\n')).not.toContain(idOf('daughter'));
    expect((await system.ask(token, accounting, { id: idOf('ward') })).codes).toEqual(['FORBIDDEN']);
    const others = await find(token, { personId: idOf('ward') });
    expect(others.filter(({ person }) => person !== referenceOf(idOf('daughter')))).toEqual([]);
    expect((await system.ask(token, '{ unusualAccess { rule } }')).codes).toEqual(['FORBIDDEN']);
  });

  test('reads an entry in plain English, with names instead of codes', async () => {
    const query = `query ($id: ID!) { accountingOfDisclosures(personId: $id) { edges { node { kind agency inWords } } } }`;
    const token = residentToken(idOf('daughter'));
    const answer = await system.ask(token, query, { id: idOf('daughter') });
    const nodes = nodesOf(answer, 'accountingOfDisclosures') as unknown as Readonly<Record<string, string>>[];
    const wordsOf = (kind: string) => nodes.find((node) => node.agency === 'DCFS' && node.kind === kind)?.inWords ?? '';
    expect(wordsOf('DISCLOSURE')).toMatch(
      /^Data was shown\.\nWhen: \w+ \d+, \d{4} at .* Central Time\nWho: Caseworker, Department of Children and Family Services\nWhy: /,
    );
    expect(nodes.map(({ inWords }) => inWords).join('\n')).toMatch(/\nShown from [A-Z][^\n]*: .+\n {2}Held by: [A-Z]/);
    expect(wordsOf('REFUSAL')).toMatch(/\nRefused: [^\n]+ \([a-z ']+\)/);
    for (const { inWords = '' } of nodes) expect(inWords).not.toMatch(/\b[A-Z][A-Za-z]+\.[a-z]\w+|_|undefined|null/);
  });

  test('who is the mother or father of a child under 18 reads the child’s accounting', async () => {
    await system.ask(schoolSupport, 'query ($ids: [ID!]!) { persons(ids: $ids) { name { given } } }', {
      ids: [idOf('child')],
    });
    const ask = (reader: string, of: string) => system.ask(residentToken(reader), accounting, { id: of });
    const seen = nodesOf(await ask(idOf('daughter'), idOf('child')), 'accountingOfDisclosures');
    expect(seen.length).toBeGreaterThan(0);
    expect(new Set(seen.map(({ person }) => person))).toEqual(new Set([referenceOf(idOf('child'))]));
    // Neither a grandparent, nor the child of a parent, nor another person of the household.
    for (const [reader, of] of [
      [idOf('grandmother'), idOf('child')],
      [idOf('child'), idOf('daughter')],
      [idOf('grandmother'), idOf('daughter')],
      [idOf('daughter'), idOf('partner')],
    ] as const) {
      expect((await ask(reader, of)).codes).toEqual(['FORBIDDEN']);
    }
  });

  test('reads no accounting of a child who is a ward of the state, also as the parent', async () => {
    // The daughter is the mother of both; only the younger child is in her custody.
    const token = residentToken(idOf('daughter'));
    expect((await system.ask(token, accounting, { id: idOf('child') })).codes).toEqual([]);
    expect((await system.ask(token, accounting, { id: idOf('ward') })).codes).toEqual(['FORBIDDEN']);
  });

  test('does not see disclosures under a suspension until it ends; auditors do', async () => {
    const suspend = (until: Date, oral: boolean) =>
      system.ask(
        auditor,
        `mutation ($input: SuspendAccountingInput!) { suspendAccounting(input: $input) { suspension { until } } }`,
        {
          input: {
            personId: idOf('partner'),
            recipientAgency: 'DCFS',
            until: until.toISOString(),
            oral,
            reference: 'AG 2026-0417',
          },
        },
      );
    const now = system.clock.now().getTime();
    expect((await suspend(new Date(now + 31 * 86_400_000), true)).codes).toEqual(['BAD_USER_INPUT']);
    expect((await suspend(new Date(now + 86_400_000), true)).errors).toEqual([]);
    const token = residentToken(idOf('partner'));
    const agencies = async (): Promise<readonly string[]> =>
      nodesOf(await system.ask(token, accounting, { id: idOf('partner') }), 'accountingOfDisclosures').map(
        ({ agency }) => agency,
      );
    expect(await agencies()).not.toContain('DCFS');
    expect((await find(auditor, { personId: idOf('partner') })).map(({ agency }) => agency)).toContain('DCFS');
    const suspensions = await system.ask(auditor, '{ suspensions { recipientAgency oral enteredBy } }');
    expect(suspensions.data).toEqual({
      suspensions: [{ recipientAgency: 'DCFS', oral: true, enteredBy: 'doit.test' }],
    });

    // Nor do they learn that there is one from who looked for it.
    const looked = await system.ask(auditor, 'query ($id: ID!) { suspensions(personId: $id) { oral } }', {
      id: idOf('partner'),
    });
    expect(looked.data).toEqual({ suspensions: [{ oral: true }] });
    const mine = { personId: idOf('partner'), kind: 'LOG_READING' };
    const [reading] = await find(auditor, mine);
    expect(reading?.disclosed).toMatchObject([{ fields: ['AccountingSuspension.oral', 'Query.suspensions'] }]);
    expect(
      (await find(token, mine)).flatMap(({ disclosed }) => disclosed.flatMap(({ fields }) => fields)),
    ).not.toContain('Query.suspensions');
    const proof = await system.ask(token, 'query ($id: ID!) { inclusionProof(id: $id) { receipt } }', {
      id: reading?.id,
    });
    expect(proof.data).toEqual({ inclusionProof: null });
  });
});

describe('statistics', () => {
  test('hide counts of fewer than eleven persons from everybody but auditors', async () => {
    const query = '{ accessStatistics(by: DATASET) { key disclosures persons suppressed } }';
    const steward: Who = { agency: 'DCFS', purpose: 'DATA_GOVERNANCE', roles: ['DATA_OFFICER'] };
    type Rows = { accessStatistics: readonly { persons: number | null; disclosures: number | null }[] };
    const full = (await system.ask(auditor, query)).data as Rows;
    expect(full.accessStatistics.some(({ persons }) => persons !== null && persons < 11)).toBe(true);
    // The entries are of a month that is over once the clock is in a later one.
    const now = system.clock.now();
    const later = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 2) - now.getTime();
    system.clock.advance(later);
    try {
      const suppressed = (await system.ask(steward, query)).data as Rows;
      for (const { persons, disclosures: count } of suppressed.accessStatistics) {
        expect(persons === null || persons >= 11).toBe(true);
        expect(persons === null).toBe(count === null);
      }
      expect(suppressed.accessStatistics.length).toBeGreaterThan(0);
    } finally {
      system.clock.advance(-later);
    }
    for (const by of ['AGENCY', 'PURPOSE', 'APPROVAL', 'FIELD']) {
      const answer = await system.ask(auditor, `{ accessStatistics(by: ${by}) { key } }`);
      expect([by, answer.errors, (answer.data as Rows).accessStatistics.length > 0]).toEqual([by, [], true]);
    }
    expect((await system.ask(auditor, '{ unusualAccess { rule requester measured threshold } }')).errors).toEqual([]);
  });

  test('cover one whole month in Illinois that is over, so that no two ranges can be subtracted', async () => {
    const officer: Who = { agency: 'DCFS', purpose: 'DATA_GOVERNANCE', roles: ['DATA_OFFICER'] };
    const query = `query ($from: DateTime, $to: DateTime) { accessStatistics(by: AGENCY, from: $from, to: $to) { key } }`;
    const ask = (who: Who, from?: string, to?: string) => system.ask(who, query, { from, to });
    // Summer time begins on 8 March: the month has 743 hours.
    expect((await ask(officer, '2026-03-01T06:00:00Z', '2026-04-01T05:00:00Z')).errors).toEqual([]);
    expect((await ask(officer, '2026-03-01T00:00:00-06:00')).errors).toEqual([]);
    expect((await ask(officer, undefined, '2026-04-01T05:00:00Z')).errors).toEqual([]);
    const now = system.clock.now();
    const refused = [
      ['2026-03-01T06:00:00Z', '2026-03-01T06:00:01Z'],
      ['2026-03-01T06:00:01Z', '2026-04-01T05:00:00Z'],
      ['2026-03-01T06:00:00Z', '2026-04-01T05:00:01Z'],
      ['2026-03-01T06:00:00Z', '2026-05-01T05:00:00Z'],
      ['2026-04-01T05:00:00Z', '2026-03-01T06:00:00Z'],
      ['2026-03-01T00:00:00Z', '2026-04-01T00:00:00Z'],
      [now.toISOString(), undefined],
      [undefined, now.toISOString()],
      [new Date(now.getTime() + 40 * 86_400_000).toISOString(), undefined],
    ] as const;
    for (const [from, to] of refused) {
      const answer = await ask(officer, from, to);
      expect([from, to, answer.codes]).toEqual([from, to, ['BAD_USER_INPUT']]);
    }
    expect((await ask(auditor, '2026-03-01T06:00:00Z', '2026-03-01T06:00:01Z')).errors).toEqual([]);
  });
});

describe('from outside', () => {
  test('an export verifies, and a change in it is named', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'person360-export-'));
    const run = (...args: string[]) => startCommand(args).ended;
    const source = ['--data-dir', system.dataDirectory];
    try {
      const out = join(directory, 'log');
      expect((await run('audit', 'export', '--format', 'tiles', '--out', out, ...source)).code).toBe(0);
      const key = system.ledger.verifierKey;
      const verified = await run('verify', 'export', out, '--key', key);
      expect([verified.code, verified.stdout]).toEqual([0, expect.stringMatching(/^verified: \d+ entries/)]);

      const bundles = join(out, 'tile', 'entries');
      const [name] = (await readdir(bundles, { recursive: true, withFileTypes: true })).filter((file) => file.isFile());
      const file = join(name?.parentPath ?? '', name?.name ?? '');
      const text = (await readFile(file, 'latin1')).replace('"kind":"grounds"', '"kind":"groundS"');
      await writeFile(file, text, 'latin1');
      const changed = await run('verify', 'export', out, '--key', key);
      expect([changed.code, changed.stdout]).toEqual([2, expect.stringContaining('NOT verified: entry: entry 0 ')]);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  }, 240_000);

  test('one export is held against an older one, or against any checkpoint that somebody kept', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'person360-export-'));
    const run = (...args: string[]) => startCommand(args).ended;
    const source = ['--data-dir', system.dataDirectory];
    const key = ['--key', system.ledger.verifierKey];
    const path = (name: string): string => join(directory, name);
    const exported = (name: string) => run('audit', 'export', '--format', 'tiles', '--out', path(name), ...source);
    try {
      expect((await exported('older')).code).toBe(0);
      await system.ask(fosterCare, 'query ($id: ID!) { person(id: $id) { gender } }', { id: idOf('ward') });
      const [, size = ''] = (await readFile(path('older/checkpoint'), 'utf8')).split('\n');
      const made = [exported('newer'), run('audit', 'consistency', size, '--out', path('evidence'), ...source)];
      expect((await Promise.all(made)).map(({ code }) => code)).toEqual([0, 0]);
      const consistency = (older: string, newer: string) =>
        run('verify', 'consistency', path(older), path(newer), ...key);
      const pairs = [
        ['older', 'newer'],
        ['older', 'evidence'],
        ['older/checkpoint', 'evidence'],
      ] as const;
      const verified = { code: 0, stdout: expect.stringMatching(/^verified: /) };
      expect(await Promise.all(pairs.map(([older, newer]) => consistency(older, newer)))).toMatchObject(
        pairs.map(() => verified),
      );

      const told = 'NOT verified: rollback: ';
      // What a command could not do is told in a sentence, and is no verdict.
      expect(
        await Promise.all([
          consistency('newer', 'older'),
          run('verify', 'export', path('nowhere'), ...key),
          run('verify', 'export', path('older'), '--key', 'x+00000000+AAAA'),
          run('audit', 'export', '--format', 'tiles', '--out', path('older'), ...source),
          run('audit', 'receipt', '0', '--out', path('evidence'), ...source),
          run('audit', 'receipt', '99999999', '--out', path('none'), ...source),
        ]),
      ).toMatchObject([
        { code: 2, stdout: expect.stringContaining(told) },
        ...[
          /^\S+nowhere is no directory.*\n$/,
          /^\S+ is no key of a log.*\n$/,
          /^\S+older is not empty.*\n$/,
          /^\S+evidence cannot be written.*\n$/,
          /^The log does not give it.*\n$/,
        ].map((sentence) => ({ code: 1, stdout: '', stderr: expect.stringMatching(sentence) })),
      ]);
      expect((await readdir(directory)).sort()).toEqual(['evidence', 'newer', 'older']);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  }, 240_000);

  test('a stream goes on after any offset, each entry at its place in the tree, also while it waits for more', async () => {
    const source = ['--data-dir', system.dataDirectory];
    type Line = { readonly offset: number; readonly record: { readonly kind: string }; readonly grounds?: unknown };
    const linesOf = (text: string): readonly Line[] =>
      text
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line) as Line); // as documented
    const whole = await startCommand(['audit', 'stream', ...source]).ended;
    const bodies = await bodiesOf(system.ledger.auditUrl, system.ledger.origin);
    expect([whole.code, linesOf(whole.stdout).map(({ offset }) => offset)]).toEqual([0, [...bodies.keys()]]);
    // The entry's own bytes, and the grounds it names beside them.
    for (const [at, line] of whole.stdout.split('\n').slice(0, -1).entries()) {
      expect(line.startsWith(`{"offset":${at},"record":${bodies[at]}`)).toBe(true);
    }
    for (const { record, grounds } of linesOf(whole.stdout)) {
      expect([record.kind, grounds !== undefined]).toEqual([record.kind, 'grounds' in record]);
    }

    const from = bodies.length - 2;
    const following = startCommand(['audit', 'stream', '--from-offset', String(from), '--follow', ...source]);
    await eventually(
      async () => linesOf(following.output.stdout).length,
      (lines) => lines === 2,
      60_000,
    );
    await system.ask(fosterCare, 'query ($id: ID!) { person(id: $id) { gender } }', { id: idOf('ward') });
    const size = (await bodiesOf(system.ledger.auditUrl, system.ledger.origin)).length;
    const seen = await eventually(
      async () => linesOf(following.output.stdout).map(({ offset }) => offset),
      (offsets) => offsets.at(-1) === size - 1,
      30_000,
    );
    expect(seen).toEqual(Array.from({ length: size - from }, (_, index) => from + index));

    // A receiver whose source goes away is told so, and begins again after what it kept.
    await rowsOf(
      system.ledger.auditUrl,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'person360 audit'`,
    );
    const { code, stderr } = await following.ended;
    expect([code, stderr]).toEqual([1, expect.stringContaining('was lost')]);
  }, 240_000);

  test('a receipt proves its entry, and is given to whom the entry is about', async () => {
    const [entry] = await find(auditor, { personId: idOf('daughter') });
    const query = 'query ($id: ID!) { inclusionProof(id: $id) { receipt groundsReceipt } }';
    const proofs = await Promise.all(
      [auditor, residentToken(idOf('daughter'))].map(
        async (who) => (await system.ask(who, query, { id: entry?.id })).data,
      ),
    );
    const proved = (receipt: unknown): { index: number; body: string } => {
      const verification = verifyReceipt(String(receipt), [system.ledger.verifierKey]);
      if (!verification.ok) throw new Error(JSON.stringify(verification));
      return { index: verification.index, body: verification.body.toString() };
    };
    for (const proof of proofs) {
      const record = proved(at(proof, 'inclusionProof.receipt'));
      expect(record.index).toBe(Number(entry?.id.split('-')[1]));
      expect(record.body).toContain(`"person":"${entry?.person}"`);
      // Which fields: another entry of the same log, and the record names the hash of just its bytes.
      const grounds = proved(at(proof, 'inclusionProof.groundsReceipt'));
      expect(record.body).toContain(`"grounds":"${groundsHash(grounds.body).toString('base64url')}"`);
      const fields = [...(entry?.disclosed ?? []), ...(entry?.refused ?? [])].map((one) => Object.values(one).flat());
      for (const field of fields.flat().filter((one) => String(one).includes('Person.'))) {
        expect(grounds.body).toContain(`"${String(field)}"`);
      }
    }
    const stranger = await system.ask(residentToken(idOf('ward')), query, { id: entry?.id });
    expect(stranger.data).toEqual({ inclusionProof: null });
  });

  test('every record has a form for spreadsheets and for FHIR', async () => {
    const records = await recordsOf(system.ledger.auditUrl, system.ledger.origin);
    for (const [index, record] of records.entries()) {
      const placed = { index, record };
      expect(csvRecord(placed)).toMatch(new RegExp(`^${index},${record.time},${record.kind},`));
      const event = fhirAuditEvent(placed, system.ledger.origin);
      expect(event).toMatchObject({ resourceType: 'AuditEvent', recorded: record.time });
    }
    const risky = { ...(records[0] as DisclosureRecord), requester: '=HYPERLINK("http://example.test")' };
    expect(csvRecord({ index: 0, record: risky })).toContain(`"'=HYPERLINK(""http://example.test"")"`);
  });
});

describe('the gateway', () => {
  test('records in order when its clock steps back', async () => {
    const before = (await recordsOf(system.ledger.auditUrl, system.ledger.origin)).length;
    const now = system.clock.now();
    system.clock.freezeAt(new Date(now.getTime() - 3_600_000));
    const answer = await system.ask(indexSteward, 'query ($id: ID!) { person(id: $id) { id birthDate } }', {
      id: idOf('ward'),
    });
    system.clock.freezeAt(now);
    expect(answer.errors).toEqual([]);
    const records = await recordsOf(system.ledger.auditUrl, system.ledger.origin);
    expect(records.slice(before)).toMatchObject([
      { time: new Date(now.getTime() - 3_600_000).toISOString(), request: answer.headers.get('x-request-id') },
    ]);
  });
});
