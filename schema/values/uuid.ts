const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * True for a UUID. Other text is never sent to PostgreSQL as an id, because a malformed one would fail the statement
 * and with it the whole batch.
 */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
