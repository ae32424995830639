import { scaleLinear } from 'd3-scale';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../../i18n/language.tsx';
import { reviewText } from './text.ts';
import { useBits } from './useBits.ts';
import type { Step } from './waterfall.ts';

/** From this width on, words stand to the left of the bars; below it, above them. */
const WIDE = 640;
const LABELS = 300;
const VALUES = 64;
const TOP = 40;
const BAR = 16;

interface PictureProps {
  readonly steps: readonly Step[];
  readonly wordsOf: (step: Step) => string;
  readonly joinThreshold: number;
  readonly reviewThreshold: number;
}

/** The match weight as a waterfall, with both thresholds as lines. The table next to it has the same rows. */
export function WaterfallPicture({ steps, wordsOf, joinThreshold, reviewThreshold }: PictureProps) {
  const text = useText(reviewText);
  const bits = useBits();
  const { box, width } = useWidth();
  const isWide = width >= WIDE;
  const left = isWide ? LABELS : 4;
  const rowHeight = isWide ? 28 : 44;
  const barTop = isWide ? 6 : 22;
  const ends = [0, joinThreshold, reviewThreshold, ...steps.flatMap(({ from, to }) => [from, to])];
  const x = scaleLinear()
    .domain([Math.min(...ends), Math.max(...ends)])
    .range([left, width - VALUES]);
  const height = TOP + steps.length * rowHeight + 6;
  return (
    <div ref={box} className="waterfall">
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={text.picture}>
        <Threshold at={x(reviewThreshold)} height={height} row={0} label={text.reviewLine(bits(reviewThreshold))} />
        <Threshold at={x(joinThreshold)} height={height} row={1} label={text.joinLine(bits(joinThreshold))} />
        <line className="waterfall__zero" x1={x(0)} x2={x(0)} y1={TOP} y2={height} />
        {steps.map((step, at) => {
          const top = TOP + at * rowHeight;
          const [from, to] = [x(step.from), x(step.to)];
          const isLast = at === steps.length - 1;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: bars do not move
            <g key={at}>
              <text className="waterfall__label" x={isWide ? 0 : left} y={top + (isWide ? 19 : 14)}>
                {wordsOf(step)}
              </text>
              <rect
                className={`waterfall__bar waterfall__bar--${barKind(step)}`}
                x={Math.min(from, to)}
                y={top + barTop}
                width={Math.max(1, Math.abs(to - from))}
                height={BAR}
              />
              {!isLast && (
                <line className="waterfall__joint" x1={to} x2={to} y1={top + barTop} y2={top + barTop + rowHeight} />
              )}
              <text className="waterfall__value" x={Math.max(from, to) + 6} y={top + barTop + 13}>
                {bits(step.weight, step.kind !== 'total')}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}

function barKind({ kind, weight }: Step): string {
  if (kind !== 'comparison') return kind;
  return weight < 0 ? 'against' : 'for';
}

interface ThresholdProps {
  readonly at: number;
  readonly height: number;
  readonly row: number;
  readonly label: string;
}

function Threshold({ at, height, row, label }: ThresholdProps) {
  const y = 12 + row * 16;
  return (
    <g className="waterfall__threshold">
      <line x1={at} x2={at} y1={y + 3} y2={height} />
      <text x={at} y={y} textAnchor="middle">
        {label}
      </text>
    </g>
  );
}

/** Width of the box in pixels, so that letters keep their size on every screen. */
function useWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(WIDE);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) =>
      setWidth(Math.max(240, Math.floor(entry?.contentRect.width ?? 0))),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { box, width };
}
