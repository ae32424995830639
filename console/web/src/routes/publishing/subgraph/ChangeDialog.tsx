import type { FormEvent } from 'react';
import { Answered } from '../../../design/Answered.tsx';
import { Dialog } from '../../../design/Dialog.tsx';
import { TextArea } from '../../../design/Field.tsx';
import { FreshGate } from '../../../design/FreshGate.tsx';
import { useAsked } from '../../../graph/graph.ts';
import { useText } from '../../../i18n/language.tsx';
import {
  CheckDocument,
  type CheckSubgraphInput,
  OnePublicationDocument,
  RetireDocument,
  RollBackDocument,
} from '../generated/graphql.ts';
import { ChangeOutcome } from '../parts/ChangeOutcome.tsx';
import { CheckReport } from '../parts/CheckReport.tsx';
import { useRegistryChange } from '../parts/useRegistryChange.ts';
import { subgraphText } from './text.ts';

export type ProposedChange =
  | { readonly kind: 'rollback'; readonly to: number; readonly version: number }
  | { readonly kind: 'retire' };

interface ChangeDialogProps {
  readonly subgraph: string;
  readonly basedOn: number;
  readonly change: ProposedChange;
  readonly onClose: (isChanged: boolean) => void;
}

/** A rollback or a retirement: what it would do, the reason, and what came of it. */
export function ChangeDialog({ subgraph, basedOn, change, onClose }: ChangeDialogProps) {
  const text = useText(subgraphText);
  const { state, send } = useRegistryChange();
  const isRollback = change.kind === 'rollback';
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const message = String(new FormData(event.currentTarget).get('message') ?? '').trim();
    const base = { subgraph, basedOn, message };
    void (isRollback ? send(RollBackDocument, { ...base, to: change.to }) : send(RetireDocument, base));
  };
  const isOver = state.status === 'done' || state.status === 'conflict';
  return (
    <Dialog
      title={isRollback ? text.rollBackTitle(change.version) : text.retireTitle(subgraph)}
      onClose={() => onClose(isOver)}
    >
      {!isOver && (
        <>
          <p>{isRollback ? text.rollBackLead : text.retireLead}</p>
          <h3>{text.whatWould}</h3>
          {isRollback ? <RollbackChecks subgraph={subgraph} to={change.to} /> : <Checks input={{ subgraph }} />}
          <FreshGate>
            <form className="move-form" onSubmit={submit}>
              <TextArea name="message" label={text.why} required minLength={3} maxLength={500} />
              <div className="form-actions">
                <button
                  type="submit"
                  className={isRollback ? 'usa-button' : 'usa-button usa-button--secondary'}
                  disabled={state.status === 'sending'}
                >
                  {isRollback ? text.rollBackNow : text.retireNow}
                </button>
              </div>
            </form>
          </FreshGate>
        </>
      )}
      <div aria-live="polite">
        <ChangeOutcome state={state} onReload={() => onClose(true)} />
      </div>
    </Dialog>
  );
}

function RollbackChecks({ subgraph, to }: { readonly subgraph: string; readonly to: number }) {
  const asked = useAsked(OnePublicationDocument, { number: to });
  return (
    <Answered asked={asked} part="publication">
      {({ publication }) => {
        if (publication === null) return null;
        const { sdl, datasets, routingUrl, personKey, contact } = publication;
        return <Checks input={{ subgraph, sdl, datasets, routingUrl, personKey, contact }} />;
      }}
    </Answered>
  );
}

function Checks({ input }: { readonly input: CheckSubgraphInput }) {
  const asked = useAsked(CheckDocument, { input });
  return (
    <Answered asked={asked} part="subgraphChecks">
      {({ subgraphChecks }) => subgraphChecks !== null && <CheckReport report={subgraphChecks} />}
    </Answered>
  );
}
