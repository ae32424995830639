import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { leafHash, nodeHash } from '../../ledger/merkle/hash.ts';
import { consistencyProof, inclusionProof, type ReadNode } from '../../ledger/merkle/proofs.ts';
import { signCheckpoint } from '../../ledger/note/checkpoint.ts';
import { type NoteSigner, noteSigner } from '../../ledger/note/noteKey.ts';
import { formatReceipt } from '../../ledger/verify/receiptText.ts';
import { verifyReceipt } from '../../ledger/verify/verifyReceipt.ts';
import { checkReceipt, type Problem } from '../web/src/receipts/checkReceipt.ts';

const ORIGIN = 'ledger.example.gov/gateway-1';
const signer = noteSigner(ORIGIN, generateKeyPairSync('ed25519').privateKey);
const thief = noteSigner(ORIGIN, generateKeyPairSync('ed25519').privateKey);
const bodies = Array.from({ length: 300 }, (_, at) => Buffer.from(`{"kind":"disclosure","n":${at},"é":"—"}`));
const leaves = bodies.map(leafHash);

const readNode: ReadNode = ({ height, index }) => {
  if (height === 0) return leaves[index] as Buffer;
  const [left, right] = [0, 1].map((side) => readNode({ height: height - 1, index: index * 2 + side }) as Buffer);
  return nodeHash(left as Buffer, right as Buffer);
};

/** The root of the first `size` entries, from the proof of an entry, checked by the ledger's own verifier below. */
function rootOf(from: number, to: number): Buffer {
  if (to - from === 1) return leaves[from] as Buffer;
  const middle = from + 2 ** Math.ceil(Math.log2(to - from) - 1);
  return nodeHash(rootOf(from, middle), rootOf(middle, to));
}
const noteOf = (size: number, by: NoteSigner = signer, changed?: Buffer) =>
  signCheckpoint({ size, root: changed ?? rootOf(0, size) }, by);

async function receiptOf(index: number, size: number, by: NoteSigner = signer): Promise<string> {
  const proof = await inclusionProof(index, size, readNode);
  const receipt = formatReceipt({ index, body: bodies[index] as Buffer, proof, note: noteOf(size, by) });
  expect(verifyReceipt(receipt, [by.verifierKey])).toMatchObject({ ok: true });
  return receipt;
}

const keys = signer.verifierKey;
const hashes = async (_: string, from: number, to: number) =>
  (await consistencyProof(from, to, readNode)).map((hash) => hash.toString('base64'));

describe('the check of a receipt in the page', () => {
  test.each([
    [0, 1],
    [0, 2],
    [4, 5],
    [6, 7],
    [255, 256],
    [256, 257],
    [299, 300],
    [17, 300],
  ])('agrees with the ledger about entry %i of %i', async (index, size) => {
    const check = await checkReceipt({ receipt: await receiptOf(index, size), keys });
    expect(check.steps).toEqual(['receipt', 'key', 'signature', 'inclusion'].map((name) => ({ name })));
    expect(check).toMatchObject({ isVerified: true, index, checkpoint: { origin: ORIGIN, size } });
    expect(check.entry).toBe(bodies[index]?.toString());
    expect(check.leaf).toBe(leaves[index]?.toString('base64url'));
  });

  test('refuses a receipt with any single bit flipped, and any other key', async () => {
    const receipt = Buffer.from(await receiptOf(17, 20));
    for (let bit = 0; bit < receipt.length * 8; bit += 1) {
      const flipped = Buffer.from(receipt);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const check = await checkReceipt({ receipt: flipped.toString(), keys });
      if (check.isVerified) throw new Error(`bit ${bit} of the receipt can be flipped`);
    }
    const key = Buffer.from(keys);
    for (let bit = 0; bit < key.length * 8; bit += 1) {
      const flipped = Buffer.from(key);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const check = await checkReceipt({ receipt: receipt.toString(), keys: flipped.toString() });
      if (check.isVerified) throw new Error(`bit ${bit} of the key can be flipped`);
    }
  });

  const problemOf = async (question: Parameters<typeof checkReceipt>[0]): Promise<Problem | undefined> => {
    const { isVerified, steps, entry } = await checkReceipt(question);
    expect(isVerified).toBe(steps.at(-1)?.problem === undefined);
    if (!isVerified) expect(entry).toBeUndefined();
    return steps.at(-1)?.problem;
  };

  test('says which step failed', async () => {
    const receipt = await receiptOf(17, 300);
    expect(await problemOf({ receipt, keys: '' })).toBe('noKey');
    expect(await problemOf({ receipt, keys: `${keys}\nno key` })).toBe('notAKey');
    expect(await problemOf({ receipt: 'a letter', keys })).toBe('notAReceipt');
    expect(await problemOf({ receipt: await receiptOf(17, 300, thief), keys })).toBe('unknownKey');
    const forgedNote = signCheckpoint({ size: 300, root: rootOf(0, 300) }, { ...thief, keyId: signer.keyId });
    const forged = `${receipt.slice(0, receipt.indexOf('\n\n') + 2)}${forgedNote}`;
    expect(await problemOf({ receipt: forged, keys })).toBe('badSignature');
    expect(await problemOf({ receipt: receipt.replace('index 17', 'index 18'), keys })).toBe('notIncluded');
    const other = noteSigner('ledger.example.gov/gateway-2', generateKeyPairSync('ed25519').privateKey);
    const foreign = `${receipt.slice(0, receipt.indexOf('\n\n') + 2)}${noteOf(300, other).replace('gateway-2', 'gateway-1')}`;
    expect(await problemOf({ receipt: foreign, keys: `${keys}\n${other.verifierKey}` })).toBe('badSignature');
  });

  test('compares the log with a checkpoint that was kept outside', async () => {
    const receipt = await receiptOf(17, 200);
    const against = (copy: string, consistencyProof = hashes) => problemOf({ receipt, keys, copy, consistencyProof });
    expect(await against(noteOf(200))).toBeUndefined();
    expect(await against(noteOf(64))).toBeUndefined();
    expect(await against(noteOf(150).replaceAll('\n', '\r\n'))).toBeUndefined();
    expect(await against(noteOf(300))).toBeUndefined();
    expect(await problemOf({ receipt, keys, copy: noteOf(150) })).toBe('noConsistencyProof');
    expect(await against(noteOf(200, signer, rootOf(0, 199)))).toBe('fork');
    expect(await against(noteOf(150, signer, rootOf(0, 149)))).toBe('notConsistent');
    expect(await against(noteOf(300, signer, rootOf(0, 299)))).toBe('notConsistent');
    expect(await against(noteOf(150), async () => [])).toBe('notConsistent');
    expect(await against(noteOf(150), async () => ['not base64'])).toBe('notConsistent');
    expect(await against(noteOf(150, thief))).toBe('copyUnknownKey');
    expect(await against(noteOf(150).replace('\n150\n', '\n151\n'))).toBe('copyBadSignature');
    expect(await against('a letter')).toBe('copyMalformed');
    const other = noteSigner('ledger.example.gov/gateway-2', generateKeyPairSync('ed25519').privateKey);
    const both = `${keys}\n${other.verifierKey}`;
    expect(await problemOf({ receipt, keys: both, copy: noteOf(150, other) })).toBe('copyOtherLog');
  });
});
