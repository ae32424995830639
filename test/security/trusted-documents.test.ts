import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readAnswer } from '../harness/answer.ts';
import { eventually } from '../harness/eventually.ts';
import { type GraphProduct, startProduct } from '../harness/product/startProduct.ts';
import { aging } from '../harness/requesters.ts';
import { ada, benefits, secrets } from './harness/benefits.ts';

const hex = (text: string): string => createHash('sha256').update(text).digest('hex');
const idOf = (text: string): string => `sha256:${hex(text)}`;
const byApollo = (text: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash: hex(text) } } });

const status = 'query Status($id: ID!) { person(id: $id) { name benefit { status } } }';
const name = 'query Name($id: ID!) { person(id: $id) { name } }';
const forget = 'mutation Forget($id: ID!) { forget(id: $id) }';
const invalid = 'query Invalid { nothing }';
const unknown = 'query Unknown($id: ID!) { person(id: $id) { benefit { status } } }';
const variables = { id: ada };
const shown = { person: { name: 'Ada', benefit: { status: secrets.status } } };

const preset = (...texts: readonly string[]) => Object.fromEntries(texts.map((text) => [hex(text), text]));
const apollo = (text: string, operation: string) => ({
  format: 'apollo-persisted-query-manifest',
  version: 1,
  operations: [{ id: hex(text), name: operation, type: 'query', body: text }],
});
const settings = [
  { client: 'board', mode: 'require', manifests: [preset(status, forget), preset(invalid)] },
  { client: 'app', mode: 'require', manifests: [apollo(name, 'Name')] },
  { client: 'trial', mode: 'audit', manifests: [preset(status)] },
  { client: 'script', mode: 'off', manifests: [preset(status)] },
];

let folder: string;
let product: GraphProduct;
/** Default mode require, before the same kind of agencies. */
let strict: GraphProduct;
const logged: { readonly message: string; readonly details: object | undefined }[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'person360-documents-'));
  const file = join(folder, 'documents.json');
  await writeFile(file, JSON.stringify({ clients: settings }));
  product = await startProduct({
    systems: benefits,
    trustedDocuments: { file, defaultMode: 'off' },
    log: (message, details) => logged.push({ message, details }),
  });
  strict = await startProduct({ systems: benefits, trustedDocuments: { file, defaultMode: 'require' } });
  for (const each of [product, strict]) each.approve(aging, 'payments.status');
}, 240_000);
afterAll(async () => {
  await product?.stop();
  await strict?.stop();
  if (folder !== undefined) await rm(folder, { recursive: true });
});

const headersOf = (client: string | undefined) => (client === undefined ? {} : { 'apollographql-client-name': client });
const send = (client: string | undefined, body: object, to = product) =>
  to.send(aging, { variables, ...body }, { headers: headersOf(client) });
async function outcomeOf(client: string | undefined, body: object, to = product) {
  const { answer, data, requests } = await send(client, body, to);
  return answer.codes.length === 0 ? data : [answer.status, answer.codes, data ?? null, requests.length];
}
const NOT_FOUND = [400, ['PERSISTED_QUERY_NOT_FOUND'], null, 0];
const REQUIRED = [400, ['PERSISTED_QUERY_REQUIRED'], null, 0];
const BAD = [400, ['BAD_REQUEST'], null, 0];

describe('a document named by its hash', () => {
  test.each(['board', 'trial', 'script'])(
    'is executed for its client %s, by each name, again and again',
    async (client) => {
      for (const body of [
        { documentId: idOf(status) },
        byApollo(status),
        { documentId: idOf(status), query: status },
        { documentId: idOf(status), operationName: 'Status', ...byApollo(status) },
        { query: status },
      ]) {
        expect(await outcomeOf(client, body)).toEqual(shown);
      }
    },
  );

  test('is executed by GET, and a mutation by GET is refused as always', async () => {
    const get = async (parameters: Readonly<Record<string, string>>) => {
      const response = await fetch(`${product.url}?${new URLSearchParams(parameters)}`, {
        headers: { authorization: `Bearer ${product.token(aging)}`, ...headersOf('board') },
      });
      const { status: code, data, codes } = await readAnswer(response);
      return codes.length === 0 ? data : [code, codes];
    };
    const more = { variables: JSON.stringify(variables) };
    expect(await get({ documentId: idOf(status), ...more })).toEqual(shown);
    expect(await get({ extensions: JSON.stringify(byApollo(status).extensions), ...more })).toEqual(shown);
    expect(await get({ query: status, ...more })).toEqual(shown);
    expect(await get({ documentId: idOf(forget), ...more })).toEqual([405, ['BAD_REQUEST']]);
    expect(await get({ query: unknown, ...more })).toEqual([400, ['PERSISTED_QUERY_REQUIRED']]);
    expect(await get({ documentId: idOf(status), query: unknown, ...more })).toEqual([400, ['BAD_REQUEST']]);
    expect(await get({ extensions: '{', query: unknown })).toEqual([400, ['PERSISTED_QUERY_REQUIRED']]);
    const twice = await fetch(`${product.url}?query=${encodeURIComponent(status)}&query=%7Bapprovals%7Bid%7D%7D`, {
      headers: { authorization: `Bearer ${product.token(aging)}`, ...headersOf('board') },
    });
    // The published text takes the place of everything that was sent, and its variable is missing.
    expect((await readAnswer(twice)).codes).toEqual(['BAD_USER_INPUT']);
  });

  test.each<readonly [string, object, unknown]>([
    ['the text of another document', { documentId: idOf(status), query: forget }, BAD],
    ['the text with one more space', { documentId: idOf(status), query: `${status} ` }, BAD],
    ['an empty text', { documentId: idOf(status), query: '' }, BAD],
    ['a list of texts', { documentId: idOf(status), query: [status] }, BAD],
    ['an unknown text with its own hash', { query: unknown, ...byApollo(unknown) }, NOT_FOUND],
    ['an unknown hash', { documentId: idOf(unknown) }, NOT_FOUND],
    ["another client's hash", { documentId: idOf(name) }, NOT_FOUND],
    ['two hashes', { documentId: idOf(status), ...byApollo(forget) }, BAD],
    ['another version', { extensions: { persistedQuery: { version: 2, sha256Hash: hex(status) } } }, BAD],
    ['a hash in capitals', { documentId: idOf(status).toUpperCase() }, NOT_FOUND],
    ['a hash without its prefix', { documentId: hex(status) }, NOT_FOUND],
    ['the name of every object’s property', { documentId: '__proto__' }, NOT_FOUND],
    ['such a name after the prefix', { documentId: 'sha256:constructor' }, NOT_FOUND],
    ['a number', { documentId: 7 }, BAD],
    ['an object', { documentId: { toString: 'x' } }, BAD],
    ['a hash of 200,000 characters', { documentId: `sha256:${'a'.repeat(200_000)}` }, NOT_FOUND],
    ['10 MB', { documentId: 'a'.repeat(10_000_000) }, [413, ['PAYLOAD_TOO_LARGE'], null, 0]],
    ['variables of another form', { documentId: idOf(status), variables: 'x' }, BAD],
    [
      'the name of another operation',
      { documentId: idOf(status), operationName: 'Forget' },
      [400, ['OPERATION_RESOLUTION_FAILURE'], null, 0],
    ],
    [
      'a document that does not fit the schema',
      { documentId: idOf(invalid) },
      [400, ['GRAPHQL_VALIDATION_FAILED'], null, 0],
    ],
  ])('with %s is not executed', async (_, body, outcome) => {
    expect(await outcomeOf('board', body)).toEqual(outcome);
  });

  test('is decided for each requester as if its text had been sent', async () => {
    const asker = { ...aging, agency: 'ISBE' } as const;
    const body = { documentId: idOf(status), variables };
    const { answer } = await product.send(asker, body, { headers: headersOf('board') });
    expect(answer.text).not.toContain(secrets.status);
  });
});

describe('the mode', () => {
  test('require executes only what is published, also when it is sent as text', async () => {
    expect(await outcomeOf('board', { query: status })).toEqual(shown);
    expect(await outcomeOf('board', { query: unknown })).toEqual(REQUIRED);
    expect(await outcomeOf('board', { query: '{ __schema { types { name } } }' })).toEqual(REQUIRED);
    expect(await outcomeOf('board', { query: name })).toEqual(REQUIRED);
    expect(await outcomeOf('board', { operationName: 'Status' })).toEqual(REQUIRED);
    expect(await outcomeOf('app', { documentId: idOf(name) })).toEqual({ person: { name: 'Ada' } });
  });

  test('audit executes, counts, and logs each unknown text once, by its hash', async () => {
    const before = logged.length;
    for (let round = 0; round < 3; round++) {
      expect(await outcomeOf('trial', { query: unknown })).toEqual({ person: { benefit: { status: secrets.status } } });
    }
    const lines = logged.slice(before).map(({ details }) => details);
    expect(lines).toEqual([{ hash: idOf(unknown), client: 'trial', outcome: 'audited' }]);
    const metrics = await (await fetch(new URL('/metrics', product.url))).text();
    expect(metrics).toMatch(/person360_untrusted_documents_total\{outcome="audited"\} 3\n/);
    expect(metrics).toMatch(/person360_untrusted_documents_total\{outcome="refused"\} [1-9]/);
  });

  test('off executes every text; without published documents a hash alone is not supported', async () => {
    expect(await outcomeOf('script', { query: name })).toEqual({ person: { name: 'Ada' } });
    for (const client of [undefined, 'stranger', '__proto__', 'constructor']) {
      expect(await outcomeOf(client, { query: name })).toEqual({ person: { name: 'Ada' } });
      expect(await outcomeOf(client, { documentId: idOf(status) })).toEqual([
        200,
        ['PERSISTED_QUERY_NOT_SUPPORTED'],
        null,
        0,
      ]);
    }
  });

  test('by default holds for those who name no client, and for names that nobody published for', async () => {
    for (const client of [undefined, 'stranger']) {
      expect(await outcomeOf(client, { query: status }, strict)).toEqual(REQUIRED);
      expect(await outcomeOf(client, { documentId: idOf(status) }, strict)).toEqual(NOT_FOUND);
      expect(await outcomeOf(client, [status] as object, strict)).toEqual(REQUIRED);
    }
    expect(await outcomeOf('board', { documentId: idOf(status) }, strict)).toEqual(shown);
  });

  test('is that of the client in the token, whatever name the request gives itself', async () => {
    const bound = { ...aging, clientId: 'board' };
    const as = async (client: string, body: object) =>
      (await product.send(bound, { variables, ...body }, { headers: headersOf(client) })).answer;
    expect((await as('script', { query: unknown })).codes).toEqual(['PERSISTED_QUERY_REQUIRED']);
    expect((await as('stranger', { query: unknown })).codes).toEqual(['PERSISTED_QUERY_REQUIRED']);
    expect((await as('script', { documentId: idOf(status) })).data).toEqual(shown);
  });
});

test('a changed file counts without a restart, and a file that is wrong changes nothing', async () => {
  const file = join(folder, 'documents.json');
  const write = (manifest: object) =>
    writeFile(file, JSON.stringify({ clients: [{ client: 'board', mode: 'require', manifests: [manifest] }] }));
  const outcome = (text: string) => outcomeOf('board', { documentId: idOf(text) });
  const before = logged.length;
  await write({ [hex(status)]: unknown });
  const messages = async () => logged.slice(before).map(({ message }) => message);
  expect((await eventually(messages, ({ length }) => length > 0)).join()).toMatch(/refused/);
  expect(await outcome(status)).toEqual(shown);

  await write(preset(unknown));
  const changed = await eventually(() => outcome(status), Array.isArray);
  expect(changed).toEqual(NOT_FOUND);
  expect(await outcome(unknown)).toEqual({ person: { benefit: { status: secrets.status } } });
});
