import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { sha256 } from '../merkle/hash.ts';

/** Signature type Ed25519. See signed-note, "Signature types". */
const ED25519 = 0x01;
const PUBLIC_KEY_BYTES = 32;
export const KEY_ID_BYTES = 4;

/** Verifies a note: the key's name and ID (both must match) and the key. */
export interface NoteVerifier {
  readonly name: string;
  readonly keyId: Buffer;
  verify(text: Buffer, signature: Buffer): boolean;
}

/** Signs a note; includes the public half to give to others. */
export interface NoteSigner extends NoteVerifier {
  /** `<name>+<key ID in hex>+<base64(0x01 || public key)>`: the text form of the public key. */
  readonly verifierKey: string;
  sign(text: Buffer): Buffer;
}

/** Creates a signer for the log `name` from an Ed25519 private key (a KeyObject, or PKCS #8 in PEM). */
export function noteSigner(name: string, privateKey: KeyObject | string): NoteSigner {
  const key = typeof privateKey === 'string' ? createPrivateKey(privateKey) : privateKey;
  if (key.type !== 'private') throw new TypeError('signing a checkpoint needs a private key');
  const verifierKey = verifierKeyOf(name, createPublicKey(key));
  return { ...noteVerifier(verifierKey), verifierKey, sign: (text) => sign(null, text, key) };
}

/** Formats an Ed25519 public key (a KeyObject, or SPKI in PEM) under the name of a log. */
export function verifierKeyOf(name: string, publicKey: KeyObject | string): string {
  assertKeyName(name);
  const key = typeof publicKey === 'string' ? createPublicKey(publicKey) : publicKey;
  const raw = Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url');
  if (key.asymmetricKeyType !== 'ed25519' || raw.length !== PUBLIC_KEY_BYTES) {
    throw new TypeError('checkpoints are signed with Ed25519 keys only');
  }
  const typed = Buffer.concat([Buffer.of(ED25519), raw]);
  return `${name}+${keyIdOf(name, typed).toString('hex')}+${typed.toString('base64')}`;
}

/** Parses `<name>+<key ID>+<key>`. Throws if it is malformed, or if the ID does not match the key and name. */
export function noteVerifier(verifierKey: string): NoteVerifier {
  const match = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/.exec(verifierKey.trim());
  const [, name = '', id = '', encoded = ''] = match ?? [];
  const typed = Buffer.from(encoded, 'base64');
  if (!match || typed.length !== 1 + PUBLIC_KEY_BYTES || typed[0] !== ED25519) {
    throw new TypeError('a verifier key reads <name>+<key ID>+<base64 of 0x01 and an Ed25519 public key>');
  }
  assertKeyName(name);
  const keyId = keyIdOf(name, typed);
  if (keyId.toString('hex') !== id) throw new TypeError(`the key ID ${id} is not that of the key named ${name}`);
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: typed.subarray(1).toString('base64url') };
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  return { name, keyId, verify: (text, signature) => verify(null, text, key, signature) };
}

/** Computes the key ID, which binds name, algorithm and key. See signed-note, "Signatures". */
function keyIdOf(name: string, typedKey: Buffer): Buffer {
  return sha256(Buffer.concat([Buffer.from(`${name}\n`), typedKey])).subarray(0, KEY_ID_BYTES);
}

/** Rejects a key name with spaces, plus or control characters. See signed-note, "Format". */
export function assertKeyName(name: string): void {
  if (name === '' || /[\s+\p{Cc}\p{Cs}\p{Z}]/u.test(name)) {
    throw new TypeError('a log is named by a text without spaces and plus signs, e.g. ledger.example.gov/gateway-1');
  }
}
