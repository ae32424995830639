import { Table } from '../../../design/Table.tsx';
import { designText } from '../../../design/text.ts';
import { useFormats } from '../../../i18n/dates.ts';
import { useText } from '../../../i18n/language.tsx';
import type { ExplanationFragment } from '../generated/graphql.ts';
import { linkWords } from '../words.ts';
import { reviewText } from './text.ts';
import { useBits } from './useBits.ts';
import { WaterfallPicture } from './WaterfallPicture.tsx';
import { type Step, waterfallOf } from './waterfall.ts';

/** Why the index weighs the pair as it does: a waterfall, the same as a table, the guard, and the model. */
export function Weights({ explanation }: { readonly explanation: ExplanationFragment }) {
  const text = useText(reviewText);
  const { sameAsTable } = useText(designText);
  const { comparisons } = useText(linkWords);
  const { list } = useFormats();
  const bits = useBits();
  const wordsOf = useStepWords();
  const { steps, withoutEvidence } = waterfallOf(explanation);
  const { weight, model, guard } = explanation;
  const [join, review] = [explanation.joinThreshold ?? 0, explanation.reviewThreshold ?? 0];
  const total = weight ?? 0;
  const verdict = total >= join ? text.reachesJoin : total >= review ? text.between : text.belowReview;
  return (
    <section className="section">
      <h2>{text.weights}</h2>
      <p className="evidence__verdict">{verdict(bits(total), bits(review), bits(join))}</p>
      {guard !== null && (
        <p className="guard">
          <strong>{text.guard}</strong> <span lang="en">{guard}</span>
        </p>
      )}
      <WaterfallPicture steps={steps} wordsOf={wordsOf} joinThreshold={join} reviewThreshold={review} />
      {withoutEvidence.length > 0 && (
        <p className="soft small">
          {text.withoutEvidence(list(withoutEvidence.map((name) => comparisons[name] ?? name)))}
        </p>
      )}
      <details>
        <summary>{sameAsTable}</summary>
        <Table caption={text.weightsCaption} head={[text.comparison, text.weight, text.sum]}>
          {steps.map((step, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows do not move
            <tr key={at}>
              <th scope="row">{wordsOf(step)}</th>
              <td>{bits(step.weight, step.kind !== 'total')}</td>
              <td>{bits(step.to)}</td>
            </tr>
          ))}
        </Table>
      </details>
      <p className="soft small">
        {text.model} <code>{model}</code>
      </p>
    </section>
  );
}

function useStepWords(): (step: Step) => string {
  const text = useText(reviewText);
  const { comparisons, levels } = useText(linkWords);
  return ({ kind, comparison, level, description }) => {
    if (kind === 'total') return text.total;
    if (kind === 'adjustment') return text.adjustment;
    return text.step(comparisons[comparison] ?? comparison, levels[level ?? ''] ?? description);
  };
}
