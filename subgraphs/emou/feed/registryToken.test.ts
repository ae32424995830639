import { expect, test } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { newSigningKey } from '../../kit/testing/grantIssuer.ts';
import { isRegistryToken } from './registryToken.ts';

const { privateKey, publicKey } = newSigningKey();
const now = new Date('2026-12-01T12:00:00Z');
const iat = now.getTime() / 1000;
const claims = { iss: 'person360-registry', aud: 'emou', iat, exp: iat + 60 };
const keys = {
  find: (keyId: string | undefined) =>
    keyId === 'registry' ? ({ kind: 'found', key: publicKey } as const) : ({ kind: 'unknown' } as const),
};
const sign = (payload: object, key = privateKey, keyid = 'registry') =>
  `Bearer ${jwt.sign(payload, key, { algorithm: 'ES256', keyid })}`;

test('the registry reads the feed with a token that it signed for emou', async () => {
  expect(await isRegistryToken(sign(claims), keys, now)).toBe(true);
});

test.each([
  ['no token', undefined],
  ['another audience', sign({ ...claims, aud: 'snap' })],
  ['another issuer', sign({ ...claims, iss: 'person360-gateway' })],
  ['an expired token', sign({ ...claims, iat: iat - 120, exp: iat - 60 })],
  ['a token without an end', sign({ iss: claims.iss, aud: claims.aud, iat })],
  ['another key of the same name', sign(claims, newSigningKey().privateKey)],
  ['a key that the registry does not publish', sign(claims, privateKey, 'other')],
])('nobody reads it with %s', async (_, authorization) => {
  expect(await isRegistryToken(authorization, keys, now)).toBe(false);
});
