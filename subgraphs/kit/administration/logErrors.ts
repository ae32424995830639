/** The tree has entries that the caller has not seen. Nothing was appended; start over. */
export class LogMoved extends Error {}

/** The log itself is not what was signed. */
export class LogTampered extends Error {}

/** The tables are not what the log says: somebody changed them outside the system. Nothing may be decided by them. */
export class TablesDiffer extends Error {
  /** @param difference the first one found, in words */
  constructor(origin: string, difference: string) {
    super(
      `The database differs from the log ${origin}: ${difference}. Somebody changed it outside this system, so nothing ` +
        'is decided by it. Find out who did, then restore it from the log (docs/security-team.md, "Restore a register").',
    );
  }
}
