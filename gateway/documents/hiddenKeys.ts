/** Response key under which pruning selects the id of every person. No response holds it. */
export const PERSON_ID_KEY = '_person360Id';

/** Response key of an object's own type name, where an interface or a union is returned. No response holds it. */
export const RUNTIME_TYPE_KEY = '_person360Type';

const SUBJECT_KEY = '_person360Subject';

/** Response key under which pruning selects the nth field that leads from an object to its persons. */
export function subjectKeyAt(index: number): string {
  return `${SUBJECT_KEY}${index}`;
}

/** Clients cannot write these keys: see rules/reservedNames.ts. */
export function isHiddenKey(key: string | number): boolean {
  return key === PERSON_ID_KEY || key === RUNTIME_TYPE_KEY || String(key).startsWith(SUBJECT_KEY);
}
