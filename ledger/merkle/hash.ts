import { hash } from 'node:crypto';

/** Bytes of a SHA-256 value. */
export const HASH_BYTES = 32;

/** RFC 6962 section 2.1: the root of a tree with no leaves is the hash of nothing. */
export const EMPTY_ROOT: Buffer = sha256(Buffer.alloc(0));

/**
 * One-shot hashing: half the cost of createHash() for inputs of this size. And by way of a text of 32 characters: a small
 * Buffer comes out of a pool, where one made by the hash function would be an allocation that costs more than the hash.
 */
export function sha256(bytes: Uint8Array): Buffer {
  return Buffer.from(hash('sha256', bytes, 'binary'), 'latin1');
}

/** As sha256, written into `target` at `at`. */
export function sha256Into(bytes: Uint8Array, target: Buffer, at: number): void {
  target.write(hash('sha256', bytes, 'binary'), at, HASH_BYTES, 'latin1');
}

export const LEAF_PREFIX = 0x00;

/** RFC 6962 section 2.1: `SHA-256(0x00 || entry)`. The prefix keeps a leaf from being passed off as a node. */
export function leafHash(entry: Uint8Array): Buffer {
  const prefixed = Buffer.allocUnsafe(entry.length + 1);
  prefixed[0] = LEAF_PREFIX;
  prefixed.set(entry, 1);
  return sha256(prefixed);
}

/** Reused between calls: hashing is synchronous, and this is the innermost loop of appending and verifying. */
const pair = Buffer.alloc(1 + 2 * HASH_BYTES, 0x01);

/** RFC 6962 section 2.1: `SHA-256(0x01 || left || right)`. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  if (left.length !== HASH_BYTES || right.length !== HASH_BYTES)
    throw new RangeError('a node joins two 32 byte hashes');
  pair.set(left, 1);
  pair.set(right, 1 + HASH_BYTES);
  return sha256(pair);
}
