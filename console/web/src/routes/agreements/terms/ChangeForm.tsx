import type { Answer } from '@person360/client';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Alert } from '../../../design/Alert.tsx';
import { Failure } from '../../../design/Failure.tsx';
import { type Ask, useAsk } from '../../../graph/graph.ts';

export interface ChangeFormProps {
  /** What the button says. */
  readonly action: string;
  /** What the page says afterwards. */
  readonly done: string;
  readonly send: (ask: Ask, form: FormData) => Promise<Pick<Answer<unknown>, 'errors'>>;
  readonly onDone: () => void;
  readonly children: ReactNode;
}

/** A form for a change that is accepted as a whole, or refused with a message. What was typed stays after a refusal. */
export function ChangeForm({ action, done, send, onDone, children }: ChangeFormProps) {
  const ask = useAsk();
  const [state, setState] = useState<'ready' | 'sending' | 'done' | Error>('ready');
  async function change(element: HTMLFormElement): Promise<void> {
    setState('sending');
    try {
      const { errors } = await send(ask, new FormData(element));
      const [failure] = errors;
      if (failure !== undefined) throw new Error(failure.message);
      element.reset();
      setState('done');
      onDone();
    } catch (error) {
      setState(error instanceof Error ? error : new Error(String(error)));
    }
  }
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void change(event.currentTarget);
  };
  return (
    <form className="move-form" onSubmit={submit}>
      {children}
      <div aria-live="polite">
        {state === 'done' && <Alert kind="success">{done}</Alert>}
        {state instanceof Error && <Failure error={state} />}
      </div>
      <div className="form-actions">
        <button type="submit" className="usa-button" disabled={state === 'sending'}>
          {action}
        </button>
      </div>
    </form>
  );
}
