import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface CallResult {
  readonly status: number;
  /** Undefined when the answer came in chunks. */
  readonly bodyBytes: number | undefined;
}

export interface CallerConnection {
  /** One request at a time; calls back once the answer is complete, `undefined` when the connection broke. */
  send(request: Buffer, onResult: (result: CallResult | undefined) => void): void;
  close(): void;
}

const HEAD_END = Buffer.from('\r\n\r\n');
const LAST_CHUNK = Buffer.from('\r\n0\r\n\r\n');

/**
 * An HTTP/1.1 caller that keeps its connection and only counts the bytes of answers (RFC 9112: content-length, or chunks
 * with no trailer). It shares a core with the replay: an HTTP library would cost several times as much.
 */
export async function openCallerConnection(port: number): Promise<CallerConnection> {
  const socket: Socket = connect({ host: '127.0.0.1', port, noDelay: true });
  await once(socket, 'connect');
  let onResult: ((result: CallResult | undefined) => void) | undefined;
  let head: Buffer | undefined;
  let status = 0;
  let bodyBytes: number | undefined;
  let remaining = 0;
  let inBody = false;
  let tail = Buffer.alloc(0);

  function finish(result: CallResult | undefined): void {
    const done = onResult;
    onResult = undefined;
    inBody = false;
    done?.(result);
  }
  const broken = (): void => finish(undefined);
  socket.on('error', broken);
  socket.on('close', broken);
  socket.on('data', (chunk: Buffer) => {
    let body = chunk;
    if (!inBody) {
      const data = head === undefined ? chunk : Buffer.concat([head, chunk]);
      const headEnd = data.indexOf(HEAD_END);
      if (headEnd < 0) {
        head = data;
        return;
      }
      head = undefined;
      inBody = true;
      const text = data.toString('latin1', 0, headEnd);
      status = Number(text.slice(9, 12));
      const length = /^content-length: *(\d+)$/im.exec(text)?.[1];
      bodyBytes = length === undefined ? undefined : Number(length);
      remaining = bodyBytes ?? 0;
      tail = Buffer.from('\r\n');
      body = data.subarray(headEnd + HEAD_END.length);
    }
    if (bodyBytes !== undefined) {
      remaining -= body.length;
      if (remaining <= 0) finish({ status, bodyBytes });
      return;
    }
    tail = Buffer.concat([tail, body.subarray(-LAST_CHUNK.length)]).subarray(-LAST_CHUNK.length);
    if (tail.equals(LAST_CHUNK)) finish({ status, bodyBytes });
  });
  return {
    send(request, callback) {
      onResult = callback;
      if (socket.destroyed) return broken();
      socket.write(request);
    },
    close() {
      socket.destroy();
    },
  };
}
