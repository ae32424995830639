/** A cache, or a similar owner of memory. It reports every change in size to its account, also while it evicts. */
export interface Evictable {
  /** Drops part of its entries, the least recently used first. */
  evict(): void;
}

export interface CacheAccount {
  /** Adds to the estimated size, in bytes; negative for dropped entries. May evict from this owner or from another. */
  add(bytes: number): void;
}

/** The memory that all caches of a process may use together. */
export interface CacheBudget<Name> {
  readonly maxBytes: number;
  /**
   * Opens an account. The owner is held weakly: when it is collected, its bytes are free again.
   *
   * @param group accounts that are closed together
   */
  open(name: Name, owner: Evictable, group?: object): CacheAccount;
  /** Closes every account of a group: their owners are no longer used, and what they hold counts no more. */
  closeGroup(group: object): void;
  /** Estimated bytes of all owners with this name. */
  bytesOf(name: Name): number;
}

interface Account<Name> {
  readonly name: Name;
  readonly owner: WeakRef<Evictable>;
  readonly group: object | undefined;
  bytes: number;
}

/**
 * Evicts from the largest account when the total exceeds the limit. A flood of new operations therefore evicts
 * operations, not tokens or decisions of other callers. Costs nothing on a cache hit.
 *
 * @param maxBytes limit of the sum of all estimated sizes
 */
export function createCacheBudget<Name>(maxBytes: number): CacheBudget<Name> {
  const accounts = new Set<Account<Name>>();
  let total = 0;

  function close(account: Account<Name>): void {
    if (accounts.delete(account)) total -= account.bytes;
  }
  const collected = new FinalizationRegistry<Account<Name>>(close);

  function largest(): Account<Name> | undefined {
    let found: Account<Name> | undefined;
    for (const account of accounts) if (account.bytes > (found?.bytes ?? 0)) found = account;
    return found;
  }

  function evict(): void {
    while (total > maxBytes) {
      const account = largest();
      if (account === undefined) return;
      const before = account.bytes;
      const owner = account.owner.deref();
      owner?.evict();
      // Collected already, or it does not give anything back: it must not keep this loop running.
      if (owner === undefined || account.bytes >= before) close(account);
    }
  }

  return {
    maxBytes,
    open(name, owner, group) {
      const account: Account<Name> = { name, owner: new WeakRef(owner), group, bytes: 0 };
      accounts.add(account);
      collected.register(owner, account);
      return {
        add(bytes) {
          account.bytes += bytes;
          if (!accounts.has(account)) return;
          total += bytes;
          if (bytes > 0) evict();
        },
      };
    },
    closeGroup(group) {
      for (const account of accounts) if (account.group === group) close(account);
    },
    bytesOf(name) {
      let bytes = 0;
      for (const account of accounts) if (account.name === name) bytes += account.bytes;
      return bytes;
    },
  };
}
