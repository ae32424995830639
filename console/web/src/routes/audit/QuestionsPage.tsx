import { Link } from 'wouter';
import { Answered } from '../../design/Answered.tsx';
import { Failure } from '../../design/Failure.tsx';
import { TextArea } from '../../design/Field.tsx';
import { Page } from '../../design/Page.tsx';
import { useAsked } from '../../graph/graph.ts';
import { useFormats } from '../../i18n/dates.ts';
import { type Catalog, useText } from '../../i18n/language.tsx';
import {
  AnswerQuestionDocument,
  type AnswerQuestionInput,
  QuestionsDocument,
  type QuestionsQuery,
} from './generated/graphql.ts';
import { useChange } from './useChange.ts';

const en = {
  title: 'Questions of residents',
  lead: 'Residents ask about entries of their own accounting. They read the answer as you write it: plain words, no names of staff.',
  none: 'There are no questions.',
  asked: (at: string) => `Asked on ${at}`,
  noWords: 'The resident only asked about the entry.',
  to: (agencies: string) => `For ${agencies}`,
  entry: 'Open the entry',
  answer: 'Your answer',
  send: 'Send the answer',
  answered: (by: string, at: string) => `Answered by ${by} on ${at}`,
};
const es: typeof en = {
  title: 'Preguntas de residentes',
  lead: 'Los residentes preguntan sobre entradas de su propia lista. Leen la respuesta tal como usted la escribe: palabras sencillas, sin nombres de empleados.',
  none: 'No hay preguntas.',
  asked: (at) => `Preguntado el ${at}`,
  noWords: 'El residente solo preguntó sobre la entrada.',
  to: (agencies) => `Para ${agencies}`,
  entry: 'Abrir la entrada',
  answer: 'Su respuesta',
  send: 'Enviar la respuesta',
  answered: (by, at) => `Respondido por ${by} el ${at}`,
};
const texts: Catalog<typeof en> = { en, es };

type Question = NonNullable<QuestionsQuery['entryQuestions']>[number];

/** What residents asked about entries, and the answers. */
export function QuestionsPage() {
  const text = useText(texts);
  const asked = useAsked(QuestionsDocument, {});
  return (
    <Page title={text.title} lead={<p>{text.lead}</p>}>
      <Answered asked={asked} part="entryQuestions" empty={text.none}>
        {({ entryQuestions }) =>
          (entryQuestions ?? []).map((one) => <QuestionCard key={one.id} question={one} onDone={asked.again} />)
        }
      </Answered>
    </Page>
  );
}

function QuestionCard({ question, onDone }: { readonly question: Question; readonly onDone: () => void }) {
  const text = useText(texts);
  const { instant, list } = useFormats();
  const { error, isSending, submit } = useChange<object, AnswerQuestionInput>(AnswerQuestionDocument, onDone);
  return (
    <section className="card looked">
      <p className="soft">
        {text.asked(instant(question.askedAt ?? ''))} · {text.to(list(question.addressedTo ?? []))} ·{' '}
        <Link href={`/audit/entry/${question.entryId}`}>{text.entry}</Link>
      </p>
      <p>{question.question ?? text.noWords}</p>
      {question.answer === null ? (
        <form className="form" onSubmit={submit((field) => ({ questionId: question.id, answer: field('answer') }))}>
          {error !== undefined && <Failure error={error} />}
          <TextArea label={text.answer} name="answer" required minLength={10} maxLength={4_000} />
          <div className="form-actions">
            <button type="submit" className="usa-button" disabled={isSending}>
              {text.send}
            </button>
          </div>
        </form>
      ) : (
        <>
          <p>
            <strong>{text.answered(question.answeredBy ?? '', instant(question.answeredAt ?? ''))}</strong>
          </p>
          <p>{question.answer}</p>
        </>
      )}
    </section>
  );
}
