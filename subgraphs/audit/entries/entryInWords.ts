import type { Descriptions } from '../../../schema/catalog/descriptions.ts';
import type { DisclosureEntry } from '../../../schema/generated/audit.ts';
import { english } from '../words/english.ts';

const reasons: Readonly<Record<string, string>> = english.reasons;

const time = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeStyle: 'short', timeZone: 'America/Chicago' });

/**
 * Describes the entry in plain English, one line per fact, with names instead of codes. Covers only what this reader
 * may see.
 */
export function entryInWords(entry: DisclosureEntry, descriptions: Descriptions): string {
  const { agency, dataset, field, purpose } = descriptions;
  const lines: string[] = [];
  const add = (label: string, text: string | undefined): void => {
    if (text !== undefined && text !== '') lines.push(`${label}: ${text}`);
  };
  const titles = (ids: readonly string[] | null | undefined): string =>
    [...new Set((ids ?? []).map((id) => dataset(id)?.title ?? id))].join(', ');
  const fieldInWords = (coordinate: string): string => {
    const [type = '', name = ''] = coordinate.split('.');
    const description = field(coordinate);
    return description === undefined ? `${spaced(type)}: ${spaced(name).toLowerCase()}` : firstClause(description);
  };
  const fieldsInWords = (coordinates: readonly string[] | null | undefined): string =>
    [...new Set((coordinates ?? []).map(fieldInWords))].join('; ');

  lines.push(entry.kind == null ? '' : english.kinds[entry.kind]);
  add('When', entry.time == null ? undefined : `${time.format(new Date(entry.time))} Central Time`);
  add(
    'Who',
    [entry.roles?.map((role) => spaced(role.toLowerCase())).join(', '), agency(entry.agency ?? '')]
      .filter(Boolean)
      .join(', '),
  );
  add('Why', entry.purpose == null ? undefined : (purpose(entry.purpose) ?? entry.purpose));
  add('Case', entry.caseId ?? undefined);
  for (const group of entry.disclosed ?? []) {
    add(
      group.datasets?.length ? `Shown from ${titles(group.datasets)}` : 'Shown, open to everyone',
      fieldsInWords(group.fields),
    );
    add('  Held by', (group.owners ?? []).map(agency).join(', '));
    add('  By law', (group.legalBasis ?? []).join(', '));
  }
  for (const group of entry.empty ?? []) {
    add(`Requested from ${titles(group.datasets)}, but there was no data`, fieldsInWords(group.fields));
  }
  for (const refused of entry.refused ?? []) {
    const reason = refused.reason ?? '';
    const why = Object.hasOwn(reasons, reason) ? reasons[reason] : reason;
    add('Refused', `${fieldInWords(refused.field ?? '')} (${why})`);
  }
  add('Searched in', titles(entry.search?.datasets));
  for (const { field: done } of entry.effects ?? []) add('Done', fieldInWords(done ?? ''));
  add('Number on the paper or file', entry.ticket ?? undefined);
  return lines.filter((line) => line !== '').join('\n');
}

/** Drops the text after a semicolon, which is for developers who use the field. */
function firstClause(description: string): string {
  return (description.split(';')[0] ?? '').replace(/\.$/, '');
}

/** Spaces out a name: `Data officer` for DATA_OFFICER, `Snap case` for SnapCase. */
function spaced(name: string): string {
  const words = name
    .replaceAll('_', ' ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
