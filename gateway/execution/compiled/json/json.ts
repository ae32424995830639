/** A subgraph's response as JSON.parse returns it. Keys are data: they are only ever read with `ownReader`. */
export type JsonObject = { [key: string]: unknown };

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A reader of one key. A client may alias a field `constructor` or `__proto__`: on an object without that key of its
 * own, a plain read would find the prototype's. Such names pay for the check, the others do not.
 */
export function ownReader(key: string): (source: JsonObject) => unknown {
  return key in Object.prototype
    ? (source) => (Object.hasOwn(source, key) ? source[key] : undefined)
    : (source) => source[key];
}

/** A setter of one key that never reaches a prototype: `target['__proto__'] = x` would replace it. */
export function ownSetter(key: string): (target: JsonObject, value: unknown) => void {
  return key === '__proto__'
    ? (target, value) => {
        Object.defineProperty(target, key, { value, configurable: true, enumerable: true, writable: true });
      }
    : (target, value) => {
        target[key] = value;
      };
}

/** `ownReader` and `ownSetter` for keys that are not known beforehand. */
export function readOwn(source: JsonObject, key: string): unknown {
  return Object.hasOwn(source, key) ? source[key] : undefined;
}
export function setOwn(target: JsonObject, key: string, value: unknown): void {
  if (key === '__proto__') ownSetter(key)(target, value);
  else target[key] = value;
}

/**
 * A deep copy of parsed JSON, for answers that two requests received through one call: neither may change the other's.
 */
export function copyJson(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyJson);
  const copy: JsonObject = {};
  for (const key of Object.keys(value)) setOwn(copy, key, copyJson((value as JsonObject)[key])); // own key, just listed
  return copy;
}
