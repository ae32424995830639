import { type FormEvent, useState } from 'react';
import { Answered } from '../../../design/Answered.tsx';
import { TextArea } from '../../../design/Field.tsx';
import { FreshGate } from '../../../design/FreshGate.tsx';
import { useAsked } from '../../../graph/graph.ts';
import { useText } from '../../../i18n/language.tsx';
import { useSession } from '../../../session/SessionProvider.tsx';
import { ApproveDocument, CheckDocument, RejectDocument } from '../generated/graphql.ts';
import { CheckReport } from '../parts/CheckReport.tsx';
import { isPublisherOf, isSecondPersonFor } from '../parts/publications.ts';
import { type ChangeState, useRegistryChange } from '../parts/useRegistryChange.ts';
import type { FullPublication } from './fullPublication.ts';
import { publicationText } from './text.ts';

interface DecisionPanelProps {
  readonly publication: FullPublication;
  readonly onDecided: (state: ChangeState) => void;
}

/** What a waiting publication would do, and the decision about it for those who may make it. */
export function DecisionPanel({ publication, onDecided }: DecisionPanelProps) {
  const text = useText(publicationText);
  const { subgraph, owner, sdl, datasets, routingUrl, personKey, contact } = publication;
  const input = sdl === null ? { subgraph } : { subgraph, sdl, datasets, routingUrl, personKey, contact };
  const asked = useAsked(CheckDocument, { input });
  return (
    <>
      <section className="section">
        <h2>{text.would}</h2>
        <p className="soft">{text.wouldLead}</p>
        <Answered asked={asked} part="subgraphChecks">
          {({ subgraphChecks }) =>
            subgraphChecks !== null && <CheckReport report={subgraphChecks} owner={owner} hasListing={sdl !== null} />
          }
        </Answered>
      </section>
      <Decide publication={publication} onDecided={onDecided} />
    </>
  );
}

function Decide({ publication, onDecided }: DecisionPanelProps) {
  const text = useText(publicationText);
  const { user } = useSession();
  const { owner, publishedBy } = publication;
  const isAuthor = publishedBy === user.subject && isPublisherOf(user, owner);
  const isSecond = isSecondPersonFor(user, owner) && publishedBy !== user.subject;
  return (
    <section className="section move-panel" aria-labelledby="decide">
      <h2 id="decide">{text.decide}</h2>
      {isAuthor && <p>{text.notYou}</p>}
      {isAuthor || isSecond ? (
        <FreshGate>
          <DecisionForm number={publication.number} mayApprove={isSecond} onDecided={onDecided} />
        </FreshGate>
      ) : (
        <p className="soft">{text.others(owner)}</p>
      )}
    </section>
  );
}

interface DecisionFormProps {
  readonly number: number;
  readonly mayApprove: boolean;
  readonly onDecided: (state: ChangeState) => void;
}

function DecisionForm({ number, mayApprove, onDecided }: DecisionFormProps) {
  const text = useText(publicationText);
  const { send } = useRegistryChange();
  const [isSending, setSending] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const isApproval = submitter instanceof HTMLButtonElement && submitter.value === 'approve';
    const reason = String(new FormData(event.currentTarget).get('reason') ?? '').trim();
    setSending(true);
    void send(isApproval ? ApproveDocument : RejectDocument, { number, reason }).then((state) => {
      setSending(false);
      onDecided(state);
    });
  };
  return (
    <form className="move-form" onSubmit={submit}>
      <TextArea name="reason" label={text.reason} hint={text.reasonHint} required minLength={3} maxLength={500} />
      <fieldset className="form-actions decision">
        <legend className="usa-sr-only">{text.choose}</legend>
        {mayApprove && (
          <button type="submit" value="approve" className="usa-button" disabled={isSending}>
            {text.approve}
          </button>
        )}
        <button type="submit" value="reject" className="usa-button usa-button--secondary" disabled={isSending}>
          {mayApprove ? text.reject : text.withdraw}
        </button>
      </fieldset>
    </form>
  );
}
