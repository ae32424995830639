import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { Alert } from '../../../design/Alert.tsx';
import { Failure } from '../../../design/Failure.tsx';
import { TextArea } from '../../../design/Field.tsx';
import { useAsk, useAsked } from '../../../graph/graph.ts';
import { useFormats } from '../../../i18n/dates.ts';
import { useText } from '../../../i18n/language.tsx';
import { useTerms } from '../../../i18n/terms.ts';
import { useSession } from '../../../session/SessionProvider.tsx';
import { AnswerDayDocument, DraftRequestDocument, RequestAccessDocument } from '../generated/graphql.ts';
import type { MoveRefusal } from '../request/moves/useMove.ts';
import { firstTerms, type Prefill } from './prefill.ts';
import { TermsFields } from './TermsFields.tsx';
import { type RequestableDataset, termsInput } from './terms.ts';
import { draftText } from './text.ts';

type State =
  | { readonly status: 'ready' | 'sending' }
  | { readonly status: 'incomplete'; readonly problem: string }
  | { readonly status: 'refused'; readonly refusal: MoveRefusal }
  | { readonly status: 'failed'; readonly error: Error };

/** Roles that submit for their agency. The graph decides; this only chooses which button comes first. */
const SUBMITS: ReadonlySet<string> = new Set(['DATA_OFFICER', 'SUPERVISOR']);

/** The terms of a request. It is complete from the start, so that one click submits it. */
export function DraftForm({ dataset, prefill }: { readonly dataset: RequestableDataset; readonly prefill: Prefill }) {
  const text = useText(draftText);
  const { term } = useTerms();
  const { user } = useSession();
  const { longDate } = useFormats();
  const [, navigate] = useLocation();
  const ask = useAsk();
  const [terms, setTerms] = useState(() => firstTerms(dataset, prefill, user.roles, text.populationDefault));
  const [written, setWritten] = useState<string>();
  const [state, setState] = useState<State>({ status: 'ready' });
  const [now] = useState(() => new Date().toISOString());
  const answerDay = useAsked(AnswerDayDocument, { received: now });
  const maySubmit = user.roles.some((role) => SUBMITS.has(role));
  const justification =
    written ??
    text.sensible(term('purposes', terms.purpose).toLowerCase(), term('datasets', dataset.id), terms.legalBasis);

  async function send(submits: boolean): Promise<void> {
    if (terms.fields.size === 0) return setState({ status: 'incomplete', problem: text.noFields });
    if (terms.roles.size === 0) return setState({ status: 'incomplete', problem: text.noRoles });
    setState({ status: 'sending' });
    try {
      const input = termsInput(terms);
      const { data, errors } = submits
        ? await ask(RequestAccessDocument, { input: { datasets: [dataset.id], justification, ...input } })
        : await ask(DraftRequestDocument, { input: { dataset: dataset.id, justification, terms: input } });
      const made = data === null ? undefined : 'asked' in data ? data.asked : data.moved;
      if (made === null || made === undefined) throw new Error(errors[0]?.message ?? text.title);
      if (made.refusal !== null) return setState({ status: 'refused', refusal: made.refusal });
      const id = 'requests' in made ? made.requests?.[0]?.id : made.request?.id;
      navigate(id === undefined ? '/agreements?box=OUTBOX' : `/agreements/${id}`);
    } catch (error) {
      setState({ status: 'failed', error: error instanceof Error ? error : new Error(String(error)) });
    }
  }

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void send(maySubmit);
  };
  const day = answerDay.status === 'ready' ? answerDay.answer.data?.answerDue : undefined;
  return (
    <form className="move-form" onSubmit={submit}>
      <TermsFields
        {...{ dataset, terms }}
        onChange={setTerms}
        justification={
          <TextArea
            label={text.justification}
            hint={text.justificationHint}
            required
            minLength={10}
            maxLength={4_000}
            value={justification}
            onChange={(event) => setWritten(event.target.value)}
          />
        }
      />
      {!maySubmit && <Alert kind="info">{text.whoSubmits(user.agency)}</Alert>}
      {maySubmit && day !== null && day !== undefined && <p>{text.answerDay(longDate(day))}</p>}
      <div aria-live="polite">
        {state.status === 'incomplete' && <Alert kind="error">{state.problem}</Alert>}
        {state.status === 'failed' && <Failure error={state.error} />}
        {state.status === 'refused' && (
          <Alert kind="error">
            <p>{state.refusal.because}</p>
            <p>{state.refusal.remedy}</p>
          </Alert>
        )}
      </div>
      <div className="form-actions">
        <button type="submit" className="usa-button" disabled={state.status === 'sending'}>
          {state.status === 'sending' ? text.sending : maySubmit ? text.submit : text.saveForOfficer}
        </button>
        {maySubmit && (
          <button
            type="button"
            className="usa-button usa-button--outline"
            disabled={state.status === 'sending'}
            onClick={() => void send(false)}
          >
            {text.saveDraft}
          </button>
        )}
      </div>
    </form>
  );
}
