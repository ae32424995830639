import type { ServerResponse } from 'node:http';
import type { EndSignal } from '../model/endSignal.ts';
import { createDeadlines } from '../runtime/deadlines.ts';
import { EndController } from '../runtime/endSignal.ts';

/** Fires when the client goes before its answer is complete, or when the time is over. */
export type RequestSignal = (response: ServerResponse) => EndSignal;

/** @param timeoutMs that a request may take */
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
