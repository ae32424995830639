/**
 * Characters that a reader does not see, or that change the order of what is seen: zero-width and bidirectional ones,
 * fillers, selectors (Unicode TR 44, Default_Ignorable_Code_Point), and separators of lines. The attack: words that look
 * empty, look new while they are the old ones, or read otherwise than they were written. The joiners of Persian and of
 * Indic scripts stand between letters, and are letters to their readers.
 */
const HIDDEN = /(?!(?<=[\p{L}\p{M}])[\u200c\u200d][\p{L}\p{M}])\p{Default_Ignorable_Code_Point}|[\u2028\u2029]/u;

/** Whether a text that somebody states for others to judge holds something that they would not see. */
export function holdsHiddenCharacters(text: string): boolean {
  return HIDDEN.test(text);
}
