import type { ServerResponse } from 'node:http';
import type { FeedReader } from './feedPublisher.ts';

/** How long a reader may leave what was sent to it unread. */
export interface FeedConnectionLimits {
  readonly drainMs: number;
}

/**
 * One gateway's end of the feed. A reader that does not keep up gets no second frame while the first is unread, and
 * nothing waits for it in memory: once it has read, `onReady` brings it from there to the present. After `drainMs` it is
 * cut off. It comes back by itself, and until then counts its feed as stale.
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
