/** A person as the log names them: a keyed hash, whole or short enough to compare by eye. */
export function Pseudonym({ of, whole = false }: { readonly of: string; readonly whole?: boolean }) {
  if (whole) return <span className="pseudonym">{of}</span>;
  return (
    <abbr className="pseudonym" title={of}>
      {of.slice(0, 10)}…
    </abbr>
  );
}
