import { type FormEvent, useState } from 'react';
import { TextArea, TextField } from '../../../design/Field.tsx';
import { FreshGate } from '../../../design/FreshGate.tsx';
import { daysAfter, illinoisDay } from '../../../i18n/illinoisDays.ts';
import { useText } from '../../../i18n/language.tsx';
import { AnswerReviewDocument, type ReviewAnswer } from '../generated/graphql.ts';
import { ChangeNotice } from '../parts/ChangeNotice.tsx';
import { Choice } from '../parts/Choice.tsx';
import { useLinkChange } from '../parts/useLinkChange.ts';
import { reviewText } from './text.ts';

const ANSWERS = { LINK: 'link', NOT_LINK: 'notLink', DEFER: 'defer' } as const satisfies Record<ReviewAnswer, string>;
/** The keys of the constant are the answers. */
const ANSWER_NAMES = Object.keys(ANSWERS) as ReviewAnswer[];
const MOST_DAYS = 30;
const USUAL_DAYS = 7;

interface AnswerPanelProps {
  readonly reviewId: string;
  readonly onAnswered: () => void;
}

/** LINK, NOT LINK, or DEFER, with a reason. */
export function AnswerPanel({ reviewId, onAnswered }: AnswerPanelProps) {
  const text = useText(reviewText);
  return (
    <section className="section move-panel" aria-labelledby="answer">
      <h2 id="answer">{text.answer}</h2>
      <FreshGate>
        <AnswerForm reviewId={reviewId} onAnswered={onAnswered} />
      </FreshGate>
    </section>
  );
}

function AnswerForm({ reviewId, onAnswered }: AnswerPanelProps) {
  const text = useText(reviewText);
  const { state, send } = useLinkChange();
  const [answer, setAnswer] = useState<ReviewAnswer>();
  const today = illinoisDay(new Date());
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (answer === undefined) return;
    const form = new FormData(event.currentTarget);
    const reason = String(form.get('reason') ?? '').trim();
    const until = answer === 'DEFER' ? String(form.get('until') ?? '') : null;
    void send(AnswerReviewDocument, { reviewId, answer, reason, until }).then((next) => {
      if (next.status === 'done') onAnswered();
    });
  };
  return (
    <form className="move-form" onSubmit={submit}>
      <fieldset className="usa-fieldset">
        <legend className="usa-legend">{text.answerQuestion}</legend>
        {ANSWER_NAMES.map((one) => (
          <Choice
            key={one}
            name="answer"
            value={one}
            label={text[ANSWERS[one]]}
            required
            checked={answer === one}
            onChange={() => setAnswer(one)}
          />
        ))}
      </fieldset>
      {answer === 'DEFER' && (
        <TextField
          label={text.until}
          hint={text.untilHint}
          name="until"
          type="date"
          required
          min={daysAfter(today, 1)}
          max={daysAfter(today, MOST_DAYS)}
          defaultValue={daysAfter(today, USUAL_DAYS)}
        />
      )}
      <TextArea label={text.reason} hint={text.reasonHint} name="reason" required minLength={10} maxLength={1_000} />
      <div aria-live="polite">{state.status !== 'done' && <ChangeNotice state={state} />}</div>
      <div className="form-actions">
        <button type="submit" className="usa-button" disabled={state.status === 'sending'}>
          {text.send}
        </button>
      </div>
    </form>
  );
}
