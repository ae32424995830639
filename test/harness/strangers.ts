/** Results of requests by HTTP status. */
export type StatusCounts = Readonly<Record<number, number>>;

/** Sends requests at a rate, whether or not earlier ones have a response; `stop` waits for the last and counts statuses. */
export function sendAtRate(perSecond: number, send: () => Promise<number>): { stop(): Promise<StatusCounts> } {
  const statuses: Promise<number>[] = [];
  let sent = 0;
  const startedAt = performance.now();
  const timer = setInterval(() => {
    // As many as are due, since timers are late on a busy machine, but no flood after a long pause.
    const due = Math.floor(((performance.now() - startedAt) / 1_000) * perSecond) - sent;
    sent += due;
    for (let index = 0; index < Math.min(due, perSecond / 10); index++) statuses.push(send());
  }, 10);
  return {
    async stop() {
      clearInterval(timer);
      const counts: Record<number, number> = {};
      for (const status of await Promise.all(statuses)) counts[status] = (counts[status] ?? 0) + 1;
      return counts;
    },
  };
}
