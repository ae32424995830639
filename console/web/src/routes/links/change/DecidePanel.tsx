import { type FormEvent, useState } from 'react';
import { Alert } from '../../../design/Alert.tsx';
import { TextArea } from '../../../design/Field.tsx';
import { FreshGate } from '../../../design/FreshGate.tsx';
import { useText } from '../../../i18n/language.tsx';
import { useSession } from '../../../session/SessionProvider.tsx';
import { DecideChangeDocument } from '../generated/graphql.ts';
import { ChangeNotice } from '../parts/ChangeNotice.tsx';
import { type LinkChangeState, useLinkChange } from '../parts/useLinkChange.ts';
import type { Change } from './change.ts';
import { changeText } from './text.ts';

interface DecidePanelProps {
  readonly change: Change;
  readonly onDecided: (state: LinkChangeState) => void;
}

/** The second steward's decision about a proposal; its author only reads that another one decides. */
export function DecidePanel({ change, onDecided }: DecidePanelProps) {
  const text = useText(changeText);
  const { user } = useSession();
  if (change.proposedBy === user.subject) return <Alert kind="info">{text.own}</Alert>;
  return (
    <section className="section move-panel" aria-labelledby="decide">
      <h2 id="decide">{text.decide}</h2>
      <p>{text.decideLead}</p>
      <FreshGate>
        <DecideForm changeId={change.id} onDecided={onDecided} />
      </FreshGate>
    </section>
  );
}

function DecideForm({ changeId, onDecided }: { readonly changeId: string } & Pick<DecidePanelProps, 'onDecided'>) {
  const text = useText(changeText);
  const { state, send } = useLinkChange();
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    // A submit event of a form has the button that sent it.
    const { submitter } = event.nativeEvent as SubmitEvent;
    const approve = submitter instanceof HTMLButtonElement && submitter.value === 'approve';
    void send(DecideChangeDocument, { changeId, approve, reason: reason.trim() }).then((next) => {
      if (next.status === 'done') onDecided(next);
    });
  };
  const isSending = state.status === 'sending';
  return (
    <form className="move-form" onSubmit={submit}>
      <TextArea
        label={text.decideReason}
        name="reason"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        required
        minLength={10}
        maxLength={1_000}
      />
      <div aria-live="polite">{state.status !== 'done' && <ChangeNotice state={state} />}</div>
      <fieldset className="form-actions decision">
        <legend className="usa-sr-only">{text.choose}</legend>
        <button type="submit" value="approve" className="usa-button" disabled={isSending}>
          {text.approve}
        </button>
        <button type="submit" value="refuse" className="usa-button usa-button--secondary" disabled={isSending}>
          {text.refuse}
        </button>
      </fieldset>
    </form>
  );
}
