const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Text that is no uuid names nothing: not an error, and never sent to the database. */
export function isUuid(text: string): boolean {
  return uuid.test(text);
}
