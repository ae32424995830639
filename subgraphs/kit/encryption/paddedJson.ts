/** Texts are padded to a multiple of this length, because the length of a ciphertext tells that of its text. */
const PADDING = 64;

/** JSON to encrypt, with spaces at its end, which a parser skips. */
export function paddedJson(values: readonly (string | number | boolean | null)[]): string {
  const text = JSON.stringify(values);
  return text.padEnd(Math.ceil(text.length / PADDING) * PADDING);
}
