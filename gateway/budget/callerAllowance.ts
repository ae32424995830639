import type { Requester } from '../model/requester.ts';
import type { Caches } from '../runtime/caches.ts';

/**
 * Limit on what one caller spends on expensive operations. The budget of a request does not limit how often it is sent.
 */
export interface CallerAllowance {
  /** Charges an operation by its estimated cost. An operation below a tenth of the limit is free. */
  charge(requester: Requester, cost: number): void;
  /**
   * Charges the preparation of a new operation.
   *
   * @param share its selections as a fraction of the maximum: 0 to 1
   */
  chargePreparing(requester: Requester, share: number): void;
  /** Charges a request that was refused for its cost, size, or planning time as the most expensive one. */
  chargeRefused(requester: Requester): void;
  /** Milliseconds until the caller is served again; 0: now. One comparison for a caller who has spent nothing. */
  waitMs(requester: Requester): number;
}

/** Operations of the highest cost that a caller may send at once, and each second after that. */
const AT_ONCE = 5;
const PER_SECOND = 0.5;
const MAX_CALLERS = 10_000;

interface Account {
  spent: number;
  at: number;
}

/**
 * Creates a token bucket for each person and agency. Two tokens of one person share it. It drains by `maxCost / 2` a
 * second.
 */
export function createCallerAllowance(options: {
  readonly maxCost: number;
  readonly clock: () => Date;
  readonly caches: Caches;
}): CallerAllowance {
  const { maxCost, clock } = options;
  const accounts = options.caches.lru<string, Account>('caller allowances', {
    max: MAX_CALLERS,
    bytesOf: (_, key) => 200 + 2 * key.length,
  });
  const isFree = maxCost / 10;
  let hasSpenders = false;

  function accountOf(requester: Requester, now: number): Account | undefined {
    const account = accounts.get(keyOf(requester));
    if (account === undefined) return undefined;
    // If the clock goes back, nothing drains.
    account.spent = Math.max(0, account.spent - (Math.max(0, now - account.at) / 1_000) * maxCost * PER_SECOND);
    account.at = now;
    return account;
  }

  function charge(requester: Requester, cost: number): void {
    if (cost <= isFree) return;
    const now = clock().getTime();
    const account = accountOf(requester, now);
    if (account === undefined) accounts.set(keyOf(requester), { spent: cost, at: now });
    else account.spent += cost;
    hasSpenders = true;
  }

  return {
    charge,
    chargePreparing: (requester, share) => charge(requester, share * maxCost),
    chargeRefused: (requester) => charge(requester, maxCost),
    waitMs(requester) {
      if (!hasSpenders) return 0;
      const account = accountOf(requester, clock().getTime());
      const over = (account?.spent ?? 0) - AT_ONCE * maxCost;
      return over < 0 ? 0 : Math.ceil(((over + 1) / (maxCost * PER_SECOND)) * 1_000);
    },
  };
}

function keyOf({ agency, subject }: Requester): string {
  return `${agency}\0${subject}`;
}

/** Allowance for graphs without costs: no caller ever waits. */
export const unlimitedAllowance: CallerAllowance = {
  charge: () => undefined,
  chargePreparing: () => undefined,
  chargeRefused: () => undefined,
  waitMs: () => 0,
};
