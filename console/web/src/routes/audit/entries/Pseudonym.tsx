/** A person as the log names them: a keyed hash, short enough to compare by eye, in full on request. */
export function Pseudonym({ of }: { readonly of: string }) {
  return (
    <abbr className="pseudonym" title={of}>
      {of.slice(0, 10)}…
    </abbr>
  );
}
