import { useState } from 'react';
import { Link } from 'wouter';
import { Alert } from '../../../design/Alert.tsx';
import { Answered } from '../../../design/Answered.tsx';
import { Page } from '../../../design/Page.tsx';
import { Recorded } from '../../../design/Recorded.tsx';
import { useAsked } from '../../../graph/graph.ts';
import { useText } from '../../../i18n/language.tsx';
import { useSession } from '../../../session/SessionProvider.tsx';
import { ChangeDocument } from '../generated/graphql.ts';
import { ChangeNotice } from '../parts/ChangeNotice.tsx';
import { ChangeStatusBadge } from '../parts/ChangeStatusBadge.tsx';
import { PrintButton } from '../parts/PrintButton.tsx';
import type { LinkChangeState } from '../parts/useLinkChange.ts';
import { linkWords } from '../words.ts';
import { ChangeFacts } from './ChangeFacts.tsx';
import { ChangePersons } from './ChangePersons.tsx';
import type { Change } from './change.ts';
import { DecidePanel } from './DecidePanel.tsx';
import { Moves } from './Moves.tsx';
import { changeText } from './text.ts';
import { UndoPanel } from './UndoPanel.tsx';
import { WrongLinks } from './WrongLinks.tsx';

/** One change or proposal: who, why, which records moved, and what follows from it. */
export function ChangePage({ id }: { readonly id: string }) {
  const text = useText(changeText);
  const { kinds } = useText(linkWords);
  const asked = useAsked(ChangeDocument, { id });
  const [done, setDone] = useState<LinkChangeState>({ status: 'ready' });
  const change = asked.status === 'ready' ? asked.answer.data?.linkChange : undefined;
  const isSecret = useIsSecret(change);
  const showDone = (state: LinkChangeState): void => {
    setDone(state);
    asked.again();
    window.scrollTo(0, 0);
  };
  return (
    <Page
      title={change?.kind && !isSecret ? kinds[change.kind] : text.tab}
      tabTitle={text.tab}
      tags={change && <ChangeStatusBadge status={change.status} />}
      actions={
        <>
          <Link href="/links/changes" className="usa-button usa-button--outline">
            {text.back}
          </Link>
          {asked.status === 'ready' && change && !isSecret && (
            <PrintButton
              requestIds={[asked.answer.requestId]}
              personIds={(change.persons ?? []).map(({ id: person }) => person)}
            />
          )}
        </>
      }
    >
      <div aria-live="polite">
        <ChangeNotice state={done} />
      </div>
      <Answered asked={asked} part="linkChange" empty={text.unknown}>
        {({ linkChange }) => {
          if (linkChange === null) return null;
          if (isSecret) return <OpenReview id={linkChange.reviewId ?? ''} />;
          return (
            <>
              <ChangeFacts change={linkChange} />
              <ChangePersons persons={linkChange.persons ?? []} />
              <Moves change={linkChange} />
              {tookRecordsAway(linkChange) && <WrongLinks changeId={linkChange.id} />}
              {linkChange.status === 'PROPOSED' && <DecidePanel change={linkChange} onDecided={showDone} />}
              {linkChange.status === 'EFFECTIVE' && linkChange.kind === 'MERGE' && <UndoPanel change={linkChange} />}
            </>
          );
        }}
      </Answered>
      {asked.status === 'ready' && <Recorded at={asked.receivedAt} requestId={asked.answer.requestId} />}
    </Page>
  );
}

/** Whether the change ended a link that was wrong. */
function tookRecordsAway({ kind, status, moves }: Change): boolean {
  const separates = kind === 'UNMERGE' || kind === 'SEPARATE' || kind === 'NOT_LINK';
  return separates && status === 'EFFECTIVE' && (moves ?? []).length > 0;
}

/** Whether the change is somebody else's first answer to a review, which the second steward must not see. */
function useIsSecret(change: Change | null | undefined): boolean {
  const { user } = useSession();
  return change?.status === 'PROPOSED' && change.reviewId !== null && change.proposedBy !== user.subject;
}

function OpenReview({ id }: { readonly id: string }) {
  const text = useText(changeText);
  return (
    <Alert kind="info">
      {text.isAnswer} <Link href={`/links/review/${id}`}>{text.openReview}</Link>
    </Alert>
  );
}
