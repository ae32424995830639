/** The tree has entries that the caller has not seen. Nothing was appended; retry from the start. */
export class LogMoved extends Error {}

/** The log is not what was signed. */
export class LogTampered extends Error {}

/** The tables differ from the log because somebody changed them outside the system. They must not decide anything. */
export class TablesDiffer extends Error {
  /** @param difference description of the first one found */
  constructor(origin: string, difference: string) {
    super(
      `The database differs from the log ${origin}: ${difference}. It was changed outside this system, so nothing ` +
        'is decided by it. Find out who did, then restore it from the log (docs/security-team.md, "Restore a register").',
    );
  }
}
