import { useLanguage } from './language.tsx';
import { type Terms, termsEn } from './terms.en.ts';
import { termsEs } from './terms.es.ts';

export const terms = { en: termsEn, es: termsEs } as const;

/** The agreement's words in the user's language. */
export function useTerms(): Terms & { term(kind: keyof Terms, code: string | null | undefined): string } {
  const words = terms[useLanguage().language];
  return { ...words, term: (kind, code) => termOf(words, kind, code) };
}

/** The word for a code; a code that this version does not know is shown in small letters. */
export function termOf(words: Terms, kind: keyof Terms, code: string | null | undefined): string {
  if (code === null || code === undefined) return '';
  const known: Readonly<Record<string, string>> = words[kind];
  return Object.hasOwn(known, code) ? (known[code] ?? code) : code.replaceAll('_', ' ').toLowerCase();
}
