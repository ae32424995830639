/**
 * Queue of the work of several owners, fair by the time it takes: an owner whose work took long waits for the others.
 */
export interface FairQueue<Item> {
  readonly length: number;
  /** Returns false if there is no room in the queue, or in this owner's share of it. */
  push(owner: string, item: Item): boolean;
  /** Returns the next item of the owner who has used the least time. */
  shift(): { readonly owner: string; readonly item: Item } | undefined;
  /** Adds to the time that an owner has used. */
  charge(owner: string, ms: number): void;
}

export interface FairQueueLimits {
  readonly maxWaiting: number;
  readonly maxWaitingPerOwner: number;
}

interface Owner<Item> {
  readonly waiting: Item[];
  /** Milliseconds on the queue's own clock. */
  used: number;
}

/**
 * Creates a start-time fair queue. An owner who returns after a pause starts where the others are: unused time is not
 * saved, and used time is not forgotten while others wait. See Goyal, Vin, Cheng: Start-time Fair Queueing, 1996.
 */
export function createFairQueue<Item>({ maxWaiting, maxWaitingPerOwner }: FairQueueLimits): FairQueue<Item> {
  // In the order of arrival: of two owners who used the same time, the first is served first.
  const owners = new Map<string, Owner<Item>>();
  let length = 0;
  /** Time that the owner who was served last had used before. */
  let clock = 0;

  return {
    get length() {
      return length;
    },
    push(owner, item) {
      const own = owners.get(owner) ?? { waiting: [], used: clock };
      if (length >= maxWaiting || own.waiting.length >= maxWaitingPerOwner) return false;
      if (own.waiting.length === 0) own.used = Math.max(own.used, clock);
      own.waiting.push(item);
      owners.set(owner, own);
      length++;
      return true;
    },
    shift() {
      let next: [string, Owner<Item>] | undefined;
      for (const [owner, own] of owners) {
        if (own.waiting.length > 0) {
          if (next === undefined || own.used < next[1].used) next = [owner, own];
        } else if (own.used <= clock) owners.delete(owner);
      }
      if (next === undefined) {
        // No one waits, so no one is owed time.
        owners.clear();
        return undefined;
      }
      const [owner, own] = next;
      const item = own.waiting.shift();
      if (item === undefined) return undefined;
      length--;
      clock = Math.max(clock, own.used);
      return { owner, item };
    },
    charge(owner, ms) {
      const own = owners.get(owner);
      if (own !== undefined) own.used += ms;
    },
  };
}
