/** Up to this length a loop over the characters beats the call into JSON.stringify. */
const SHORT = 64;

/** A string as JSON text. Most values of the agencies are short and need no escape. */
export function stringText(value: string): string {
  const { length } = value;
  if (length > SHORT) return JSON.stringify(value);
  for (let index = 0; index < length; index++) {
    const code = value.charCodeAt(index);
    // Quote, backslash, control characters and lone surrogates are JSON.stringify's business.
    if (code < 0x20 || code === 0x22 || code === 0x5c || (code >= 0xd800 && code <= 0xdfff))
      return JSON.stringify(value);
  }
  return `"${value}"`;
}

/**
 * The same text with one byte a character, where it is ASCII. Names may be kept with two bytes although they are ASCII,
 * and one such name in a response makes all of it two bytes a character, which takes ten times as long to count and
 * send. For texts that are made once and written often.
 */
export function oneByteText(text: string): string {
  const bytes = Buffer.from(text);
  return bytes.length === text.length ? bytes.toString('latin1') : text;
}

/** Any JSON value as text; `undefined` counts as null. */
export function jsonText(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return stringText(value);
    case 'number':
      return Number.isFinite(value) ? `${value}` : 'null';
    case 'boolean':
      return value ? 'true' : 'false';
    default:
      return JSON.stringify(value) ?? 'null';
  }
}

/**
 * The same text in one piece. V8 keeps a text of many parts as a tree; reading a character makes it flat once, and not
 * once for every place to which the text is written.
 */
export function inOnePiece(text: string): string {
  return text.charCodeAt(0) === 0 ? '' : text;
}
