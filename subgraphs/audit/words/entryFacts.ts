import type { DisclosureEntry, EntryFacts, Language } from '../../../schema/generated/audit.ts';
import { english } from './english.ts';
import type { PlainTexts } from './plainTexts.ts';
import { spanish } from './spanish.ts';

const textsOf: Readonly<Record<Language, PlainTexts>> = { ENGLISH: english, SPANISH: spanish };

/** Facts of one entry, each in plain words. */
export type PlainFacts = { readonly [Name in keyof Omit<EntryFacts, '__typename'>]-?: NonNullable<EntryFacts[Name]> };

/** Describes an entry in plain words: kinds of data by dataset, never single fields. Covers only what this reader may see. */
export function entryFacts(entry: DisclosureEntry, language: Language): PlainFacts {
  const texts = textsOf[language];
  const shown = entry.disclosed ?? [];
  return {
    what: entry.kind == null ? '' : texts.kinds[entry.kind],
    when: whenOf(entry, texts),
    roles: distinct((entry.roles ?? []).map((role) => named(texts.roles, role))),
    agency: (entry.roles ?? []).includes('RESIDENT') ? texts.resident : named(texts.agencies, entry.agency ?? ''),
    purpose: named(texts.purposes, entry.purpose ?? ''),
    shown: distinct(
      shown.flatMap(({ datasets, basis, fields }) => {
        if (datasets?.length) return datasets.map((dataset) => named(texts.datasets, dataset));
        return basis === 'PUBLIC' && fields?.length ? [texts.labels.openToEveryone] : [];
      }),
    ),
    empty: distinct((entry.empty ?? []).flatMap(({ datasets }) => datasetsIn(datasets, texts))),
    refused: distinct(
      (entry.refused ?? []).map(({ dataset, reason }) => {
        const why = Object.hasOwn(texts.reasons, reason ?? '') ? named(texts.reasons, reason ?? '') : texts.otherReason;
        return dataset == null ? capitalized(why) : `${named(texts.datasets, dataset)} (${why})`;
      }),
    ),
    heldBy: distinct(
      [
        ...shown.flatMap(({ owners }) => owners ?? []),
        ...(entry.refused ?? []).flatMap(({ owner }) => owner ?? []),
      ].map((owner) => named(texts.agencies, owner)),
    ),
    laws: distinct(shown.flatMap(({ legalBasis }) => legalBasis ?? [])),
  };
}

/** The facts as text, one a line. */
export function factsInWords(entry: DisclosureEntry, language: Language): string {
  const { labels, datasets } = textsOf[language];
  const { what, when, roles, agency, purpose, shown, empty, refused, heldBy, laws } = entryFacts(entry, language);
  const searched = (entry.search?.datasets ?? []).map((dataset) => named(datasets, dataset));
  const facts: readonly (readonly [label: string, text: string])[] = [
    [labels.when, when],
    [labels.who, [...roles, agency].filter((text) => text !== '').join(', ')],
    [labels.why, purpose],
    [labels.case, entry.caseId ?? ''],
    [labels.shown, shown.join('; ')],
    [labels.empty, empty.join('; ')],
    [labels.refused, refused.join('; ')],
    [labels.searched, searched.join('; ')],
    [labels.heldBy, heldBy.join('; ')],
    [labels.law, laws.join('; ')],
    [labels.ticket, entry.ticket ?? ''],
  ];
  const lines = facts.flatMap(([label, text]) => (text === '' ? [] : [`${label}: ${text}`]));
  return [what, ...lines].filter((line) => line !== '').join('\n');
}

function whenOf({ time }: DisclosureEntry, { locale, labels }: PlainTexts): string {
  if (time == null) return '';
  const format = new Intl.DateTimeFormat(locale, {
    ...{ dateStyle: 'long', timeStyle: 'short', timeZone: 'America/Chicago' },
  });
  return `${format.format(new Date(time))} (${labels.centralTime})`;
}

function datasetsIn(datasets: readonly string[] | null | undefined, texts: PlainTexts): readonly string[] {
  return (datasets ?? []).map((dataset) => named(texts.datasets, dataset));
}

/** A code without a text, such as a role that a token made up, is returned unchanged. */
function named(texts: Readonly<Record<string, string>>, code: string): string {
  return Object.hasOwn(texts, code) ? (texts[code] ?? code) : code;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
