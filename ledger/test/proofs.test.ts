import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { sampleEntry } from '../bench/sampleEntry.ts';
import { sha256 } from '../merkle/hash.ts';
import { signCheckpoint } from '../note/checkpoint.ts';
import { noteSigner } from '../note/noteKey.ts';
import { openLedger } from '../openLedger.ts';
import { readConsistency, readReceipt } from '../read/receipt.ts';
import { verifyConsistency } from '../verify/verifyConsistency.ts';
import { verifyReceipt } from '../verify/verifyReceipt.ts';
import { type LedgerDatabase, startLedgerDatabase } from './ledgerDatabase.ts';

const ORIGIN = 'ledger.example.gov/proofs';
const { privateKey: signingKey } = generateKeyPairSync('ed25519');
const thief = generateKeyPairSync('ed25519').privateKey;
const ENTRIES = 1_500;

let database: LedgerDatabase;
let verifierKey: string;
/** Checkpoint of a batch that filled no tile, so the database does not keep it. */
let between: string;

beforeAll(async () => {
  database = await startLedgerDatabase();
  const options = { connectionString: database.writerUrl(), origin: ORIGIN, holder: 'gateway-1', signingKey };
  const ledger = await openLedger(options);
  verifierKey = ledger.verifierKey;
  for (let first = 0; first < ENTRIES; first += 20) {
    const entries = Array.from({ length: 20 }, (_, at) => sampleEntry(first + at, new Date('2026-03-02T08:00:00Z')));
    const { note } = await ledger.append(entries);
    if (first === 280) between = note;
  }
  await ledger.close();
}, 60_000);

afterAll(async () => {
  await database.stop();
}, 60_000);

describe('proofs from the database', () => {
  const withReader = async <T>(work: (reader: pg.Client) => Promise<T>): Promise<T> => {
    const reader = new pg.Client({ connectionString: database.readerUrl() });
    await reader.connect();
    try {
      return await work(reader);
    } finally {
      await reader.end();
    }
  };

  test.each([0, 255, 256, 1_279, 1_280, 1_499])('a receipt proves entry %i, and only it', async (index) => {
    const receipt = await withReader((reader) => readReceipt(reader, ORIGIN, index));
    const entry = sampleEntry(index, new Date('2026-03-02T08:00:00Z'));
    const proved = verifyReceipt(receipt, [verifierKey]);
    expect(proved).toMatchObject({ ok: true, index, checkpoint: { size: ENTRIES } });
    expect(proved.ok && proved.body.toString()).toBe(entry.body);
    const moved = receipt.replace(`\nindex ${index}\n`, `\nindex ${index === 0 ? 1 : index - 1}\n`);
    expect(verifyReceipt(moved, [verifierKey])).toMatchObject({ ok: false, problem: { kind: 'entry' } });
    const forged = receipt.replace(/^extra .*$/m, `extra ${Buffer.from('{}').toString('base64')}`);
    expect(verifyReceipt(forged, [verifierKey])).toMatchObject({ problem: { kind: 'entry', firstBadIndex: index } });
    expect(verifyReceipt('no receipt', [verifierKey])).toMatchObject({ problem: { kind: 'proof' } });
    const stranger = noteSigner(ORIGIN, thief).verifierKey;
    expect(verifyReceipt(receipt, [stranger])).toMatchObject({ problem: { kind: 'checkpoint' } });
  });

  test('an old checkpoint is proved to be the beginning of the new one', async () => {
    const kept = await database.asAdmin((admin) =>
      admin.query<{ size: string; note: string }>(
        'select c.size, c.note from ledger.checkpoint c join ledger.tree using (tree_id) where origin = $1',
        [ORIGIN],
      ),
    );
    expect(kept.rows.length).toBeGreaterThan(4);
    for (const { size, note: older } of kept.rows) {
      const { newNote, proof } = await withReader((reader) => readConsistency(reader, ORIGIN, Number(size)));
      expect(verifyConsistency(older, newNote, proof, [verifierKey])).toMatchObject({ ok: true });
      expect(verifyConsistency(newNote, older, proof, [verifierKey])).toMatchObject({ problem: { kind: 'rollback' } });
      const forged = signCheckpoint(
        { size: Number(size), root: sha256(Buffer.from('x')) },
        noteSigner(ORIGIN, signingKey),
      );
      expect(verifyConsistency(forged, newNote, proof, [verifierKey])).toMatchObject({ problem: { kind: 'proof' } });
    }
  });

  test('so is a checkpoint that only its receiver kept', async () => {
    const { rowCount } = await database.asAdmin((admin) =>
      admin.query('select from ledger.checkpoint where size = 300'),
    );
    expect(rowCount).toBe(0);
    const { newNote, proof } = await withReader((reader) => readConsistency(reader, ORIGIN, 300));
    expect(verifyConsistency(between, newNote, proof, [verifierKey])).toMatchObject({ ok: true });
    await expect(withReader((reader) => readConsistency(reader, ORIGIN, ENTRIES + 1))).rejects.toThrow(RangeError);
  });
});
