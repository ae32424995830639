import type { FormEvent, ReactNode } from 'react';
import { Alert } from '../../../../design/Alert.tsx';
import { Failure } from '../../../../design/Failure.tsx';
import { TextArea } from '../../../../design/Field.tsx';
import { useText } from '../../../../i18n/language.tsx';
import type { MoveKind } from '../../generated/graphql.ts';
import { useAgreementWords } from '../../words/agreementWords.ts';
import { EventLines } from '../History.tsx';
import { movesText } from './text.ts';
import type { MoveState } from './useMove.ts';

export interface MoveFormProps {
  readonly kind: MoveKind;
  readonly state: MoveState;
  /** What the button says; by default, the move. */
  readonly action?: string;
  readonly note?: string | undefined;
  readonly whyIsOptional?: boolean;
  readonly why?: string;
  readonly onSend: (form: FormData, why: string) => void;
  readonly onReload: () => void;
  readonly children?: ReactNode;
}

/** The frame of every move: its content, the reason, the button, and what came of it. */
export function MoveForm(props: MoveFormProps) {
  const { kind, state, whyIsOptional = false, onSend } = props;
  const text = useText(movesText);
  const { word } = useAgreementWords();
  const isDangerous = kind === 'DENY' || kind === 'REVOKE' || kind === 'SUSPEND' || kind === 'WITHDRAW';
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    onSend(form, textOf(form, 'why'));
  };
  return (
    <form className="move-form" onSubmit={submit}>
      {props.note !== undefined && <p>{props.note}</p>}
      {props.children}
      <TextArea
        name="why"
        label={whyIsOptional ? text.whyOptional : (text.whys[kind] ?? text.why)}
        hint={text.whyHint}
        defaultValue={props.why}
        required={!whyIsOptional}
        minLength={3}
        maxLength={4_000}
      />
      <div aria-live="polite">
        <Outcome {...props} />
      </div>
      <div className="form-actions">
        <button
          type="submit"
          className={isDangerous ? 'usa-button usa-button--secondary' : 'usa-button'}
          disabled={state.status === 'sending'}
        >
          {state.status === 'sending' ? text.sending : (props.action ?? word('moves', kind))}
        </button>
      </div>
    </form>
  );
}

function Outcome({ kind, state, onReload }: MoveFormProps) {
  const text = useText(movesText);
  const { word } = useAgreementWords();
  switch (state.status) {
    case 'ready':
    case 'sending':
      return null;
    case 'failed':
      return <Failure error={state.error} />;
    case 'refused':
      return (
        <Alert kind="error">
          <p>{state.refusal.because}</p>
          {state.refusal.remedy !== null && <p>{state.refusal.remedy}</p>}
        </Alert>
      );
    case 'conflict': {
      const events = (state.now.history ?? []).filter(({ sequence }) => (sequence ?? 0) > state.since);
      const isStillPossible = state.now.possibleMoves?.includes(kind) === true;
      return (
        <Alert kind="warning" title={events.length > 0 ? text.conflict : (state.refusal.because ?? text.noLonger)}>
          {events.length > 0 && <h3>{text.meanwhile}</h3>}
          <EventLines events={events} />
          <p>
            {text.nowIs(word('statuses', state.now.status))} {isStillPossible ? text.sendAnyway : text.noLonger}
          </p>
          <button type="button" className="usa-button usa-button--outline" onClick={onReload}>
            {text.showNow}
          </button>
        </Alert>
      );
    }
  }
}

/** A text field of a form; empty if it is missing. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
