/** Number of objects that one request may still resolve. */
export interface ObjectBudget {
  readonly isSpent: boolean;
  /** Counts an object or the items of a list. Returns null instead of the value once the budget is spent. */
  take(value: unknown): unknown;
}

export function createObjectBudget(maxObjects: number): ObjectBudget {
  let left = maxObjects;
  return {
    get isSpent() {
      return left < 0;
    },
    take(value) {
      if (value === null || value === undefined) return value;
      left -= Array.isArray(value) ? value.length : 1;
      return left < 0 ? null : value;
    },
  };
}
