import { nameOf } from '../../../design/personName.ts';
import { useFormats } from '../../../i18n/dates.ts';
import { useText } from '../../../i18n/language.tsx';
import type { NamedFragment } from '../generated/graphql.ts';
import { personsText } from './text.ts';

/** A person in one sentence: name and birth date as the index has them. */
export function usePersonWords(): (person: NamedFragment) => string {
  const text = useText(personsText);
  const { date } = useFormats();
  return ({ name, birthDate }) =>
    text.inIndex(shortName(name, text.noName), birthDate === null ? text.unknownDate : date(birthDate));
}

export function shortName(name: NamedFragment['name'], otherwise: string): string {
  const words = name === null ? '' : nameOf(name);
  return words === '' ? otherwise : words;
}
