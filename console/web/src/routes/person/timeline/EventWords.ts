import type { Formats } from '../../../i18n/dates.ts';
import type { personText } from '../text.ts';
import type { Word } from '../values.ts';
import type { HistorySystem, TimelineEvent } from './events.ts';

type Kind = Parameters<Word>[0];

/** Which words name an event's detail; schools and facilities are names already. */
const detailKind: Readonly<Record<HistorySystem, Kind | undefined>> = {
  childwelfare: 'placement',
  education: undefined,
  medicaid: 'plan',
  snap: 'detail',
  tanf: 'detail',
  corrections: undefined,
  weatherization: 'measure',
};

export function eventDetail(event: TimelineEvent, word: Word): string {
  const kind = detailKind[event.system];
  return kind === undefined ? (event.detail ?? '') : word(kind, event.detail);
}

export function eventTitle(event: TimelineEvent, word: Word): string {
  const detail = eventDetail(event, word);
  return `${word('event', event.kind)}${detail === '' ? '' : `: ${detail}`}`;
}

export function eventDays(event: TimelineEvent, formats: Formats, text: (typeof personText)['en']): string {
  const end = event.until === null ? (event.isOngoing ? text.ongoing : '') : text.until(formats.date(event.until));
  return [formats.date(event.date), end].filter(Boolean).join(', ');
}
