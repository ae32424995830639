import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { csvRecord } from '../../../cli/commands/audit/export/csvRecord.ts';
import { fhirAuditEvent } from '../../../cli/commands/audit/export/fhirAuditEvent.ts';
import { verifyConsistency, verifyReceipt } from '../../../ledger/index.ts';
import { manifestHash } from '../../../schema/ledger/disclosureManifest.ts';
import type { DisclosureRecord } from '../../../schema/ledger/disclosureRecord.ts';
import { at } from '../../harness/answer.ts';
import { eventually } from '../../harness/eventually.ts';
import { idOf } from '../../harness/product/startProduct.ts';
import { bodiesOf, recordsOf, rowsOf } from '../../harness/recordsOf.ts';
import { fosterCare } from '../../harness/requesters.ts';
import { startCommand } from '../../harness/runCommand.ts';
import { auditor, find, residentToken, system } from './productAndReaders.ts';

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

  test('an export is compared with an older one, or with any checkpoint that was kept', async () => {
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

      // The graph proves the same for two checkpoints that a reader of the log has.
      const notes = await Promise.all(['older', 'newer'].map((name) => readFile(path(`${name}/checkpoint`), 'utf8')));
      const [from, to] = notes.map((note) => Number(note.split('\n')[1]));
      const proof =
        'query ($origin: String!, $from: Int!, $to: Int!) { hashes: consistencyProof(origin: $origin, from: $from, to: $to) }';
      const { origin } = system.ledger;
      const hashes = at((await system.ask(auditor, proof, { origin, from, to })).data, 'hashes') as readonly string[];
      const [oldNote = '', newNote = ''] = notes;
      const proved = hashes.map((hash) => Buffer.from(hash, 'base64'));
      expect(verifyConsistency(oldNote, newNote, proved, [system.ledger.verifierKey])).toMatchObject({ ok: true });
      for (const none of [
        { from: to, to: from },
        { from, to: 99_999_999 },
        { from: 0, to },
        { from, to, origin: 'x' },
      ]) {
        expect((await system.ask(auditor, proof, { origin, ...none })).data).toEqual({ hashes: null });
      }
      expect((await system.ask(fosterCare, proof, { origin, from, to })).codes).toEqual(['FORBIDDEN']);

      const told = 'NOT verified: rollback: ';
      // A command that cannot do its work explains why in a sentence and gives no verdict.
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
          /^\S+nowhere is not a directory.*\n$/,
          /^\S+ is not the key of a log.*\n$/,
          /^\S+older is not empty.*\n$/,
          /^\S+evidence cannot be written.*\n$/,
          /^The log cannot provide this.*\n$/,
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
    // The entry's own bytes, and the manifest it names beside them.
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

    // A receiver whose source goes away gets an error, and continues after the last entry it saved.
    await rowsOf(
      system.ledger.auditUrl,
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'person360 audit'`,
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
      expect(record.body).toContain(`"grounds":"${manifestHash(grounds.body).toString('base64url')}"`);
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
