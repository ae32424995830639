/** Looks for values in what a database, its files, and its logs contain. */
export interface ValueSearch {
  /** The values that occur in bytes, whatever is around them, in upper or lower case. Short ones are not looked for. */
  inBytes(contents: readonly Buffer[]): ReadonlySet<string>;
  /** The values that occur in text as words of their own, not within the hexadecimal digits of other values. */
  inText(text: string): ReadonlySet<string>;
}

/** Shorter words are found by chance in megabytes of random bytes, which ciphertexts are. */
const SHORTEST_IN_BYTES = 6;
const SHORTEST_IN_TEXT = 4;

export function createValueSearch(values: Iterable<string>): ValueSearch {
  const distinct = [...new Set(values)];
  const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const inText = distinct
    .filter((value) => value.length >= SHORTEST_IN_TEXT)
    .map((value) => ({ value, lower: value.toLowerCase(), words: wordsOf(value) }));
  // By their first three bytes: most positions are ruled out by one look.
  const isStart = new Uint8Array(1 << 24);
  const valuesAt = new Map<number, { readonly value: string; readonly bytes: Buffer }[]>();
  for (const value of distinct.filter((each) => each.length >= SHORTEST_IN_BYTES)) {
    const bytes = lowerCase(Buffer.from(value));
    const start = bytes.readUIntBE(0, 3);
    isStart[start] = 1;
    valuesAt.set(start, [...(valuesAt.get(start) ?? []), { value, bytes }]);
  }
  return {
    inBytes(contents) {
      const found = new Set<string>();
      for (const content of contents.map(lowerCase)) {
        let start = 0;
        for (let at = 0; at < content.length; at++) {
          start = ((start << 8) | (content[at] ?? 0)) & 0xffffff;
          if (isStart[start] !== 1) continue;
          for (const { value, bytes } of valuesAt.get(start) ?? []) {
            if (content.subarray(at - 2, at - 2 + bytes.length).equals(bytes)) found.add(value);
          }
        }
      }
      return found;
    },
    inText(text) {
      const lower = text.toLowerCase();
      const words = new Set(wordsOf(lower));
      const found = inText.filter((each) => each.words.every((word) => words.has(word)) && lower.includes(each.lower));
      return new Set(found.map(({ value }) => value));
    },
  };
}

/** Letters of ASCII; others stay. */
function lowerCase(bytes: Buffer): Buffer {
  const lower = Buffer.from(bytes);
  for (let at = 0; at < lower.length; at++) {
    const byte = lower[at] ?? 0;
    if (byte >= 0x41 && byte <= 0x5a) lower[at] = byte + 0x20;
  }
  return lower;
}
