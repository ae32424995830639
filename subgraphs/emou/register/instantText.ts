/** SQL that writes a timestamptz as RFC 3339 in UTC with milliseconds, whatever type parsers the connection has. */
export function instantText(column: string): string {
  return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
