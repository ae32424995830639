import { generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { verifierKeyOf } from '../ledger/index.ts';
import { datasetsDirectory } from '../schema/files.ts';
import { writtenSupergraph } from '../test/harness/graphs/writtenSupergraph.ts';
import { readGatewayConfig } from './config.ts';

const directory = mkdtempSync(join(tmpdir(), 'person360-config-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(directory, name);
  writeFileSync(path, text);
  return path;
}

const pemOf = ({ privateKey }: { readonly privateKey: KeyObject }): string =>
  String(privateKey.export({ type: 'pkcs8', format: 'pem' }));

const datasets = join(directory, 'datasets');
mkdirSync(datasets);
copyFileSync(join(datasetsDirectory, 'snap.yaml'), join(datasets, 'snap.yaml'));

/** The required variables, and the schema and datasets of one system, which are read faster than those of all systems. */
const required: Readonly<Record<string, string>> = {
  PERSON360_DATASETS: datasets,
  PERSON360_SUPERGRAPH: file(
    'supergraph.graphql',
    writtenSupergraph({ graphs: { SNAP: 'snap' }, types: 'type Query @join__type(graph: SNAP) { hello: String }' }),
  ),
  PERSON360_JWKS_URL: 'https://idp.example.gov/keys',
  PERSON360_ISSUER: 'https://idp.example.gov',
  PERSON360_GRANT_PRIVATE_KEY_FILE: file('grants.pem', pemOf(generateKeyPairSync('ec', { namedCurve: 'P-256' }))),
  PERSON360_LEDGER_DATABASE_URL: 'postgres://gateway@db/ledger',
  PERSON360_LEDGER_ORIGIN: 'ledger.test/gateway-1',
  PERSON360_LEDGER_SIGNING_KEY_FILE: file('ledger.pem', pemOf(generateKeyPairSync('ed25519'))),
  PERSON360_PERSON_REFERENCE_KEYS_FILE: file('references.txt', `test ${randomBytes(32).toString('base64url')}`),
};

test("after a change of the ledger's key, the former keys and the known checkpoint of this tree are read", () => {
  const { publicKey } = generateKeyPairSync('ed25519');
  const own = verifierKeyOf('ledger.test/gateway-1', publicKey);
  const ofAnother = verifierKeyOf('ledger.test/gateway-10', publicKey);
  const { ledger } = readGatewayConfig({
    ...required,
    PERSON360_LEDGER_FORMER_KEYS_FILE: file('former', `${ofAnother}\n\n ${own}\n`),
    PERSON360_LEDGER_KNOWN_CHECKPOINT_FILES: [
      file('of-another', 'ledger.test/gateway-10\n7\n'),
      file('kept', 'ledger.test/gateway-1\n7\n'),
    ].join(','),
  });
  expect(ledger).toMatchObject({ formerKeys: [own], lastKnownNote: 'ledger.test/gateway-1\n7\n' });
});

test('former keys and known checkpoints are optional', () => {
  const { ledger } = readGatewayConfig(required);
  expect(ledger).not.toHaveProperty('formerKeys');
  expect(ledger).not.toHaveProperty('lastKnownNote');
});

test('origins of web pages are none by default or a list of exact origins; anything else is rejected with a message', () => {
  const originsOf = (text: string | undefined) =>
    readGatewayConfig({ ...required, ...(text === undefined ? {} : { PERSON360_ALLOWED_ORIGINS: text }) })
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

test('the budget of a request has defaults, can be set, and rejects a number that makes no sense', () => {
  expect(readGatewayConfig(required).limits).toMatchObject({ maxCost: 20_000, maxObjects: 20_000 });
  const set = { PERSON360_MAX_COST: '500', PERSON360_MAX_RESPONSE_BYTES: '1000', PERSON360_MAX_PLANNING_MS: '800' };
  expect(readGatewayConfig({ ...required, ...set }).limits).toMatchObject({
    maxCost: 500,
    maxResponseBytes: 1_000,
    maxPlanningMs: 800,
  });
  expect(() => readGatewayConfig({ ...required, PERSON360_MAX_OBJECTS: '0' })).toThrow('PERSON360_MAX_OBJECTS');
});
