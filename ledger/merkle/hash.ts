import { hash } from 'node:crypto';

/** Size of a SHA-256 hash in bytes. */
export const HASH_BYTES = 32;

/** Root of a tree without leaves: the hash of the empty string. See RFC 6962 section 2.1. */
export const EMPTY_ROOT: Buffer = sha256(Buffer.alloc(0));

/**
 * One-shot hashing costs half as much as createHash() for inputs of this size. It goes through a string of 32
 * characters, because a small Buffer then comes from the pool; one allocated by the hash function would cost more than
 * the hash.
 */
export function sha256(bytes: Uint8Array): Buffer {
  return Buffer.from(hash('sha256', bytes, 'binary'), 'latin1');
}

/** Like sha256, but writes into `target` at `at`. */
export function sha256Into(bytes: Uint8Array, target: Buffer, at: number): void {
  target.write(hash('sha256', bytes, 'binary'), at, HASH_BYTES, 'latin1');
}

export const LEAF_PREFIX = 0x00;

/** `SHA-256(0x00 || entry)`. The prefix prevents passing off a leaf as a node. See RFC 6962 section 2.1. */
export function leafHash(entry: Uint8Array): Buffer {
  const prefixed = Buffer.allocUnsafe(entry.length + 1);
  prefixed[0] = LEAF_PREFIX;
  prefixed.set(entry, 1);
  return sha256(prefixed);
}

/** Reused between calls: hashing is synchronous, and this is the innermost loop of appending and verifying. */
const pair = Buffer.alloc(1 + 2 * HASH_BYTES, 0x01);

/** `SHA-256(0x01 || left || right)`. See RFC 6962 section 2.1. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  if (left.length !== HASH_BYTES || right.length !== HASH_BYTES)
    throw new RangeError('a node joins two 32 byte hashes');
  pair.set(left, 1);
  pair.set(right, 1 + HASH_BYTES);
  return sha256(pair);
}
