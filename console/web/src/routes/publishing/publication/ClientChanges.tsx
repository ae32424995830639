import { Answered } from '../../../design/Answered.tsx';
import { useAsked } from '../../../graph/graph.ts';
import { useText } from '../../../i18n/language.tsx';
import { SchemaChangesDocument, SupergraphNumbersDocument } from '../generated/graphql.ts';
import { ChangeList } from '../parts/ChangeList.tsx';
import { publicationText } from './text.ts';

/** What a publication changed for clients: from the supergraph before it to the one that it led to. */
export function ClientChanges({ publication }: { readonly publication: number }) {
  const asked = useAsked(SupergraphNumbersDocument, { after: null });
  if (asked.status !== 'ready') return null;
  const edges = asked.answer.data?.supergraphs?.edges ?? [];
  const to = edges.find(({ node }) => node.becauseOf?.number === publication)?.node.number;
  // The first supergraph has none before it, and old ones are on the page of changes.
  return to === undefined || to === 1 ? null : <Between from={to - 1} to={to} />;
}

function Between({ from, to }: { readonly from: number; readonly to: number }) {
  const text = useText(publicationText);
  const asked = useAsked(SchemaChangesDocument, { from, to });
  return (
    <section className="section">
      <h2>{text.clients}</h2>
      <p className="soft">{text.clientsLead(from, to)}</p>
      <Answered asked={asked} part="schemaChanges" empty={text.noChanges}>
        {({ schemaChanges }) => <ChangeList changes={schemaChanges ?? []} />}
      </Answered>
    </section>
  );
}
