/** Keeps calls away from a subgraph that is down, so that its callers fail at once instead of piling up. */
export interface Breaker {
  /** False: do not call. Half open, exactly one caller is let through to try. */
  admits(): boolean;
  succeeded(): void;
  failed(): void;
  /** The admitted call ended without telling anything about the subgraph's health (its caller left). */
  abandoned(): void;
}

export interface BreakerOptions {
  /** Failures in a row, with no success between them, that open it. */
  readonly failures: number;
  /** Milliseconds without calls before one is let through to try. */
  readonly openMs: number;
  /** Monotonic milliseconds. */
  readonly now: () => number;
}

type State =
  | { readonly kind: 'closed'; readonly failures: number }
  | { readonly kind: 'open'; readonly until: number }
  | { readonly kind: 'trying' };

export function createBreaker({ failures, openMs, now }: BreakerOptions): Breaker {
  const healthy: State = { kind: 'closed', failures: 0 };
  let state: State = healthy;
  return {
    admits() {
      switch (state.kind) {
        case 'closed':
          return true;
        case 'open':
          if (now() < state.until) return false;
          state = { kind: 'trying' };
          return true;
        case 'trying':
          return false;
      }
    },
    succeeded() {
      state = healthy;
    },
    failed() {
      if (state.kind === 'open') return;
      const inARow = state.kind === 'closed' ? state.failures + 1 : failures;
      state = inARow >= failures ? { kind: 'open', until: now() + openMs } : { kind: 'closed', failures: inARow };
    },
    abandoned() {
      if (state.kind === 'trying') state = { kind: 'open', until: now() };
    },
  };
}
