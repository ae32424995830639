import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createDocumentStore } from '../../gateway/documents/trusted/trustedDocuments.ts';
import { followDocuments } from '../../gateway/registry/followDocuments.ts';
import { createKeySet } from '../../keys/keySet.ts';
import { startTestLog } from '../../subgraphs/emou/testing/testLog.ts';
import { type RegistryBed, startRegistryBed, type Who } from '../../subgraphs/registry/testing/registryBed.ts';
import { eventually } from '../harness/eventually.ts';

let bed: RegistryBed;
beforeAll(async () => {
  bed = await startRegistryBed(async ({ postgres }) => (await startTestLog(postgres)).settings);
}, 60_000);
afterAll(() => bed?.stop());

const PUBLISH = `mutation ($input: PublishDocumentsInput!) {
  publishDocuments(input: $input) { documents { number client version mode documents agency } } }`;
const home = 'query Home($id: ID!) { home(id: $id) { name } }';
const id = 'query Id($id: ID!) { home(id: $id) { id } }';
const hashOf = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;
const manifest = (...texts: readonly string[]) =>
  JSON.stringify(Object.fromEntries(texts.map((text) => [hashOf(text), text])));
const publish = (input: object, who: Partial<Who> = {}) =>
  bed.ask(who, PUBLISH, { input: { client: 'casework', version: '1.0.0', manifest: manifest(home), ...input } });

test('documents are published, reach gateways signed, and a version is added to', async () => {
  const origin = new URL('/', bed.url()).href;
  const keys = createKeySet({ url: `${origin}.well-known/jwks.json`, algorithms: ['ES256'], clock: () => new Date() });
  const store = createDocumentStore();
  const feed = followDocuments({
    ...{ url: `${origin}documents/feed`, keys, store, log: () => undefined },
    authorization: () => `Bearer ${bed.gatewayGrant()}`,
  });
  try {
    await feed.ready;
    expect(store.of('casework', undefined).isPublished).toBe(false);

    const published = { number: 1, client: 'casework', version: '1.0.0', mode: 'AUDIT', documents: 1, agency: 'IDOA' };
    expect((await publish({})).data).toEqual({ publishDocuments: { documents: published } });
    const known = () => Promise.resolve(store.of('casework', undefined));
    const audit = await eventually(known, ({ isPublished }) => isPublished);
    expect([audit.mode, [...audit.texts]]).toEqual(['audit', [[hashOf(home), home]]]);

    await publish({ version: '1.1.0', mode: 'REQUIRE', manifest: manifest(id) });
    const required = await eventually(known, ({ mode }) => mode === 'require');
    expect([...required.texts.values()]).toEqual([home, id]);

    await bed.restart();
    const listed = await bed.ask({}, '{ documents(client: "casework") { version mode } }');
    expect(listed.data).toEqual({
      documents: [
        { version: '1.1.0', mode: 'REQUIRE' },
        { version: '1.0.0', mode: 'AUDIT' },
      ],
    });
  } finally {
    await feed.stop();
    await keys.stop();
  }
}, 60_000);

test('the feed of documents is for gateways', async () => {
  expect((await fetch(new URL('/documents/feed', bed.url()))).status).toBe(401);
});

test.each<readonly [string, object, Partial<Who>, string, RegExp]>([
  ['by somebody without the role', {}, { roles: ['DATA_OFFICER'] }, 'FORBIDDEN', /SCHEMA_PUBLISHER/],
  ['of a client of another agency', {}, { agency: 'DCEO' }, 'FORBIDDEN', /belong to IDOA/],
  [
    'that do not fit the schema',
    { manifest: manifest('query Wrong { nothing }') },
    {},
    'BAD_USER_INPUT',
    /Wrong:1:15: Cannot query field/,
  ],
  [
    'with a hash of another text',
    { manifest: JSON.stringify({ [hashOf(home)]: id }) },
    {},
    'BAD_USER_INPUT',
    /not the SHA-256/,
  ],
  ['that are no JSON', { manifest: '{' }, {}, 'BAD_USER_INPUT', /not JSON/],
  ['of a client with a zero-width name', { client: 'case\u200bwork' }, {}, 'BAD_USER_INPUT', /client is not valid/],
])('documents %s are refused, and nothing is published', async (_, input, who, code, message) => {
  const before = await bed.ask({}, '{ documents { number } }');
  const { codes, text } = await publish(input, who);
  expect(codes).toEqual([code]);
  expect(text).toMatch(message);
  expect((await bed.ask({}, '{ documents { number } }')).data).toEqual(before.data);
});
