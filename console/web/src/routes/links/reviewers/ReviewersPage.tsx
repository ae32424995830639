import { Answered } from '../../../design/Answered.tsx';
import { Page } from '../../../design/Page.tsx';
import { Table } from '../../../design/Table.tsx';
import { useAsked } from '../../../graph/graph.ts';
import { useFormats } from '../../../i18n/dates.ts';
import { type Catalog, useText } from '../../../i18n/language.tsx';
import { ReviewersDocument } from '../generated/graphql.ts';

const en = {
  title: 'How often reviewers are right',
  lead: 'A small share of the queue are pairs whose answer is known. Nobody sees which ones, and their answers change no link. They measure how well people decide.',
  caption: 'Reviewers',
  none: 'Nobody has answered a review yet.',
  reviewer: 'Reviewer',
  answers: 'Answers',
  known: 'About known pairs',
  right: 'Of them right',
  share: (right: string, share: string) => `${right} (${share} %)`,
  few: 'Fewer than 20 known pairs say little about a person.',
};
const es: typeof en = {
  title: 'Con qué frecuencia aciertan los revisores',
  lead: 'Una pequeña parte de la lista son pares cuya respuesta se conoce. Nadie ve cuáles, y sus respuestas no cambian ningún vínculo. Miden qué tan bien deciden las personas.',
  caption: 'Revisores',
  none: 'Nadie ha respondido todavía una revisión.',
  reviewer: 'Revisor',
  answers: 'Respuestas',
  known: 'Sobre pares conocidos',
  right: 'De ellas correctas',
  share: (right, share) => `${right} (${share} %)`,
  few: 'Menos de 20 pares conocidos dicen poco de una persona.',
};
const texts: Catalog<typeof en> = { en, es };

/** Reviewers measured by pairs whose answer is known. */
export function ReviewersPage() {
  const text = useText(texts);
  const { number } = useFormats();
  const asked = useAsked(ReviewersDocument, {});
  return (
    <Page title={text.title} lead={<p>{text.lead}</p>}>
      <Answered asked={asked} part="linkReviewers" empty={text.none}>
        {({ linkReviewers }) => (
          <>
            <Table caption={text.caption} captionHidden head={[text.reviewer, text.answers, text.known, text.right]}>
              {(linkReviewers ?? []).map(({ reviewer, answers, knownPairs, right }) => (
                <tr key={reviewer}>
                  <th scope="row">{reviewer}</th>
                  <td>{number(answers ?? 0)}</td>
                  <td>{number(knownPairs ?? 0)}</td>
                  <td>
                    {(knownPairs ?? 0) === 0
                      ? '–'
                      : text.share(number(right ?? 0), number(Math.round((100 * (right ?? 0)) / (knownPairs ?? 1))))}
                  </td>
                </tr>
              ))}
            </Table>
            <p className="soft small">{text.few}</p>
          </>
        )}
      </Answered>
    </Page>
  );
}
