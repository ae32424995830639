import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createSendToGateway, type SentDocument } from './gatewayRequest.ts';

/** What the gateway got, and the code that it answers hashes with; undefined: it knows them. */
let received: (readonly [client: unknown, body: unknown])[];
let answer: string | undefined;
const gateway = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = JSON.parse(Buffer.concat(chunks).toString());
  received.push([request.headers['apollographql-client-name'], body]);
  const refusal = { errors: [{ message: 'A message.', extensions: { code: answer } }] };
  response.end(JSON.stringify('documentId' in body && answer !== undefined ? refusal : { data: { ok: true } }));
});
let url: string;
beforeAll(async () => {
  gateway.listen(0, '127.0.0.1');
  await once(gateway, 'listening');
  url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/graphql`;
});
afterAll(() => void gateway.close());
beforeEach(() => {
  received = [];
  answer = undefined;
});

const trusted: SentDocument = { kind: 'trusted', id: 'sha256:1', text: 'query Child { a }' };
const byHash = ['console', { documentId: 'sha256:1', variables: { id: '7' } }];
const byText = ['console', { query: 'query Child { a }', variables: { id: '7' } }];
let now = 0;
const sender = () => createSendToGateway(url, () => now);
const request = (document: SentDocument) => ({
  ...{ document, variables: { id: '7' }, token: 't', headers: {} },
  signal: AbortSignal.timeout(10_000),
});

test("the console's documents are sent by their hash, and the explorer's texts under another name", async () => {
  const send = sender();
  expect((await send(request(trusted))).text).toBe('{"data":{"ok":true}}');
  await send(request({ kind: 'written', query: 'query Any { b }', operationName: 'Any' }));
  const written = { query: 'query Any { b }', operationName: 'Any', variables: { id: '7' } };
  expect(received).toEqual([byHash, ['console-explorer', written]]);
});

test('a gateway that does not know one document gets its text, and the others by their hash', async () => {
  answer = 'PERSISTED_QUERY_NOT_FOUND';
  const send = sender();
  for (let time = 0; time < 2; time++) expect((await send(request(trusted))).text).toBe('{"data":{"ok":true}}');
  expect(received).toEqual([byHash, byText, byHash, byText]);
});

test('a gateway without documents gets texts for five seconds', async () => {
  answer = 'PERSISTED_QUERY_NOT_SUPPORTED';
  const send = sender();
  await send(request(trusted));
  now += 4_999;
  await send(request(trusted));
  now += 1;
  answer = undefined;
  await send(request(trusted));
  expect(received).toEqual([byHash, byText, byText, byHash]);
});

test('any other refusal is passed on', async () => {
  answer = 'AUDIT_UNAVAILABLE';
  expect((await sender()(request(trusted))).text).toMatch(/AUDIT_UNAVAILABLE/);
  expect(received).toEqual([byHash]);
});
