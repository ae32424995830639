import { describe, expect, test } from '@jest/globals';
import { verifyMerkleInclusion } from '@sigstore/verify/dist/tlog/merkle.js';
import fc from 'fast-check';
import { type CompactRange, EMPTY_RANGE, extendRange, rangeRoot } from './compactRange.ts';
import { EMPTY_ROOT, leafHash, nodeHash, sha256 } from './hash.ts';
import { consistencyProof, inclusionProof } from './proofs.ts';
import { type SubtreeId, splitPoint } from './subtrees.ts';
import { isConsistent, isIncluded } from './verifyProof.ts';
import '../../test/harness/propertySeed.ts';

/** The eight entries that Certificate Transparency's own test suites use, and the roots of their trees. */
const ENTRIES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const LEAVES = ENTRIES.map((entry) => leafHash(Buffer.from(entry, 'hex')));

/** A tree that keeps every perfect subtree, and the head after every leaf. */
function growTree(leaves: readonly Buffer[]) {
  const nodes = new Map<string, Buffer>();
  const roots: Buffer[] = [EMPTY_ROOT];
  let range: CompactRange = EMPTY_RANGE;
  for (const [index, leaf] of leaves.entries()) {
    nodes.set(`0/${index}`, leaf);
    range = extendRange(range, [leaf], (height, at, root) => nodes.set(`${height}/${at}`, root));
    roots.push(rangeRoot(range));
  }
  const readNode = ({ height, index }: SubtreeId): Buffer => {
    const node = nodes.get(`${height}/${index}`);
    if (!node) throw new Error(`no perfect subtree ${height}/${index}`);
    return node;
  };
  return { roots, readNode };
}

/** RFC 6962 section 2.1, transcribed literally. */
function treeHash(leaves: readonly Buffer[]): Buffer {
  const [first] = leaves;
  if (!first) return sha256(Buffer.alloc(0));
  if (leaves.length === 1) return first;
  const split = splitPoint(leaves.length);
  return nodeHash(treeHash(leaves.slice(0, split)), treeHash(leaves.slice(split)));
}

const hex = (hashes: readonly Buffer[]): string[] => hashes.map((hash) => hash.toString('hex'));
const rootOf = (roots: readonly Buffer[], size: number): Buffer => roots[size] ?? Buffer.alloc(0);

describe('RFC 6962 test vectors', () => {
  const { roots, readNode } = growTree(LEAVES);

  test('the empty tree hashes to the hash of nothing', () => {
    expect(rangeRoot(EMPTY_RANGE).toString('hex')).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
  });

  test('roots of one to eight entries', () => {
    expect(hex(roots.slice(1))).toEqual(ROOTS);
  });

  test('inclusion proofs', async () => {
    expect(await inclusionProof(0, 1, readNode)).toEqual([]);
    expect(hex(await inclusionProof(0, 8, readNode))).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
    expect(hex(await inclusionProof(5, 8, readNode))).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
    expect(hex(await inclusionProof(2, 3, readNode))).toEqual([
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    ]);
  });

  test('consistency proofs', async () => {
    expect(await consistencyProof(1, 1, readNode)).toEqual([]);
    expect(hex(await consistencyProof(1, 8, readNode))).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
    expect(hex(await consistencyProof(6, 8, readNode))).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
    expect(hex(await consistencyProof(2, 5, readNode))).toEqual([
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ]);
  });
});

describe('every tree of up to 1,100 entries', () => {
  const LARGEST = 1_100;
  const entries = Array.from({ length: LARGEST }, (_, index) => Buffer.from(`entry ${index}`));
  const leaves = entries.map(leafHash);
  const { roots, readNode } = growTree(leaves);

  test('has the root that the RFC defines', () => {
    for (const size of [...Array(130).keys(), 255, 256, 257, 511, 1000, 1023, 1024, 1025, 1099, 1100]) {
      expect(rootOf(roots, size)).toEqual(treeHash(leaves.slice(0, size)));
    }
  });

  test('proves its entries, to this verifier and to an independent one, and nothing else', async () => {
    const pick = fc.sample(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
      numRuns: LARGEST,
    });
    const wrong: string[] = [];
    for (let size = 1; size <= LARGEST; size += 1) {
      const root = rootOf(roots, size);
      for (const index of new Set([0, size - 1, Math.floor((pick[size - 1] ?? 0) * size)])) {
        const proof = await inclusionProof(index, size, readNode);
        const leaf = leaves[index] ?? EMPTY_ROOT;
        const check = (what: string, isRight: boolean) => isRight || wrong.push(`${what}: ${index} of ${size}`);
        check('is not proved', isIncluded(leaf, index, size, proof, root));
        const entry = { canonicalizedBody: entries[index], inclusionProof: { logIndex: `${index}`, hashes: proof } };
        const checkpoint = { logSize: BigInt(size), logHash: root };
        // The independent verifier reads only these members of its wider types. It throws if the proof is wrong.
        verifyMerkleInclusion(entry as never, checkpoint as never);

        check('is proved at another index', !isIncluded(leaf, index + 1, size, proof, root));
        check('another leaf is proved', !isIncluded(nodeHash(leaf, leaf), index, size, proof, root));
        check('a shorter proof suffices', proof.length === 0 || !isIncluded(leaf, index, size, proof.slice(1), root));
        check('a longer proof suffices', !isIncluded(leaf, index, size, [...proof, root], root));
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  test('is proved to grow out of every smaller one, and out of no other', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: LARGEST }), fc.nat(), async (newSize, pick) => {
        const oldSize = pick % (newSize + 1);
        const older = { size: oldSize, root: rootOf(roots, oldSize) };
        const newer = { size: newSize, root: rootOf(roots, newSize) };
        const proof = await consistencyProof(oldSize, newSize, readNode);
        const forged = sha256(older.root);
        const found = {
          theProof: isConsistent(older, newer, proof),
          aForgedOldRoot: isConsistent({ size: oldSize, root: forged }, newer, proof),
          // Every tree is an extension of the empty one, so there is nothing to check a forged new root against.
          aForgedNewRoot: isConsistent(older, { size: newSize, root: forged }, proof),
          theReverse: isConsistent(newer, older, proof),
          aShorterProof: proof.length > 0 && isConsistent(older, newer, proof.slice(0, -1)),
          aLongerProof: isConsistent(older, newer, [...proof, forged]),
        };
        expect(found).toEqual({
          theProof: true,
          aForgedOldRoot: false,
          aForgedNewRoot: oldSize === 0,
          theReverse: oldSize === newSize,
          aShorterProof: false,
          aLongerProof: false,
        });
      }),
      { numRuns: 2_000 },
    );
    const newest = { size: LARGEST, root: rootOf(roots, LARGEST) };
    const unproved: number[] = [];
    for (let size = 1; size <= LARGEST; size += 1) {
      const proof = await consistencyProof(size, LARGEST, readNode);
      if (!isConsistent({ size, root: rootOf(roots, size) }, newest, proof)) unproved.push(size);
    }
    expect(unproved).toEqual([]);
  }, 120_000);

  test('is the same whether its entries came one by one or in batches', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 30 }), (batches) => {
        let range: CompactRange = EMPTY_RANGE;
        for (const batch of batches) range = extendRange(range, leaves.slice(range.size, range.size + batch));
        expect(rangeRoot(range)).toEqual(rootOf(roots, range.size));
      }),
    );
  });
});

test('no proof is made for what is not in the tree', async () => {
  const { readNode } = growTree(LEAVES);
  await expect(inclusionProof(8, 8, readNode)).rejects.toThrow('no entry 8 in a tree of 8');
  await expect(inclusionProof(-1, 8, readNode)).rejects.toThrow(RangeError);
  await expect(consistencyProof(9, 8, readNode)).rejects.toThrow('no tree of 9 entries inside one of 8');
});
