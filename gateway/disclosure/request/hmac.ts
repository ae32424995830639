import { hash, type KeyObject } from 'node:crypto';

/** HMAC-SHA-256 of the concatenated texts, in UTF-8, as base64url. */
export type Hmac = (...texts: readonly string[]) => string;

/** Server processors since 2017 to 2021 have instructions for it: it takes two fifths of the time of SHA-512/256. */
const ALGORITHM = 'sha256';
/** Block and hash size. See FIPS 180-4. */
const BLOCK_BYTES = 64;
const HASH_BYTES = 32;

/** Size of the reused buffer. Longer texts get a buffer of their own. */
const KEPT_BYTES = 65_536;

/**
 * Creates an HMAC that hashes in one call each: half the cost of the Hmac object that each recorded request would need.
 * See RFC 2104, section 2.
 */
export function createHmacOf(secret: KeyObject): Hmac {
  const exported = secret.export();
  const key = exported.length <= BLOCK_BYTES ? exported : hash(ALGORITHM, exported, 'buffer');
  // Reused between calls: hashing is synchronous.
  const inner = padded(key, 0x36, KEPT_BYTES);
  const outer = padded(key, 0x5c, BLOCK_BYTES + HASH_BYTES);
  return (...texts) => {
    // A UTF-16 code unit takes at most three bytes in UTF-8.
    let bytes = BLOCK_BYTES;
    for (const text of texts) bytes += 3 * text.length;
    const target = bytes <= KEPT_BYTES ? inner : padded(key, 0x36, bytes);
    let end = BLOCK_BYTES;
    for (const text of texts) end += target.write(text, end);
    outer.write(hash(ALGORITHM, target.subarray(0, end), 'binary'), BLOCK_BYTES, HASH_BYTES, 'latin1');
    return hash(ALGORITHM, outer, 'base64url');
  };
}

/** The key in a block of `pad`, with room after it. */
function padded(key: Buffer, pad: number, bytes: number): Buffer {
  const block = Buffer.alloc(bytes, pad);
  for (const [at, byte] of key.entries()) block[at] = byte ^ pad;
  return block;
}
