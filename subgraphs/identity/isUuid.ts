/** In PostgreSQL a malformed uuid fails the statement, and with it everybody else's answer in the batch: it is no id here. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
}
