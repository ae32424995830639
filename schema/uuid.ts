const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Text that is no UUID is no id here, and is never sent to PostgreSQL: there a malformed one fails the statement, and
 * with it everybody else's answer in the batch.
 */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
