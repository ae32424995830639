import { useLanguage } from '../../i18n/language.tsx';
import { type Values, valuesEn } from './values.en.ts';
import { valuesEs } from './values.es.ts';

const values = { en: valuesEn, es: valuesEs } as const;

/** Word for a code of an agency's system; a code that is not known here is shown in small letters. */
export type Word = (kind: keyof Values, code: string | null | undefined) => string;

export function useWord(): Word {
  const words = values[useLanguage().language];
  return (kind, code) => {
    if (code === null || code === undefined) return '';
    const known: Readonly<Record<string, string>> = words[kind];
    return Object.hasOwn(known, code) ? (known[code] ?? code) : code.replaceAll('_', ' ').toLowerCase();
  };
}
