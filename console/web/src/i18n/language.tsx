import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { useSessionContext } from '../session/SessionProvider.tsx';

export type Language = 'en' | 'es';
export const languages = ['en', 'es'] as const;

/** Locales for dates and numbers. */
export const localeOf: Readonly<Record<Language, string>> = { en: 'en-US', es: 'es-US' };

const LanguageContext = createContext<{ language: Language; setLanguage: (to: Language) => void } | undefined>(
  undefined,
);

/** Language of the session; before that, the browser's, or the one in the address: `?lang=es`. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const { session, savePreferences } = useSessionContext();
  const [chosen, setChosen] = useState<Language | undefined>(fromAddress);
  const language = chosen ?? session?.preferences.language ?? fromBrowser();
  useEffect(() => {
    document.documentElement.lang = localeOf[language];
  }, [language]);
  const value = useMemo(
    () => ({
      language,
      setLanguage(to: Language) {
        setChosen(to);
        if (session !== undefined) void savePreferences({ language: to });
      },
    }),
    [language, session, savePreferences],
  );
  return <LanguageContext value={value}>{children}</LanguageContext>;
}

export function useLanguage(): { readonly language: Language; setLanguage(to: Language): void } {
  const value = useContext(LanguageContext);
  if (value === undefined) throw new Error('There is no LanguageProvider.');
  return value;
}

function fromAddress(): Language | undefined {
  const named = new URLSearchParams(window.location.search).get('lang');
  return named === 'es' || named === 'en' ? named : undefined;
}

function fromBrowser(): Language {
  return navigator.language.toLowerCase().startsWith('es') ? 'es' : 'en';
}

/** Texts of one part of the app. `es` has the same keys as `en`, or it does not compile. */
export interface Catalog<Texts> {
  readonly en: Texts;
  readonly es: Texts;
}

export function useText<Texts>(catalog: Catalog<Texts>): Texts {
  return catalog[useLanguage().language];
}
