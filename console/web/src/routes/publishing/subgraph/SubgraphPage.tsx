import { useState } from 'react';
import { Link } from 'wouter';
import { Alert } from '../../../design/Alert.tsx';
import { Failure } from '../../../design/Failure.tsx';
import { Loading } from '../../../design/Loading.tsx';
import { Page } from '../../../design/Page.tsx';
import { useAsked } from '../../../graph/graph.ts';
import { useText } from '../../../i18n/language.tsx';
import { useTerms } from '../../../i18n/terms.ts';
import { useSession } from '../../../session/SessionProvider.tsx';
import { SubgraphHistoryDocument } from '../generated/graphql.ts';
import { isPublisherOf } from '../parts/publications.ts';
import { ChangeDialog, type ProposedChange } from './ChangeDialog.tsx';
import { HistoryTable } from './HistoryTable.tsx';
import { subgraphText } from './text.ts';

/** One subgraph: its publications, and rollback and retirement for its publishers. */
export function SubgraphPage({ name }: { readonly name: string }) {
  const text = useText(subgraphText);
  const { term } = useTerms();
  const { user } = useSession();
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  const [proposed, setProposed] = useState<ProposedChange>();
  const asked = useAsked(SubgraphHistoryDocument, { subgraph: name, after: cursors.at(-1) ?? null });
  if (asked.status === 'loading') return <Loading />;
  if (asked.status === 'failed') return <Failure error={asked.error} onTryAgain={asked.again} />;
  const { data, errors } = asked.answer;
  const subgraph = data?.subgraphs?.find((one) => one.name === name);
  const [problem] = errors;
  if (subgraph === undefined) {
    return (
      <Page title={name}>
        {problem === undefined ? <p>{text.unknown}</p> : <Failure error={new Error(problem.message)} />}
        <Link href="/publishing">{text.back}</Link>
      </Page>
    );
  }
  const { owner, basedOn, current, pending } = subgraph;
  const page = data?.publications;
  const mayChange = isPublisherOf(user, owner) && pending === null && basedOn !== null;
  return (
    <Page
      title={name}
      lead={<p>{text.lead(term('agencies', owner))}</p>}
      tags={current === null && <span className="badge">{text.retired}</span>}
      actions={
        <>
          <Link href="/publishing">{text.back}</Link>
          {isPublisherOf(user, owner) && (
            <Link className="usa-button" href={`/publishing/publish?subgraph=${name}`}>
              {text.change}
            </Link>
          )}
        </>
      }
    >
      {pending !== null && (
        <Alert kind="info">
          {text.waits(pending.number)}{' '}
          <Link href={`/publishing/publication/${pending.number}`}>{text.openWaiting}</Link>
        </Alert>
      )}
      <section className="section">
        <h2>{text.history}</h2>
        <HistoryTable
          publications={(page?.edges ?? []).map(({ node }) => node)}
          current={current?.number}
          onRollBack={
            mayChange ? ({ number, version }) => setProposed({ kind: 'rollback', to: number, version }) : undefined
          }
        />
        {page?.pageInfo.hasNextPage === true && (
          <button
            type="button"
            className="usa-button usa-button--outline"
            onClick={() => setCursors([...cursors, page.pageInfo.endCursor])}
          >
            {text.older}
          </button>
        )}
      </section>
      {mayChange && current !== null && (
        <div className="section">
          <button
            type="button"
            className="usa-button usa-button--secondary"
            onClick={() => setProposed({ kind: 'retire' })}
          >
            {text.retire}
          </button>
        </div>
      )}
      {proposed !== undefined && basedOn !== null && (
        <ChangeDialog
          subgraph={name}
          basedOn={basedOn}
          change={proposed}
          onClose={(isChanged) => {
            setProposed(undefined);
            if (isChanged) asked.again();
          }}
        />
      )}
    </Page>
  );
}
