import type { Denial, PlaceDecision } from '@person360/client';
import { usePurpose } from '../graph/purpose.tsx';
import { useFormats } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/language.tsx';
import { termOf, useTerms } from '../i18n/terms.ts';
import { useSessionContext } from '../session/SessionProvider.tsx';
import { isKnownReason, placeEn } from './place.en.ts';
import { placeEs } from './place.es.ts';

export const placeTexts = { en: placeEn, es: placeEs } as const;

/** Words for the decision about one place; they depend on the decision and never on what a system holds. */
export interface PlaceWords {
  readonly short: string;
  readonly long: string;
}

/** Gives the words for a decision, in the user's language. */
export function usePlaceWords(): (decision: PlaceDecision) => PlaceWords {
  const { language } = useLanguage();
  const words = useTerms();
  const formats = useFormats();
  const { purpose } = usePurpose();
  const { session } = useSessionContext();
  const texts = placeTexts[language];

  function conditionsOf({ remedy }: Denial): string {
    const all = (remedy?.conditions ?? []).map((together) =>
      formats.list(together.map((code) => termOf(words, 'conditions', code))),
    );
    return formats.alternatives(all);
  }

  function shortOf(denial: Denial): string {
    const codes = denial.remedy?.conditions ?? [];
    if (denial.reason === 'CONDITION_NOT_MET' && codes.length > 0) {
      const short = codes.map((together) => termOf(words, 'conditionsShort', together[0]));
      return [...new Set(short)].slice(0, 2).join(' / ');
    }
    return isKnownReason(denial.reason) ? texts.short[denial.reason] : texts.withheld;
  }

  function longOf(denial: Denial): string {
    if (!isKnownReason(denial.reason)) return denial.message;
    return texts.long[denial.reason]({
      owner: termOf(words, 'agencies', denial.owner),
      agency: session?.user.agency ?? '',
      purpose: termOf(words, 'purposes', purpose),
      conditions: conditionsOf(denial),
    });
  }

  return (decision) => {
    switch (decision.kind) {
      case 'shown':
        return { short: '', long: '' };
      case 'masked': {
        const masks = formats.list(decision.masks.map((mask) => termOf(words, 'masks', mask)));
        return { short: texts.partly, long: texts.partlyLong(masks) };
      }
      case 'withheld':
        return { short: shortOf(decision), long: longOf(decision) };
      case 'notInCaseload':
        return { short: texts.notInCaseload, long: longOf(decision) };
      case 'noRecord':
        return { short: texts.noRecord, long: texts.noRecordLong };
      case 'systemDown': {
        const system = termOf(words, 'systems', decision.system);
        return decision.passes
          ? { short: texts.systemDown(system), long: texts.systemDownLong(system) }
          : { short: texts.systemFailed(system), long: texts.systemDownLong(system) };
      }
      case 'refused':
        return { short: texts.refused, long: decision.message };
    }
  };
}
