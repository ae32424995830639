/** Names of arguments and input fields that hold ids of persons, wherever they are. */
const NAMES: ReadonlySet<string> = new Set(['personId', 'personIds', 'survivorId', 'replacedId']);

/** True if the value is a Person.id, or a list of them: the log names persons by pseudonym only. */
export function isPersonArgument(name: string): boolean {
  return NAMES.has(name);
}
