/** Work of several owners, given out in turns: who has much waiting does not hold up who has little. */
export interface FairQueue<Item> {
  readonly length: number;
  /** False when there is no room: in the queue, or in this owner's share of it. */
  push(owner: string, item: Item): boolean;
  shift(): Item | undefined;
}

export interface FairQueueLimits {
  readonly maxWaiting: number;
  readonly maxWaitingPerOwner: number;
}

export function createFairQueue<Item>({ maxWaiting, maxWaitingPerOwner }: FairQueueLimits): FairQueue<Item> {
  // Owners with something waiting, in the order of their turns.
  const byOwner = new Map<string, Item[]>();
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(owner, item) {
      const own = byOwner.get(owner) ?? [];
      if (length >= maxWaiting || own.length >= maxWaitingPerOwner) return false;
      own.push(item);
      byOwner.set(owner, own);
      length++;
      return true;
    },
    shift() {
      for (const [owner, own] of byOwner) {
        const item = own.shift();
        byOwner.delete(owner);
        if (own.length > 0) byOwner.set(owner, own);
        length--;
        return item;
      }
      return undefined;
    },
  };
}
