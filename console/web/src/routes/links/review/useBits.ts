import { localeOf, useLanguage } from '../../../i18n/language.tsx';

/** Writes bits with one decimal; signed: with a plus or a minus. */
export function useBits(): (bits: number, isSigned?: boolean) => string {
  const { language } = useLanguage();
  return (bits, isSigned = false) =>
    bits.toLocaleString(localeOf[language], {
      ...{ minimumFractionDigits: 1, maximumFractionDigits: 1 },
      signDisplay: isSigned ? 'exceptZero' : 'negative',
    });
}
