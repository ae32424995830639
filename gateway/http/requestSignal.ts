import type { ServerResponse } from 'node:http';
import { EndController, type EndSignal } from '../execution/endSignal.ts';

/** Fires when the client goes before its answer is complete, or when the time is over. */
export function requestSignal(response: ServerResponse, timeoutMs: number): EndSignal {
  const signal = new EndController();
  const timer = setTimeout(() => signal.abort(), timeoutMs);
  response.on('close', () => {
    clearTimeout(timer);
    if (!response.writableFinished) signal.abort();
  });
  return signal;
}
