/**
 * Characters that are invisible or change the visible order: zero-width and bidirectional ones, fillers, selectors
 * (Unicode TR 44, Default_Ignorable_Code_Point), and line separators. Attack: words that look empty, look new but
 * repeat old ones, or read differently than written. The joiners of Persian and Indic scripts occur between letters,
 * and are allowed there because readers see them as part of the text.
 */
const HIDDEN = /(?!(?<=[\p{L}\p{M}])[\u200c\u200d][\p{L}\p{M}])\p{Default_Ignorable_Code_Point}|[\u2028\u2029]/u;

/** True if a text that others have to judge contains characters that they would not see. */
export function holdsHiddenCharacters(text: string): boolean {
  return HIDDEN.test(text);
}
