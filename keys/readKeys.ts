import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';

/** Signature algorithms that may be verified. */
export type KeyAlgorithm = 'RS256' | 'ES256';

const KeySetDocument = z.object({ keys: z.array(z.record(z.string(), z.unknown())) });

/** Minimum size of an RSA key. See RFC 7518 section 3.3. */
const MIN_RSA_BITS = 2_048;

/** Name of a key without a `kid` in a set of keys. */
export const NO_KEY_ID = '';

/**
 * Reads the public keys of a JSON Web Key Set by `kid`. Skips keys of another kind, use or algorithm, and keys that
 * cannot be read. Throws if the text is not a key set. See RFC 7517 section 5.
 */
export function readKeys(text: string, algorithms: readonly KeyAlgorithm[]): ReadonlyMap<string, KeyObject> {
  const keys = new Map<string, KeyObject>();
  for (const jwk of parseKeySet(text)) {
    const key = isForSignatures(jwk) ? readKey(jwk) : undefined;
    const algorithm = key === undefined ? undefined : algorithmOf(key);
    if (key === undefined || algorithm === undefined || !algorithms.includes(algorithm)) continue;
    if (jwk.alg !== undefined && jwk.alg !== algorithm) continue;
    keys.set(typeof jwk.kid === 'string' ? jwk.kid : NO_KEY_ID, key);
  }
  return keys;
}

function parseKeySet(text: string): readonly Readonly<Record<string, unknown>>[] {
  try {
    return KeySetDocument.parse(JSON.parse(text)).keys;
  } catch (error) {
    throw new Error('the response is not a JSON Web Key Set', { cause: error });
  }
}

function isForSignatures({ use, key_ops: operations }: Readonly<Record<string, unknown>>): boolean {
  if (use !== undefined && use !== 'sig') return false;
  return operations === undefined || (Array.isArray(operations) && operations.includes('verify'));
}

function readKey(jwk: Readonly<Record<string, unknown>>): KeyObject | undefined {
  try {
    return createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' }); // checked by the call itself
  } catch {
    // A single key of a kind that this runtime does not support must not make the others unusable.
    return undefined;
  }
}

function algorithmOf({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): KeyAlgorithm | undefined {
  if (asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= MIN_RSA_BITS) return 'RS256';
  if (asymmetricKeyType === 'ec' && asymmetricKeyDetails?.namedCurve === 'prime256v1') return 'ES256';
  return undefined;
}
