import { type FormEvent, useState } from 'react';
import { Alert } from '../../design/Alert.tsx';
import { Answered } from '../../design/Answered.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { Failure } from '../../design/Failure.tsx';
import { TextArea } from '../../design/Field.tsx';
import { FreshGate } from '../../design/FreshGate.tsx';
import { Page } from '../../design/Page.tsx';
import { useAsk, useAsked } from '../../graph/graph.ts';
import { useFormats } from '../../i18n/dates.ts';
import { useText } from '../../i18n/language.tsx';
import { useTerms } from '../../i18n/terms.ts';
import {
  ConfirmMyConsentDocument,
  MyConsentsDocument,
  type MyConsentsQuery,
  RevokeMyConsentDocument,
} from './generated/graphql.ts';
import { myDataText } from './text.ts';

type Consent = NonNullable<MyConsentsQuery['consents']>[number];

/** The resident's consents: what each one allows, with yes and no. */
export function ConsentsPage() {
  const text = useText(myDataText);
  const asked = useAsked(MyConsentsDocument, {});
  const [done, setDone] = useState<string>();
  const finish = (words: string): void => {
    setDone(words);
    asked.again();
  };
  return (
    <Page title={text.consentsTitle} lead={<p>{text.consentsLead}</p>}>
      <div aria-live="polite">{done !== undefined && <Alert kind="success">{done}</Alert>}</div>
      <Answered asked={asked} part="consents" empty={text.noConsents}>
        {({ consents }) => (
          <ol className="plain-list">
            {(consents ?? []).map((consent) => (
              <ConsentCard key={consent.id} consent={consent} onDone={finish} />
            ))}
          </ol>
        )}
      </Answered>
    </Page>
  );
}

function ConsentCard({ consent, onDone }: { readonly consent: Consent; readonly onDone: (words: string) => void }) {
  const text = useText(myDataText);
  const { date } = useFormats();
  const { term } = useTerms();
  const [open, setOpen] = useState<'confirm' | 'revoke'>();
  const { state, discloser, recipient, datasets, purpose, givenOn, expiresOn } = consent;
  const isLive = state === 'IN_FORCE' || state === 'RECORDED';
  return (
    <li className="looked card">
      <h2 className="looked__what">{text.consentSays(term('agencies', discloser), term('agencies', recipient))}</h2>
      <ul>
        {(datasets ?? []).map((dataset) => (
          <li key={dataset}>{term('datasets', dataset)}</li>
        ))}
      </ul>
      <p>{text.consentWhy(term('purposes', purpose))}</p>
      <p className="soft">{text.consentTime(date(givenOn ?? ''), date(expiresOn ?? ''))}</p>
      {state !== null && (
        <p>
          <span className={`badge ${state === 'IN_FORCE' ? 'badge--green' : ''}`}>{text.states[state]}</span>
        </p>
      )}
      {isLive && (
        <div className="form-actions">
          {state === 'RECORDED' && (
            <button type="button" className="usa-button" onClick={() => setOpen('confirm')}>
              {text.confirm}
            </button>
          )}
          <button type="button" className="usa-button usa-button--outline" onClick={() => setOpen('revoke')}>
            {text.revoke}
          </button>
        </div>
      )}
      {open !== undefined && (
        <Change
          kind={open}
          id={consent.id}
          onClose={() => setOpen(undefined)}
          onDone={() => {
            setOpen(undefined);
            onDone(open === 'confirm' ? text.confirmDone : text.revokeDone);
          }}
        />
      )}
    </li>
  );
}

function Change(props: {
  readonly kind: 'confirm' | 'revoke';
  readonly id: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const text = useText(myDataText);
  const ask = useAsk();
  const [error, setError] = useState<Error>();
  const isRevoking = props.kind === 'revoke';
  async function send(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get('reason') ?? '');
    const consentId = props.id;
    try {
      const { data, errors } = isRevoking
        ? await ask(RevokeMyConsentDocument, { input: { consentId, reason } })
        : await ask(ConfirmMyConsentDocument, { input: { consentId } });
      if (data === null || Object.values(data).every((one) => one === null)) throw new Error(errors[0]?.message ?? '');
      props.onDone();
    } catch (problem) {
      setError(problem instanceof Error ? problem : new Error(String(problem)));
    }
  }
  return (
    <Dialog title={isRevoking ? text.revokeTitle : text.confirm} onClose={props.onClose}>
      <FreshGate>
        <form className="form" onSubmit={(event) => void send(event)}>
          <p>{isRevoking ? text.revokeLead : text.confirmLead}</p>
          {error !== undefined && <Failure error={error} />}
          {isRevoking && <TextArea label={text.revokeWhy} name="reason" required minLength={3} maxLength={500} />}
          <div className="form-actions">
            <button type="submit" className="usa-button">
              {isRevoking ? text.revokeNow : text.confirm}
            </button>
          </div>
        </form>
      </FreshGate>
    </Dialog>
  );
}
