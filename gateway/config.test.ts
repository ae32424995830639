import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { verifierKeyOf } from '../ledger/index.ts';
import { readGatewayConfig } from './config.ts';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'person360-config-'));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(directory, name);
  writeFileSync(path, text);
  return path;
}

function environment(): Record<string, string> {
  const pem = (key: ReturnType<typeof generateKeyPairSync>['privateKey']): string =>
    String(key.export({ type: 'pkcs8', format: 'pem' }));
  return {
    PERSON360_JWKS_URL: 'https://idp.example.gov/keys',
    PERSON360_ISSUER: 'https://idp.example.gov',
    PERSON360_GRANT_PRIVATE_KEY_FILE: file(
      'grants.pem',
      pem(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey),
    ),
    PERSON360_LEDGER_DATABASE_URL: 'postgres://gateway@db/ledger',
    PERSON360_LEDGER_ORIGIN: 'ledger.test/gateway-1',
    PERSON360_LEDGER_SIGNING_KEY_FILE: file('ledger.pem', pem(generateKeyPairSync('ed25519').privateKey)),
    PERSON360_PERSON_REFERENCE_KEYS_FILE: file('references.txt', `test ${randomBytes(32).toString('base64url')}`),
  };
}

test('a changed key of the ledger: its former ones, of this tree, and the checkpoint it must not be behind', () => {
  const { publicKey } = generateKeyPairSync('ed25519');
  const own = verifierKeyOf('ledger.test/gateway-1', publicKey);
  const ofAnother = verifierKeyOf('ledger.test/gateway-10', publicKey);
  const { ledger } = readGatewayConfig({
    ...environment(),
    PERSON360_LEDGER_FORMER_KEYS_FILE: file('former', `${ofAnother}\n\n ${own}\n`),
    PERSON360_LEDGER_KNOWN_CHECKPOINT_FILES: [
      file('of-another', 'ledger.test/gateway-10\n7\n'),
      file('kept', 'ledger.test/gateway-1\n7\n'),
    ].join(','),
  });
  expect(ledger).toMatchObject({ formerKeys: [own], lastKnownNote: 'ledger.test/gateway-1\n7\n' });
});

test('neither is asked for', () => {
  const { ledger } = readGatewayConfig(environment());
  expect(ledger).not.toHaveProperty('formerKeys');
  expect(ledger).not.toHaveProperty('lastKnownNote');
});

test('origins of web pages: none by default, a list of exact origins, and anything else is refused in words', () => {
  const originsOf = (text: string | undefined) =>
    readGatewayConfig({ ...environment(), ...(text === undefined ? {} : { PERSON360_ALLOWED_ORIGINS: text }) })
      .allowedOrigins;
  expect(originsOf(undefined)).toEqual([]);
  expect(originsOf(' https://a.example.gov , http://b.example.gov:8080 ')).toEqual([
    'https://a.example.gov',
    'http://b.example.gov:8080',
  ]);
  expect(originsOf('loopback')).toBe('loopback');
  for (const wrong of ['*', 'null', 'a.example.gov', 'https://a.example.gov/', 'ftp://a.example.gov']) {
    expect(() => originsOf(wrong)).toThrow('is not an origin');
  }
});

test('the budget of a request: defaults, what is set, and a number that makes no sense', () => {
  expect(readGatewayConfig(environment()).limits).toMatchObject({ maxCost: 20_000, maxObjects: 20_000 });
  const set = { PERSON360_MAX_COST: '500', PERSON360_MAX_RESPONSE_BYTES: '1000', PERSON360_MAX_PLANNING_MS: '800' };
  expect(readGatewayConfig({ ...environment(), ...set }).limits).toMatchObject({
    maxCost: 500,
    maxResponseBytes: 1_000,
    maxPlanningMs: 800,
  });
  expect(() => readGatewayConfig({ ...environment(), PERSON360_MAX_OBJECTS: '0' })).toThrow('PERSON360_MAX_OBJECTS');
});
