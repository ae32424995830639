import type { FormEvent } from 'react';
import { Link } from 'wouter';
import { TextField } from '../../../design/Field.tsx';
import { useText } from '../../../i18n/language.tsx';
import { useSession } from '../../../session/SessionProvider.tsx';
import { PublishDocument, type ReportFragment } from '../generated/graphql.ts';
import { ChangeOutcome } from '../parts/ChangeOutcome.tsx';
import { isPublisherOf } from '../parts/publications.ts';
import { SignInAside } from '../parts/SignInAside.tsx';
import { useRegistryChange } from '../parts/useRegistryChange.ts';
import { Conflict } from './Conflict.tsx';
import { type Draft, publishInputOf } from './draft.ts';
import { publishText } from './text.ts';

interface PublishPanelProps {
  readonly subgraph: string;
  readonly owner: string;
  readonly draft: Draft;
  /** Of exactly this draft; undefined: it was not checked. */
  readonly report: ReportFragment | undefined;
  readonly onMessage: (message: string) => void;
  readonly onBasis: (basedOn: number | null) => void;
}

/** The last step: the message, the button, and what came of it. */
export function PublishPanel({ subgraph, owner, draft, report, onMessage, onBasis }: PublishPanelProps) {
  const text = useText(publishText);
  const { user } = useSession();
  const { state, send, reset } = useRegistryChange();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void send(PublishDocument, publishInputOf(subgraph, draft));
  };
  const published = state.status === 'done' ? state.published.publication : null;
  const waits = report !== undefined && report.secondPersonBecause.length > 0;
  const isReady = report?.outcome === 'PASSED' && published === null && state.status !== 'conflict';
  return (
    <section className="section move-panel" aria-labelledby="publish">
      <h2 id="publish">{text.publishTitle}</h2>
      {!isPublisherOf(user, owner) && <p>{text.whoPublishes(owner)}</p>}
      {isPublisherOf(user, owner) && !isReady && published === null && state.status !== 'conflict' && (
        <p className="soft">{text.needsCheck}</p>
      )}
      {isPublisherOf(user, owner) && isReady && (
        <SignInAside>
          <form className="move-form" onSubmit={submit}>
            <TextField
              label={text.message}
              value={draft.message}
              onChange={({ target }) => onMessage(target.value)}
              required
              minLength={3}
              maxLength={500}
              autoComplete="off"
            />
            <div className="form-actions">
              <button type="submit" className="usa-button" disabled={state.status === 'sending'}>
                {state.status === 'sending' ? text.publishing : waits ? text.publishAndWait : text.publish}
              </button>
            </div>
          </form>
        </SignInAside>
      )}
      <div aria-live="polite">
        {state.status === 'conflict' ? (
          <Conflict
            subgraph={subgraph}
            since={draft.basedOn}
            message={state.message}
            onBasis={(basedOn) => {
              reset();
              onBasis(basedOn);
            }}
          />
        ) : (
          <ChangeOutcome state={state} />
        )}
      </div>
      {published !== null && (
        <p>
          <Link href={`/publishing/publication/${published.number}`}>{text.toPublication}</Link>
          {' · '}
          <Link href={`/publishing/subgraph/${subgraph}`}>{text.toHistory}</Link>
        </p>
      )}
    </section>
  );
}
