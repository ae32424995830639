import { setTimeout as sleep } from 'node:timers/promises';

const FIRST_PAUSE_MS = 20;
/** What takes long is asked for less often: every question costs other tests some of the processor. */
const LONGEST_PAUSE_MS = 250;

/** Asks until the answer fits, for as long as `withinMs`; gives the last answer either way, so that a test can show it. */
export async function eventually<Value>(
  ask: () => Promise<Value>,
  fits: (value: Value) => boolean,
  withinMs = 10_000,
): Promise<Value> {
  const deadline = Date.now() + withinMs;
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(1.2 * pause, LONGEST_PAUSE_MS)) {
    const value = await ask();
    if (fits(value) || Date.now() > deadline) return value;
    await sleep(pause);
  }
}
