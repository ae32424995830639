import type { Database } from '../../kit/database/database.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import type { Log } from '../../kit/log.ts';
import { addressNotices, claimDeliveries, type Delivery, markDelivered, markFailed } from './deliveries.ts';
import type { NoticeTarget } from './targets/noticeTarget.ts';

export interface DeliveryLimits {
  readonly pollMs: number;
  readonly firstRetryMs: number;
  readonly longestRetryMs: number;
  /** Number of failures after which a notice becomes a dead letter. */
  readonly attempts: number;
}

/** A dozen attempts over more than a day. The first retry comes later than the longest attempt takes. */
export const defaultDeliveryLimits: DeliveryLimits = {
  pollMs: 1_000,
  firstRetryMs: 30_000,
  longestRetryMs: 6 * 3_600_000,
  attempts: 14,
};

export interface NoticeDelivery {
  /** Resolves once the attempts in flight have ended. */
  stop(): Promise<void>;
}

/**
 * Delivers the outbox at least once: the next attempt is recorded before this one is made, so that nothing is lost if
 * the process dies in between. Any number of processes share the work.
 */
export function startNoticeDelivery(options: {
  readonly database: Database;
  readonly clock: () => Date;
  readonly targets: readonly NoticeTarget[];
  readonly limits: DeliveryLimits;
  readonly log: Log;
}): NoticeDelivery {
  const { database, clock, targets, limits, log } = options;
  const byName = new Map(targets.map((target) => [target.name, target]));
  let round: Promise<void> | undefined;
  let stopped = false;

  async function attempt(delivery: Delivery): Promise<void> {
    const target = byName.get(delivery.target);
    try {
      // The target was removed from the configuration; the letter stays until somebody looks at it.
      if (target === undefined) throw new Error('no such target is configured');
      await target.send(delivery, clock());
      await markDelivered(database, delivery, clock());
    } catch (error) {
      if (error instanceof PublicError) throw error;
      const over = delivery.attempts >= limits.attempts;
      await markFailed(database, delivery, reasonOf(error), over ? clock() : null);
      if (over) {
        log({ level: 'error', system: 'emou', event: 'A notice could not be delivered.', subject: delivery.target });
      }
    }
  }

  async function deliverAll(): Promise<void> {
    await addressNotices(database, targets, clock());
    for (;;) {
      const deliveries = stopped ? [] : await claimDeliveries(database, clock(), limits);
      if (deliveries.length === 0) return;
      await Promise.all(deliveries.map(attempt));
    }
  }

  const timer = setInterval(() => {
    round ??= deliverAll()
      .catch(() => undefined) // The database module has logged the error; the next round retries.
      .finally(() => {
        round = undefined;
      });
  }, limits.pollMs);

  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await round;
    },
  };
}

/**
 * Returns the reason of a failure. A failed fetch has it in its cause; neither contains more than a code or a status
 * here.
 */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  const { cause } = error;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return error.message.slice(0, 200);
}
