/** The queue is full: reject the request before fetching anything. */
export class LedgerFull extends Error {
  readonly outcome = 'not-recorded';
  constructor(limit: number) {
    super(`the ledger's queue of ${limit} entries is full`);
    this.name = 'LedgerFull';
  }
}

/**
 * The entries could not be recorded, or it is unknown whether they were (`unknown`: the log may contain them and say
 * more than was shown). In either case, the data they would disclose must not be shown.
 */
export class LedgerUnavailable extends Error {
  readonly outcome: 'not-recorded' | 'unknown';
  constructor(message: string, outcome: 'not-recorded' | 'unknown', cause?: unknown) {
    super(message, { cause });
    this.name = 'LedgerUnavailable';
    this.outcome = outcome;
  }
}

/** The ledger must not be used in its present state; each problem is a sentence for the operator. */
export class LedgerUnfit extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`the ledger is not fit for use: ${problems.join('; ')}`);
    this.name = 'LedgerUnfit';
    this.problems = problems;
  }
}
