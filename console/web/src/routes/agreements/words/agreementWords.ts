import { useFormats } from '../../../i18n/dates.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { useTerms } from '../../../i18n/terms.ts';
import { type AgreementWords, agreementWordsEn } from './agreementWords.en.ts';
import { agreementWordsEs } from './agreementWords.es.ts';

const words = { en: agreementWordsEn, es: agreementWordsEs } as const;
const joined = {
  en: {
    and: ' and ',
    everyPerson: 'every person',
    onlyIf: 'only if ',
    or: ', or ',
    open: 'in full',
    allStaff: 'all of its staff',
  },
  es: {
    and: ' y ',
    everyPerson: 'todas las personas',
    onlyIf: 'solo si ',
    or: ', o ',
    open: 'completo',
    allStaff: 'todo su personal',
  },
} as const;

/** Number of roles that the schema calls staff. */
const STAFF_ROLES = 8;

type Conditions = readonly (readonly string[])[];

export interface WordsOfAgreement extends AgreementWords {
  /** Word for a code; an unknown code is shown in small letters. */
  word(kind: keyof AgreementWords, code: string | null | undefined): string;
  /** "only if ..., or ..."; "every person" without conditions. */
  ifOf(conditions: Conditions | null | undefined): string;
  /** The form in which a field is shown. */
  formOf(mask: string | null | undefined): string;
  /** "caseworkers and supervisors" as a list of roles. */
  rolesOf(roles: readonly string[]): string;
}

export function useAgreementWords(): WordsOfAgreement {
  const { language } = useLanguage();
  const { term } = useTerms();
  const { list } = useFormats();
  const own = words[language];
  const { and, everyPerson, onlyIf, or, open, allStaff } = joined[language];
  const word: WordsOfAgreement['word'] = (kind, code) => {
    if (code === null || code === undefined) return '';
    const known: Readonly<Record<string, string>> = own[kind];
    return Object.hasOwn(known, code) ? (known[code] ?? code) : code.replaceAll('_', ' ').toLowerCase();
  };
  return {
    ...own,
    word,
    ifOf: (conditions) =>
      conditions === null || conditions === undefined || conditions.every((all) => all.length === 0)
        ? everyPerson
        : onlyIf + conditions.map((all) => all.map((one) => word('conditions', one)).join(and)).join(or),
    formOf: (mask) => (mask === null || mask === undefined ? open : term('masks', mask)),
    rolesOf: (roles) => (roles.length >= STAFF_ROLES ? allStaff : list(roles.map((role) => term('roles', role)))),
  };
}

/** A field's name in words: "certification end" for `SnapParticipation.certificationEnd`. */
export function fieldWords(coordinate: string): string {
  const name = coordinate.split('.').at(-1) ?? coordinate;
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase();
}
