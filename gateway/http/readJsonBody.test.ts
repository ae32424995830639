import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type JsonBody, readJsonBody } from './readJsonBody.ts';

const MAX_BYTES = 1_000;
/** What became of each request, in the order of their arrival. */
const results: Promise<JsonBody>[] = [];
const server = createServer((incoming, response) => {
  const result = readJsonBody(incoming, MAX_BYTES);
  results.push(result);
  void result.then((body) => response.end(JSON.stringify(body)));
});
let port: number;
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port; // a TCP server has an address object
});
afterAll(() => void server.close());

async function send(body: Buffer | string, headers: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${port}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  return response.json();
}

const text = JSON.stringify({ query: '{ name }', variables: { name: 'Ñandú' } });
const read = { kind: 'read', value: JSON.parse(text), text };
const refused = (status: number, code: string) => expect.objectContaining({ kind: 'refused', status, code });
const unreadable = expect.objectContaining({ code: 'BAD_REQUEST', message: expect.stringMatching(/cannot be read/) });

describe.each([
  ['gzip', gzipSync],
  ['GZIP', gzipSync],
  ['deflate', deflateSync],
  ['br', brotliCompressSync],
  ['identity', (body: string | Buffer) => Buffer.from(body)],
])('a body in the content-encoding %s', (encoding, compress) => {
  const headers = { 'content-encoding': encoding };

  test('is read', async () => {
    expect(await send(compress(text), headers)).toEqual(read);
  });

  test('may be as large as the limit, decompressed, and not a byte larger', async () => {
    const ofSize = (bytes: number) => compress(JSON.stringify('x'.repeat(bytes - 2)));
    expect(await send(ofSize(MAX_BYTES), headers)).toMatchObject({ kind: 'read' });
    expect(await send(ofSize(MAX_BYTES + 1), headers)).toEqual(refused(413, 'PAYLOAD_TOO_LARGE'));
    expect(await send(ofSize(5_000_000), headers)).toEqual(refused(413, 'PAYLOAD_TOO_LARGE'));
  });

  test.each(['cut off', 'not compressed', 'empty'])('is rejected when it is %s', async (fault) => {
    const bytes = { 'cut off': compress(text).subarray(0, -6), 'not compressed': Buffer.from('x'), empty: '' }[fault];
    expect(await send(bytes ?? '', headers)).toEqual(refused(400, 'BAD_REQUEST'));
  });
});

test.each(['zstd', 'x-gzip', 'gzip, br', 'nonsense'])('the content-encoding %s is rejected', async (encoding) => {
  expect(await send(text, { 'content-encoding': encoding })).toEqual(unreadable);
});

test.each(['utf-8', 'UTF-8', 'utf-16le', 'utf-16be', 'utf-16', 'utf-16 with a big-endian mark'])(
  'a body in %s is read, with a byte order mark and without',
  async (name) => {
    const charset = name.split(' ')[0] ?? '';
    const isBigEndian = charset === 'utf-16be' || name.includes('big');
    const encode = (decoded: string): Buffer => {
      if (/utf-8/i.test(charset)) return Buffer.from(decoded);
      const bytes = Buffer.from(decoded, 'utf16le');
      return isBigEndian ? bytes.swap16() : bytes;
    };
    const headers = { 'content-type': `application/json; charset=${charset}` };
    expect(await send(encode(`\ufeff${text}`), headers)).toMatchObject({ value: read.value });
    if (!name.includes('mark')) expect(await send(encode(text), headers)).toEqual(read);
  },
);

test.each(['latin1', 'utf-7', 'utf-32', 'utf-99'])('a body in %s is rejected', async (charset) => {
  expect(await send(text, { 'content-type': `application/json; charset=${charset}` })).toEqual(unreadable);
});

test.each(['text/plain', 'application/graphql', 'application/graphql-response+json', 'json'])(
  'a body of type %s is rejected with 415',
  async (type) => {
    expect(await send(text, { 'content-type': type })).toEqual(refused(415, 'UNSUPPORTED_MEDIA_TYPE'));
  },
);

test.each(['', '{', '{"query":"{ a }"}}', 'undefined'])('%j is not JSON', async (body) => {
  expect(await send(body)).toEqual(refused(400, 'BAD_REQUEST'));
});

test.each(['plain', 'compressed'])('a client that goes before its %s body is complete is noticed', async (kind) => {
  const before = results.length;
  const outgoing = request({
    ...{ port, host: '127.0.0.1', method: 'POST' },
    headers: { 'content-type': 'application/json', ...(kind === 'plain' ? {} : { 'content-encoding': 'gzip' }) },
  });
  outgoing.on('error', () => undefined);
  outgoing.write(gzipSync(text).subarray(0, 20));
  const arrived = once(server, 'request');
  await arrived;
  outgoing.destroy();
  expect(await results[before]).toEqual({ kind: 'gone' });
});
