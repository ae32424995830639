import { setTimeout as sleep } from 'node:timers/promises';
import type { ComparedRegister, RegisterSystem } from './comparedRegister.ts';
import { LogTampered, TablesDiffer } from './logErrors.ts';

/** Comparing takes at most one twentieth of the time, however large the tables are. */
const CHECK_SHARE = 20;
const LONGEST_PAUSE_MS = 60_000;

export interface TableCheckJob {
  stop(): Promise<void>;
}

/**
 * Compares the register's tables with its log in the background for as long as the system runs. Once they differ, the
 * register decides nothing more and the job ends.
 *
 * @param everyMs from the end of one comparison to the start of the next; doubled after each comparison that failed
 */
export function startTableCheckJob(register: ComparedRegister, system: RegisterSystem, everyMs: number): TableCheckJob {
  const stopping = new AbortController();

  async function run(): Promise<void> {
    let pause = everyMs;
    for (;;) {
      await sleep(pause, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      const begun = performance.now();
      try {
        await register.align(system);
        pause = Math.max(everyMs, CHECK_SHARE * (performance.now() - begun));
      } catch (error) {
        // The register has logged it.
        if (error instanceof TablesDiffer || error instanceof LogTampered) return;
        const code = error instanceof Error ? error.name : typeof error;
        const event = `The tables of ${system.name} could not be compared with their log.`;
        system.log({ level: 'warn', system: system.name, event, code });
        pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
      }
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
