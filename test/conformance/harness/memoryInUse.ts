import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes that are still reachable in this process, on the heap and outside it (buffers), once everything else is collected. */
export async function memoryInUse(): Promise<number> {
  setFlagsFromString('--expose-gc');
  // Only a context made after the flag has it.
  const collect: () => void = runInNewContext('gc');
  for (let pass = 0; pass < 3; pass++) {
    // Sockets that are being closed, and what waits for finalizers.
    await sleep(50);
    collect();
  }
  // What buffers hold is part of `external`.
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
