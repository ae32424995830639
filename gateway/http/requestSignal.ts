import type { ServerResponse } from 'node:http';
import type { EndSignal } from '../model/endSignal.ts';
import { createDeadlines } from '../runtime/deadlines.ts';
import { EndController } from '../runtime/endSignal.ts';

/** A signal that aborts when the client disconnects before its response is complete, or when the request times out. */
export type RequestSignal = (response: ServerResponse) => EndSignal;

/** @param timeoutMs maximum time of a request */
export function createRequestSignals(timeoutMs: number): RequestSignal {
  const deadlines = createDeadlines({ timeoutMs, now: () => performance.now() });
  return (response) => {
    const signal = new EndController();
    const deadline = deadlines.watch({ expire: () => signal.abort() });
    response.on('close', () => {
      deadline.met();
      if (!response.writableFinished) signal.abort();
    });
    return signal;
  };
}
