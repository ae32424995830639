/** Settings that a caller may change. fsync and synchronous_commit keep PostgreSQL's default: on. */
const defaults: Readonly<Record<string, string>> = {
  // Every system and the ledger have a connection pool on the same server.
  max_connections: '200',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  log_checkpoints: 'off',
  // Statements and error details contain people's data, which must not be logged.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_line_prefix: '',
  log_timezone: 'UTC',
  timezone: 'UTC',
  jit: 'off',
};

/** The server's command line. It is reachable only from this machine, by TCP (socket paths have a length limit). */
export function serverArguments(
  cluster: string,
  port: number,
  settings: Readonly<Record<string, string>>,
): readonly string[] {
  const all = {
    ...defaults,
    ...settings,
    lc_messages: 'C',
    logging_collector: 'off',
    log_destination: 'stderr',
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
  };
  return ['-D', cluster, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}
