export interface RefusalLogOptions {
  readonly log: (message: string, details: Readonly<Record<string, unknown>>) => void;
  readonly clock: () => Date;
}

const ONCE_IN_MS = 60_000;
/** Reasons may quote the token's header, which callers write. */
const MOST_REASONS = 100;

/**
 * Logs refused tokens, one line a minute for each reason, with the number of refusals since the line before. Otherwise
 * anybody could fill the operator's log; the metric counts every refusal.
 */
export function createRefusalLog({ log, clock }: RefusalLogOptions): (reason: string) => void {
  const logged = new Map<string, { at: number; unlogged: number }>();
  return (reason) => {
    const now = clock().getTime();
    const last = logged.get(reason);
    if (last !== undefined && Math.abs(now - last.at) < ONCE_IN_MS) {
      last.unlogged += 1;
      return;
    }
    const more = last === undefined || last.unlogged === 0 ? {} : { unlogged: last.unlogged };
    if (last === undefined && logged.size >= MOST_REASONS) logged.clear();
    logged.set(reason, { at: now, unlogged: 0 });
    log('token refused', { reason, ...more });
  };
}
