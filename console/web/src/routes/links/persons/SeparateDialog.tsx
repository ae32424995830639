import type { FormEvent } from 'react';
import { Dialog } from '../../../design/Dialog.tsx';
import { TextArea } from '../../../design/Field.tsx';
import { FreshGate } from '../../../design/FreshGate.tsx';
import { useText } from '../../../i18n/language.tsx';
import { type RecordFragment, SeparateTwoRecordsDocument } from '../generated/graphql.ts';
import { ChangeNotice } from '../parts/ChangeNotice.tsx';
import { useLinkChange } from '../parts/useLinkChange.ts';
import { Evidence } from '../review/Evidence.tsx';
import { personsText } from './text.ts';

interface SeparateDialogProps {
  readonly one: RecordFragment;
  readonly other: RecordFragment;
  readonly onClose: () => void;
}

/** Two records of one person side by side, and the proposal that they are of two. */
export function SeparateDialog({ one, other, onClose }: SeparateDialogProps) {
  const text = useText(personsText);
  const { state, send } = useLinkChange();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get('reason') ?? '').trim();
    void send(SeparateTwoRecordsDocument, { one: one.id ?? '', other: other.id ?? '', reason });
  };
  return (
    <Dialog title={text.separateTitle} onClose={onClose}>
      <p>{text.separateLead}</p>
      <Evidence one={one} other={other} />
      {state.status !== 'done' && (
        <FreshGate>
          <form className="move-form" onSubmit={submit}>
            <TextArea
              name="reason"
              label={text.reason}
              hint={text.reasonHint}
              required
              minLength={10}
              maxLength={1_000}
            />
            <div className="form-actions">
              <button type="submit" className="usa-button" disabled={state.status === 'sending'}>
                {text.separateNow}
              </button>
            </div>
          </form>
        </FreshGate>
      )}
      <div aria-live="polite">
        <ChangeNotice state={state} />
      </div>
    </Dialog>
  );
}
