import { createHmac, createSecretKey } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import '../../../test/harness/propertySeed.ts';
import { createHmacOf } from './hmac.ts';

test('is HMAC-SHA-256, for keys and texts of any length', () => {
  const keys = [1, 32, 63, 64, 65, 300].map((bytes) => createSecretKey(Buffer.alloc(bytes, bytes)));
  const hashes = keys.map((secret) => ({ secret, hmac: createHmacOf(secret) }));
  const text = fc.string({ unit: 'grapheme', maxLength: 300 });
  const longText = fc.tuple(text, fc.integer({ min: 0, max: 500 })).map(([piece, times]) => piece.repeat(times));
  fc.assert(
    fc.property(fc.constantFrom(...hashes), fc.array(fc.oneof(text, longText), { maxLength: 4 }), (one, texts) => {
      const expected = createHmac('sha256', one.secret).update(texts.join('')).digest('base64url');
      expect(one.hmac(...texts)).toBe(expected);
    }),
    { numRuns: 1_000 },
  );
});
