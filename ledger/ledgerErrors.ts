/** The queue is full: refuse the request before anything is asked of anybody. */
export class LedgerFull extends Error {
  readonly outcome = 'not-recorded';
  constructor(limit: number) {
    super(`the ledger's queue of ${limit} entries is full`);
    this.name = 'LedgerFull';
  }
}

/**
 * The entries could not be recorded, or it is not known whether they were (`unknown`: they may be in the log, which may
 * say more than was shown). Either way what they would disclose must not be shown.
 */
export class LedgerUnavailable extends Error {
  readonly outcome: 'not-recorded' | 'unknown';
  constructor(message: string, outcome: 'not-recorded' | 'unknown', cause?: unknown) {
    super(message, { cause });
    this.name = 'LedgerUnavailable';
    this.outcome = outcome;
  }
}

/** The ledger must not be served as it stands; each problem is a sentence for the operator. */
export class LedgerUnfit extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`the ledger is not fit for use: ${problems.join('; ')}`);
    this.name = 'LedgerUnfit';
    this.problems = problems;
  }
}
