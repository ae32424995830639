import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request body that a subgraph received. */
export interface RecordedRequest {
  readonly subgraph: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The grant that came with it. */
  readonly authorization: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

/** How the way to the subgraph behaves. */
export type Behavior =
  | { readonly kind: 'pass' }
  /** Every connection is cut before an answer. */
  | { readonly kind: 'down' }
  /** Takes the request and never answers. */
  | { readonly kind: 'hang' }
  /** Starts an answer and cuts the connection in the middle of it. */
  | { readonly kind: 'cut' }
  /** Sends bytes without end. */
  | { readonly kind: 'endless' }
  /** Answers this instead of asking the subgraph. */
  | { readonly kind: 'answer'; readonly status: number; readonly body: string; readonly contentType?: string };

/** Stands between the gateway and one subgraph, writes down what passes and fails on demand. */
export interface SubgraphProxy {
  readonly url: string;
  readonly requests: RecordedRequest[];
  behave(behavior: Behavior): void;
  stop(): Promise<void>;
}

export async function startSubgraphProxy(subgraph: string, target: () => string): Promise<SubgraphProxy> {
  const requests: RecordedRequest[] = [];
  let behavior: Behavior = { kind: 'pass' };

  async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer); // a request body is a stream of Buffers
    const body = Buffer.concat(chunks);
    const now = behavior;
    if (now.kind === 'down') return void incoming.socket.destroy();
    if (body.length > 0) requests.push(recorded(subgraph, body, incoming.headers));
    switch (now.kind) {
      case 'pass':
        return pass(new URL(incoming.url ?? '/', target()), incoming, body, outgoing);
      case 'hang':
        return;
      case 'cut':
        outgoing.writeHead(200, { 'content-type': 'application/json' });
        outgoing.write('{"data":{"_entities":[{"snap":');
        setTimeout(() => incoming.socket.destroy(), 20);
        return;
      case 'endless':
        outgoing.writeHead(200, { 'content-type': 'application/json' });
        return flood(outgoing);
      case 'answer':
        outgoing.writeHead(now.status, { 'content-type': now.contentType ?? 'application/json' }).end(now.body);
    }
  }

  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing).catch(() => incoming.socket.destroy());
  });
  // Longer than a client keeps an idle connection: one that closes just then would look like a failure behind the proxy.
  server.keepAliveTimeout = 120_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A listening TCP server has an address object.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    requests,
    behave(next) {
      behavior = next;
      // Calls in flight get the new behavior, too: a feed that goes down is cut.
      if (next.kind === 'down') server.closeAllConnections();
    },
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function pass(url: URL, incoming: IncomingMessage, body: Buffer, outgoing: ServerResponse): void {
  const onward = request(
    url,
    { method: incoming.method, headers: { ...incoming.headers, host: url.host } },
    (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
      answer.on('error', () => outgoing.destroy());
    },
  );
  onward.on('error', () => outgoing.destroy());
  outgoing.on('close', () => onward.destroy());
  onward.end(body);
}

function flood(outgoing: ServerResponse): void {
  const piece = `"${'x'.repeat(64 * 1024)}",`;
  const send = (): void => {
    while (!outgoing.destroyed && outgoing.write(piece));
  };
  outgoing.on('drain', send);
  outgoing.write('{"data":{"_entities":[');
  send();
}

function recorded(subgraph: string, body: Buffer, headers: IncomingHttpHeaders): RecordedRequest {
  // The gateway writes these bodies; one of another form fails the test that reads it.
  const { query, variables } = JSON.parse(body.toString('utf8')) as {
    query: string;
    variables?: Record<string, unknown>;
  };
  return { subgraph, query, variables: variables ?? {}, authorization: headers.authorization, headers };
}
