/** Who saw the page, when, and under which request, faintly across it and on every printed page. */
export function Watermark({ text }: { readonly text: string }) {
  return (
    <div className="watermark" aria-hidden="true">
      {Array.from({ length: 6 }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: equal lines
        <span key={line}>{text}</span>
      ))}
    </div>
  );
}
