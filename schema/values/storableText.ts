/**
 * True if PostgreSQL and JSON can store a text: no NUL, and no unpaired surrogate (RFC 8259, 8.2). Other text is
 * rejected where it enters, so that no statement, record or log fails on it later.
 */
export function isStorableText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

/**
 * True if every text in a JSON value is storable, including names of members. Iterative, because callers choose the
 * depth.
 */
export function isStorableJson(value: unknown): boolean {
  const pending: unknown[] = [value];
  while (pending.length > 0) {
    const next = pending.pop();
    if (typeof next === 'string') {
      if (!isStorableText(next)) return false;
    } else if (Array.isArray(next)) {
      for (const item of next) pending.push(item);
    } else if (typeof next === 'object' && next !== null) {
      for (const [name, inner] of Object.entries(next)) pending.push(name, inner);
    }
  }
  return true;
}

/**
 * True if a JSON document may contain unstorable text, which only an escape can write. Nearly every body has none, so
 * this search is usually the whole cost.
 */
export function mayHoldUnstorableText(json: string): boolean {
  return UNSTORABLE_ESCAPE.test(json);
}

const UNSTORABLE_ESCAPE = /\\u(?:0000|[dD][89a-fA-F])/;

export const unstorableText = {
  status: 400,
  code: 'BAD_USER_INPUT',
  message: 'A text holds a NUL character or half of a surrogate pair, such as half an emoji. Send it without.',
} as const;
