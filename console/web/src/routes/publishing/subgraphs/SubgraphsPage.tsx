import { Link } from 'wouter';
import { Answered } from '../../../design/Answered.tsx';
import { Page } from '../../../design/Page.tsx';
import { Table } from '../../../design/Table.tsx';
import { useAsked } from '../../../graph/graph.ts';
import { useFormats } from '../../../i18n/dates.ts';
import { useText } from '../../../i18n/language.tsx';
import { useTerms } from '../../../i18n/terms.ts';
import { SubgraphsDocument, type SubgraphsQuery } from '../generated/graphql.ts';
import { inServiceSince } from '../parts/publications.ts';
import { GatewaysSection } from './GatewaysSection.tsx';
import { subgraphsText } from './text.ts';

/** All subgraphs with their owners, and what each gateway serves. */
export function SubgraphsPage() {
  const text = useText(subgraphsText);
  const asked = useAsked(SubgraphsDocument, {});
  return (
    <Page title={text.title} lead={<p>{text.lead}</p>}>
      <Answered asked={asked} part="subgraphs" empty={text.none}>
        {({ subgraphs }) => (
          <div className="stacks">
            <Table
              caption={text.caption}
              captionHidden
              head={[text.subgraph, text.owner, text.version, text.since, text.waits]}
            >
              {(subgraphs ?? []).map((one) => (
                <SubgraphRow key={one.name} subgraph={one} />
              ))}
            </Table>
          </div>
        )}
      </Answered>
      <GatewaysSection />
    </Page>
  );
}

function SubgraphRow({ subgraph }: { readonly subgraph: NonNullable<SubgraphsQuery['subgraphs']>[number] }) {
  const text = useText(subgraphsText);
  const { instant } = useFormats();
  const { term } = useTerms();
  const { name, owner, current, pending } = subgraph;
  return (
    <tr>
      <th scope="row">
        <Link href={`/publishing/subgraph/${name}`}>
          <code>{name}</code>
        </Link>
      </th>
      <td>{term('agencies', owner)}</td>
      <td>
        {current === null ? (
          <span className="soft">{text.notInService}</span>
        ) : (
          <Link href={`/publishing/publication/${current.number}`}>
            {text.version} {current.version}
          </Link>
        )}
      </td>
      <td>{current === null ? '' : instant(inServiceSince(current))}</td>
      <td>
        {pending !== null && (
          <Link className="badge badge--gold" href={`/publishing/publication/${pending.number}`}>
            {text.waitsVersion(pending.version)}
          </Link>
        )}
      </td>
    </tr>
  );
}
