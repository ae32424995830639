import { useState } from 'react';
import { Link } from 'wouter';
import { Alert } from '../../../design/Alert.tsx';
import { Answered } from '../../../design/Answered.tsx';
import { Failure } from '../../../design/Failure.tsx';
import { Table } from '../../../design/Table.tsx';
import { useAsk, useAsked } from '../../../graph/graph.ts';
import { useFormats } from '../../../i18n/dates.ts';
import { useText } from '../../../i18n/language.tsx';
import { useTerms } from '../../../i18n/terms.ts';
import { Pseudonym } from '../../audit/entries/Pseudonym.tsx';
import { WrongLinksDocument, type WrongLinksQuery } from '../generated/graphql.ts';
import { changeText } from './text.ts';

type Connection = NonNullable<WrongLinksQuery['wrongLinkDisclosures']>;
type WrongLink = NonNullable<NonNullable<Connection['edges']>[number]['node']>;

/** Everything that was shown while records stood under the wrong person, and what to do about it. */
export function WrongLinks({ changeId }: { readonly changeId: string }) {
  const text = useText(changeText);
  const asked = useAsked(WrongLinksDocument, { changeId, after: null });
  return (
    <section className="section wrong-links">
      <h2>{text.wrong}</h2>
      <Answered asked={asked} part="wrongLinkDisclosures" empty={text.wrongNone}>
        {({ wrongLinkDisclosures }) =>
          wrongLinkDisclosures !== null && <Disclosures changeId={changeId} first={wrongLinkDisclosures} />
        }
      </Answered>
    </section>
  );
}

function Disclosures({ changeId, first }: { readonly changeId: string; readonly first: Connection }) {
  const text = useText(changeText);
  const { number } = useFormats();
  const ask = useAsk();
  const [pages, setPages] = useState<readonly Connection[]>([first]);
  const [problem, setProblem] = useState<Error>();
  const found = pages.flatMap(({ edges }) => (edges ?? []).flatMap(({ node }) => node ?? []));
  const info = pages.at(-1)?.pageInfo;
  const incomplete = pages.find(({ completeness }) => completeness?.complete !== true)?.completeness;
  const showMore = (after: string | null): void => {
    setProblem(undefined);
    ask(WrongLinksDocument, { changeId, after }).then(
      ({ data, errors }) => {
        const page = data?.wrongLinkDisclosures;
        if (page == null) setProblem(new Error(errors[0]?.message ?? ''));
        else setPages([...pages, page]);
      },
      (error: Error) => setProblem(error),
    );
  };
  return (
    <>
      {incomplete !== undefined && (
        <Alert kind="warning">
          {text.incomplete} <span lang="en">{incomplete?.explanation}</span>
        </Alert>
      )}
      {found.length === 0 ? (
        <p>{text.wrongNone}</p>
      ) : (
        <>
          <p>
            {text.wrongLead} <strong>{text.wrongCount(number(found.length))}</strong>
          </p>
          <Table
            caption={text.wrongCaption}
            captionHidden
            head={[text.when, text.who, text.why, text.what, text.notify]}
          >
            {found.map((one) => (
              <WrongLinkRow key={one.entry?.id} wrong={one} />
            ))}
          </Table>
          {info?.hasNextPage === true && (
            <button
              type="button"
              className="usa-button usa-button--outline"
              onClick={() => showMore(info.endCursor ?? null)}
            >
              {text.more}
            </button>
          )}
          {problem !== undefined && <Failure error={problem} />}
          <h3>{text.steps}</h3>
          <ol>
            {text.stepList.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </>
      )}
    </>
  );
}

function WrongLinkRow({ wrong }: { readonly wrong: WrongLink }) {
  const text = useText(changeText);
  const { instant, list } = useFormats();
  const { term } = useTerms();
  const { entry, datasets, owners, persons } = wrong;
  const when = entry?.time == null ? '' : instant(entry.time);
  return (
    <tr>
      <th scope="row" className="entry__when">
        {entry === null ? (
          when
        ) : (
          <Link href={`/audit/entry/${entry.id}`} aria-label={text.openEntry(when)}>
            {when}
          </Link>
        )}
      </th>
      <td>
        {entry?.requester}
        <span className="entry__more">{term('agencies', entry?.agency)}</span>
      </td>
      <td>{term('purposes', entry?.purpose)}</td>
      <td>{list((datasets ?? []).map((dataset) => term('datasets', dataset)))}</td>
      <td>
        {list((owners ?? []).map((owner) => term('agencies', owner)))}
        {(persons ?? []).map((person) => (
          <span key={person} className="entry__more">
            <Pseudonym of={person} />
          </span>
        ))}
      </td>
    </tr>
  );
}
