/** The persons whose data an object is, as its hidden keys say. */
export interface Subjects {
  readonly ids: readonly string[];
  /** True if somebody is missing: a key had no response, or a person has no id. */
  readonly isIncomplete: boolean;
}

/**
 * Reads the hidden keys of an object. A key holds a Person.id, a person with an id, a list of either, or null.
 *
 * @param failed whether anything failed in this request: then null may stand for somebody
 */
export function readSubjects(
  object: Readonly<Record<string, unknown>>,
  keys: readonly string[],
  idKey: string,
  failed: boolean,
): Subjects {
  const ids = new Set<string>();
  let isIncomplete = false;
  const read = (value: unknown): void => {
    if (typeof value === 'string') ids.add(value);
    else if (Array.isArray(value)) for (const item of value) read(item);
    else if (value === null) isIncomplete ||= failed;
    else if (typeof value === 'object' && value !== undefined && Object.hasOwn(value, idKey)) {
      const id: unknown = (value as Readonly<Record<string, unknown>>)[idKey]; // has that own key, as just checked
      if (typeof id === 'string') ids.add(id);
      else isIncomplete = true;
    } else isIncomplete = true;
  };
  for (const key of keys) read(Object.hasOwn(object, key) ? object[key] : undefined);
  return { ids: [...ids], isIncomplete };
}
