import type { IncomingMessage } from 'node:http';

/**
 * Reads the body as text. Returns `too large` as soon as the limit is exceeded, whatever the content-length claimed,
 * and `gone` if the caller has disconnected.
 */
export function readBody(request: IncomingMessage, maxBytes: number): Promise<{ text: string } | 'too large' | 'gone'> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return Promise.resolve('too large');
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBytes) {
        request.pause();
        resolve('too large');
      } else {
        chunks.push(chunk);
      }
    });
    request.on('end', () => resolve({ text: Buffer.concat(chunks, size).toString('utf8') }));
    request.on('error', () => resolve('gone'));
    request.on('close', () => resolve('gone'));
  });
}
