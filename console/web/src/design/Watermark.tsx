const LINES = 6;

/** Who saw the page, when, and under which request, faintly across it and on every printed page. */
export function Watermark({ text }: { readonly text: string }) {
  return (
    <svg className="watermark" aria-hidden="true" viewBox="0 0 1200 900" preserveAspectRatio="xMidYMid slice">
      {Array.from({ length: LINES }, (_, line) => (
        <text
          // biome-ignore lint/suspicious/noArrayIndexKey: equal lines
          key={line}
          x={line % 2 === 0 ? 20 : 300}
          y={120 + line * 150}
          transform={`rotate(-12 600 ${120 + line * 150})`}
        >
          {text}
        </text>
      ))}
    </svg>
  );
}
