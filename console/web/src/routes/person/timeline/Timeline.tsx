import { useEffect, useMemo, useState } from 'react';
import { Failure } from '../../../design/Failure.tsx';
import { Loading } from '../../../design/Loading.tsx';
import { Place } from '../../../design/Place.tsx';
import { Table } from '../../../design/Table.tsx';
import { useAsked } from '../../../graph/graph.ts';
import { useFormats } from '../../../i18n/dates.ts';
import { useText } from '../../../i18n/language.tsx';
import { useTerms } from '../../../i18n/terms.ts';
import { PersonHistoryDocument } from '../generated/graphql.ts';
import { personText } from '../text.ts';
import { useWord } from '../values.ts';
import { eventDays, eventDetail } from './EventWords.ts';
import { type HistorySystem, histories, type Lane, lanesOf } from './events.ts';
import { TimelinePicture } from './TimelinePicture.tsx';

/** Rows of the table that are shown first; the latest ones. */
const ROWS_AT_ONCE = 200;

export interface TimelineProps {
  readonly personId: string;
  readonly householdIds: readonly string[];
  readonly emergency: { readonly reason: string; readonly words: string; readonly person: string } | undefined;
  /** Called with the request of each history that was shown, for printouts. */
  readonly onShown: (requestId: string | undefined) => void;
}

/** Dated events of all systems. Starts with one person; the household is read when the user asks for it. */
export function Timeline({ personId, householdIds, emergency, onShown }: TimelineProps) {
  const text = useText(personText);
  const formats = useFormats();
  const word = useWord();
  const { term } = useTerms();
  const [isHousehold, setHousehold] = useState(false);
  const [isTable, setTable] = useState(false);
  const [hidden, setHidden] = useState<ReadonlySet<HistorySystem>>(new Set());
  const [kind, setKind] = useState('');
  const [since, setSince] = useState('');
  const [rows, setRows] = useState(ROWS_AT_ONCE);
  const ids = isHousehold && householdIds.length > 0 ? householdIds : [personId];
  const asked = useAsked(PersonHistoryDocument, { ids }, { emergency });
  const answer = asked.status === 'ready' ? asked.answer : undefined;
  const lanes = useMemo(() => (answer === undefined ? undefined : lanesOf(answer, text.person)), [answer, text.person]);
  useEffect(() => onShown(answer?.requestId), [answer, onShown]);
  const kinds = [...new Set(lanes?.flatMap(({ events }) => events.map((event) => event.kind)))].sort();
  const shown = lanes
    ?.filter(({ system }) => !hidden.has(system))
    .map(
      (lane): Lane => ({
        ...lane,
        events: lane.events.filter((event) => (kind === '' || event.kind === kind) && isSince(event, since)),
      }),
    );
  const events = shown?.flatMap((lane) => lane.events).sort((a, b) => a.from - b.from) ?? [];

  function toggle(system: HistorySystem): void {
    const next = new Set(hidden);
    if (!next.delete(system)) next.add(system);
    setHidden(next);
  }

  return (
    <section className="section" aria-labelledby="happened">
      <div className="section__head">
        <h2 id="happened">{text.happened}</h2>
        {events[0] !== undefined && (
          <span className="soft">{text.events(formats.number(events.length), formats.month(events[0].date))}</span>
        )}
        <button type="button" className="usa-button usa-button--unstyled" onClick={() => setTable(!isTable)}>
          {isTable ? text.asPicture : text.asTable}
        </button>
      </div>
      <div className="timeline__filters">
        <label>
          {text.whose}{' '}
          <select value={isHousehold ? 'all' : 'one'} onChange={(event) => setHousehold(event.target.value === 'all')}>
            <option value="one">{text.onlyThis}</option>
            <option value="all">{text.wholeHousehold}</option>
          </select>
        </label>
        <label>
          {text.kindOfEvent}{' '}
          <select value={kind} onChange={(event) => setKind(event.target.value)}>
            <option value="">{text.allKinds}</option>
            {kinds.map((one) => (
              <option key={one} value={one}>
                {word('event', one)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {text.changedSince} <input type="date" value={since} onChange={(event) => setSince(event.target.value)} />
        </label>
        <fieldset className="timeline__lanes">
          <legend className="usa-sr-only">{text.lanes}</legend>
          {histories.map(({ system }) => (
            <label key={system}>
              <input type="checkbox" checked={!hidden.has(system)} onChange={() => toggle(system)} />{' '}
              {term('systems', system)}
            </label>
          ))}
        </fieldset>
      </div>
      {asked.status === 'loading' && <Loading />}
      {asked.status === 'failed' && <Failure error={asked.error} onTryAgain={asked.again} />}
      {shown !== undefined && !isTable && <TimelinePicture lanes={shown} today={Date.now()} />}
      {shown !== undefined && isTable && (
        <Table
          caption={text.happened}
          captionHidden
          head={[text.day, text.event, text.details, text.person, text.system]}
        >
          {events.slice(-rows).map((event) => (
            <tr key={event.key}>
              <th scope="row">{eventDays(event, formats, text)}</th>
              <td>{word('event', event.kind)}</td>
              <td>{eventDetail(event, word)}</td>
              <td>{event.who}</td>
              <td>{term('systems', event.system)}</td>
            </tr>
          ))}
        </Table>
      )}
      {shown !== undefined && isTable && events.length > rows && (
        <button type="button" className="usa-button usa-button--outline" onClick={() => setRows(rows + ROWS_AT_ONCE)}>
          {text.earlier}
        </button>
      )}
      {shown !== undefined && events.length === 0 && <p className="soft">{text.noEvents}</p>}
      <ul className="plain-list small">
        {shown?.map(({ system, closed }) =>
          closed.map(({ who, decision }) => (
            <li key={`${system} ${who}`} className="timeline__reason">
              <span>
                {term('systems', system)}, {who}:{' '}
              </span>
              <Place decision={decision} onTryAgain={asked.again}>
                {null}
              </Place>
            </li>
          )),
        )}
      </ul>
    </section>
  );
}

/** Begun or ended on that day or later. */
function isSince({ date, until }: { readonly date: string; readonly until: string | null }, since: string): boolean {
  return (
    since === '' ||
    date >= since ||
    (until !== null && until >= since && until <= new Date().toISOString().slice(0, 10))
  );
}
