import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { FACTS_HEADER } from '../../schema/tokens/factsToken.ts';

export interface PlainRequest {
  /** `POST` alone is answered by the replay; a GET is a health check. */
  readonly method: string;
  readonly authorization: string | undefined;
  /** Header of a call under a grant with conditions; its token names the persons of this call alone. */
  readonly factsToken: string | undefined;
  readonly body: string;
}

/** Complete HTTP/1.1 response, head and body: available now, or later if it has to be fetched. */
export type Answer = (request: PlainRequest) => Buffer | Promise<Buffer>;

interface Head {
  readonly method: string;
  readonly authorization: string | undefined;
  readonly factsToken: string | undefined;
  readonly bodyBytes: number;
  readonly chunked: boolean;
}

const FACTS_TOKEN = new RegExp(`^${FACTS_HEADER}: *(.+)$`, 'im');
const HEAD_END = Buffer.from('\r\n\r\n');
const MAX_KNOWN_HEADS = 10_000;

/**
 * Minimal HTTP/1.1 server (RFC 9112: keep-alive, content-length) for the HTTP clients of gateways, at a fraction of the
 * cost of node:http: the less the replay costs, the less it distorts the measurement. Not for anything else.
 */
export async function listenPlainly(answer: Answer): Promise<{ readonly port: number; stop(): Promise<void> }> {
  // A gateway's requests to one subgraph differ in little but their length: a head is taken apart once.
  const heads = new Map<string, Head>();
  const sockets = new Set<Socket>();

  function headOf(text: string): Head {
    const known = heads.get(text);
    if (known !== undefined) return known;
    const head: Head = {
      method: text.slice(0, text.indexOf(' ')),
      authorization: /^authorization: *(.+)$/im.exec(text)?.[1],
      factsToken: FACTS_TOKEN.exec(text)?.[1],
      bodyBytes: Number(/^content-length: *(\d+)$/im.exec(text)?.[1] ?? 0),
      chunked: /^transfer-encoding: *chunked$/im.test(text),
    };
    if (heads.size >= MAX_KNOWN_HEADS) heads.clear();
    heads.set(text, head);
    return head;
  }

  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    let pending: Buffer | undefined;
    socket.on('data', (chunk: Buffer) => {
      const data = pending === undefined ? chunk : Buffer.concat([pending, chunk]);
      pending = data;
      const headEnd = data.indexOf(HEAD_END);
      if (headEnd < 0) return;
      const { method, authorization, factsToken, bodyBytes, chunked } = headOf(data.toString('latin1', 0, headEnd));
      if (chunked) return void socket.end('HTTP/1.1 411 Length Required\r\ncontent-length: 0\r\n\r\n');
      const bodyStart = headEnd + HEAD_END.length;
      if (data.length < bodyStart + bodyBytes) return;
      // Gateways do not pipeline: what follows would be a second request before the first was answered.
      pending = undefined;
      const body = data.toString('utf8', bodyStart, bodyStart + bodyBytes);
      const reply = answer({ method, authorization, factsToken, body });
      if (reply instanceof Promise)
        reply.then(
          (late) => socket.write(late),
          () => socket.destroy(),
        );
      else socket.write(reply);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A listening TCP server has an address object.
  const { port } = server.address() as AddressInfo;
  return {
    port,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** A JSON answer, ready to be sent. */
export function jsonAnswer(body: string): Buffer {
  const text = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  return Buffer.from(text);
}
