/** One event for an operator. Never contains a value of a record, a token, SQL parameters or a URL with a password. */
export interface LogEntry {
  readonly level: 'info' | 'warn' | 'error';
  readonly system: string;
  /** A description of what happened. */
  readonly event: string;
  /** A code, such as an SQLSTATE or an error's name. */
  readonly code?: string;
  /** Name of the prepared statement, migration or route concerned. */
  readonly subject?: string;
}

export type Log = (entry: LogEntry) => void;
