import { setTimeout as sleep } from 'node:timers/promises';
import type { SubgraphSystem } from '../../kit/subgraphDefinition.ts';
import { type CheckPart, checkStep } from './checkStep.ts';

/** Pauses this many times as long as a step took, so the job uses about one twentieth of a processor. */
const PAUSE_PER_STEP = 19;
/** Upper limit: on a busy machine, a step takes long without using much. */
const LONGEST_PAUSE_MS = 5_000;
const IDLE_MS = 1_000;
const AFTER_FAILURE_MS = 10_000;

export interface IndexCheckJob {
  stop(): Promise<void>;
}

/** Compares the ledger's index with its entries in the background, from startup for as long as the system runs. */
export function startIndexCheckJob({
  database,
  clock,
  log,
  name,
}: Pick<SubgraphSystem, 'database' | 'clock' | 'log' | 'name'>): IndexCheckJob {
  const stopping = new AbortController();

  async function step(part: CheckPart): Promise<boolean> {
    const { worked, newProblems } = await checkStep(database, part, clock);
    for (const { first, last, what } of newProblems) {
      const event = `ALARM: the index of the log does not match its entries (${first} to ${last}): ${what}.`;
      log({ level: 'error', system: name, event, code: 'LOG_INDEX_MISMATCH' });
    }
    return worked;
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      const started = performance.now();
      let pause: number;
      try {
        const headWorked = await step('head');
        const sweepWorked = await step('sweep');
        pause =
          headWorked || sweepWorked
            ? Math.min(PAUSE_PER_STEP * (performance.now() - started), LONGEST_PAUSE_MS)
            : IDLE_MS;
      } catch (error) {
        const code = error instanceof Error ? error.name : typeof error;
        log({ level: 'warn', system: name, event: 'The index of the log could not be checked.', code });
        pause = AFTER_FAILURE_MS;
      }
      await sleep(pause, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
    }
  }
  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
