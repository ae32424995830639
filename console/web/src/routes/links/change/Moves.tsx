import { Table } from '../../../design/Table.tsx';
import { useFormats } from '../../../i18n/dates.ts';
import { useText } from '../../../i18n/language.tsx';
import { useTerms } from '../../../i18n/terms.ts';
import { shortName } from '../persons/personWords.ts';
import type { Change } from './change.ts';
import { changeText } from './text.ts';

/** Records that came from one person to another, and since when they had been with the first one. */
export function Moves({ change }: { readonly change: Change }) {
  const text = useText(changeText);
  const { term } = useTerms();
  const { instant } = useFormats();
  const moves = change.moves ?? [];
  const nameOf = (person: { readonly id: string } | null): string => {
    const found = change.persons?.find(({ id }) => id === person?.id);
    return found === undefined ? text.gone : shortName(found.name, text.noName);
  };
  return (
    <section className="section">
      <h2>{text.moves}</h2>
      {moves.length === 0 ? (
        <p className="soft">{change.status === 'PROPOSED' ? text.notYet : text.noMoves}</p>
      ) : (
        <Table caption={text.movesCaption} captionHidden head={[text.system, text.from, text.to, text.since]}>
          {moves.map(({ recordId, system, from, to, since }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a number without a record has no id
            <tr key={`${recordId ?? ''}-${at}`}>
              <th scope="row">{term('systems', system)}</th>
              <td>{from === null && since === null ? text.isNew : nameOf(from)}</td>
              <td>{nameOf(to)}</td>
              <td>{since === null ? text.notKnown : instant(since)}</td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}
