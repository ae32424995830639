import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { UsageBatch } from '../../schema/publishing/gatewayReports.ts';
import { readOperation } from '../documents/operation.ts';
import { createUsageCounts } from '../documents/usage/usageCounts.ts';
import { startUsageReports } from './usageReports.ts';

const schema = buildSchema(`
  type Query { person(id: ID!): Person everybody: [Named] }
  interface Named { name: String }
  type Person implements Named { name: String snap: Snap friends: [Person] }
  type Snap { status: String }`);
const operationOf = (text: string, hash: string) => readOperation(parse(text), hash.repeat(64), undefined);
const child = operationOf(
  'query A($id: ID!) { __typename person(id: $id) { ...F friends { ...F } } } fragment F on Person { snap { status } }',
  'a',
);
const names = operationOf('{ everybody { name ... on Person { friends { name } } ... { __typename } } }', 'b');

let status = 204;
let received: unknown[] = [];
const registry = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  received.push([request.url, request.headers.authorization, JSON.parse(Buffer.concat(chunks).toString())]);
  response.writeHead(status).end();
});
beforeAll(async () => {
  registry.listen(0, '127.0.0.1');
  await once(registry, 'listening');
});
afterAll(() => void registry.close());

function start(usage = createUsageCounts()) {
  const lines: string[] = [];
  const reports = startUsageReports({
    url: new URL(`http://127.0.0.1:${(registry.address() as AddressInfo).port}/usage`),
    usage,
    authorization: () => 'Bearer grant',
    clock: () => new Date('2026-12-01T23:59:59Z'),
    log: (message) => lines.push(message),
    everyMs: 1_000_000,
  });
  received = [];
  return { usage, reports, lines };
}
const batches = () => received.map((each) => UsageBatch.parse((each as readonly unknown[])[2]));
const common = { day: '2026-12-01', client: 'board', operation: `sha256:${'a'.repeat(64)}`, count: 2 };

test('fields are counted by client and operation, with no variable and no person', async () => {
  const { usage, reports } = start();
  const counter = usage.counterFor(schema);
  counter.count(child, 'board');
  counter.count(child, 'board');
  counter.count(names, undefined);
  await reports.stop();
  expect(received).toEqual([['/usage', 'Bearer grant', expect.anything()]]);
  const unnamed = { ...common, client: '(unnamed)', operation: `sha256:${'b'.repeat(64)}`, count: 1 };
  expect(batches()[0]?.counts).toEqual([
    ...['Query.person', 'Person.snap', 'Snap.status', 'Person.friends'].map((coordinate) => ({
      ...common,
      coordinate,
    })),
    ...['Query.everybody', 'Named.name', 'Person.friends', 'Person.name'].map((coordinate) => ({
      ...unnamed,
      coordinate,
    })),
  ]);
});

test('a batch that the registry did not take is sent again under the same id, and nothing is counted twice', async () => {
  const { usage, reports } = start();
  usage.counterFor(schema).count(child, 'board');
  status = 503;
  await reports.stop();
  status = 204;
  await reports.stop();
  const [first, second] = batches();
  expect(second).toEqual(first);
  await reports.stop();
  expect(received).toHaveLength(2);
});

test('memory is bounded, whatever names clients give themselves', async () => {
  const { usage, reports, lines } = start(createUsageCounts(3));
  const counter = usage.counterFor(schema);
  for (let client = 0; client < 10; client++) counter.count(child, `client-${client}`);
  await reports.stop();
  expect(new Set(batches()[0]?.counts.map(({ client }) => client)).size).toBe(3);
  expect(lines.join()).toMatch(/not counted/);
});
