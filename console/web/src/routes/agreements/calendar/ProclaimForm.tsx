import { type FormEvent, useState } from 'react';
import { Failure } from '../../../design/Failure.tsx';
import { TextField } from '../../../design/Field.tsx';
import { useAsk } from '../../../graph/graph.ts';
import { useText } from '../../../i18n/language.tsx';
import { ProclaimDayDocument } from '../generated/graphql.ts';
import { textOf } from '../request/moves/MoveForm.tsx';
import { calendarText } from './text.ts';

/** The CIO adds a day on which state offices are closed by proclamation. */
export function ProclaimForm({ onDone }: { readonly onDone: () => void }) {
  const text = useText(calendarText);
  const ask = useAsk();
  const [problem, setProblem] = useState<Error>();
  async function proclaim(form: FormData): Promise<void> {
    try {
      const input = { day: textOf(form, 'day'), name: textOf(form, 'name'), source: textOf(form, 'source') };
      const { data, errors } = await ask(ProclaimDayDocument, { input });
      if (data === null || data.proclaimDay === null) throw new Error(errors[0]?.message ?? text.proclaim);
      onDone();
    } catch (error) {
      setProblem(error instanceof Error ? error : new Error(String(error)));
    }
  }
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void proclaim(new FormData(event.currentTarget));
  };
  return (
    <section className="section">
      <h2>{text.proclaim}</h2>
      <p className="soft">{text.proclaimHint}</p>
      <form className="form" onSubmit={submit}>
        <TextField name="day" type="date" label={text.day} required />
        <TextField name="name" label={text.name} required />
        <TextField name="source" label={text.proclamation} required />
        {problem !== undefined && <Failure error={problem} />}
        <div className="form-actions">
          <button type="submit" className="usa-button">
            {text.proclaim}
          </button>
        </div>
      </form>
    </section>
  );
}
