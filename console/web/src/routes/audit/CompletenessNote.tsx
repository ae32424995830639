import { Alert } from '../../design/Alert.tsx';
import { useFormats } from '../../i18n/dates.ts';
import { type Catalog, useText } from '../../i18n/language.tsx';
import type { CompletenessFragment } from './generated/graphql.ts';

const en = {
  complete: (entries: string, since: string) =>
    `Complete: all ${entries} entries of the log were compared with the index that found these, last on ${since}.`,
  incomplete: 'This list may lack entries',
  notYet: (checked: string, entries: string) =>
    `The index that finds entries has been compared with ${checked} of ${entries} entries so far.`,
  mismatches: (count: string, since: string) =>
    `The index differs from the log in ${count} places, found since ${since}. Report it to the operators of the log.`,
  at: (entries: string, what: string) => `Entry ${entries}: ${what}`,
};
const es: typeof en = {
  complete: (entries, since) =>
    `Completo: las ${entries} entradas del registro se compararon con el índice que encontró estas; la última vez, el ${since}.`,
  incomplete: 'A esta lista le pueden faltar entradas',
  notYet: (checked, entries) =>
    `El índice que encuentra las entradas se ha comparado con ${checked} de ${entries} entradas hasta ahora.`,
  mismatches: (count, since) =>
    `El índice es distinto del registro en ${count} lugares, detectados desde el ${since}. Avise a los operadores del registro.`,
  at: (entries, what) => `Entrada ${entries}: ${what}`,
};
const texts: Catalog<typeof en> = { en, es };

/** Whether a list of entries is complete. It is next to every list: an incomplete one looks like any other. */
export function CompletenessNote({ of }: { readonly of: CompletenessFragment | null }) {
  const text = useText(texts);
  const { instant, number } = useFormats();
  if (of === null) return <Alert kind="error" title={text.incomplete} />;
  const entries = of.checkedThrough.reduce((sum, tree) => sum + tree.entries, 0);
  const checked = of.checkedThrough.reduce((sum, tree) => sum + tree.checked, 0);
  if (of.complete && of.comparedSince !== null) {
    return <p className="soft small">{text.complete(number(entries), instant(of.comparedSince))}</p>;
  }
  return (
    <Alert kind={of.mismatchSince === null ? 'info' : 'error'} title={text.incomplete}>
      <p>{text.notYet(number(checked), number(entries))}</p>
      {of.mismatchSince !== null && (
        <>
          <p>{text.mismatches(number(of.mismatches), instant(of.mismatchSince))}</p>
          <ul>
            {of.problems.map(({ entries: place, what }) => (
              <li key={place}>{text.at(place, what)}</li>
            ))}
          </ul>
        </>
      )}
    </Alert>
  );
}
