import { request } from 'undici';

export interface FetchTextOptions {
  readonly url: string;
  /** Limit for the connection, the headers and the whole body together. */
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

/**
 * GETs a small text. Rejects unless a response with status 200 is complete within the timeout and the size limit, so
 * that a server that stalls in the middle of a body keeps nobody waiting.
 */
export async function fetchText({ url, timeoutMs, maxBytes, signal }: FetchTextOptions): Promise<string> {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const { statusCode, body } = await request(url, {
      headers: { accept: 'application/json' },
      signal: AbortSignal.any([signal, timeout]),
      // Requests are minutes apart, so a kept connection would only delay the server's shutdown.
      reset: true,
    });
    if (statusCode !== 200) {
      // A body of undici that is destroyed early emits an error, which would end the process.
      body.on('error', () => undefined).destroy();
      throw new Error(`the server responded with status ${statusCode}`);
    }
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of body) {
      chunks.push(chunk as Buffer); // the body of a response is a stream of Buffers
      bytes += (chunk as Buffer).length;
      if (bytes > maxBytes) throw new Error(`the response is larger than ${maxBytes} bytes`);
    }
    return Buffer.concat(chunks, bytes).toString('utf8');
  } catch (error) {
    if (timeout.aborted) throw new Error(`no complete response within ${timeoutMs} ms`);
    throw error;
  }
}
