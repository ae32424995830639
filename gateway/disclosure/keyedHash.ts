import { hash, type KeyObject } from 'node:crypto';

/** HMAC-SHA-256 of a text in UTF-8, as base64url. */
export type KeyedHash = (text: string) => string;

/** FIPS 180-4: bytes that SHA-256 takes at a time. */
const BLOCK_BYTES = 64;
const HASH_BYTES = 32;

/**
 * RFC 2104 section 2 with hashes in one call each: half the cost of a Hmac object, which every recorded request would
 * make one of.
 */
export function createKeyedHash(secret: KeyObject): KeyedHash {
  const exported = secret.export();
  const key = exported.length <= BLOCK_BYTES ? exported : hash('sha256', exported, 'buffer');
  const inner = padded(key, 0x36, BLOCK_BYTES);
  // Reused between calls: hashing is synchronous.
  const outer = padded(key, 0x5c, BLOCK_BYTES + HASH_BYTES);
  return (text) => {
    const bytes = Buffer.allocUnsafe(BLOCK_BYTES + Buffer.byteLength(text));
    bytes.set(inner);
    bytes.write(text, BLOCK_BYTES);
    outer.write(hash('sha256', bytes, 'binary'), BLOCK_BYTES, HASH_BYTES, 'latin1');
    return hash('sha256', outer, 'base64url');
  };
}

/** The key in as many bytes of `pad`. */
function padded(key: Buffer, pad: number, bytes: number): Buffer {
  const block = Buffer.alloc(bytes, pad);
  for (const [at, byte] of key.entries()) block[at] = byte ^ pad;
  return block;
}
