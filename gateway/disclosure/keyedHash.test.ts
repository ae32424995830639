import { createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createKeyedHash } from './keyedHash.ts';

test('is HMAC-SHA-256, for keys and texts of any length', () => {
  const keys = [1, 32, 63, 64, 65, 200].map((bytes) => createSecretKey(randomBytes(bytes)));
  const hashes = keys.map((secret) => ({ secret, keyedHash: createKeyedHash(secret) }));
  fc.assert(
    fc.property(fc.constantFrom(...hashes), fc.string({ unit: 'grapheme', maxLength: 300 }), (one, text) => {
      expect(one.keyedHash(text)).toBe(createHmac('sha256', one.secret).update(text).digest('base64url'));
    }),
    { numRuns: 1_000 },
  );
});

test('RFC 4231, test case 2', () => {
  const keyedHash = createKeyedHash(createSecretKey(Buffer.from('Jefe')));
  const expected = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843';
  expect(keyedHash('what do ya want for nothing?')).toBe(Buffer.from(expected, 'hex').toString('base64url'));
});
