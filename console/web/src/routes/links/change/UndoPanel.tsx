import type { FormEvent } from 'react';
import { TextArea } from '../../../design/Field.tsx';
import { FreshGate } from '../../../design/FreshGate.tsx';
import { useText } from '../../../i18n/language.tsx';
import { UndoMergeDocument } from '../generated/graphql.ts';
import { ChangeNotice } from '../parts/ChangeNotice.tsx';
import { useLinkChange } from '../parts/useLinkChange.ts';
import type { Change } from './change.ts';
import { changeText } from './text.ts';

/** Proposes to undo a merge that is in effect. */
export function UndoPanel({ change }: { readonly change: Change }) {
  const text = useText(changeText);
  const { state, send } = useLinkChange();
  const replaced = change.moves?.find(({ from }) => from !== null)?.from?.id;
  if (replaced === undefined) return null;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get('reason') ?? '').trim();
    void send(UndoMergeDocument, { personId: replaced, reason });
  };
  return (
    <section className="section move-panel" aria-labelledby="undo">
      <h2 id="undo">{text.undo}</h2>
      <p>{text.undoLead}</p>
      {state.status !== 'done' && (
        <FreshGate>
          <form className="move-form" onSubmit={submit}>
            <TextArea label={text.decideReason} name="reason" required minLength={10} maxLength={1_000} />
            <div className="form-actions">
              <button type="submit" className="usa-button usa-button--secondary" disabled={state.status === 'sending'}>
                {text.undoNow}
              </button>
            </div>
          </form>
        </FreshGate>
      )}
      <div aria-live="polite">
        <ChangeNotice state={state} />
      </div>
    </section>
  );
}
