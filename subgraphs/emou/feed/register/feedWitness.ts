import { PublicError } from '../../../kit/errors/publicError.ts';
import { changeRegister } from '../../register/changeRegister.ts';
import { createApprovalTrace } from '../../register/log/traceApprovals.ts';
import type { Register } from '../../register/register.ts';
import type { RegisterReading } from './registerState.ts';

/**
 * Reads the register and compares the result with the log. Rejects with TablesDiffer if they differ: the feed then goes
 * silent, and gateways close at the maximum age of their feed.
 */
export type FeedWitness = (read: () => Promise<RegisterReading>) => Promise<RegisterReading>;

/** Maximum attempts. Only moves made between two reads require another one. */
const MOST_READS = 5;

export interface FeedWitnessOptions {
  readonly register: Register;
  /** Compares the whole register with the log. */
  readonly check: () => Promise<void>;
  /** Milliseconds from the end of one full comparison to the start of the next. */
  readonly checkEveryMs: number;
}

/** Comparing the whole register takes at most one twentieth of the time, however large it is. */
const CHECK_SHARE = 20;

export function createFeedWitness({ register, check, checkEveryMs }: FeedWitnessOptions): FeedWitness {
  const { log } = register;
  const trace = createApprovalTrace(register);
  let checking = false;
  let nextCheck = performance.now() + checkEveryMs;

  function checkInBackground(): void {
    const begun = performance.now();
    if (checking || begun < nextCheck) return;
    checking = true;
    check()
      // The log remembers a difference, which ends the feed at its next heartbeat; failed reads are retried.
      .catch(() => undefined)
      .finally(() => {
        const took = performance.now() - begun;
        nextCheck = performance.now() + Math.max(checkEveryMs, CHECK_SHARE * took);
        checking = false;
      });
  }

  return async (read) => {
    checkInBackground();
    for (let reads = 1; reads <= MOST_READS; reads += 1) {
      log.assertTrusted();
      // Everything in the log by now must be in the read that follows.
      await log.follow();
      const followed = log.size;
      const reading = await read();
      const { state, change } = reading;
      if (state.logSize < followed) {
        // A move is about to be committed, or its process died: wait for it, or write what is missing.
        await changeRegister(register, () => Promise.resolve());
        continue;
      }
      if (state.logSize > followed) await log.follow();
      if (log.size < state.logSize) {
        throw log.invalidate(`the register holds ${state.logSize} entries of the log, which has ${log.size}`);
      }
      if (change === 'none') return reading;
      const ids = change === 'all' ? [...state.approvals.keys()] : change.ids;
      const opened = ids.flatMap((id) => state.approvals.get(id) ?? []);
      const difference = await trace(opened, state.asOf);
      if (difference === undefined) return reading;
      const { logSize } = (await read()).state;
      if (logSize === state.logSize && log.size === logSize) throw log.invalidate(difference);
    }
    throw new PublicError(
      'AUDIT_UNAVAILABLE',
      'The register changes faster than it can be compared with the log. Try again.',
    );
  };
}
