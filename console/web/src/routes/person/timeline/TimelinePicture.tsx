import { scaleTime } from 'd3-scale';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { usePlaceWords } from '../../../design/placeWords.ts';
import { useFormats } from '../../../i18n/dates.ts';
import { useText } from '../../../i18n/language.tsx';
import { useTerms } from '../../../i18n/terms.ts';
import { personText } from '../text.ts';
import { useWord } from '../values.ts';
import { eventDays, eventTitle } from './EventWords.ts';
import type { Lane, TimelineEvent } from './events.ts';

const WIDTH = 1_000;
const LEFT = 130;
const LANE = 34;
const TOP = 26;
const DOT = 4.5;

/** Lanes of events over time. Each lane is two paths, so that thousands of events stay quick. */
export function TimelinePicture({ lanes, today }: { readonly lanes: readonly Lane[]; readonly today: number }) {
  const text = useText(personText);
  const formats = useFormats();
  const word = useWord();
  const { term } = useTerms();
  const wordsOf = usePlaceWords();
  const events = useMemo(() => lanes.flatMap((lane) => lane.events).sort((a, b) => a.from - b.from), [lanes]);
  const [chosen, setChosen] = useState<TimelineEvent>();
  const from = events[0]?.from ?? today - 365 * 86_400_000;
  const to = Math.max(today, ...events.map((event) => event.from));
  const x = scaleTime()
    .domain([from, to])
    .range([LEFT + 8, WIDTH - 12]);
  const height = TOP + lanes.length * LANE + 6;
  const laneOf = (event: TimelineEvent) => lanes.findIndex(({ system }) => system === event.system);
  const y = (lane: number) => TOP + lane * LANE + LANE / 2;

  function move(event: KeyboardEvent): void {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0 || events.length === 0) return;
    event.preventDefault();
    const at = chosen === undefined ? (step > 0 ? -1 : events.length) : events.indexOf(chosen);
    setChosen(events[Math.min(events.length - 1, Math.max(0, at + step))]);
  }

  function pick(clientX: number, clientY: number, box: DOMRect): void {
    const px = ((clientX - box.left) / box.width) * WIDTH;
    const py = ((clientY - box.top) / box.height) * height;
    const lane = Math.floor((py - TOP) / LANE);
    const near = (lanes[lane]?.events ?? [])
      .map((event) => ({ event, distance: distanceTo(event, px) }))
      .filter(({ distance }) => distance < 14)
      .sort((a, b) => a.distance - b.distance);
    setChosen(near[0]?.event);
  }

  function distanceTo(event: TimelineEvent, px: number): number {
    const start = x(event.from);
    const end = endOf(event);
    if (px >= start && px <= end) return Math.min(px - start, 6);
    return Math.min(Math.abs(px - start), Math.abs(px - end));
  }

  const endOf = (event: TimelineEvent) => x(Math.min(event.to ?? (event.isOngoing ? to : event.from), to));

  return (
    <div className="timeline">
      <section
        className="timeline__box"
        aria-label={`${text.happened}. ${text.timelineHint}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move through its events
        tabIndex={0}
        onKeyDown={move}
        onPointerMove={(event) => pick(event.clientX, event.clientY, event.currentTarget.getBoundingClientRect())}
      >
        <svg viewBox={`0 0 ${WIDTH} ${height}`} aria-hidden="true">
          {x.ticks(6).map((tick) => (
            <g key={tick.getTime()}>
              <path className="timeline__grid" d={`M${x(tick)} ${TOP - 4} V${height}`} />
              <text className="timeline__year" x={x(tick) + 3} y={14}>
                {x.tickFormat(6)(tick)}
              </text>
            </g>
          ))}
          {lanes.map((lane, index) => (
            <g key={lane.system} className={`lane lane--${lane.system}`}>
              <text className="timeline__lane" x={0} y={y(index) + 4}>
                {term('systems', lane.system)}
              </text>
              <path className="lane__periods" d={periods(lane, y(index), x, endOf)} />
              <path className="lane__days" d={days(lane, y(index), x)} />
              {lane.events.length === 0 && lane.closed.length > 0 && lane.closed[0] !== undefined && (
                <text className="timeline__closed" x={LEFT + 10} y={y(index) + 4}>
                  {wordsOf(lane.closed[0].decision).short}
                </text>
              )}
            </g>
          ))}
          {chosen !== undefined && (
            <circle className="timeline__chosen" cx={x(chosen.from)} cy={y(laneOf(chosen))} r={DOT + 4} />
          )}
        </svg>
      </section>
      <p className="timeline__event" role="status">
        {chosen === undefined ? (
          <span className="soft">{text.timelineHint}</span>
        ) : (
          <>
            <strong>{eventDays(chosen, formats, text)}</strong> · {eventTitle(chosen, word)} ·{' '}
            <span className="soft">
              {chosen.who}, {term('systems', chosen.system)}
            </span>
          </>
        )}
      </p>
    </div>
  );
}

type Scale = (time: number) => number;

function periods({ events }: Lane, y: number, x: Scale, endOf: (event: TimelineEvent) => number): string {
  return events
    .filter(({ to, isOngoing }) => to !== undefined || isOngoing)
    .map((event) => `M${x(event.from).toFixed(1)} ${y}H${endOf(event).toFixed(1)}`)
    .join('');
}

function days({ events }: Lane, y: number, x: Scale): string {
  return events
    .map(({ from }) => {
      const left = (x(from) - DOT).toFixed(1);
      return `M${left} ${y}a${DOT} ${DOT} 0 1 0 ${2 * DOT} 0a${DOT} ${DOT} 0 1 0 ${-2 * DOT} 0`;
    })
    .join('');
}
