import type { ServerResponse } from 'node:http';
import type { FeedReader } from './feedPublisher.ts';

/** How long a reader may leave sent data unread. */
export interface FeedConnectionLimits {
  readonly drainMs: number;
}

/**
 * The feed connection of one gateway. A slow reader gets no second frame while the first is unread, and nothing is
 * buffered for it: once it has read, `onReady` brings it up to date. After `drainMs` it is disconnected; it reconnects
 * by itself, and until then treats its feed as stale.
 */
export function feedConnection(
  response: ServerResponse,
  { drainMs }: FeedConnectionLimits,
  onReady: (reader: FeedReader) => void,
): FeedReader {
  let patience: NodeJS.Timeout | undefined;

  const reader: FeedReader = {
    get ready() {
      return patience === undefined && !response.writableEnded && !response.destroyed;
    },
    send(frame) {
      if (!response.write(frame)) patience = setTimeout(() => response.destroy(), drainMs);
    },
    close() {
      response.end();
    },
  };
  response.on('drain', () => {
    clearTimeout(patience);
    patience = undefined;
    onReady(reader);
  });
  response.on('close', () => clearTimeout(patience));
  return reader;
}
