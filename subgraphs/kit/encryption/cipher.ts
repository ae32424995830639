import { createCipheriv, createDecipheriv, createHmac, type KeyObject, randomFillSync } from 'node:crypto';

/** AES-256-GCM. See NIST SP 800-38D. */
const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const OPTIONS = { authTagLength: TAG_BYTES };
const FORMAT = 1;
/** The format, and the generation of the key in four bytes. */
const HEADER_BYTES = 5;
const TOKEN_BYTES = 16;
const LEAST_BYTES = HEADER_BYTES + NONCE_BYTES + TAG_BYTES;

/** Generation of the key that a ciphertext needs. Throws if it is no ciphertext. */
export function generationOf(ciphertext: Buffer): number {
  if (ciphertext.length < LEAST_BYTES || ciphertext[0] !== FORMAT) throw new Error('This is not an encrypted value.');
  return ciphertext.readUInt32BE(1);
}

/** Random nonces, many at a time: one call for each would cost as much as the encryption. */
const nonces = Buffer.alloc(NONCE_BYTES * 512);
let usedBytes = nonces.length;

/**
 * Encrypts a text: format, generation, nonce, ciphertext, tag. `place` is authenticated, so a ciphertext that somebody
 * copies to another row or column is rejected there.
 */
export function encryptText(key: KeyObject, generation: number, place: string, text: string): Buffer {
  if (usedBytes === nonces.length) {
    randomFillSync(nonces);
    usedBytes = 0;
  }
  const head = Buffer.allocUnsafe(HEADER_BYTES + NONCE_BYTES);
  head[0] = FORMAT;
  head.writeUInt32BE(generation, 1);
  nonces.copy(head, HEADER_BYTES, usedBytes, usedBytes + NONCE_BYTES);
  usedBytes += NONCE_BYTES;
  const cipher = createCipheriv(ALGORITHM, key, head.subarray(HEADER_BYTES), OPTIONS);
  cipher.setAAD(Buffer.from(place));
  const body = cipher.update(text, 'utf8');
  return Buffer.concat([head, body, cipher.final(), cipher.getAuthTag()]);
}

/** Throws if the ciphertext was changed, belongs to another place, or was made with another key. */
export function decryptText(key: KeyObject, place: string, ciphertext: Buffer): string {
  const nonce = ciphertext.subarray(HEADER_BYTES, HEADER_BYTES + NONCE_BYTES);
  const decipher = createDecipheriv(ALGORITHM, key, nonce, OPTIONS);
  decipher.setAAD(Buffer.from(place));
  decipher.setAuthTag(ciphertext.subarray(-TAG_BYTES));
  // Buffers: with an encoding, each call makes a decoder, which costs as much as the decryption.
  const text = decipher.update(ciphertext.subarray(HEADER_BYTES + NONCE_BYTES, -TAG_BYTES));
  decipher.final();
  return text.toString('utf8');
}

/**
 * Keyed token of a value: HMAC-SHA-256 over the kind and the value, the first 16 bytes. Equal values of one kind have
 * equal tokens, so an index finds them; without the key nobody can find a value by trying.
 */
export function tokenOf(key: KeyObject, kind: string, value: string): Buffer {
  return createHmac('sha256', key).update(`${kind}\0${value}`).digest().subarray(0, TOKEN_BYTES);
}
