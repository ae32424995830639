import { Link } from 'wouter';
import { Answered } from '../../../design/Answered.tsx';
import { Page } from '../../../design/Page.tsx';
import { Table } from '../../../design/Table.tsx';
import { useAsked } from '../../../graph/graph.ts';
import { useFormats } from '../../../i18n/dates.ts';
import { useText } from '../../../i18n/language.tsx';
import { useSession } from '../../../session/SessionProvider.tsx';
import { type PublicationLineFragment, WaitingDocument } from '../generated/graphql.ts';
import { isSecondPersonFor } from '../parts/publications.ts';
import { registryWords } from '../words.ts';
import { subgraphsText } from './text.ts';

/** Publications that wait for a second person; each is decided on its own page. */
export function WaitingPage() {
  const text = useText(subgraphsText);
  const asked = useAsked(WaitingDocument, {});
  return (
    <Page title={text.waitingTitle} lead={<p>{text.waitingLead}</p>}>
      <Answered asked={asked} part="pendingPublications" empty={text.nothingWaits}>
        {({ pendingPublications }) => (
          <div className="stacks">
            <Table caption={text.waitingCaption} captionHidden head={[text.publication, text.by, text.why]}>
              {(pendingPublications ?? []).map((one) => (
                <WaitingRow key={one.number} publication={one} />
              ))}
            </Table>
          </div>
        )}
      </Answered>
    </Page>
  );
}

function WaitingRow({ publication }: { readonly publication: PublicationLineFragment }) {
  const text = useText(subgraphsText);
  const { kinds } = useText(registryWords);
  const { instant } = useFormats();
  const { user } = useSession();
  const { number, subgraph, version, kind, owner, agency, message, publishedBy, publishedAt, secondPersonBecause } =
    publication;
  const isOwn = publishedBy === user.subject;
  return (
    <tr>
      <th scope="row" className="entry__when">
        <Link href={`/publishing/publication/${number}`}>
          <code>{subgraph}</code> {version}
        </Link>{' '}
        <span className="soft small">{kinds[kind]}</span>
        {message !== '' && <q className="history__why">{message}</q>}
        {isOwn && <span className="badge">{text.ownWork}</span>}
        {!isOwn && isSecondPersonFor(user, owner) && <span className="badge badge--blue">{text.yours}</span>}
      </th>
      <td>
        {publishedBy} ({agency})
        <br />
        <span className="soft small">{instant(publishedAt)}</span>
      </td>
      <td lang="en">
        <ul className="reasons">
          {secondPersonBecause.map((why) => (
            <li key={why}>{why}</li>
          ))}
        </ul>
      </td>
    </tr>
  );
}
