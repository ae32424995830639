import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** 256 random bits, as the cookie carries them. */
export function newSessionId(): string {
  return randomBytes(32).toString('base64url');
}

/** 256 random bits from which a session's handles are derived. */
export function newHandleKey(): string {
  return randomBytes(32).toString('base64url');
}

/** Key under which a store keeps a session. */
export function storeKeyOf(sessionId: string): string {
  return createHash('sha256').update(sessionId).digest('base64url');
}

function keyFor(secret: string, use: 'contents' | 'handles'): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `person360 console ${use}`, 32));
}

function encrypt(key: Buffer, nonce: Buffer, plain: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Undefined for anything that was not encrypted with this key. */
function decrypt(key: Buffer, sealed: Buffer): Buffer | undefined {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    return undefined;
  }
}

/** Encrypts a session's contents with its id, which the store does not have. */
export function seal(sessionId: string, contents: string): Buffer {
  return encrypt(keyFor(sessionId, 'contents'), randomBytes(NONCE_BYTES), Buffer.from(contents));
}

export function unseal(sessionId: string, sealed: Buffer): string | undefined {
  return decrypt(keyFor(sessionId, 'contents'), sealed)?.toString();
}

/**
 * Handle for an id in this session: the same id has the same handle, another session's handles mean nothing, and a handle
 * reveals nothing. Pages have handles in their addresses, never ids.
 */
export function handleOf(handleKey: string, id: string): string {
  const key = keyFor(handleKey, 'handles');
  // The nonce depends on the id, so that no nonce is used for two ids.
  const nonce = createHmac('sha256', key).update(id).digest().subarray(0, NONCE_BYTES);
  return encrypt(key, nonce, Buffer.from(id)).toString('base64url');
}

/** Undefined for a handle of another session, or none at all. */
export function idOfHandle(handleKey: string, handle: string): string | undefined {
  return decrypt(keyFor(handleKey, 'handles'), Buffer.from(handle, 'base64url'))?.toString();
}
