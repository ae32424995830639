import { gzipSync } from 'node:zlib';
import { type ContractItem, fail, type Outcome, pass } from '../contractItem.ts';
import { type Call, describeReply, type Reply, send as sendTo } from '../reply.ts';
import type { SubgraphUnderTest } from '../subgraphUnderTest.ts';

const TRIVIAL = '{ __typename }';
const BODY = JSON.stringify({ query: TRIVIAL });
/** Twice what a subgraph has to accept. */
const TOO_MANY_BYTES = 4_500_000;

/** The call must give no data: with a status of 400 or more, or with the connection closed. */
function withoutData(reply: Reply, what: string, whatToDo: string): Outcome {
  const isRefused = reply.data === undefined && (reply.status === 0 || reply.status >= 400) && reply.status !== 500;
  return isRefused ? pass : fail(`${what}: ${describeReply(reply)}`, whatToDo);
}

async function allWithoutData(
  { send, grants }: SubgraphUnderTest,
  calls: readonly (readonly [what: string, call: Call])[],
  whatToDo: string,
): Promise<Outcome> {
  for (const [what, call] of calls) {
    const reply = await send({ authorization: grants.for([]), ...call });
    const outcome = withoutData(reply, what, whatToDo);
    if (outcome.result !== 'pass') return outcome;
  }
  return pass;
}

const methods: ContractItem = {
  id: 'http-methods',
  title: 'Operations are accepted with POST only; a mutation never runs by GET.',
  async check({ url, grants, send }) {
    for (const query of [TRIVIAL, 'mutation { __typename }']) {
      const target = new URL(url);
      target.searchParams.set('query', query);
      const reply = await sendTo(target, { method: 'GET', authorization: grants.for([]) });
      const outcome = withoutData(reply, `GET with ${query}`, 'Respond to GET with status 405 and no data.');
      if (outcome.result !== 'pass') return outcome;
    }
    const reply = await send({ method: 'PUT', authorization: grants.for([]), body: BODY });
    return withoutData(reply, 'PUT', 'Respond to other methods than POST with status 405 and no data.');
  },
};

const contentTypes: ContractItem = {
  id: 'http-content-types',
  title: 'Bodies of other content types than JSON are refused.',
  check: (subgraph) =>
    allWithoutData(
      subgraph,
      [
        ['text/plain', { body: BODY, headers: { 'content-type': 'text/plain' } }],
        [
          'a form',
          {
            body: new URLSearchParams({ query: TRIVIAL }).toString(),
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
          },
        ],
        [
          'a multipart form',
          {
            body: `--b\r\ncontent-disposition: form-data; name="operations"\r\n\r\n${BODY}\r\n--b--\r\n`,
            headers: { 'content-type': 'multipart/form-data; boundary=b' },
          },
        ],
        ['application/graphql', { body: TRIVIAL, headers: { 'content-type': 'application/graphql' } }],
      ],
      'Respond with status 415 to all but application/json: any web page can make a browser send the others.',
    ),
};

const batchedArrays: ContractItem = {
  id: 'http-batched-arrays',
  title: 'A list of operations in one body is refused.',
  check: (subgraph) =>
    allWithoutData(
      subgraph,
      [['a list of two operations', { body: `[${BODY},${BODY}]` }]],
      'Accept one operation for each request, and respond with status 400 to a list.',
    ),
};

const oversized: ContractItem = {
  id: 'http-oversized',
  title: `A body of more than ${TOO_MANY_BYTES.toLocaleString('en-US')} bytes is refused, whatever its headers say.`,
  async check(subgraph) {
    const padded = `${BODY}${' '.repeat(TOO_MANY_BYTES)}`;
    return await allWithoutData(
      subgraph,
      [
        ['a large body', { body: padded }],
        ['a large body in chunks', { body: padded, chunked: true }],
        [
          'a small compressed body that becomes large',
          { body: new Uint8Array(gzipSync(padded)), headers: { 'content-encoding': 'gzip' } },
        ],
      ],
      'Count the bytes as they arrive, stop at 2 MB, and respond with status 413. Do not accept compressed bodies.',
    );
  },
};

const DEEP = 100_000;

const malformed: ContractItem = {
  id: 'http-malformed',
  title: 'A body that is not an operation is refused as the caller’s error.',
  check: (subgraph) =>
    allWithoutData(
      subgraph,
      [
        ['no JSON', { body: '{"query":' }],
        ['an empty body', { body: '' }],
        ['null', { body: 'null' }],
        ['a text', { body: '"{ __typename }"' }],
        ['no query', { body: '{}' }],
        ['a query that is a number', { body: '{"query":1}' }],
        ['variables that are a text', { body: JSON.stringify({ query: TRIVIAL, variables: 'x' }) }],
        ['100,000 nested lists', { body: `${'['.repeat(DEEP)}${']'.repeat(DEEP)}` }],
      ],
      'Respond with status 400 to a body that is not {"query": text, "variables": object}.',
    ),
};

const responses: ContractItem = {
  id: 'http-responses',
  title: 'Responses are JSON.',
  async check({ ask, grants }) {
    for (const [authorization, query] of [
      [grants.for([]), TRIVIAL],
      [grants.for([]), '{ noSuchField }'],
      [undefined, TRIVIAL],
    ] as const) {
      const reply = await ask(authorization, query);
      if (/^application\/(json|graphql-response\+json)\b/.test(reply.contentType)) continue;
      return fail(
        `content type "${reply.contentType}" with status ${reply.status}`,
        'Send every response as application/json, those with an error too.',
      );
    }
    return pass;
  },
};

/** What a health endpoint may say. */
const MOST_HEALTH_TEXT = 200;

const health: ContractItem = {
  id: 'health',
  title: '/health/live and /health/ready respond without a grant, and reveal nothing.',
  async check({ get }) {
    for (const path of ['/health/live', '/health/ready']) {
      const { status, text } = await get(path);
      const whatToDo = `Respond to GET ${path} with status 200 and a short fixed text, without a grant.`;
      if (status !== 200) return fail(`${path}: ${status === 0 ? text : `status ${status}`}`, whatToDo);
      if (text.length > MOST_HEALTH_TEXT || /:\/\/|version|host|\d+\.\d+/i.test(text)) {
        return fail(`${path} says more than that the subgraph runs`, whatToDo);
      }
    }
    return pass;
  },
};

/** How the endpoint behaves as an HTTP server. */
export const httpItems: readonly ContractItem[] = [
  methods,
  contentTypes,
  batchedArrays,
  oversized,
  malformed,
  responses,
  health,
];
