import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { readFeedKey } from './feedKey.ts';

const pemOf = (namedCurve: string) =>
  generateKeyPairSync('ec', { namedCurve }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

describe('the key that signs the feed', () => {
  test('keeps its name, and its private part to itself', () => {
    const pem = pemOf('P-256');
    const { publicJwk } = readFeedKey(pem);
    expect(readFeedKey(pem).publicJwk).toEqual(publicJwk);
    expect(Object.keys(publicJwk).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
  });

  test('different keys have different names', () => {
    expect(readFeedKey(pemOf('P-256')).publicJwk.kid).not.toBe(readFeedKey(pemOf('P-256')).publicJwk.kid);
  });

  test.each([
    ['a key on another curve', pemOf('P-384')],
    [
      'an RSA key',
      generateKeyPairSync('rsa', { modulusLength: 2048 })
        .privateKey.export({ type: 'pkcs8', format: 'pem' })
        .toString(),
    ],
    [
      'a public key',
      generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    ],
    ['nothing', ''],
    ['a secret in the wrong file', 'hunter2'],
  ])('%s is refused with the way to make a good one, and without a word of it', (_, pem) => {
    expect(() => readFeedKey(pem)).toThrow(/openssl genpkey/);
    expect(() => readFeedKey(pem)).not.toThrow(/hunter2/);
  });
});
