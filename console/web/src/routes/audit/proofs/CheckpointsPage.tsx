import { Answered } from '../../../design/Answered.tsx';
import { Page } from '../../../design/Page.tsx';
import { Table } from '../../../design/Table.tsx';
import { useAsked } from '../../../graph/graph.ts';
import { useFormats } from '../../../i18n/dates.ts';
import { type Catalog, useText } from '../../../i18n/language.tsx';
import { ReceiptCheck } from '../../../receipts/ReceiptCheck.tsx';
import { CompletenessNote } from '../CompletenessNote.tsx';
import { CheckpointsDocument } from '../generated/graphql.ts';

const en = {
  title: 'Checkpoints and completeness',
  lead: 'A checkpoint is the signed state of a log. Save one from time to time and keep it outside: with it, you can prove later that nothing was changed or removed since.',
  completeness: 'Completeness',
  tree: 'Log',
  entries: 'Entries',
  compared: 'Compared with the index',
  caption: 'Checkpoints, newest first',
  size: 'Entries',
  root: 'Root',
  kept: 'Kept since',
  save: (size: string, origin: string) => `Save the checkpoint of ${size} entries of ${origin}`,
  saveShort: 'Save',
  none: 'No checkpoint was kept yet.',
  check: 'Check a receipt',
  checkLead: 'Paste a receipt that somebody gave you.',
};
const es: typeof en = {
  title: 'Puntos de control e integridad',
  lead: 'Un punto de control es el estado firmado de un registro. Guarde uno de vez en cuando fuera de aquí: con él podrá demostrar después que nada se cambió ni se quitó.',
  completeness: 'Integridad',
  tree: 'Registro',
  entries: 'Entradas',
  compared: 'Comparadas con el índice',
  caption: 'Puntos de control, primero los más recientes',
  size: 'Entradas',
  root: 'Raíz',
  kept: 'Guardado desde',
  save: (size, origin) => `Guardar el punto de control de ${size} entradas de ${origin}`,
  saveShort: 'Guardar',
  none: 'Todavía no se guardó ningún punto de control.',
  check: 'Comprobar un comprobante',
  checkLead: 'Pegue un comprobante que alguien le dio.',
};
const texts: Catalog<typeof en> = { en, es };

/** The state of the log: its signed checkpoints, to be kept outside, and whether look-ups find every entry. */
export function CheckpointsPage() {
  const text = useText(texts);
  const { instant, number } = useFormats();
  const asked = useAsked(CheckpointsDocument, {});
  return (
    <Page title={text.title} lead={<p>{text.lead}</p>}>
      <Answered asked={asked} part="ledgerCheckpoints" empty={text.none}>
        {({ ledgerCheckpoints, logCompleteness }) => (
          <>
            <section className="section">
              <h2>{text.completeness}</h2>
              <CompletenessNote of={logCompleteness} />
              <Table caption={text.completeness} captionHidden head={[text.tree, text.entries, text.compared]}>
                {(logCompleteness?.checkedThrough ?? []).map(({ treeId, origin, entries, checked }) => (
                  <tr key={treeId}>
                    <th scope="row">{origin}</th>
                    <td>{number(entries)}</td>
                    <td>{number(checked)}</td>
                  </tr>
                ))}
              </Table>
            </section>
            <section className="section">
              <Table caption={text.caption} head={[text.tree, text.size, text.kept, text.root, text.saveShort]}>
                {(ledgerCheckpoints ?? []).map(({ origin, size, root, note, keptAt }) => (
                  <tr key={`${origin} ${size}`}>
                    <th scope="row">{origin}</th>
                    <td>{number(size ?? 0)}</td>
                    <td>{keptAt === null ? '' : instant(keptAt)}</td>
                    <td className="pseudonym entry__id">{root}</td>
                    <td>
                      <button
                        type="button"
                        className="usa-button usa-button--outline"
                        aria-label={text.save(number(size ?? 0), origin ?? '')}
                        onClick={() => saveText(`checkpoint-${size}.txt`, note ?? '')}
                      >
                        {text.saveShort}
                      </button>
                    </td>
                  </tr>
                ))}
              </Table>
            </section>
          </>
        )}
      </Answered>
      <section className="section">
        <h2>{text.check}</h2>
        <p>{text.checkLead}</p>
        <ReceiptCheck receipt="" />
      </section>
    </Page>
  );
}

/** Hands a text to the browser as a file. */
export function saveText(name: string, content: string, type = 'text/plain'): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
