import { createChangeLog } from '../../../feed/changeLog.ts';
import type { FeedKey } from '../../../feed/feedKey.ts';
import type { FeedSource } from '../../../feed/feedSource.ts';
import type { RegisterRules } from '../register/register.ts';
import { feedFrames } from './feedFrames.ts';
import type { FeedWitness } from './register/feedWitness.ts';
import { openRegisterConnection } from './register/registerConnection.ts';
import { type RegisterReading, type RegisterState, readRegisterState } from './register/registerState.ts';

export interface ApprovalSourceOptions {
  readonly databaseUrl: string;
  readonly key: FeedKey;
  readonly clock: () => Date;
  /** Approvals of unknown datasets are left out, because gateways reject events that name one. */
  readonly rules: RegisterRules;
  /** Runs once before the first read of the register, to bring its index up to date. */
  readonly prepare: () => Promise<void>;
  /** Wraps every read of the register, so that nothing is signed that is not in the log. */
  readonly witness: FeedWitness;
}

/** The register's approvals as the feed's state. */
export function openApprovalSource(options: ApprovalSourceOptions, onChange: () => void): FeedSource {
  const { key, clock, rules } = options;
  const log = createChangeLog();
  const connection = openRegisterConnection(options.databaseUrl, onChange);
  let state: RegisterState | undefined;
  let prepared = false;
  let catalogueVersion = rules.catalogueVersion();

  /**
   * Records a change. One that the revision does not account for (counted by another process with another clock) may be
   * of anything: then a new epoch starts.
   */
  function note(before: RegisterState | undefined, { state: after, change }: RegisterReading): boolean {
    state = after;
    if (change === 'none') return false;
    if (before !== undefined && change !== 'all' && after.revision > before.revision) {
      log.add(before.revision, after.revision, change.ids);
      return false;
    }
    if (before !== undefined && change !== 'all' && change.ids.length === 0) return false;
    log.startEpoch();
    return true;
  }

  /** Reads again if the catalog was replaced in between: the log was compared by another one than the register. */
  async function readWithOneCatalogue(before: RegisterState | undefined, now: Date): Promise<RegisterReading> {
    for (;;) {
      const version = rules.catalogueVersion();
      // Another catalog may open or close any approval, so all of them are read.
      const known = version === catalogueVersion ? before : undefined;
      try {
        const reading = await options.witness(() =>
          connection.run((client) => readRegisterState(client, known, rules, now)),
        );
        if (version !== rules.catalogueVersion()) continue;
        catalogueVersion = version;
        return reading;
      } catch (error) {
        if (version === rules.catalogueVersion()) throw error;
      }
    }
  }

  return {
    log,
    async read() {
      const before = state;
      if (!prepared) await options.prepare();
      prepared = true;
      const now = clock();
      const reading = await readWithOneCatalogue(before, now);
      const restarted = note(before, reading);
      const { nextChange, asOf } = reading.state;
      return { frames: feedFrames(key, reading.state, log), restarted, changesInMs: nextChange - asOf.getTime() };
    },
    close: () => connection.close(),
  };
}
