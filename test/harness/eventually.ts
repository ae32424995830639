import { setTimeout as sleep } from 'node:timers/promises';

/** Asks until the answer fits, for as long as `withinMs`; gives the last answer either way, so that a test can show it. */
export async function eventually<Value>(
  ask: () => Promise<Value>,
  fits: (value: Value) => boolean,
  withinMs = 10_000,
): Promise<Value> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const value = await ask();
    if (fits(value) || Date.now() > deadline) return value;
    await sleep(50);
  }
}
