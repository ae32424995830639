import { useState } from 'react';
import { Link } from 'wouter';
import { Failure } from '../../../design/Failure.tsx';
import { Loading } from '../../../design/Loading.tsx';
import { Page } from '../../../design/Page.tsx';
import { useAsked } from '../../../graph/graph.ts';
import { useText } from '../../../i18n/language.tsx';
import { OnePublicationDocument } from '../generated/graphql.ts';
import { ChangeOutcome } from '../parts/ChangeOutcome.tsx';
import { StateBadge } from '../parts/StateBadge.tsx';
import type { ChangeState } from '../parts/useRegistryChange.ts';
import { ClientChanges } from './ClientChanges.tsx';
import { DecisionPanel } from './DecisionPanel.tsx';
import { FromPrevious } from './FromPrevious.tsx';
import type { FullPublication } from './fullPublication.ts';
import { GuardedSdl } from './GuardedSdl.tsx';
import { PublicationFacts } from './PublicationFacts.tsx';
import { publicationText } from './text.ts';

/** One publication: who published what, the decision about it, the differences, and the schema with its owners. */
export function PublicationPage({ number }: { readonly number: number }) {
  const text = useText(publicationText);
  const [decided, setDecided] = useState<ChangeState>({ status: 'ready' });
  const isNumber = Number.isSafeInteger(number) && number > 0 && number < 2 ** 31;
  const asked = useAsked(OnePublicationDocument, isNumber ? { number } : undefined);
  if (isNumber && asked.status === 'loading') return <Loading />;
  if (asked.status === 'failed') return <Failure error={asked.error} onTryAgain={asked.again} />;
  const answer = asked.status === 'ready' ? asked.answer : undefined;
  const publication = answer?.data?.publication ?? undefined;
  if (publication === undefined) {
    const [problem] = answer?.errors ?? [];
    return (
      <Page title={text.tab}>
        {problem === undefined ? <p>{text.notFound}</p> : <Failure error={new Error(problem.message)} />}
        <Link href="/publishing">{text.backToAll}</Link>
      </Page>
    );
  }
  return (
    <PublicationView
      publication={publication}
      decided={decided}
      onDecided={(state) => {
        setDecided(state);
        if (state.status === 'done') asked.again();
      }}
      onReload={() => {
        setDecided({ status: 'ready' });
        asked.again();
      }}
    />
  );
}

interface PublicationViewProps {
  readonly publication: FullPublication;
  readonly decided: ChangeState;
  readonly onDecided: (state: ChangeState) => void;
  readonly onReload: () => void;
}

function PublicationView({ publication, decided, onDecided, onReload }: PublicationViewProps) {
  const text = useText(publicationText);
  const { subgraph, version, number, state, sdl } = publication;
  return (
    <Page
      title={text.title(subgraph, version)}
      tabTitle={text.tab}
      tags={<StateBadge state={state} />}
      actions={<Link href={`/publishing/subgraph/${subgraph}`}>{text.back(subgraph)}</Link>}
    >
      <div aria-live="polite">
        <ChangeOutcome state={decided} onReload={decided.status === 'conflict' ? onReload : undefined} />
      </div>
      <PublicationFacts publication={publication} />
      {state === 'PENDING' ? (
        <DecisionPanel publication={publication} onDecided={onDecided} />
      ) : (
        state !== 'REJECTED' && <ClientChanges publication={number} />
      )}
      <FromPrevious publication={publication} />
      {sdl === null ? <p className="soft">{text.retirement}</p> : <GuardedSdl publication={publication} sdl={sdl} />}
    </Page>
  );
}
