/**
 * Whether PostgreSQL and JSON can hold a text: no NUL, and no half of a surrogate pair (RFC 8259, 8.2). What neither can
 * hold is refused where it enters, so that no statement, record or log fails on it later.
 */
export function isStorableText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

/** Whether every text in a JSON value is storable, names of members included. Iterative: callers choose the depth. */
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
 * Whether the text of a JSON document can hold such a text at all: only an escape can write it. Nearly every body has
 * none, so that this search is all that it costs.
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
