import { Table } from '../../../design/Table.tsx';
import { useText } from '../../../i18n/language.tsx';
import type { Finding } from './findings.ts';
import { reportText } from './reportText.ts';

/** Clients whose operations a publication breaks or affects; nothing if there are none. */
export function ClientEffects({ findings }: { readonly findings: readonly Finding[] }) {
  const text = useText(reportText);
  const concerned = findings.filter(({ affectedClients }) => affectedClients.length > 0);
  if (concerned.length === 0) return null;
  const clients = [...new Set(concerned.flatMap(({ affectedClients }) => affectedClients))].sort();
  return (
    <section className="report__check">
      <h3>{text.clients}</h3>
      <div className="stacks">
        <Table caption={text.clientsCaption} captionHidden head={[text.client, text.what, text.operations]}>
          {clients.flatMap((client) =>
            concerned
              .filter(({ affectedClients }) => affectedClients.includes(client))
              .map(({ fingerprint, coordinate, code, affectedOperations }) => (
                <tr key={`${client} ${fingerprint}`}>
                  <th scope="row">{client}</th>
                  <td className="entry__id">
                    <code>{coordinate ?? code}</code>
                  </td>
                  <td className="entry__id">{affectedOperations.join(', ')}</td>
                </tr>
              )),
          )}
        </Table>
      </div>
    </section>
  );
}
