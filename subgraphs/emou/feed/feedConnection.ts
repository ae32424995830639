import type { ServerResponse } from 'node:http';
import type { FeedReader } from './feedPublisher.ts';

/** How long a reader may leave what was sent to it unread. */
export interface FeedConnectionLimits {
  readonly drainMs: number;
}

/**
 * One gateway's end of the feed. A reader that does not keep up gets no second frame while the first is unread: only the
 * newest snapshot is kept for it, so it costs one snapshot of memory and no more, and after `drainMs` it is cut off.
 * It comes back by itself, and until then counts its feed as stale.
 */
export function feedConnection(response: ServerResponse, { drainMs }: FeedConnectionLimits): FeedReader {
  let patience: NodeJS.Timeout | undefined;
  let waiting: string | undefined;

  function write(frame: string): void {
    if (response.write(frame)) return;
    patience = setTimeout(() => response.destroy(), drainMs);
  }

  response.on('drain', () => {
    clearTimeout(patience);
    patience = undefined;
    const frame = waiting;
    waiting = undefined;
    if (frame !== undefined) write(frame);
  });
  response.on('close', () => clearTimeout(patience));

  return {
    send(kind, frame) {
      if (response.writableEnded || response.destroyed) return;
      if (patience === undefined) write(frame);
      // A heartbeat that cannot be sent is worth nothing later.
      else if (kind === 'snapshot') waiting = frame;
    },
    close() {
      response.end();
    },
  };
}
