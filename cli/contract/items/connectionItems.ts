import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { type ContractItem, fail, type Outcome, pass, skipped } from '../contractItem.ts';
import { describeReply } from '../reply.ts';
import { selectEverything } from '../subgraphShape.ts';
import { entitiesQuery, type SubgraphUnderTest } from '../subgraphUnderTest.ts';

const TRIVIAL = '{ __typename }';
const SLOW_CLIENTS = 30;

async function open(url: URL): Promise<Socket> {
  const socket = connect(Number(url.port || 80), url.hostname.replace(/^\[|\]$/g, ''));
  // The server may close it at any time, which is its right.
  socket.on('error', () => socket.destroy());
  await Promise.race([once(socket, 'connect'), once(socket, 'close')]);
  return socket;
}

function head(url: URL, authorization: string, length: number): string {
  return [
    `POST ${url.pathname} HTTP/1.1`,
    `host: ${url.host}`,
    `authorization: ${authorization}`,
    'content-type: application/json',
    `content-length: ${length}`,
    '',
    '',
  ].join('\r\n');
}

async function stillServes(
  { grants, send, patienceMs }: SubgraphUnderTest,
  when: string,
  whatToDo: string,
): Promise<Outcome> {
  const body = JSON.stringify({ query: TRIVIAL });
  const reply = await send({ authorization: grants.for([]), body, timeoutMs: patienceMs });
  return reply.status === 200 ? pass : fail(`${when}: ${describeReply(reply)}`, whatToDo);
}

const slowClients: ContractItem = {
  id: 'connection-slow',
  title: 'Clients that send their request slowly do not keep others waiting.',
  async check(subgraph) {
    const { url, grants } = subgraph;
    if (url.protocol !== 'http:') return skipped('Only for http: URLs.');
    const sockets = await Promise.all(Array.from({ length: SLOW_CLIENTS }, () => open(url)));
    try {
      for (const socket of sockets) socket.write(`${head(url, grants.for([]), 500)}{"que`);
      await new Promise((resolve) => setTimeout(resolve, 100));
      return await stillServes(
        subgraph,
        `while ${SLOW_CLIENTS} clients send slowly`,
        'Read bodies without blocking, and give up on one that does not arrive within 30 seconds.',
      );
    } finally {
      for (const socket of sockets) socket.destroy();
    }
  },
};

const DROPPED = 10;
const REPRESENTATIONS = 1_000;

const droppedConnections: ContractItem = {
  id: 'connection-dropped',
  title: 'Clients that hang up in the middle of a request do no harm.',
  async check(subgraph) {
    const { url, grants, datasets, shape } = subgraph;
    if (url.protocol !== 'http:') return skipped('Only for http: URLs.');
    const [key] = subgraph.keys;
    const type = key?.type;
    const representations = Array.from({ length: REPRESENTATIONS }, (_, index) => ({
      __typename: type?.name,
      ...(key === undefined ? {} : { [key.field]: `dropped-${index}` }),
    }));
    const query = type === undefined ? TRIVIAL : entitiesQuery(type.name, selectEverything(shape, type));
    const body = JSON.stringify({ query, variables: { representations } });
    for (let call = 0; call < DROPPED; call++) {
      const socket = await open(url);
      socket.write(head(url, grants.for(datasets), Buffer.byteLength(body)));
      // Half of them hang up before the body is complete, half while the subgraph works.
      socket.write(call % 2 === 0 ? body : body.slice(0, 100));
      await new Promise((resolve) => setTimeout(resolve, 5));
      socket.destroy();
    }
    return await stillServes(
      subgraph,
      `after ${DROPPED} clients hung up`,
      'Handle the errors of closed connections for each request; they must not end the program.',
    );
  },
};

/** Clients that behave badly. */
export const connectionItems: readonly ContractItem[] = [slowClients, droppedConnections];
