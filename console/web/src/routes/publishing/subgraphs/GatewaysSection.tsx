import { Answered } from '../../../design/Answered.tsx';
import { Table } from '../../../design/Table.tsx';
import { useAsked } from '../../../graph/graph.ts';
import { useFormats } from '../../../i18n/dates.ts';
import { useText } from '../../../i18n/language.tsx';
import { GatewaysDocument } from '../generated/graphql.ts';
import { subgraphsText } from './text.ts';

/** Which supergraph each gateway serves, since when, and why it refused another one. */
export function GatewaysSection() {
  const text = useText(subgraphsText);
  const { instant } = useFormats();
  const asked = useAsked(GatewaysDocument, {});
  const current = asked.status === 'ready' ? asked.answer.data?.supergraph : undefined;
  return (
    <section className="section">
      <h2>{text.gateways}</h2>
      {current !== null && current !== undefined && (
        <p className="soft">{text.current(current.number, instant(current.composedAt))}</p>
      )}
      <Answered asked={asked} part="gateways" empty={text.noGateways}>
        {({ gateways, supergraph }) => (
          <div className="stacks">
            <Table
              caption={text.gatewaysCaption}
              captionHidden
              head={[text.gateway, text.serves, text.since, text.reported, text.refused]}
            >
              {(gateways ?? []).map((one) => (
                <tr key={one.gateway}>
                  <th scope="row">
                    <code>{one.gateway}</code>
                  </th>
                  <td>
                    {one.supergraph === 0 ? text.fromFile : text.supergraph(one.supergraph)}{' '}
                    {supergraph !== null && one.supergraph !== 0 && (
                      <Currency serves={one.supergraph} current={supergraph.number} />
                    )}
                  </td>
                  <td>{instant(one.since)}</td>
                  <td>{instant(one.reportedAt)}</td>
                  <td>
                    {one.refused !== null && (
                      <>
                        {text.refusedNumber(one.refused)} <span lang="en">{one.refusal}</span>
                      </>
                    )}
                  </td>
                </tr>
              ))}
            </Table>
          </div>
        )}
      </Answered>
    </section>
  );
}

function Currency({ serves, current }: { readonly serves: number; readonly current: number }) {
  const text = useText(subgraphsText);
  return serves >= current ? (
    <span className="badge badge--green">{text.isCurrent}</span>
  ) : (
    <span className="badge badge--gold">{text.isBehind(current)}</span>
  );
}
