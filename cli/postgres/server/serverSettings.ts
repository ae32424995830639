/** Settings a caller may change. fsync and synchronous_commit stay as PostgreSQL has them: on. */
const defaults: Readonly<Record<string, string>> = {
  // Every system and the ledger keep a pool of connections on the one server.
  max_connections: '200',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  log_checkpoints: 'off',
  // Statements and the details of errors hold people's data, which does not belong in a log.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_line_prefix: '',
  log_timezone: 'UTC',
  timezone: 'UTC',
  jit: 'off',
};

/** The server's command line: reachable from this machine only, by TCP (paths of sockets may not be long). */
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
