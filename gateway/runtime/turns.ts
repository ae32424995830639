import { setTimeout as sleep, setImmediate as turnOver } from 'node:timers/promises';

/** Runs synchronous work and resolves with its result, or rejects with what it throws. */
export type InTurn = <Result>(work: () => Result | Promise<Result>) => Promise<Result>;

/** Work that takes longer, in milliseconds, is followed by a rest. */
const LONG_MS = 10;
const LONGEST_REST_MS = 100;

/**
 * Shares the event loop between work that may take long and everything else: one piece of work in a turn of the event
 * loop, and after a long piece a rest of the same length. In between, known operations and /health are answered. Work
 * that returns a promise has had its turn when it returns.
 */
export function createTurnQueue(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    let took = 0;
    const done = last
      .then(() => turnOver())
      .then(() => {
        const begun = performance.now();
        try {
          // Not a promise, or the next piece would wait for it.
          return { result: work() };
        } finally {
          took = performance.now() - begun;
        }
      });
    const rest = () => (took > LONG_MS ? sleep(Math.min(took, LONGEST_REST_MS)) : undefined);
    last = done.then(rest, rest);
    return done.then(({ result }) => result);
  };
}
