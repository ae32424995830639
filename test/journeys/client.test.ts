import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  createClient,
  decisionAt,
  NoResponse,
  type Path,
  RequestRefused,
  type TypedDocument,
} from '../../client/src/index.ts';
import { at } from '../harness/answer.ts';
import { idOf, type Product, startProduct } from '../harness/product/startProduct.ts';
import { childProtection, fosterCare, type Who } from '../harness/requesters.ts';

const documentOf = <TData>(text: string): TypedDocument<TData, Readonly<Record<string, unknown>>> => ({
  toString: () => text,
});

describe('a client of the Person graph', () => {
  let system: Product;
  beforeAll(async () => {
    system = await startProduct();
  }, 120_000);
  afterAll(() => system?.stop());

  const clientOf = (who: Who) =>
    createClient({ endpoint: system.url, headers: () => ({ authorization: `Bearer ${system.token(who)}` }), tries: 1 });

  async function askForHousehold(who: Who) {
    const { query, variables } = system.example;
    const answer = await clientOf(who).ask(documentOf<unknown>(query), variables, { purpose: who.purpose });
    const members = at(answer.data, 'person.household.members') as readonly { readonly id: string }[];
    const place = (label: Parameters<typeof idOf>[0], ...field: Path): Path => [
      ...['person', 'household', 'members'],
      members.findIndex(({ id }) => id === idOf(label)),
      ...field,
    ];
    return { answer, kindOf: (...path: Parameters<typeof place>) => decisionAt(answer, place(...path)) };
  }

  test('learns of every place of the household why it has a value or none', async () => {
    const { answer, kindOf } = await askForHousehold(fosterCare);
    expect(answer.requestId).toMatch(/./);
    expect(answer.extensions.approvalRevision).toBeGreaterThan(0);
    expect(kindOf('ward', 'medicaid', 'status')).toMatchObject({ kind: 'shown', value: 'ACTIVE' });
    expect(kindOf('child', 'medicaid')).toMatchObject({
      kind: 'withheld',
      reason: 'CONDITION_NOT_MET',
      owner: 'HFS',
      remedy: { action: 'MEET_CONDITION', conditions: [['WARD']] },
    });
    expect(kindOf('child', 'snap')).toMatchObject({
      kind: 'withheld',
      remedy: { conditions: [['WARD'], ['CONSENT']] },
    });
    expect(kindOf('ward', 'corrections')).toEqual({ kind: 'noRecord' });
    expect(kindOf('partner', 'corrections', 'status')).toMatchObject({ kind: 'shown' });
  });

  test('learns that the household is not in the caseload of another investigator', async () => {
    const { kindOf } = await askForHousehold({ ...childProtection, subject: 'dcfs.somebody' });
    expect(kindOf('ward', 'tanf')).toMatchObject({ kind: 'notInCaseload', owner: 'IDHS' });
    expect(kindOf('ward', 'snap')).toMatchObject({
      kind: 'withheld',
      reason: 'NO_APPROVAL',
      remedy: { action: 'REQUEST_ACCESS', requestAccess: { datasets: ['snap.participation'] } },
    });
    expect((await askForHousehold(childProtection)).kindOf('child', 'tanf')).toMatchObject({ kind: 'shown' });
  });

  test('learns which system is down, and has the rest', async () => {
    system.proxy('medicaid').behave({ kind: 'down' });
    try {
      const { kindOf } = await askForHousehold(fosterCare);
      expect(kindOf('ward', 'medicaid')).toEqual({
        kind: 'systemDown',
        system: 'medicaid',
        code: 'SUBGRAPH_UNAVAILABLE',
        passes: true,
      });
      expect(kindOf('ward', 'medicaid', 'status')).toMatchObject({ kind: 'systemDown' });
      expect(kindOf('ward', 'education')).toMatchObject({ kind: 'shown' });
      // Closed to the requester: that the system is down makes no difference.
      expect(kindOf('child', 'medicaid')).toMatchObject({ kind: 'withheld' });
    } finally {
      system.proxy('medicaid').behave({ kind: 'pass' });
    }
  });

  test('gets the decisions without data', async () => {
    const { query, variables } = system.example;
    const { result: answer, requests } = await system.recordedDuring(() =>
      clientOf(childProtection).ask(documentOf<unknown>(query), variables, { explain: true }),
    );
    expect(requests).toEqual([]);
    const closed = answer.extensions.access?.filter(({ decision }) => decision === 'deny') ?? [];
    expect(closed.map(({ coordinate, owners }) => [coordinate, owners])).toContainEqual(['Person.snap', ['IDHS']]);
  });

  test('rejects with the code, status and reason of a request that was refused as a whole', async () => {
    const client = createClient({ endpoint: system.url, tries: 1 });
    const refused = await client.ask(documentOf('{ __typename }'), {}).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(RequestRefused);
    expect(refused).toMatchObject({ code: 'UNAUTHENTICATED', status: 401, reason: 'TOKEN_MISSING' });
  });
});

describe('retries', () => {
  const replies: ((response: ServerResponse, request: IncomingMessage) => void)[] = [];
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    bodies.push(body);
    const reply = replies.shift();
    if (reply === undefined) response.destroy();
    else reply(response, request);
  });
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  const refusal =
    (status: number, code: string, headers: Readonly<Record<string, string>> = {}) =>
    (response: ServerResponse) =>
      response
        .writeHead(status, { 'content-type': 'application/json', 'x-request-id': 'r-1', ...headers })
        .end(JSON.stringify({ errors: [{ message: 'What happened.', extensions: { code } }] }));
  const data = (response: ServerResponse) => response.writeHead(200).end('{"data":{"__typename":"Query"}}');
  const drop = (response: ServerResponse) => response.destroy();

  /** Asks with these replies, and gives the outcome, the requests made, and the milliseconds waited between them. */
  async function ask(text: string, ...next: readonly ((response: ServerResponse) => unknown)[]) {
    replies.splice(0, replies.length, ...next);
    bodies.length = 0;
    const waits: number[] = [];
    const client = createClient({
      endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, // listening on TCP
      wait: async (ms) => void waits.push(ms),
    });
    const outcome = await client.ask(documentOf(text), {}).then(
      (answer) => answer.data,
      (error: unknown) => (error instanceof RequestRefused ? error.code : (error as Error).constructor),
    );
    return { outcome, requests: bodies.length, waits };
  }
  const query = 'query Q { __typename }';
  const mutation = '# query\nfragment F on A { id } mutation M { revokeApproval { ...F } }';

  test('send a query again for as long as the server says, and longer each time if it says nothing', async () => {
    const busy = refusal(503, 'PLANNER_BUSY', { 'retry-after': '7' });
    expect(await ask(query, busy, data)).toEqual({ outcome: { __typename: 'Query' }, requests: 2, waits: [7_000] });
    const { outcome, waits } = await ask(query, refusal(503, 'AUDIT_UNAVAILABLE'), drop, data);
    expect(outcome).toEqual({ __typename: 'Query' });
    expect(waits[0]).toBeGreaterThanOrEqual(1_000);
    expect(waits[1]).toBeGreaterThanOrEqual(2_000);
  });

  test('end after three tries, and after one for what will be refused again', async () => {
    const busy = refusal(503, 'PLANNER_BUSY');
    expect(await ask(query, busy, busy, busy, data)).toMatchObject({ outcome: 'PLANNER_BUSY', requests: 3 });
    expect(await ask(query, refusal(400, 'BAD_USER_INPUT'), data)).toMatchObject({ requests: 1, waits: [] });
    expect(
      await ask(query, refusal(500, 'INTERNAL_SERVER_ERROR'), refusal(500, 'INTERNAL_SERVER_ERROR'), data),
    ).toMatchObject({ outcome: 'INTERNAL_SERVER_ERROR', requests: 2 });
  });

  test('never send a mutation again that may have taken effect', async () => {
    expect(await ask(mutation, drop, data)).toMatchObject({ outcome: NoResponse, requests: 1 });
    expect(await ask(mutation, refusal(503, 'AUDIT_UNAVAILABLE'), data)).toMatchObject({ requests: 1 });
    expect(await ask(mutation, refusal(500, 'INTERNAL_SERVER_ERROR'), data)).toMatchObject({ requests: 1 });
    // Refused before it ran.
    expect(await ask(mutation, refusal(429, 'TOO_MANY_REQUESTS'), data)).toMatchObject({ requests: 2 });
  });

  test('stop when the caller gives up', async () => {
    replies.splice(0, replies.length, refusal(503, 'PLANNER_BUSY', { 'retry-after': '30' }));
    const client = createClient({ endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql` });
    const started = Date.now();
    const signal = AbortSignal.timeout(200);
    await expect(client.ask(documentOf(query), {}, { signal })).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(Date.now() - started).toBeLessThan(5_000);
  });

  test('report a page of a proxy as no response', async () => {
    const page = (response: ServerResponse) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Hi</p>');
    expect(await ask(mutation, page)).toMatchObject({ outcome: NoResponse, requests: 1 });
  });
});
