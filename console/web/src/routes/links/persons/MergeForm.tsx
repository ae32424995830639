import type { FormEvent } from 'react';
import { TextArea } from '../../../design/Field.tsx';
import { FreshGate } from '../../../design/FreshGate.tsx';
import { useText } from '../../../i18n/language.tsx';
import { MergeTwoPersonsDocument } from '../generated/graphql.ts';
import { ChangeNotice } from '../parts/ChangeNotice.tsx';
import { Choice } from '../parts/Choice.tsx';
import { useLinkChange } from '../parts/useLinkChange.ts';
import { personsText } from './text.ts';

interface ToMerge {
  readonly id: string;
  readonly words: string;
}

/** Which id stays, and why they are one person. */
export function MergeForm({ persons }: { readonly persons: readonly [ToMerge, ToMerge] }) {
  const text = useText(personsText);
  const { state, send } = useLinkChange();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [one, other] = persons;
    const [survivor, replaced] = form.get('survivor') === 'other' ? [other, one] : [one, other];
    const reason = String(form.get('reason') ?? '').trim();
    void send(MergeTwoPersonsDocument, { survivorId: survivor.id, replacedId: replaced.id, reason });
  };
  if (state.status === 'done') return <ChangeNotice state={state} />;
  return (
    <FreshGate>
      <form className="move-form" onSubmit={submit}>
        <fieldset className="usa-fieldset">
          <legend className="usa-legend">{text.survivor}</legend>
          <p className="usa-hint">{text.survivorHint}</p>
          <Choice name="survivor" value="one" label={persons[0].words} defaultChecked />
          <Choice name="survivor" value="other" label={persons[1].words} />
        </fieldset>
        <TextArea name="reason" label={text.reason} hint={text.reasonHint} required minLength={10} maxLength={1_000} />
        <div aria-live="polite">
          <ChangeNotice state={state} />
        </div>
        <div className="form-actions">
          <button type="submit" className="usa-button" disabled={state.status === 'sending'}>
            {text.mergeNow}
          </button>
        </div>
      </form>
    </FreshGate>
  );
}
